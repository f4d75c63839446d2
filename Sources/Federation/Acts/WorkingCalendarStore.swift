package import Storage

package enum WorkingCalendarStore {
    package static func days(of calendar: String, in db: any Transaction) throws -> [WorkingDay] {
        try db.query(
            "select day, is_working, name from calendar_day where calendar = \(calendar) order by day"
        ).map { row in
            let text: String = try row["day"]
            guard let day = CivilDay(text) else { throw StorageError.unexpectedShape("a day that is none: \(text)") }
            return WorkingDay(day: day, isWorking: try row["is_working"], name: try row["name"])
        }
    }

    /// A calendar that nothing is known about has Monday to Friday.
    package static func calendar(_ name: String, in db: any Transaction) throws -> WorkingCalendar {
        WorkingCalendar(name: name, days: try days(of: name, in: db))
    }

    /// Lays days down; what was said about the same days before is replaced.
    package static func save(_ days: [WorkingDay], of calendar: String, in act: Act) throws {
        for day in days { try save(day, of: calendar, in: act.db) }
    }

    private static func save(_ day: WorkingDay, of calendar: String, in db: any Transaction) throws {
        try db.execute(
            """
            insert into calendar_day (calendar, day, is_working, name)
            values (\(calendar), \(day.day.description), \(day.isWorking), \(day.name))
            on conflict (calendar, day) do update set is_working = excluded.is_working, name = excluded.name
            """)
    }

    /// What is laid down at the first start.
    static func ensureDefaults(in db: any Transaction) throws {
        guard try db.first("select 1 as one from calendar_day limit 1") == nil else { return }
        for day in try WorkingDay.days(csv: WorkingDay.springFestival2020) {
            try save(day, of: WorkingCalendar.china, in: db)
        }
    }
}
