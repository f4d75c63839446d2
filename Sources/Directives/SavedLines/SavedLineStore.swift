package import Federation
package import Storage

package enum SavedLineStore {
    private static let columns: SQL = "id, unit, name, line, copy_line"

    /// A unit's lines, by name.
    package static func lines(of unit: UnitID, in db: any Transaction) throws -> [SavedLine] {
        try db.query("select \(columns) from saved_line where unit = \(unit) order by name, id").map(line)
    }

    /// - Throws: "not found", for another unit's line too.
    package static func require(_ id: SavedLineID, of unit: UnitID, in db: any Transaction) throws -> SavedLine {
        let row = try db.first("select \(columns) from saved_line where id = \(id) and unit = \(unit)")
        guard let row else { throw AccessRefusal.notFound }
        return try line(row)
    }

    static func insert(_ saved: SavedLine, in act: Act) throws {
        do {
            try act.db.execute(
                """
                insert into saved_line (id, unit, name, line, copy_line, person, moment)
                values (\(saved.id), \(saved.unit), \(saved.name), \(saved.line), \(saved.copyLine),
                    \(try act.person()), \(act.moment))
                """)
        } catch StorageError.uniqueViolation("saved_line_unit_name_key") {
            throw SavedLineRefusal.nameTaken(name: saved.name)
        }
    }

    static func replace(_ saved: SavedLine, in act: Act) throws {
        try act.db.execute(
            """
            update saved_line set line = \(saved.line), copy_line = \(saved.copyLine), person = \(try act.person()),
                moment = \(act.moment)
            where id = \(saved.id)
            """)
    }

    static func remove(_ id: SavedLineID, in act: Act) throws {
        try act.db.execute("delete from saved_line where id = \(id)")
    }

    private static func line(_ row: Row) throws -> SavedLine {
        SavedLine(
            id: try row["id"], unit: try row["unit"], name: try row["name"], line: try row["line"],
            copyLine: try row["copy_line"])
    }
}
