package import Storage

package enum UnitLinkStore {
    private static let columns: SQL = "id, unit, parent, line, is_primary, from_on, to_on"

    /// The open link of a unit: its primary or its secondary one.
    package static func open(of unit: UnitID, isPrimary: Bool, in db: any Transaction) throws -> UnitLink? {
        // Said in words: the index of each sort is for that sort alone, whatever is bound.
        let sort: SQL = isPrimary ? "is_primary = 1" : "is_primary = 0"
        return try links("where unit = \(unit) and \(sort) and to_on is null", in: db).first
    }

    /// The open links that end at a parent, on either line, of working and of closed units.
    static func open(onto parent: UnitID, in db: any Transaction) throws -> [UnitLink] {
        try links("where parent = \(parent) and to_on is null order by id", in: db)
    }

    /// The open second lines that cannot stand when one parent becomes another: those whose unit would have that other
    /// one as both parents, or is it.
    static func secondLinesInTheWay(
        of parent: UnitID, into other: UnitID, in db: any Transaction
    ) throws -> [UnitLink] {
        try links(
            """
            where is_primary = 0 and to_on is null and (
                parent = \(other) and unit in (
                    select unit from unit_link where parent = \(parent) and is_primary = 1 and to_on is null)
                or parent = \(parent) and (unit = \(other) or unit in (
                    select unit from unit_link where parent = \(other) and is_primary = 1 and to_on is null)))
            order by id
            """, in: db)
    }

    /// Every link a unit has had, the oldest first.
    package static func history(of unit: UnitID, in db: any Transaction) throws -> [UnitLink] {
        try links("where unit = \(unit) order by from_on, id", in: db)
    }

    /// - Throws: `UnitRefusal.alreadyHasFirst`, `UnitRefusal.alreadyHasSecond`: one open link of each sort.
    static func insert(_ link: UnitLink, in db: any Transaction) throws {
        guard try open(of: link.unit, isPrimary: link.isPrimary, in: db) == nil else {
            throw link.isPrimary ? UnitRefusal.alreadyHasFirst : UnitRefusal.alreadyHasSecond
        }
        try insertMany([link], in: db)
    }

    /// For links of which it is known that they stand alone; the schema's keys still see to it.
    static func insertMany(_ links: [UnitLink], in db: any Transaction) throws {
        try db.bulkInsert(
            into: "unit_link",
            columns: [
                .int("id"), .int("unit"), .int("parent"), .text("line"), .int("is_primary"), .text("from_on"),
                .text("to_on"),
            ],
            rows: links.map { link in
                [
                    link.id.columnValue, link.unit.columnValue, link.parent.columnValue, link.line.columnValue,
                    link.isPrimary.columnValue, link.fromOn.columnValue, link.toOn.columnValue,
                ]
            })
    }

    /// - Throws: `UnitRefusal.dayBeforeBeginning`
    static func end(_ link: UnitLink, on day: String, in db: any Transaction) throws {
        guard link.fromOn <= day else { throw UnitRefusal.dayBeforeBeginning(link.fromOn) }
        try db.execute("update unit_link set to_on = \(day) where id = \(link.id)")
    }

    private static func links(_ rest: SQL, in db: any Transaction) throws -> [UnitLink] {
        try db.query("select \(columns) from unit_link \(rest)").map { row in
            UnitLink(
                id: try row["id"], unit: try row["unit"], parent: try row["parent"], line: try row["line"],
                isPrimary: try row["is_primary"], fromOn: try row["from_on"], toOn: try row["to_on"])
        }
    }
}
