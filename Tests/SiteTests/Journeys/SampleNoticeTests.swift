import Directives
import Federation
import MusterTesting
import Storage
import Testing

/// Muster's own sample stands ready where the mission document is not at hand.
@Suite struct SampleNoticeTests {
    @Test(arguments: TestDatabase.dialects) func theFloodCoverIsReadAndRegistered(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await TestClerk("sunbing", at: site)
            let paste = try await clerk.browser.get("/notices/new?sample=flood")
            let text = try #require(paste.area("text"))
            #expect(text.contains("河阳市总工会"))
            let cover = try await clerk.register(text)
            let inner = try await site.federation.read { try NoticeStore.contained(in: cover, in: $0).map(\.notice) }
            #expect(inner.map(\.number) == ["中工发电〔2026〕9号"])
            #expect(inner.map(\.grade) == [.urgent])
            let page = try await clerk.browser.get("/notices/\(cover)")
            #expect(page.status == 200 && page.contains("河工发〔2026〕17号"))
        }
    }
}
