import MusterTesting
import Storage
import Testing

@Suite struct FirstJourneyTests {
    @Test(arguments: TestDatabase.dialects) func theCastMayEnterTheDemo(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.browser(as: "sunbing")
            let today = try await clerk.get("/today")
            #expect(today.status == 200)
            #expect(today.contains("焦作市总工会"))
        }
    }
}
