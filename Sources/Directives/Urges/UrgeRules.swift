import Federation

/// Whom an urge reaches.
enum UrgeRules {
    /// - Parameter unsigned: the recipients that have not signed.
    /// - Throws: `UrgeRefusal` where it would reach nobody.
    static func reached(
        by scope: UrgeScope, _ unsigned: [Delivery]
    ) throws -> [Delivery] {
        if case .chosen(let units) = scope, units.isEmpty { throw UrgeRefusal.nobodyChosen }
        guard !unsigned.isEmpty else { throw UrgeRefusal.nobody }
        switch scope {
        case .unsigned: return unsigned
        case .branch(let phrase):
            let branch = unsigned.filter { $0.phrase == phrase }
            guard !branch.isEmpty else { throw UrgeRefusal.nobody }
            return branch
        case .chosen(let units):
            let chosen = unsigned.filter { units.contains($0.receipt.unit) }
            guard !chosen.isEmpty else { throw UrgeRefusal.nobody }
            return chosen
        }
    }
}
