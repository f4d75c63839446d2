/// One row of a unit import, as it stands in the spreadsheet: names and codes, no ids and no paths yet.
///
/// The CSV header is ``UnitRow/header``. A row names its parents by their codes: rows of the same file, before it or after
/// it, or units there are.
package struct UnitRow: Sendable, Hashable {
    /// The columns of the CSV, in their order. `short_names` holds several names separated by `;`.
    package static let header = [
        "code", "name", "short_names", "name_en", "kind", "level", "division", "parent", "second_parent", "region_code",
    ]

    /// The line of the file on which the row begins, counted from 1, the header being 1. For messages about the row.
    package var line: Int
    /// The unit's registration code in this installation.
    package var code: String
    /// Full name, as it stands in a notice (焦作市总工会).
    package var name: String
    /// Short names and other names by which notices call it; the first is the customary one.
    package var shortNames: [String]
    package var nameEnglish: String?
    package var kind: UnitKind
    package var level: UnitLevel
    /// The kind of territory, for territorial units only.
    package var division: Division?
    /// The unit it hangs on along its primary line; nil for the root.
    package var parentCode: String?
    /// The unit it hangs on along its secondary line, if any.
    package var secondParentCode: String?
    /// GB/T 2260 code of its territory, six digits.
    package var regionCode: String?

    package init(
        line: Int, code: String, name: String, shortNames: [String] = [], nameEnglish: String? = nil,
        kind: UnitKind, level: UnitLevel, division: Division? = nil,
        parentCode: String? = nil, secondParentCode: String? = nil, regionCode: String? = nil
    ) {
        self.line = line
        self.code = code
        self.name = name
        self.shortNames = shortNames
        self.nameEnglish = nameEnglish
        self.kind = kind
        self.level = level
        self.division = division
        self.parentCode = parentCode
        self.secondParentCode = secondParentCode
        self.regionCode = regionCode
    }

    /// The row as its cells tell it.
    var cells: [UnitField: String] {
        [
            .code: code, .name: name, .shortNames: shortNames.joined(separator: ";"), .nameEnglish: nameEnglish ?? "",
            .kind: kind.rawValue, .level: level.rawValue, .division: division?.rawValue ?? "",
            .parent: parentCode ?? "", .secondParent: secondParentCode ?? "", .regionCode: regionCode ?? "",
        ]
    }
}
