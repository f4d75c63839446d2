import Directives
import Federation
import HTTPTypes
import MusterTesting
import Site
import Storage
import Testing

/// Up: a county reports, the city quotes it, the province has the city's words; what was signed stays as it was.
@Suite struct ReportJourneyTests {
    @Test(arguments: TestDatabase.dialects) func upFromTheCountyToTheProvince(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let notice = try await down(site)
            let county = try await county(site, notice)
            let city = try await city(site, notice, county)
            try await province(site, notice, city)
            try await frozen(site, notice, city)
            try await refused(site, notice, city)
        }
    }

    /// The province sends a notice down; city and county sign and relay it.
    private func down(_ site: TestSite) async throws -> NoticeID {
        let text = DutyJourneyTests.notice.replacing("焦作市总工会", with: "河南省总工会")
            .replacing("各县（市）区总工会，市各产业工会，市属各基层工会：", with: "各省辖市总工会：")
        let province = try await TestClerk("zhenggeng", at: site)
        let notice = try await province.register(text)
        _ = try await province.sortAsProposed(notice)
        try await province.allocate(notice)
        _ = try await province.dispatch(notice)
        for login in ["sunbing", "liding"] {
            let clerk = try await TestClerk(login, at: site)
            try await clerk.sign(try await clerk.firstReceipt())
            _ = try await clerk.dispatch(notice)
        }
        return notice
    }

    private func county(_ site: TestSite, _ notice: NoticeID) async throws -> ReportID {
        let clerk = try await TestClerk("liding", at: site)
        let report = try await clerk.startReport(notice)
        let page = try await clerk.browser.get("/reports/\(report)")
        #expect(page.contains("现将《") && page.area("body")?.contains("个单位中送到") == true, "the outline is filled")
        #expect(PageFaults.found(in: page.text).isEmpty)
        let again = try await clerk.browser.post("/notices/\(notice)/reports", [("act", "")])
        #expect(again.status == 409, "one at a time")
        let chair = try await site.principal(of: DemoFederation.qinyangCode)
        let claim = (page.area("body") ?? "") + "\n全部单位均已落实。"
        let acts = ReportActs(site.federation)
        await #expect(throws: ReportRefusal.self) {
            try await acts.sign(
                report, body: claim, despite: false, as: chair, at: chair.unit ?? UnitID(0),
                id: site.federation.newActID())
        }
        let unsigned = try await clerk.send(
            "/reports/\(report)/signatures", from: "/reports/\(report)", [("body", "沁阳已发雨具 800 件。")])
        #expect(unsigned.status == 403, "the clerk writes, the head of the unit signs")
        _ = try await acts.sign(
            report, body: "沁阳已发雨具 800 件。\n\n还缺 200 件。", despite: false, as: chair, at: chair.unit ?? UnitID(0),
            id: site.federation.newActID())
        return report
    }

    private func city(_ site: TestSite, _ notice: NoticeID, _ below: ReportID) async throws -> ReportID {
        let clerk = try await TestClerk("sunbing", at: site)
        #expect(try await clerk.browser.get("/today").contains("看下级的报告"))
        let list = try await clerk.browser.get("/notices/\(notice)/reports")
        #expect(list.contains("沁阳市总工会的报告") && PageFaults.found(in: list.text).isEmpty)
        let path = "/reports/\(below)"
        let back = try await clerk.send(path + "/returns", from: path, [("reason", "")])
        #expect(back.status == 422 && back.contains("写明退回的原因"))
        #expect(try await clerk.send(path + "/acceptances", from: path, []).status == 303)
        #expect(try await !clerk.browser.get("/today").contains("看下级的报告"))
        let report = try await clerk.startReport(notice)
        let quoted = try await clerk.send(
            "/reports/\(report)/quotes", from: "/reports/\(report)", [("passage", "\(below):1")])
        #expect(quoted.status == 303)
        let page = try await clerk.browser.get("/reports/\(report)")
        #expect(page.contains("沁阳市总工会报告：“还缺 200 件。”") && page.contains("引用的出处"))
        let wrong = try await clerk.send(
            "/reports/\(report)/quotes", from: "/reports/\(report)", [("passage", "\(report):0")])
        #expect(wrong.status == 422, "only what came up from below is quoted")
        let leader = try await TestClerk("zhaojia", at: site)
        let body = page.area("body") ?? ""
        let challenged = try await leader.send(
            "/reports/\(report)/signatures", from: "/reports/\(report)", [("body", body + "\n所有单位已落实。")])
        #expect(challenged.status == 422 && challenged.contains("所有单位已落实") && challenged.contains("照样报出"))
        let signed = try await leader.send(
            "/reports/\(report)/signatures", from: "/reports/\(report)",
            [("body", body + "\n所有单位已落实。"), ("despite", "1")])
        #expect(signed.status == 303)
        return report
    }

    private func province(_ site: TestSite, _ notice: NoticeID, _ below: ReportID) async throws {
        let clerk = try await TestClerk("zhenggeng", at: site)
        let page = try await clerk.browser.get("/reports/\(below)")
        #expect(page.contains("沁阳市总工会报告：“还缺 200 件。”") && page.contains("所有单位已落实"))
        let returned = try await clerk.send(
            "/reports/\(below)/returns", from: "/reports/\(below)", [("reason", "第三部分没有写。")])
        #expect(returned.status == 303)
        let city = try await TestClerk("sunbing", at: site)
        #expect(try await city.browser.get("/today").contains("报告退回，改好再报"))
        let leader = try await TestClerk("zhaojia", at: site)
        let again = try await leader.send(
            "/reports/\(below)/signatures", from: "/reports/\(below)", [("body", "雨具发到一线，缺口已上报。")])
        #expect(again.status == 303)
        #expect(try await !city.browser.get("/today").contains("报告退回，改好再报"))
        let late = try await city.send(
            "/reports/\(below)/versions", from: "/reports/\(below)", [("body", "改一改")])
        #expect(late.status == 409, "what went up is not written any more")
        let own = try await clerk.browser.post("/notices/\(notice)/reports", [("act", "")])
        #expect(own.status == 303, "the province composes its own")
        let report: ReportID = try #require(own.location.flatMap { TestClerk.id($0, after: "/reports/") })
        let quoted = try await clerk.send(
            "/reports/\(report)/quotes", from: "/reports/\(report)", [("passage", "\(below):0")])
        #expect(quoted.status == 303)
        let whole = try await clerk.browser.get("/reports/\(report)")
        #expect(whole.contains("焦作市总工会报告：“雨具发到一线，缺口已上报。”"))
    }

    /// A year and more signatures later the paper is the same, byte for byte.
    private func frozen(_ site: TestSite, _ notice: NoticeID, _ report: ReportID) async throws {
        let clerk = try await TestClerk("sunbing", at: site)
        let before = try await clerk.browser.get("/reports/\(report)/paper")
        #expect(before.status == 200 && before.contains("雨具发到一线"))
        let chair = try await TestClerk("zhouwu", at: site)
        try await chair.sign(try await chair.firstReceipt())
        site.clock.advance(seconds: 365 * 86_400)
        let later = try await TestClerk("sunbing", at: site)
        #expect(try await later.browser.get("/reports/\(report)/paper").text == before.text)
        let text = try await later.send("/reports/\(report)/exports", from: "/reports/\(report)", [("format", "text")])
        #expect(text.status == 200 && text.text.contains("河南省总工会：") && text.text.contains("雨具发到一线"))
        let docx = try await later.send("/reports/\(report)/exports", from: "/reports/\(report)", [("format", "docx")])
        #expect(docx.status == 200 && docx.headers[.contentType]?.contains("wordprocessingml") == true)
        let draft = try await later.send("/reports/\(report)/exports", from: "/reports/\(report)", [("format", "gif")])
        #expect(draft.status == 422 || draft.status == 400)
        let table = try await later.browser.get("/notices/\(notice)/progress.csv")
        #expect(table.status == 200 && table.text.split(separator: "\n").count >= 3)
        let picture = try await later.browser.get("/notices/\(notice)/picture")
        #expect(picture.status == 200, "while the picture goes on")
    }

    private func refused(_ site: TestSite, _ notice: NoticeID, _ report: ReportID) async throws {
        for login in ["fengren", "zhouwu"] {
            let browser = try await site.browser(as: login)
            for path in ["/reports/\(report)", "/reports/\(report)/paper"] {
                #expect(try await browser.get(path).status == 404, "\(login) \(path)")
            }
        }
        let county = try await TestClerk("liding", at: site)
        #expect(try await county.browser.get("/reports/\(report)").status == 404, "nobody below sees it")
        let steal = try await county.browser.post("/reports/\(report)/acceptances", [("act", "")])
        #expect(steal.status == 404)
    }
}

extension TestClerk {
    /// Begins a report about a notice.
    func startReport(_ notice: NoticeID) async throws -> ReportID {
        let done = try await send("/notices/\(notice)/reports", from: "/notices/\(notice)/reports", [])
        try #require(done.status == 303)
        return try #require(done.location.flatMap { Self.id($0, after: "/reports/") })
    }
}

extension TestSite {
    /// Who heads a unit, acting as that.
    func principal(of code: String) async throws -> Actor {
        let unit = try await unit(code).id
        return try #require(
            try await federation.read { db in
                try db.first(
                    "select id, person from post where unit = \(unit) and role = 'principal' and to_on is null"
                )
                .map { Actor(person: try $0["person"], post: try $0["id"], unit: unit, role: .principal) }
            })
    }
}
