import Directives
import Federation
import Foundation
import MusterTesting
import Site
import Storage
import Testing

/// The two notices of the mission on overlapping ways: the telegram relayed as it is, and the city's cover with both.
@Suite struct MissionDutyTests {
    @Test(arguments: TestDatabase.dialects)
    func theWorkplaceOwesEachDutyOnce(_ dialect: Dialect) async throws {
        guard let papers = try MissionPapers.load() else { return }
        try await TestSite.with(dialect) { site in
            try await province(site, papers)
            let (telegram, cover) = try await city(site, papers)
            try await county(site)
            try await workplace(site, [telegram, cover])
        }
    }

    /// The reader parts the sentence of the fourteen heads (三高三全四坚四抓) in two; merged it is one checklist.
    @Test(arguments: TestDatabase.dialects)
    func theSelfCheckHasFourteenHeads(_ dialect: Dialect) async throws {
        guard let papers = try MissionPapers.load() else { return }
        try await TestSite.with(dialect) { site in
            let clerk = try await TestClerk("zhenggeng", at: site)
            let telegram = try await clerk.register(papers.provincial)
            _ = try await clerk.sortAsProposed(telegram)
            let parted = try #require(
                try await obligations(of: telegram, site).first { $0.quote.contains("“四坚”") })
            let path = "/obligations/\(parted.id)"
            #expect(try await clerk.send(path + "/merges", from: path + "/revisions", []).status == 303)
            let whole = try #require(
                try await obligations(of: telegram, site).first { $0.quote.contains("“四坚”") })
            #expect(whole.proof == .checklist)
            _ = try await clerk.sortAsProposed(telegram, changing: ["sort-\(telegram)-\(whole.place)": "duty"])
            try await clerk.allocate(telegram)
            let page = try await clerk.browser.get("/notices/\(telegram)/duties")
            let boxes = page.text.matches(of: #/name="(item-[^"]+)" value="([0-9]+)"/#)
                .map { (String($0.1), String($0.2)) }
            #expect(boxes.count == 14)
            try await ticked(clerk, telegram, Array(boxes.dropLast()))
            let under = try await clerk.browser.get("/notices/\(telegram)/duties")
            #expect(under.contains("已勾 13 / 14"))
            try await ticked(clerk, telegram, boxes)
            let settled = try await clerk.browser.get("/notices/\(telegram)/duties")
            #expect(settled.contains("14 / 14"))
        }
    }

    private func ticked(_ clerk: TestClerk, _ notice: NoticeID, _ boxes: [(String, String)]) async throws {
        let path = "/notices/\(notice)/settlements"
        let done = try await clerk.send(path, from: "/notices/\(notice)/duties", boxes + [("text", "逐项自查。")])
        #expect(done.status == 303)
    }

    private func obligations(of notice: NoticeID, _ site: TestSite) async throws -> [Obligation] {
        try await site.federation.read { try ObligationStore.obligations(of: notice, in: $0) }
    }

    /// The province sorts its telegram and allocates it all the way down.
    private func province(_ site: TestSite, _ papers: MissionPapers) async throws {
        let clerk = try await TestClerk("zhenggeng", at: site)
        let telegram = try await clerk.register(papers.provincial)
        _ = try await clerk.sortAsProposed(telegram)
        try await clerk.allocate(telegram)
        _ = try await clerk.dispatch(telegram)
    }

    /// The city relays the telegram, and sends a cover that carries it again: what the province sorted stands.
    private func city(_ site: TestSite, _ papers: MissionPapers) async throws -> (NoticeID, NoticeID) {
        let clerk = try await TestClerk("sunbing", at: site)
        let receipt = try await clerk.firstReceipt()
        try await clerk.sign(receipt)
        let telegram: NoticeID = try #require(
            try await site.federation.read { try $0.scalar("select notice from receipt where id = \(receipt)") })
        _ = try await clerk.dispatch(telegram)
        let cover = try await clerk.register(papers.whole)
        let table = try await clerk.browser.get("/notices/\(cover)/obligations")
        #expect(table.contains("河南省总工会已分类，照此办理"))
        _ = try await clerk.sortAsProposed(cover)
        try await clerk.allocate(cover)
        let doubled = try await site.federation.read { db -> Int? in
            try db.scalar(
                """
                select count(*) from (select obligation from allocation where ended_at is null
                    group by obligation having count(*) > 1) twice
                """)
        }
        #expect(doubled == 0, "what binds from above is not allocated again")
        _ = try await clerk.dispatch(cover)
        return (telegram, cover)
    }

    private func county(_ site: TestSite) async throws {
        let clerk = try await TestClerk("liding", at: site)
        for _ in 0..<2 {
            let receipt = try await clerk.firstReceipt()
            try await clerk.sign(receipt)
            let notice: NoticeID? = try await site.federation.read {
                try $0.scalar("select notice from receipt where id = \(receipt)")
            }
            _ = try await clerk.dispatch(try #require(notice))
        }
    }

    private func workplace(_ site: TestSite, _ notices: [NoticeID]) async throws {
        let chair = try await TestClerk("zhouwu", at: site)
        let today = try await chair.browser.get("/today")
        #expect(today.contains("今天 2 件"), "one notice is one item")
        #expect(today.text.utf8.count < 30_000)
        for _ in notices { try await chair.sign(try await chair.firstReceipt()) }
        var seen: [String] = []
        for notice in notices {
            let page = try await chair.browser.get("/notices/\(notice)/duties")
            seen += page.text.matches(of: #/href="\/obligations\/([0-9A-Z]+)"/#).map { String($0.1) }
        }
        let mill = try await site.unit(DemoFederation.textileMillCode)
        let owed = try await site.federation.read {
            try DueScopeStore.owed(by: mill, gate: ObligationGate.self, in: $0).map { "\(ObligationID($0.subject))" }
        }
        #expect(Set(owed).count == owed.count && Set(seen) == Set(owed))
        #expect(owed.count < 15, "of 91 sentences \(owed.count) are asked of a mill")
        for notice in notices {
            let page = try await chair.browser.get("/notices/\(notice)/duties")
            guard page.act(of: "/notices/\(notice)/settlements") != nil else { continue }
            #expect(try await chair.settle(notice, page, figure: "7").status == 303)
        }
        #expect(try await chair.browser.get("/today").contains("今天没有等你的事"))
        let done = try await chair.browser.get("/today/settled")
        #expect(done.status == 200 && done.contains("要办") && done.contains("签收通知"))
    }
}
