import Federation
import Markup
import Testing

@testable import Site
@testable import Web

@Suite struct CalendarPagesTests {
    private static func days() throws -> [WorkingDay] { try WorkingDay.days(csv: WorkingDay.springFestival2020) }

    private static func model() throws -> CalendarModel {
        let days = try days()
        let calendar = WorkingCalendar(name: WorkingCalendar.china, days: days)
        return CalendarModel(
            year: 2020,
            months: CalendarReading.months(of: 2020, calendar, names: [:], today: CivilDay("2020-02-05")),
            runs: CalendarReading.runs(days), workingDays: CalendarReading.countWorking(in: 2020, calendar),
            earlierPath: "/calendar?year=2019", laterPath: "/calendar?year=2021", importPath: "/calendar-imports/new")
    }

    @Test func aMonthStandsUnderItsWeekdays() throws {
        let months = try Self.model().months
        #expect(months.count == 12)
        // 1 January 2020 was a Wednesday; February had 29 days.
        #expect(months[0].weeks[0].map { $0?.number } == [nil, nil, 1, 2, 3, 4, 5])
        #expect(months[1].weeks.flatMap { $0 }.compactMap { $0 }.count == 29)
        #expect(months.allSatisfy { $0.weeks.allSatisfy { $0.count == 7 } })
        let january = Dictionary(
            uniqueKeysWithValues: months[0].weeks.flatMap { $0 }.compactMap { $0 }.map { ($0.number, $0.kind) })
        #expect(january[19] == .shifted && january[24] == .holiday && january[25] == .holiday)
        #expect(january[18] == .weekend && january[20] == .working)
    }

    @Test func neighbouringDaysOfOneNameAreOneRun() throws {
        let runs = CalendarReading.runs(try Self.days())
        #expect(runs.map(\.from) == ["2020-01-19", "2020-01-24", "2020-01-31"])
        #expect(runs.map(\.to) == ["2020-01-19", "2020-01-30", "2020-02-02"])
        #expect(runs.map(\.isWorking) == [true, false, false])
    }

    @Test(arguments: Language.allCases) func thePagesAreSound(_ language: Language) throws {
        let frame = PageSamples.frame(language)
        let model = try Self.model()
        let sheet = try WorkingCalendarSheet(csv: "\(WorkingDay.header)\n2020-02-30,0,x\n2020-05-01,0,x\n")
        var given = CalendarImportModel(
            check: PageSamples.target("/calendar-imports/checks"), text: "", samplePath: "/calendar-imports/sample.csv",
            calendarPath: "/calendar")
        var pages = [CalendarPages.year(model, in: frame), CalendarImportPages.page(given, in: frame)]
        given.errors = ["csv": WorkingCalendarRefusal.headerMissing.sentence]
        pages.append(CalendarImportPages.page(given, in: frame))
        for problems in [[], sheet.problems] {
            given.dryRun = CalendarDryRun(
                problems: problems, runs: model.runs, daysOff: 10, daysWorked: 1, replaced: 2, same: 3,
                months: [(2020, model.months[0])],
                apply: problems.isEmpty ? PageSamples.target("/calendar-imports") : nil)
            given.errors = [:]
            pages.append(CalendarImportPages.page(given, in: frame))
        }
        for page in pages {
            #expect(PageFaults.found(in: page.text) == [])
            if language == .english {
                // What a holiday is called stands as it was given.
                let words = page.text.replacing(#/<td[^>]*lang="zh-CN">[^<]*</td>/#, with: "")
                #expect(PageFaults.chinese(in: words) == [])
            }
        }
        #expect(pages[0].text.contains("aria-current=\"date\""))
    }
}
