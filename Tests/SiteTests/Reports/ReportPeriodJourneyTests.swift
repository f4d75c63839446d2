import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// Reports that are asked for again and again: in time, late, zero, by telephone, and by nobody who was not there.
@Suite struct ReportPeriodJourneyTests {
    @Test(arguments: TestDatabase.dialects) func dayAfterDay(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let notice = try await down(site)
            try await asked(site, notice)
            try await zero(site, notice)
            try await nextDay(site, notice)
            try await byTelephone(site, notice)
            try await ended(site, notice)
        }
    }

    /// The office behind a unit's name is printed in the address, and what it accepts is accepted.
    @Test(arguments: TestDatabase.dialects) func toTheOfficeThatTheNoticeNames(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let text = DutyJourneyTests.notice.replacing("焦作市总工会", with: "河南省总工会")
                .replacing("各县（市）区总工会，市各产业工会，市属各基层工会：", with: "各省辖市总工会：")
                .replacing("一、", with: "有关情况请及时报告省总工会办公室。\n\n一、")
            let province = try await TestClerk("zhenggeng", at: site)
            let notice = try await province.register(text)
            _ = try await province.dispatch(notice)
            let city = try await TestClerk("sunbing", at: site)
            try await city.sign(try await city.firstReceipt())
            let list = try await city.browser.get("/notices/\(notice)/reports")
            #expect(list.contains("请及时报告省总工会办公室"), "what the notice says of reporting stands beside")
            let report = try await city.startReport(notice)
            let chair = try await site.principal(of: DemoFederation.jiaozuoCode)
            _ = try await ReportActs(site.federation).sign(
                report, body: "已传达部署。", despite: true, as: chair, at: try #require(chair.unit),
                id: site.federation.newActID())
            let paper = try await city.browser.get("/reports/\(report)/paper")
            #expect(paper.contains("河南省总工会办公室：") && PageFaults.found(in: paper.text).isEmpty)
            let (office, waiting) = try await site.federation.read { db in
                let found = try ReportStore.find(report, in: db)
                return (found?.officeUnit, try DueStore.owing(.reportAccept, about: report.raw, in: db))
            }
            #expect(office != nil && waiting.count == 1, "one of the two looks at it")
        }
    }

    /// The city's own paper; one county has signed it.
    private func down(_ site: TestSite) async throws -> NoticeID {
        let city = try await TestClerk("sunbing", at: site)
        let notice = try await city.register(DutyJourneyTests.notice)
        _ = try await city.dispatch(notice)
        let county = try await TestClerk("liding", at: site)
        try await county.sign(try await county.firstReceipt())
        return notice
    }

    private func asked(_ site: TestSite, _ notice: NoticeID) async throws {
        let city = try await TestClerk("sunbing", at: site)
        let (list, path) = ("/notices/\(notice)/reports", "/notices/\(notice)/report-askings")
        let why = try await city.send(path, from: list, [("rhythm", "daily"), ("outline", ""), ("asking_reason", "")])
        #expect(why.status == 422 && why.contains("写明为什么要"))
        let nothing = try await city.send(path, from: list, [("rhythm", ""), ("outline", ""), ("asking_reason", "防汛")])
        #expect(nothing.status == 422 && nothing.contains("value=\"防汛\""), "what was typed is still there")
        let done = try await city.send(
            path, from: list,
            [("rhythm", "daily"), ("outline", "一、到位情况\n签收 【签收】 个\n二、困难"), ("asking_reason", "汛情每天在变")])
        #expect(done.status == 303)
        let county = try await TestClerk("liding", at: site)
        let today = try await county.browser.get("/today")
        #expect(today.contains("报情况"))
        let page = try await county.browser.get(list)
        #expect(page.contains("焦作市总工会要求每天报一次") && page.contains("汛情每天在变"))
        #expect(PageFaults.found(in: page.text).isEmpty)
        let own = try await city.browser.get("/today")
        #expect(!own.contains("报情况"), "whoever asks does not owe it")
        let mill = try await TestClerk("zhouwu", at: site)
        #expect(try await !mill.browser.get("/today").contains("报情况"), "it is asked of those directly below alone")
        let forbidden = try await mill.browser.post(path, [("act", "")])
        #expect([403, 404].contains(forbidden.status))
    }

    private func zero(_ site: TestSite, _ notice: NoticeID) async throws {
        let county = try await TestClerk("liding", at: site)
        let list = "/notices/\(notice)/reports"
        let clerk = try await county.browser.post("/notices/\(notice)/zero-reports", [("act", "")])
        #expect(clerk.status == 403, "the head of the unit says that there is nothing")
        let chair = try await site.principal(of: DemoFederation.qinyangCode)
        let report = try await ReportActs(site.federation).zero(
            notice, as: chair, at: try #require(chair.unit), id: site.federation.newActID())
        #expect(try await !county.browser.get("/today").contains("报情况"))
        let city = try await TestClerk("sunbing", at: site)
        let page = try await city.browser.get(list)
        #expect(page.contains("每期谁报了") && page.contains(">零</a>") && page.contains("零报告"))
        #expect(PageFaults.found(in: page.text).isEmpty)
        let shown = try await city.browser.get("/reports/\(report)")
        #expect(shown.contains(ReportRules.zero))
        let units = try await city.browser.get("/reports/\(report)/units")
        #expect(units.status == 200 && units.contains("沁阳市总工会") && PageFaults.found(in: units.text).isEmpty)
        let before = try await city.browser.get("/reports/\(report)/units?of=signed").rows
        let mill = try await TestClerk("liding", at: site)
        _ = try await mill.dispatch(notice)
        #expect(
            try await city.browser.get("/reports/\(report)/units?of=signed").rows == before,
            "the list of units of that day stays")
    }

    private func nextDay(_ site: TestSite, _ notice: NoticeID) async throws {
        site.clock.advance(seconds: 86_400)
        try await ReportAskingActs.roll(site.federation)
        try await ReportAskingActs.roll(site.federation)
        let periods = try await site.federation.read { db in
            try db.scalar("select count(*) as one from report_period where notice = \(notice)", as: Int.self)
        }
        #expect(periods == 2, "rolling twice opens one period")
        let county = try await TestClerk("liding", at: site)
        #expect(try await county.browser.get("/today").contains("报情况"))
        site.clock.advance(seconds: 86_400)
        try await ReportAskingActs.roll(site.federation)
        let day = try #require(CivilDay(Zone.day(site.clock.now()))).adding(days: -1)
        let clerk = try await TestClerk("liding", at: site)
        let report = try await clerk.send(
            "/notices/\(notice)/reports", from: "/notices/\(notice)/reports",
            [("covers", "\(day)"), ("outline", "receiver")])
        let id: ReportID = try #require(report.location.flatMap { TestClerk.id($0, after: "/reports/") })
        let page = try await clerk.browser.get("/reports/\(id)")
        #expect(page.area("body")?.contains("一、到位情况") == true && page.area("body")?.contains("【签收】") == false)
        let path = "/reports/\(id)"
        let empty = try await clerk.send(path + "/remarks", from: path, [("remark", " ")])
        #expect(empty.status == 422 && empty.contains("写明意见"))
        #expect(try await clerk.send(path + "/remarks", from: path, [("remark", "困难写具体一点")]).status == 303)
        #expect(try await clerk.browser.get(path).contains("困难写具体一点"))
        let chair = try await site.principal(of: DemoFederation.qinyangCode)
        _ = try await ReportActs(site.federation).sign(
            id, body: "一、到位情况\n\n雨具已到。", despite: true, as: chair, at: try #require(chair.unit),
            id: site.federation.newActID())
        let city = try await TestClerk("sunbing", at: site)
        let list = try await city.browser.get("/notices/\(notice)/reports")
        #expect(list.contains(">迟</a>") && list.contains(">零</a>") && list.contains(">缺<"))
        let table = try await city.browser.get("/notices/\(notice)/reports.csv")
        #expect(table.status == 200 && table.text.contains("沁阳市总工会,零,迟,·"))
        let shown = try await city.browser.get(path)
        #expect(!shown.contains("困难写具体一点"), "remarks stay in the house")
        #expect(shown.contains("<mark class=\"mark\">雨具已到。</mark>"), "what is new since the last report is marked")
    }

    private func byTelephone(_ site: TestSite, _ notice: NoticeID) async throws {
        let city = try await TestClerk("sunbing", at: site)
        let (list, path) = ("/notices/\(notice)/reports", "/notices/\(notice)/report-records")
        let page = try await city.browser.get(list)
        let absent = try #require(
            page.text.firstMatch(of: #/id="r-unit"[\s\S]*?<option value="([0-9A-Za-z]{9,})"/#).map { String($0.1) })
        let day = Zone.day(site.clock.now())
        let fields = [("unit", absent), ("channel", "telephone"), ("day", day), ("body", "河堤有人守，缺雨衣 30 件。")]
        for (name, sentence) in [("unit", "选是哪个单位"), ("channel", "怎么报来的"), ("day", "没有这一天"), ("body", "还没有内容")] {
            let wrong = fields.map { $0.0 == name ? (name, "") : $0 }
            let refused = try await city.send(path, from: list, wrong)
            #expect(refused.status == 422 && refused.contains(sentence), "\(name) \(absent)")
        }
        let ahead = fields.map { $0.0 == "day" ? ("day", "2999-01-01") : $0 }
        #expect(try await city.send(path, from: list, ahead).status == 422)
        let done = try await city.send(path, from: list, fields)
        #expect(done.status == 303, "\(done.text.matches(of: #/class="error"[^<]*<?[^<]*/#).map { $0.0 })")
        let report = try await city.browser.get(done.location ?? "")
        #expect(report.contains("缺雨衣 30 件") && report.contains("焦作市总工会代记"))
        #expect(try await city.browser.get(list).contains("代记"))
        let there = try await site.unit(DemoFederation.qinyangCode).id
        let onMuster = fields.map { $0.0 == "unit" ? ("unit", "\(there)") : $0 }
        #expect(try await city.send(path, from: list, onMuster).status == 404, "who is on Muster speaks for itself")
    }

    private func ended(_ site: TestSite, _ notice: NoticeID) async throws {
        let city = try await TestClerk("sunbing", at: site)
        let list = "/notices/\(notice)/reports"
        let stopped = try await city.send("/notices/\(notice)/report-endings", from: list, [])
        #expect(stopped.status == 303)
        let county = try await TestClerk("liding", at: site)
        #expect(try await !county.browser.get("/today").contains("报情况"))
        site.clock.advance(seconds: 86_400)
        try await ReportAskingActs.roll(site.federation)
        #expect(try await !county.browser.get("/today").contains("报情况"))
    }
}

extension TestPage {
    /// The rows of its table.
    fileprivate var rows: [String] { text.matches(of: #/<tr>[\s\S]*?</tr>/#).map { String($0.0) } }
}
