import Federation
import MusterTesting
import Storage
import Testing
import Web

/// The database goes away under a server that goes on running, and comes back.
@Suite struct DatabaseAwayTests {
    private static let notice = "焦作市总工会关于做好值班工作的通知\n\n各县（市）区总工会：\n\n一、请安排专人值班。\n"

    @Test(.timeLimit(.minutes(10))) func whatWasTypedOutlivesTheDatabasesAbsence() async throws {
        try await TestPostgreSQL.with { server in
            let engine = try await openEngine(server.address, EngineOptions(connections: 4))
            try await TestSite.demo.lay(in: engine)
            try await TestSite.serve(engine) { site in
                let (clerk, reader) = (
                    try await site.browser(as: "sunbing"), try await site.browser(as: "sunbing", .english)
                )
                let stranger = site.browser()
                _ = try await stranger.get("/sign-in")
                _ = try await clerk.get("/notices/new")
                let draft = try await clerk.post("/readings", ["text": Self.notice])
                let act = try #require(draft.act(of: "/notices"))

                try await server.stop()
                #expect(try await clerk.get("/healthz").status == 200)
                #expect(try await clerk.get("/readyz").status == 503)
                #expect(try await clerk.get("/assets/muster.css").status == 200)
                let away = WebRefusal.databaseAway.sentence
                let page = try await reader.get("/today")
                #expect(page.status == 503)
                #expect(page.contains(away.en) && !page.contains(away.zh))
                let refused = try await clerk.post("/notices", ["text": Self.notice, "act": act])
                #expect(refused.status == 503)
                #expect(refused.contains(away.zh) && refused.contains("再试一次"))
                // Again, with nothing but what stands on the page.
                let kept = refused.fields(of: "/notices")
                #expect(kept.map(\.0).sorted() == ["act", "csrf", "text"])
                #expect(kept.first { $0.0 == "text" }?.1 == Self.notice)
                let still = try await clerk.post("/notices", kept)
                #expect(still.status == 503)
                #expect(still.fields(of: "/notices").map(\.1) == kept.map(\.1))
                // A password is on no page.
                let words = "s3cret-words"
                let entering = try await stranger.post("/sessions", ["login": "sunbing", "password": words])
                #expect(entering.status == 503)
                #expect(!entering.contains(words) && !entering.contains("再试一次"))

                try await server.start()
                #expect(try await clerk.get("/readyz").status == 200)
                let saved = try await clerk.post("/notices", still.fields(of: "/notices"))
                #expect(saved.status == 303)
                #expect(try await clerk.get(saved.location ?? "").contains("关于做好值班工作的通知"))
                // Every connection that stood idle meanwhile works, also all at once.
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<64 { group.addTask { try await site.federation.ping() } }
                    try await group.waitForAll()
                }
            }
        }
    }
}

extension TestPage {
    /// The hidden fields of the form that posts to a path, in order.
    fileprivate func fields(of path: String) -> [(String, String)] {
        guard let form = text.firstRange(of: "action=\"\(path)\"") else { return [] }
        let rest = text[form.upperBound...]
        let end = rest.firstRange(of: "</form>")?.lowerBound ?? rest.endIndex
        return rest[..<end].matches(of: #/type="hidden" name="([^"]*)" value="([^"]*)"/#)
            .map { (String($0.1), String($0.2)) }
    }
}
