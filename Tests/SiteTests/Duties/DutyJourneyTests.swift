import Directives
import Federation
import Foundation
import MusterTesting
import Site
import Storage
import Testing

/// Duties on their way: sorted and allocated by the city, waiting until the notice arrives, settled in one sentence.
@Suite struct DutyJourneyTests {
    /// A city's notice of our own, with something for offices, something for workplaces, and something to study.
    static let notice = """
        焦作市总工会关于做好防汛期间职工安全工作的通知

        各县（市）区总工会，市各产业工会，市属各基层工会：

        现就做好防汛期间职工安全工作通知如下。

        一、各级工会要组织学习防汛知识，提高思想认识。

        二、各级总工会要成立防汛工作领导小组，由主要负责同志任组长。

        三、各基层工会要配合行政为一线职工配备雨具等防护用品。各基层工会要督促职工离岗前检查门窗和电源。

        四、各级工会要及时报告防汛期间职工安全情况。

        焦作市总工会
        2020年2月4日
        """

    @Test(arguments: TestDatabase.dialects)
    func fromASentenceToWhoDidIt(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(Self.notice)
            let (duties, guidance) = try await city.sortAsProposed(notice)
            #expect(duties >= 2 && guidance >= 1, "\(duties) duties, \(guidance) guidance")
            try await city.allocate(notice)
            try await nothingBeforeItArrives(site)
            _ = try await city.dispatch(notice)
            try await county(site)
            let settled = try await workplace(site, notice)
            try await seenFromAbove(site, city, settled)
        }
    }

    /// Allocated to all depths, and yet the county and the mill owe nothing: nobody has sent it to them.
    private func nothingBeforeItArrives(_ site: TestSite) async throws {
        for login in ["liding", "zhouwu"] {
            let today = try await site.browser(as: login).get("/today")
            #expect(today.contains("今天没有等你的事"), "\(login)")
        }
    }

    private func county(_ site: TestSite) async throws {
        let clerk = try await TestClerk("liding", at: site)
        let today = try await clerk.browser.get("/today")
        #expect(today.contains("签收通知") && today.contains("要办"), "what is asked stands with the signature")
        #expect(today.contains("今天 1 件"))
        try await clerk.sign(try await clerk.firstReceipt())
        let after = try await clerk.browser.get("/today")
        #expect(!after.contains("签收通知") && after.contains("要办"), "its own duties are left")
        let id: NoticeID = try #require(TestClerk.id(after.text, after: "href=\"/notices/"))
        _ = try await clerk.dispatch(id)
    }

    /// The chair signs, and settles all of it with one sentence and one number.
    private func workplace(_ site: TestSite, _ notice: NoticeID) async throws -> Int {
        let chair = try await TestClerk("zhouwu", at: site)
        try await chair.sign(try await chair.firstReceipt())
        let page = try await chair.browser.get("/notices/\(notice)/duties")
        try #require(page.status == 200)
        let open = page.count(of: "type=\"checkbox\" name=\"duty\"") + page.count(of: "name=\"figure-")
        #expect(open >= 2 && page.count(of: "name=\"figure-") == 1)
        #expect(!page.contains("领导小组"), "what counties do is not asked of a mill")
        try await refusedWithoutANumber(chair, notice, page)
        let done = try await chair.settle(notice, page, figure: "120")
        #expect(done.status == 303)
        let after = try await chair.browser.get(done.location ?? "")
        #expect(after.contains("已办结 \(open) 件") && after.contains("都办了"))
        let today = try await chair.browser.get("/today")
        #expect(today.contains("今天没有等你的事"))
        try await undone(chair, notice, after, open)
        let again = try await chair.browser.get("/notices/\(notice)/duties")
        #expect(try await chair.settle(notice, again, figure: "1,200").status == 303)
        return open
    }

    /// A word in the place of a number is said there, and what was typed stays.
    private func refusedWithoutANumber(_ chair: TestClerk, _ notice: NoticeID, _ page: TestPage) async throws {
        let refused = try await chair.settle(notice, page, figure: "很多", text: "都发了雨衣。")
        #expect(refused.status == 422)
        #expect(refused.contains("不是一个数") && refused.contains("都发了雨衣。") && refused.contains("value=\"很多\""))
    }

    private func undone(_ chair: TestClerk, _ notice: NoticeID, _ page: TestPage, _ count: Int) async throws {
        let act = try #require(page.act(of: "/notices/\(notice)/undoings"))
        let done = try await chair.browser.post("/notices/\(notice)/undoings", [("act", act)])
        #expect(done.status == 303)
        let today = try await chair.browser.get("/today")
        #expect(today.contains("要办 \(count) 件"))
    }

    private func seenFromAbove(_ site: TestSite, _ city: TestClerk, _ settled: Int) async throws {
        let list = try await city.browser.get("/obligations")
        #expect(list.status == 200 && list.contains("防汛"))
        let notice: NoticeID = try #require(TestClerk.id(list.text, after: "href=\"/notices/"))
        let matrix = try await city.browser.get("/notices/\(notice)/progress")
        #expect(matrix.status == 200 && matrix.contains("沁阳"))
        let mill = try await site.unit(DemoFederation.textileMillCode).id
        let obligations = try await site.federation.read { db in
            try db.query("select obligation from assignment where unit = \(mill) and state = 'discharged'")
                .map { try $0["obligation"] as ObligationID }
        }
        #expect(obligations.count == settled)
        let asked = try #require(obligations.first)
        let sentence = try await city.browser.get("/obligations/\(asked)")
        #expect(sentence.contains("/obligations/\(asked)/units/\(mill)"), "one press to what the mill did")
        let did = try await city.browser.get("/obligations/\(asked)/units/\(mill)")
        #expect(did.status == 200 && did.contains("办结") && did.contains("href=\"/obligations/\(asked)\""))
        #expect(did.contains("href=\"/notices/\(notice)#:~:text="), "one press back to the sentence in the notice")
        try await givenBack(site, city, asked, mill)
        let outsider = try await TestClerk("fengren", at: site)
        for path in ["/obligations/\(asked)", "/obligations/\(asked)/units/\(mill)", "/notices/\(notice)/duties"] {
            #expect(try await outsider.browser.get(path).status == 404, "\(path)")
        }
    }

    /// The city gives one back with its reason; it is owed again, and the reason stands there.
    private func givenBack(
        _ site: TestSite, _ city: TestClerk, _ id: ObligationID, _ mill: UnitID
    ) async throws {
        let path = "/obligations/\(id)/units/\(mill)"
        let page = try await city.browser.get(path)
        let act = try #require(page.act(of: path + "/returns"))
        let silent = try await city.browser.post(path + "/returns", [("act", act), ("reason", " ")])
        #expect(silent.status == 422 && silent.contains("写明原因"))
        let done = try await city.browser.post(path + "/returns", [("act", act), ("reason", "没有写班组。")])
        #expect(done.status == 303)
        let chair = try await TestClerk("zhouwu", at: site)
        #expect(try await chair.browser.get("/today").contains("要办 1 件"))
        let own = try await chair.browser.get(path)
        #expect(own.contains("没有写班组。") && own.act(of: path + "/returns") == nil, "nobody gives back their own")
    }
}

extension TestClerk {
    /// Saves the worktable of a notice as it opens.
    /// - Returns: how many duties and how much guidance that made.
    func sortAsProposed(
        _ notice: NoticeID, changing changes: [String: String] = [:]
    ) async throws -> (duties: Int, guidance: Int) {
        let path = "/notices/\(notice)/obligations"
        let page = try await browser.get(path)
        try #require(page.status == 200)
        let act = try #require(page.act(of: path))
        let chosen = page.text.matches(
            of: #/name="(sort-[^"]+)" value="([a-z]+)" checked/#
        ).map { (String($0.1), changes[String($0.1)] ?? String($0.2)) }
        let done = try await browser.post(path, chosen + [("act", act)])
        try #require(done.status == 303)
        return (chosen.count { $0.1 == "duty" }, chosen.count { $0.1 == "guidance" })
    }

    /// Allocates what was sorted to any depth.
    func allocate(_ notice: NoticeID) async throws {
        let page = try await browser.get("/notices/\(notice)/obligations")
        let act = try #require(page.act(of: "/notices/\(notice)/allocations"))
        let done = try await browser.post("/notices/\(notice)/allocations", [("act", act), ("depth", "all")])
        try #require(done.status == 303)
    }

    /// Sends the form of what is owed as it opens, with a number wherever one is asked for.
    func settle(
        _ notice: NoticeID, _ page: TestPage, figure: String, text: String? = nil
    ) async throws -> TestPage {
        let path = "/notices/\(notice)/settlements"
        let act = try #require(page.act(of: path))
        var fields = [("act", act), ("text", text ?? page.value(of: "text") ?? "已按通知要求落实。")]
        fields += page.text.matches(of: #/name="duty" value="([^"]+)" checked/#).map { ("duty", String($0.1)) }
        fields += page.text.matches(of: #/name="(figure-[^"]+)"/#).map { (String($0.1), figure) }
        fields += page.text.matches(of: #/name="(item-[^"]+)" value="([0-9]+)"/#).map { (String($0.1), String($0.2)) }
        return try await browser.post(path, fields)
    }
}
