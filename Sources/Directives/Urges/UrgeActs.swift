package import Federation
import Storage

/// Urging the units that have not signed, each press one act.
package struct UrgeActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Where all are urged who have not signed of what was sent to a branch as a whole, that is said once: it is for whoever
    /// had not signed at that moment.
    /// - Returns: the phrase they stand under, nil for all of them; nothing where they are urged one by one.
    private static func whole(
        _ dispatch: DispatchID, _ scope: UrgeScope, in db: any Transaction
    ) throws -> Int?? {
        let sets = try DispatchSetStore.sets(of: dispatch, in: db)
        switch scope {
        case .unsigned: return sets.isEmpty ? nil : .some(nil)
        case .branch(let place): return sets.contains { $0.phrase == place } ? .some(place) : nil
        case .chosen: return nil
        }
    }

    /// - Returns: the sending whose recipients were urged.
    /// - Throws: `UrgeRefusal`; "not found" for a sending of another unit.
    package func urge(
        _ dispatch: DispatchID, _ scope: UrgeScope, text: String, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> DispatchID {
        let text = text.trimmed
        guard !text.isEmpty else { throw UrgeRefusal.textMissing }
        guard text.count <= Urge.textMax else { throw UrgeRefusal.textTooLong }
        return try await federation.act(.dispatchUrge, as: actor, at: unit, id: id) { act in
            let sent = try DispatchStore.require(dispatch, in: act.db)
            guard sent.from == unit else { throw AccessRefusal.notFound }
            try ChangeRules.requireStanding(sent.notice, in: act.db)
            var urge = Urge(
                id: act.newID(), dispatch: dispatch, unit: unit, text: text, person: try act.person(),
                post: try act.post(), moment: act.moment, units: 0)
            if let branch = try Self.whole(dispatch, scope, in: act.db) {
                urge.units = try DispatchStore.countUnsigned(of: dispatch, phrase: branch, in: act.db)
                guard urge.units > 0 else { throw UrgeRefusal.nobody }
                try UrgeStore.insert(urge, whole: branch, in: act)
            } else {
                if case .chosen(let units) = scope { try ReceiptArrivals.lay(sent, at: units, in: act) }
                let unsigned =
                    if case .chosen(let units) = scope {
                        try DispatchStore.unsigned(of: dispatch, at: units, in: act.db)
                    } else {
                        try DispatchStore.unsigned(of: dispatch, limit: .max, in: act.db)
                    }
                let reached = try UrgeRules.reached(by: scope, unsigned)
                urge.units = reached.count
                try UrgeStore.insert(urge, reached.map { ($0.receipt.unit, $0.receipt.id) }, in: act)
            }
            act.announce(Topic("dispatch", dispatch))
            return try act.record(
                on: Subject("dispatch", dispatch), dispatch,
                detail: ["units": "\(urge.units)", "urge": "\(urge.id)"])
        }
    }
}
