package import Storage

/// The codes a unit's territory has had (GB/T 2260 changes): each from a day until the day before the next.
package enum UnitRegionCodes {
    /// - Parameter code: nil where the unit has no territory of its own any more.
    /// - Throws: `UnitRefusal.dayBeforeBeginning`
    static func change(of unit: UnitID, to code: String?, since day: String, in db: any Transaction) throws {
        let newest: String? = try db.scalar(
            "select from_on from unit_region_code where unit = \(unit) order by from_on desc limit 1")
        if let newest, newest > day { throw UnitRefusal.dayBeforeBeginning(newest) }
        // A second change on one day replaces the first: it was in force on no day.
        try db.execute("delete from unit_region_code where unit = \(unit) and from_on = \(day)")
        try db.execute("update unit_region_code set to_on = \(day) where unit = \(unit) and to_on is null")
        if let code {
            try db.execute(
                "insert into unit_region_code (unit, code, from_on) values (\(unit), \(code), \(day))")
        }
    }

    /// The code in force on a day.
    package static func code(of unit: UnitID, on day: String, in db: any Transaction) throws -> String? {
        try db.scalar(
            """
            select code from unit_region_code
            where unit = \(unit) and from_on <= \(day) and (to_on is null or to_on > \(day))
            """)
    }
}
