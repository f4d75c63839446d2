import Federation
import Web

enum CalendarImportHandlers {
    static func form(_ visit: Visit) async throws -> Reply {
        _ = try await root(visit)
        return try await page(visit, text: "", dryRun: nil, refusal: nil)
    }

    static func sample(_ visit: Visit) async throws -> Reply {
        _ = try await root(visit)
        return .file(
            Array(WorkingDay.springFestival2020.utf8), mediaType: "text/csv; charset=utf-8", name: "calendar.csv")
    }

    /// The dry run: which days the text holds and what is wrong with it.
    static func check(_ visit: Visit) async throws -> Reply {
        _ = try await root(visit)
        do {
            let text = try given(visit)
            let dryRun = try await self.dryRun(visit, try WorkingCalendarSheet(csv: text))
            return try await page(visit, text: text, dryRun: dryRun, refusal: nil)
        } catch let refusal as any Refusal where refusal is WorkingCalendarRefusal || refusal is FormRefusal {
            return try await page(visit, text: visit.form.first("csv") ?? "", dryRun: nil, refusal: refusal)
        }
    }

    static func apply(_ visit: Visit) async throws -> Reply {
        let (root, act) = (try await root(visit), visit.actID())
        do {
            let sheet = try WorkingCalendarSheet(csv: try given(visit))
            try await visit.federation.reviseCalendar(sheet, at: root, as: visit.actor, id: act)
            return visit.done(act, CalendarRoutes.year.path([("year", "\(sheet.years.first ?? 2020)")]))
        } catch is WorkingCalendarRefusal {
            // Shown as in the dry run, with the lines that were given.
            return try await check(visit)
        }
    }

    /// The top unit, where this post may revise the calendar.
    private static func root(_ visit: Visit) async throws -> UnitID {
        let root = try await visit.federation.read { try CalendarReading.root(in: $0) }
        return try await visit.read(.calendarRevise, at: root) { _ in root }
    }

    private static func given(_ visit: Visit) throws -> String {
        guard let file = visit.files.first(where: { !$0.bytes.isEmpty }) else { return visit.form.first("csv") ?? "" }
        guard let text = String(validating: file.bytes, as: UTF8.self) else { throw FormRefusal.notText }
        return text
    }

    private static func dryRun(_ visit: Visit, _ sheet: WorkingCalendarSheet) async throws -> CalendarDryRun {
        let known = try await visit.federation.read { try WorkingCalendarStore.days(of: WorkingCalendar.china, in: $0) }
        let before = Dictionary(known.map { ($0.day, $0) }, uniquingKeysWith: { _, last in last })
        let calendar = WorkingCalendar(name: WorkingCalendar.china, days: known + sheet.days)
        let names = Dictionary((known + sheet.days).map { ($0.day, $0.name) }, uniquingKeysWith: { _, last in last })
        let touched = Set(sheet.days.map { String($0.day.description.prefix(7)) }).sorted()
        let months = touched.compactMap { text -> (year: Int, month: CalendarMonth)? in
            guard let year = Int(text.prefix(4)), let number = Int(text.suffix(2)) else { return nil }
            return CalendarReading.month(year, number, calendar, names: names, today: nil).map { (year, $0) }
        }
        return CalendarDryRun(
            problems: sheet.problems, runs: CalendarReading.runs(sheet.days),
            daysOff: sheet.days.count { !$0.isWorking }, daysWorked: sheet.days.count { $0.isWorking },
            replaced: sheet.days.count { day in before[day.day].map { $0 != day } ?? false },
            same: sheet.days.count { before[$0.day] == $0 }, months: Array(months.prefix(12)),
            apply: sheet.problems.isEmpty
                ? FormTarget(path: CalendarRoutes.importApply.path(), act: visit.federation.newActID()) : nil)
    }

    private static func page(
        _ visit: Visit, text: String, dryRun: CalendarDryRun?, refusal: (any Refusal)?
    ) async throws -> Reply {
        let hasProblems = dryRun.map { !$0.problems.isEmpty } ?? false
        let model = CalendarImportModel(
            check: FormTarget(path: CalendarRoutes.importCheck.path(), act: visit.federation.newActID()), text: text,
            samplePath: CalendarRoutes.importSample.path(), calendarPath: CalendarRoutes.year.path(),
            errors: refusal.map { ["csv": $0.sentence] } ?? [:], dryRun: dryRun)
        return .page(
            CalendarImportPages.page(model, in: try await visit.frame()),
            status: refusal?.manner.status ?? (hasProblems ? 422 : 200))
    }
}
