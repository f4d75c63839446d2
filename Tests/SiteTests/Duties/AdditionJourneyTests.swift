import Directives
import Federation
import Foundation
import MusterTesting
import Site
import Storage
import Testing

/// What levels add beside the quotation, and who is named to answer.
@Suite struct AdditionJourneyTests {
    @Test(arguments: TestDatabase.dialects)
    func aDateMayOnlyComeEarlierOnTheWayDown(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            let early = try await city.add(notice, due: site.typed(days: 5), reason: "周末有大雨。")
            #expect(early.status == 409, "nothing is allocated yet")
            _ = try await city.sortAsProposed(notice)
            try await city.allocate(notice)
            #expect(try await city.add(notice, due: "", reason: "周末有大雨。").contains("写明期限"))
            #expect(try await city.add(notice, due: site.typed(days: -1), reason: "周末有大雨。").contains("在现在以后"))
            let silent = try await city.add(notice, due: site.typed(days: 5), reason: " ")
            #expect(silent.status == 422 && silent.contains("写明为什么加"))
            #expect(try await city.add(notice, due: site.typed(days: 5), reason: "周末有大雨。").status == 303)
            _ = try await city.dispatch(notice)
            try await county(site, notice)
            try await workplace(site, notice)
        }
    }

    private func county(_ site: TestSite, _ notice: NoticeID) async throws {
        let clerk = try await TestClerk("liding", at: site)
        let today = try await clerk.browser.get("/today")
        #expect(today.contains("焦作市总工会所定"))
        try await clerk.sign(try await clerk.firstReceipt())
        let later = try await clerk.add(notice, due: site.typed(days: 6), reason: "来不及。")
        #expect(later.status == 422 && later.contains("只能更早，不能更晚") && later.contains("来不及。"))
        #expect(try await clerk.add(notice, due: site.typed(days: 3), reason: "要留两天汇总。").status == 303)
        _ = try await clerk.dispatch(notice)
    }

    private func workplace(_ site: TestSite, _ notice: NoticeID) async throws {
        let chair = try await TestClerk("zhouwu", at: site)
        let today = try await chair.browser.get("/today")
        #expect(today.contains("沁阳市总工会所定"), "the earliest date counts, with whoever set it")
        let duties = try await chair.browser.get("/notices/\(notice)/duties")
        let id: ObligationID = try #require(TestClerk.id(duties.text, after: "href=\"/obligations/"))
        let page = try await chair.browser.get("/obligations/\(id)")
        #expect(page.contains("周末有大雨。") && page.contains("要留两天汇总。") && page.contains("比上级早"))
        #expect(page.act(of: "/obligations/\(id)/urges") == nil, "nobody is below")
    }

    @Test(arguments: TestDatabase.dialects)
    func nobodyOwnsWithoutBeingTold(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            let none = try await city.browser.post("/notices/\(notice)/owners", [("overall", "")])
            #expect(none.status == 409, "nothing is asked of anybody yet")
            _ = try await city.sortAsProposed(notice)
            try await city.allocate(notice)
            let page = try await city.browser.get("/notices/\(notice)/duties")
            try #require(page.status == 200)
            let post = try await post(of: "qianyi", site)
            guard let act = page.act(of: "/notices/\(notice)/owners") else {
                // The notice's clauses bind nobody at the city itself.
                Issue.record("the city owes nothing of its own notice")
                return
            }
            let elsewhere = try await self.post(of: "liding", site)
            let wrong = try await city.browser.post("/notices/\(notice)/owners", [("act", act), ("charge", elsewhere)])
            #expect(wrong.status == 422)
            let done = try await city.browser.post("/notices/\(notice)/owners", [("act", act), ("charge", post)])
            #expect(done.status == 303)
            let deputy = try await TestClerk("qianyi", at: site)
            #expect(try await deputy.browser.get("/today").contains("定了你负责一份公文"))
            #expect(try await !city.browser.get("/today").contains("定了你负责一份公文"), "it is told to one post")
            let told = try await deputy.browser.get("/notices/\(notice)/duties")
            let know = try #require(told.act(of: "/notices/\(notice)/owners/acknowledgements"))
            let known = try await deputy.browser.post(
                "/notices/\(notice)/owners/acknowledgements", [("act", know)])
            #expect(known.status == 303)
            #expect(try await !deputy.browser.get("/today").contains("定了你负责一份公文"))
        }
    }

    private func post(of login: String, _ site: TestSite) async throws -> String {
        let post: PostID? = try await site.federation.read {
            try $0.scalar(
                "select p.id from post p join person who on who.id = p.person where who.login = \(login) limit 1")
        }
        return "\(try #require(post))"
    }
}

extension TestSite {
    /// A moment so many days from now, as a browser's field for dates sends it.
    func typed(days: Int64) -> String { Zone.typed(clock.now().adding(days: days)) }
}

extension TestClerk {
    /// Adds a date to all that is allocated of a notice.
    func add(_ notice: NoticeID, due: String, reason: String) async throws -> TestPage {
        _ = try await browser.get("/notices/\(notice)/progress")
        return try await browser.post(
            "/notices/\(notice)/additions", [("kind", "due"), ("due", due), ("value", ""), ("reason", reason)])
    }
}
