import Federation
import Web

enum CalendarHandlers {
    static func year(_ visit: Visit) async throws -> Reply {
        let own = try visit.ownUnit()
        let (actor, today) = (visit.actor, CivilDay(visit.today))
        let asked = visit.query.first("year").flatMap { Int($0) }
        let year = asked.flatMap { (1950...2998).contains($0) ? $0 : nil } ?? today?.year ?? 2020
        let model = try await visit.read(.calendarRead, at: own) { db in
            let days = try WorkingCalendarStore.days(of: WorkingCalendar.china, in: db)
            let calendar = WorkingCalendar(name: WorkingCalendar.china, days: days)
            let names = Dictionary(days.map { ($0.day, $0.name) }, uniquingKeysWith: { _, last in last })
            let root = try CalendarReading.root(in: db)
            return CalendarModel(
                year: year, months: CalendarReading.months(of: year, calendar, names: names, today: today),
                runs: CalendarReading.runs(days.filter { $0.day.year == year }),
                workingDays: CalendarReading.countWorking(in: year, calendar),
                earlierPath: CalendarRoutes.year.path([("year", "\(year - 1)")]),
                laterPath: CalendarRoutes.year.path([("year", "\(year + 1)")]),
                importPath: try Access.allows(.calendarRevise, for: actor, at: root, in: db)
                    ? CalendarRoutes.importForm.path() : nil)
        }
        return .page(CalendarPages.year(model, in: try await visit.frame()))
    }
}
