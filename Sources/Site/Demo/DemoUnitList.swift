import Federation

/// The rows of the demo in the order of their import: a parent always comes before its children.
struct DemoUnitList {
    private(set) var rows: [UnitRow] = []

    /// The whole federation of the demo.
    static func whole() -> [UnitRow] {
        var list = DemoUnitList()
        list.addNation()
        list.addHenan()
        list.addJiaozuo()
        list.addCounties()
        return list.rows
    }

    /// The nation and its provinces alone.
    static func nation() -> [UnitRow] {
        var list = DemoUnitList()
        list.addNation()
        return list.rows
    }

    /// Adds a row and numbers its line; the header is line 1.
    mutating func add(
        _ code: String, _ name: String, shortNames: [String] = [], english: String?,
        kind: UnitKind, level: UnitLevel, division: Division? = nil,
        parent: String?, secondParent: String? = nil, region: String? = nil
    ) {
        rows.append(
            UnitRow(
                line: rows.count + 2, code: code, name: name, shortNames: shortNames, nameEnglish: english,
                kind: kind, level: level, division: division,
                parentCode: parent, secondParentCode: secondParent, regionCode: region))
    }

    /// Adds a territorial federation (沁阳市总工会), whose code is that of its region.
    mutating func addFederation(
        _ region: String, _ place: String, english: String, shortNames: [String]? = nil,
        level: UnitLevel, division: Division, parent: String
    ) {
        add(
            region, place + "总工会", shortNames: shortNames ?? [place + "总"],
            english: "\(english) Federation of Trade Unions",
            kind: .federation, level: level, division: division, parent: parent, region: region)
    }

    /// Adds a workplace union.
    mutating func addWorkplace(_ workplace: DemoWorkplace, code: String, parent: String, secondParent: String?) {
        add(
            code, workplace.name, shortNames: [workplace.shortName], english: workplace.english,
            kind: .grassrootsUnion, level: .workplace, parent: parent, secondParent: secondParent)
    }

    /// Adds the departments of a federation: full name (焦作市总工会办公室), then as the house calls them (办公室, 市总办公室).
    ///
    /// `table` has one a line: name, English.
    mutating func addDepartments(_ table: String, of owner: DemoOwner) {
        for (index, fields) in DemoTables.lines(table).enumerated() where fields.count == 2 {
            add(
                "\(owner.code)-\(DemoSeries.department + index + 1)", owner.name + fields[0],
                shortNames: [fields[0]] + owner.shortNames.map { $0 + fields[0] },
                english: "\(owner.english) \(fields[1])", kind: .department, level: owner.level, parent: owner.code)
        }
    }

    /// Adds the institutions of a federation. `table` has one a line: name, short name or nothing, English.
    mutating func addInstitutions(_ table: String, of owner: DemoOwner) {
        for (index, fields) in DemoTables.lines(table).enumerated() where fields.count == 3 {
            add(
                "\(owner.code)-\(DemoSeries.institution + index + 1)", fields[0],
                shortNames: fields[1].isEmpty ? [] : [fields[1]],
                english: fields[2], kind: .institution, level: owner.level, parent: owner.code)
        }
    }
}

/// The federation to which departments and institutions belong.
struct DemoOwner {
    let code: String
    let name: String
    /// How its own house calls it before a department's name (市总, 市总工会).
    let shortNames: [String]
    let english: String
    let level: UnitLevel
}

/// Where the running numbers of a federation's own units begin, so that one kind stands together when sorted by code.
enum DemoSeries {
    static let industrialUnion = 100
    static let organsUnion = 200
    static let workplace = 300
    static let department = 500
    static let institution = 700
}
