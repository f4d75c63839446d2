import Federation
import Markup
import MusterTesting
import Storage
import Testing

@testable import Site

/// The working calendar over HTTP: everybody sees it, the administrator at the top keeps it.
@Suite struct CalendarJourneyTests {
    private static let mayDay = """
        \(WorkingDay.header)
        2021-05-01,0,劳动节
        2021-05-02,0,劳动节
        2021-05-03,0,劳动节
        2021-05-08,1,调休上班
        """

    @Test(arguments: TestDatabase.dialects) func onlyTheTopKeepsIt(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let before = try await site.journalled()
            for (login, status) in [("chujia", 403), ("sunbing", 403), ("zhouwu", 403)] {
                let browser = try await site.clerk(login)
                #expect(try await browser.get("/calendar").status == 200, "\(login)")
                #expect(try await browser.get("/calendar-imports/new").status == status, "\(login)")
                #expect(try await browser.get("/calendar-imports/sample.csv").status == status, "\(login)")
                for path in ["/calendar-imports/checks", "/calendar-imports"] {
                    #expect(try await browser.post(path, ["csv": Self.mayDay]).status == status, "\(login) \(path)")
                }
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aYearIsReadFirstAndWrittenOnce(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let top = try await site.clerk("weiyi")
            let days = try await site.count("calendar_day")
            let dry = try await top.post("/calendar-imports/checks", ["csv": Self.mayDay])
            #expect(dry.status == 200 && dry.contains("放假 3 天，调休上班 1 天") && dry.contains("2021 年 5 月"))
            #expect(try await site.count("calendar_day") == days, "a dry run writes nothing")
            let act = try #require(dry.act(of: "/calendar-imports"))
            var location: String?
            for _ in 0..<2 {
                let done = try await top.post("/calendar-imports", ["csv": Self.mayDay, "act": act])
                #expect(done.status == 303)
                location = done.location
            }
            #expect(try await site.count("calendar_day") == days + 4)
            let year = try await top.get(location ?? "")
            #expect(year.contains("2021 年工作日历") && year.contains("工作日历已改"))
            #expect(year.contains("2021年5月1日 – 2021年5月3日") && year.contains("劳动节"))
            #expect(year.count(of: "class=\"cal-on\"") == 1 && year.count(of: "class=\"cal-off\"") == 3)
            let journal = try await top.get("/journal")
            #expect(journal.contains("<b>改工作日历</b>") && journal.contains("放假 3 天"))
            let english = try await site.clerk("weiyi", .english)
            let other = try await english.get("/calendar?year=2021")
            #expect(other.contains("Working calendar 2021") && other.contains("May"))
        }
    }

    @Test(arguments: TestDatabase.dialects, Language.allCases)
    func wrongLinesAreSaidByRow(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let top = try await site.clerk("weiyi", language)
            let (days, acts) = (try await site.count("calendar_day"), try await site.journalled())
            let csv = """
                \(WorkingDay.header)
                2021-05-01,0,劳动节
                2021-02-30,0,没有这天
                2021-05-02,2,劳动节
                2021-05-03,0
                2021-05-01,1,又一次
                2021-05-04,0,
                """
            for path in ["/calendar-imports/checks", "/calendar-imports"] {
                let page = try await top.post(path, ["csv": csv])
                #expect(page.status == 422)
                for line in 3...7 { #expect(page.contains("id=\"r\(line)\""), "\(path) \(line)") }
                #expect(!page.contains("id=\"r2\"") && !page.contains("action=\"/calendar-imports\""))
                #expect(PageFaults.found(in: page.text) == [])
            }
            for (text, refusal) in [
                ("", WorkingCalendarRefusal.headerMissing), ("\(WorkingDay.header)\n\n", .empty),
                (WorkingDay.header + String(repeating: "\n2021-05-01,0,x", count: 2_100), .tooLong),
            ] {
                for path in ["/calendar-imports/checks", "/calendar-imports"] {
                    let page = try await top.post(path, ["csv": text])
                    #expect(
                        page.status == 422 && page.contains(HTML(refusal.sentence[language]).text), "\(refusal.code)")
                }
            }
            #expect(try await site.count("calendar_day") == days)
            #expect(try await site.journalled() == acts)
        }
    }
}
