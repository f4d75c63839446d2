import Federation
import Storage

/// Days of a working calendar as the pages show them.
enum CalendarReading {
    static func months(of year: Int, _ calendar: WorkingCalendar, names: [CivilDay: String], today: CivilDay?)
        -> [CalendarMonth]
    {
        (1...12).compactMap { month(year, $0, calendar, names: names, today: today) }
    }

    static func month(
        _ year: Int, _ number: Int, _ calendar: WorkingCalendar, names: [CivilDay: String], today: CivilDay?
    ) -> CalendarMonth? {
        guard let first = CivilDay(iso(year, number, 1)) else { return nil }
        let after = CivilDay(number == 12 ? iso(year + 1, 1, 1) : iso(year, number + 1, 1))
        guard let after else { return nil }
        var cells: [CalendarDay?] = Array(repeating: nil, count: first.weekday - 1)
        for ordinal in first.ordinal..<after.ordinal {
            let day = CivilDay(ordinal: ordinal)
            cells.append(
                CalendarDay(
                    number: ordinal - first.ordinal + 1, kind: kind(of: day, calendar), name: names[day],
                    isToday: day == today))
        }
        while cells.count % 7 != 0 { cells.append(nil) }
        return CalendarMonth(
            number: number, weeks: stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<$0 + 7]) })
    }

    private static func kind(of day: CivilDay, _ calendar: WorkingCalendar) -> CalendarDay.Kind {
        switch (calendar.isWorking(day), day.weekday <= 5) {
        case (true, true): .working
        case (true, false): .shifted
        case (false, true): .holiday
        case (false, false): calendar.isException(day) ? .holiday : .weekend
        }
    }

    /// Neighbouring days of one name and kind as one run.
    static func runs(_ days: [WorkingDay]) -> [CalendarRun] {
        var runs: [CalendarRun] = []
        var last: CivilDay?
        for day in days.sorted(by: { $0.day < $1.day }) {
            if let run = runs.last, run.name == day.name, run.isWorking == day.isWorking,
                last?.adding(days: 1) == day.day
            {
                runs[runs.count - 1].to = day.day.description
            } else {
                let iso = day.day.description
                runs.append(CalendarRun(from: iso, to: iso, name: day.name, isWorking: day.isWorking))
            }
            last = day.day
        }
        return runs
    }

    static func countWorking(in year: Int, _ calendar: WorkingCalendar) -> Int {
        guard let first = CivilDay(iso(year, 1, 1)), let last = CivilDay(iso(year, 12, 31)) else { return 0 }
        return calendar.workingDays(after: first.adding(days: -1), through: last)
    }

    static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// The unit whose administrator keeps what is the installation's.
    static func root(in db: any Transaction) throws -> UnitID {
        guard let root = try UnitStore.root(in: db) else { throw AccessRefusal.notFound }
        return root.id
    }
}
