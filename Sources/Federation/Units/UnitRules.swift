/// What is always true of a unit's fields and place, decided without the database.
package enum UnitRules {
    /// Levels from the root, the root being 1. The deepest real branch has eight; a chain without end would make paths
    /// without end.
    package static let depthMax = 30
    package static let codeScalarsMax = 64
    package static let nameScalarsMax = 200
    package static let shortNameScalarsMax = 100
    package static let shortNamesMax = 20

    package static func fault(code: String) -> UnitFieldFault? {
        fault(of: code, scalarsMax: codeScalarsMax)
            ?? (code.unicodeScalars.contains(where: \.properties.isWhitespace) ? .unusableCharacter : nil)
    }

    package static func fault(name: String) -> UnitFieldFault? { fault(of: name, scalarsMax: nameScalarsMax) }

    package static func fault(nameEnglish: String?) -> UnitFieldFault? {
        nameEnglish.flatMap { fault(of: $0, scalarsMax: nameScalarsMax) }
    }

    package static func fault(shortNames: [String]) -> UnitFieldFault? {
        if shortNames.count > shortNamesMax { return .tooMany(max: shortNamesMax) }
        return shortNames.lazy.compactMap { fault(of: $0, scalarsMax: shortNameScalarsMax) }.first
    }

    /// Six digits, the first of them not 0 (GB/T 2260).
    package static func fault(regionCode: String?) -> UnitFieldFault? {
        guard let digits = regionCode?.utf8 else { return nil }
        let isCode = digits.count == 6 && digits.allSatisfy { (0x30...0x39).contains($0) } && digits.first != 0x30
        return isCode ? nil : .notARegionCode
    }

    private static func fault(of text: String, scalarsMax: Int) -> UnitFieldFault? {
        if text.isEmpty { return .missing }
        if text.unicodeScalars.count > scalarsMax { return .tooLong(max: scalarsMax) }
        let isUnusable = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return isUnusable ? .unusableCharacter : nil
    }

    /// The order in which units stand side by side: the region code they were created with, then their code.
    ///
    /// Fixed at creation: neither a new name nor a new region code changes it, so a square on a wall never moves.
    /// Most codes begin with the region's, and are their own key. Numbers are compared as text: pad them (`-009`).
    package static func sortKey(code: String, regionCode: String?) -> String {
        guard let regionCode, !code.hasPrefix(regionCode) else { return code }
        return "\(regionCode) \(code)"
    }

    /// A day on which a change of the tree may be dated: a real one, not ahead of today, since the tree is today's.
    static func requireDay(_ day: String, today: String) throws {
        guard CivilDay(day) != nil else { throw UnitRefusal.dayUnusable }
        guard day <= today else { throw UnitRefusal.dayAhead }
    }
}
