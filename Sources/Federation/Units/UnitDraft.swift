/// What is said about a unit when it is created. Its place is said apart.
package struct UnitDraft: Sendable, Hashable {
    package var code: String
    package var kind: UnitKind
    package var level: UnitLevel
    package var division: Division?
    package var naming: UnitNaming

    package init(code: String, kind: UnitKind, level: UnitLevel, division: Division? = nil, naming: UnitNaming) {
        self.code = code
        self.kind = kind
        self.level = level
        self.division = division
        self.naming = naming
    }
}

/// What a revision may change: names, and the code of the territory. All of it, so that a form is a whole value.
package struct UnitNaming: Sendable, Hashable {
    package var name: String
    /// The first is the customary one.
    package var shortNames: [String]
    package var nameEnglish: String?
    package var regionCode: String?

    package init(_ name: String, shortNames: [String] = [], nameEnglish: String? = nil, regionCode: String? = nil) {
        self.name = name
        self.shortNames = shortNames
        self.nameEnglish = nameEnglish
        self.regionCode = regionCode
    }

    package init(of unit: Unit) {
        self.init(
            unit.name, shortNames: unit.shortNames, nameEnglish: unit.nameEnglish, regionCode: unit.regionCode)
    }

    /// Every fault of its texts, in the order of the fields.
    package var faults: [(field: UnitField, fault: UnitFieldFault)] {
        let found: [(UnitField, UnitFieldFault?)] = [
            (.name, UnitRules.fault(name: name)), (.shortNames, UnitRules.fault(shortNames: shortNames)),
            (.nameEnglish, UnitRules.fault(nameEnglish: nameEnglish)),
            (.regionCode, UnitRules.fault(regionCode: regionCode)),
        ]
        return found.compactMap { field, fault in fault.map { (field, $0) } }
    }

    /// - Throws: `UnitRefusal.unusable`, for the first fault.
    func require() throws {
        if let first = faults.first { throw UnitRefusal.unusable(first.field, first.fault) }
    }
}
