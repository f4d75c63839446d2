import Directives
import Federation
import Foundation
import MusterTesting
import Site
import Storage
import Testing

/// A clerk changes what the reader proposed, before it is allocated.
@Suite struct RevisionJourneyTests {
    @Test(arguments: TestDatabase.dialects)
    func splitMergedRevisedAndAdded(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await TestClerk("sunbing", at: site)
            let notice = try await clerk.register(DutyJourneyTests.notice)
            _ = try await clerk.sortAsProposed(notice)
            let before = try await obligations(of: notice, site)
            let second = try #require(before.first { $0.quote.contains("领导小组") })
            let path = "/obligations/\(second.id)"
            let wrong = try await clerk.send(path + "/splits", from: path + "/revisions", [("words", "没有这句")])
            #expect(wrong.status == 422 && wrong.contains("原文里没有这段话") && wrong.contains("没有这句"))
            let split = try await clerk.send(
                path + "/splits", from: path + "/revisions", [("words", "由主要负责同志")])
            #expect(split.status == 303)
            let after = try await obligations(of: notice, site)
            #expect(after.count == before.count + 1 && after.contains { $0.quote == "由主要负责同志任组长" })
            try await savedAgain(clerk, notice, site, after.count)
            try await merged(clerk, notice, site, before.count)
            try await added(clerk, notice, site)
            try await notOnceAllocated(clerk, notice, site)
        }
    }

    /// Saving the worktable does not bring back what was split.
    private func savedAgain(_ clerk: TestClerk, _ notice: NoticeID, _ site: TestSite, _ count: Int) async throws {
        _ = try await clerk.sortAsProposed(notice)
        #expect(try await obligations(of: notice, site).count == count)
    }

    private func merged(_ clerk: TestClerk, _ notice: NoticeID, _ site: TestSite, _ count: Int) async throws {
        let first = try #require(try await obligations(of: notice, site).first { $0.quote.contains("领导小组") })
        let path = "/obligations/\(first.id)"
        #expect(try await clerk.send(path + "/merges", from: path + "/revisions", []).status == 303)
        let after = try await obligations(of: notice, site)
        #expect(after.count == count)
        let one = try #require(after.first { $0.quote.contains("领导小组") })
        #expect(one.quote.contains("任组长") && one.ranges.count == 1, "joined to one stretch")
        let revised = try await clerk.send(
            "/obligations/\(one.id)/revisions", from: "/obligations/\(one.id)/revisions",
            [("role", "report"), ("kinds", "federation"), ("levels", "county"), ("proof", "figure")])
        #expect(revised.status == 303)
        let changed = try #require(try await obligations(of: notice, site).first { $0.id == one.id })
        #expect(changed.role == .report && changed.proof == .figure)
        #expect(changed.binding.unitKinds == [.federation] && changed.binding.unitLevels == [.county])
        let nobody = try await clerk.send(
            "/obligations/\(one.id)/revisions", from: "/obligations/\(one.id)/revisions", [("role", "report")])
        #expect(nobody.status == 422 && nobody.contains("至少选一种单位"))
    }

    private func added(_ clerk: TestClerk, _ notice: NoticeID, _ site: TestSite) async throws {
        let path = "/notices/\(notice)/markings"
        let taken = try await clerk.send(
            path, from: path, [("words", "成立防汛工作领导小组"), ("kinds", "federation"), ("levels", "all")])
        #expect(taken.status == 422 && taken.contains("已经有一件了"))
        let count = try await obligations(of: notice, site).count
        let words = [("words", "做好防汛期间职工\n安全工作通知如下"), ("kinds", "federation"), ("levels", "all")]
        #expect(try await clerk.send(path, from: path, words).status == 303)
        let after = try await obligations(of: notice, site)
        #expect(after.count == count + 1 && after.contains { !$0.isProposed && $0.sort == .duty })
    }

    private func notOnceAllocated(_ clerk: TestClerk, _ notice: NoticeID, _ site: TestSite) async throws {
        try await clerk.allocate(notice)
        let one = try #require(try await obligations(of: notice, site).first { $0.sort == .duty })
        let path = "/obligations/\(one.id)"
        let late = try await clerk.send(path + "/merges", from: path + "/revisions", [])
        #expect(late.status == 409)
    }

    /// A level below adopts what was sorted above, and may add what that passed over; its branch alone is bound by it.
    @Test(arguments: TestDatabase.dialects)
    func aLevelBelowMayAdd(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            _ = try await city.sortAsProposed(notice)
            try await city.allocate(notice)
            _ = try await city.dispatch(notice)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try await county.firstReceipt())
            let page = try await county.browser.get("/notices/\(notice)/obligations")
            #expect(page.contains("焦作市总工会已分类，照此办理"))
            #expect(page.act(of: "/notices/\(notice)/obligations") == nil, "it does not sort again")
            let path = "/notices/\(notice)/markings"
            let words = [("words", "职工安全情况"), ("kinds", "grassrootsUnion"), ("levels", "workplace")]
            #expect(try await county.send(path, from: path, words).status == 303)
            try await county.allocate(notice)
            _ = try await county.dispatch(notice)
            let chair = try await TestClerk("zhouwu", at: site)
            try await chair.sign(try await chair.firstReceipt())
            #expect(try await chair.browser.get("/notices/\(notice)/duties").contains("职工安全情况"))
            let above = try await city.browser.get("/notices/\(notice)/obligations")
            #expect(!above.contains("职工安全情况"), "it is the county's")
            let matrix = try await city.browser.get("/notices/\(notice)/progress")
            #expect(matrix.contains("职工安全情况"), "and is seen from above")
        }
    }

    private func obligations(of notice: NoticeID, _ site: TestSite) async throws -> [Obligation] {
        try await site.federation.read { try ObligationStore.obligations(of: notice, in: $0) }
    }
}

extension TestClerk {
    /// Sends the form that a page shows for an address.
    func send(_ path: String, from page: String, _ fields: [(String, String)]) async throws -> TestPage {
        let shown = try await browser.get(page)
        return try await browser.post(path, fields + [("act", shown.act(of: path) ?? "")])
    }
}
