package import Storage

/// A unit's own settings, by name. Which names there are and what they mean, the contexts say that own them; what is not
/// set stays out of the table.
package enum SettingStore {
    /// Every setting a unit has made.
    package static func values(of unit: UnitID, in db: any Transaction) throws -> [String: String] {
        try db.query("select name, value from unit_setting where unit = \(unit)")
            .reduce(into: [:]) { values, row in values[try row["name"]] = try row["value"] as String }
    }

    /// Sets, or with nil clears, one setting within an act whose caller records it.
    package static func set(_ name: String, _ value: String?, of unit: UnitID, in act: Act) throws {
        guard let value else {
            try act.db.execute("delete from unit_setting where unit = \(unit) and name = \(name)")
            return
        }
        try act.db.execute(
            """
            insert into unit_setting (unit, name, value, person, moment)
            values (\(unit), \(name), \(value), \(try act.person()), \(act.moment))
            on conflict (unit, name) do update set value = excluded.value, person = excluded.person,
                moment = excluded.moment
            """)
    }
}
