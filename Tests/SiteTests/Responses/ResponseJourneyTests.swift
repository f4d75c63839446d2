import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// A response holds notices together; when its level changes, everything that depends on it says so.
@Suite struct ResponseJourneyTests {
    @Test(arguments: TestDatabase.dialects) func theLevelChanges(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let leader = try await TestClerk("zhaojia", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            _ = try await city.sortAsProposed(notice)
            try await city.allocate(notice)
            _ = try await city.dispatch(notice)
            #expect(try await city.browser.post("/responses", [("act", "")]).status == 403, "a clerk opens none")
            let response = try await opened(leader)
            try await attached(city, notice, response)
            try await levelled(site, city, leader, notice, response)
            try await closed(city, leader, response)
        }
    }

    private func opened(_ leader: TestClerk) async throws -> ResponseID {
        let fields = [("name", "主汛期防汛"), ("level", "3"), ("reason", "市防汛指挥部 7 月 18 日启动")]
        for (name, sentence) in [("name", "写上叫什么"), ("level", "选一个级别"), ("reason", "写明依据")] {
            let wrong = fields.map { $0.0 == name ? (name, "") : $0 }
            let refused = try await leader.send("/responses", from: "/responses", wrong)
            #expect(refused.status == 422 && refused.contains(sentence), "\(name)")
        }
        let done = try await leader.send("/responses", from: "/responses", fields)
        #expect(done.status == 303)
        return try #require(done.location.flatMap { TestClerk.id($0, after: "/responses/") })
    }

    private func attached(_ city: TestClerk, _ notice: NoticeID, _ response: ResponseID) async throws {
        let path = "/responses/\(response)"
        let none = try await city.send(path + "/notices", from: path, [("notice", "")])
        #expect(none.status == 422 && none.contains("选一份公文"))
        #expect(try await city.send(path + "/notices", from: path, [("notice", "\(notice)")]).status == 303)
        let again = try await city.send(path + "/notices", from: path, [("notice", "\(notice)")])
        #expect(again.status == 409)
        let page = try await city.browser.get(path)
        #expect(page.contains("/notices/\(notice)/picture") && page.contains("三级"))
        #expect(PageFaults.found(in: page.text).isEmpty)
    }

    private func levelled(
        _ site: TestSite, _ city: TestClerk, _ leader: TestClerk, _ notice: NoticeID, _ response: ResponseID
    ) async throws {
        let path = "/responses/\(response)"
        #expect(try await !city.browser.get("/notices/\(notice)/picture").contains("有变化"))
        let same = try await leader.send(path + "/levels", from: path, [("level", "3"), ("reason", "再报")])
        #expect(same.status == 422 && same.contains("现在就是这一级") && same.contains("再报"))
        let done = try await leader.send(path + "/levels", from: path, [("level", "1"), ("reason", "沁河超警戒水位")])
        #expect(done.status == 303)
        for page in ["/notices/\(notice)", "/notices/\(notice)/picture", "/notices/\(notice)/progress"] {
            let shown = try await city.browser.get(page)
            #expect(shown.contains("由三级调为一级") && shown.contains("沁河超警戒水位"), "\(page)")
        }
        let county = try await TestClerk("liding", at: site)
        #expect(try await county.browser.get(path).status == 200, "the levels below see what stands above them")
        let change = try await county.browser.post(path + "/levels", [("level", "2"), ("reason", "试"), ("act", "")])
        #expect([403, 404].contains(change.status))
        let province = try await TestClerk("zhenggeng", at: site)
        #expect(try await province.browser.get(path).status == 404, "a level above has its own")
    }

    private func closed(_ city: TestClerk, _ leader: TestClerk, _ response: ResponseID) async throws {
        let path = "/responses/\(response)"
        #expect(try await leader.send(path + "/closings", from: path, [("reason", "")]).status == 422)
        #expect(try await leader.send(path + "/closings", from: path, [("reason", "汛期结束")]).status == 303)
        let late = try await leader.browser.post(path + "/levels", [("level", "2"), ("reason", "试"), ("act", "")])
        #expect(late.status == 409)
        #expect(try await city.browser.get("/responses").contains("终止"))
    }
}
