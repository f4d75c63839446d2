import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// Two servers on one PostgreSQL database behave as one.
@Suite(.serialized) struct TwoServersTests {
    // The limits of time stand in for words that are lost. They count from when all tests begin at once.
    private static let notice = """
        焦作市总工会关于做好值班工作的通知

        各县（市）区总工会、市各产业工会、市属基层工会：

        现就值班工作通知如下：

        一、请各单位安排专人值班。

        焦作市总工会

        2020年2月4日
        """

    /// Sixty-nine units: 10 counties, 8 industrial unions, 51 workplaces.
    private static let units = 69

    private func twoServers(
        _ body: @escaping @Sendable (_ first: TestSite, _ second: TestSite) async throws -> Void
    ) async throws {
        guard TestDatabase.dialects.contains(.postgresql) else {
            return print("Two servers are not tested in this run: they need PostgreSQL.")
        }
        try await TestDatabase.with(.postgresql, from: TestSite.demo) { database in
            let engine = try await openEngine(database.address, EngineOptions(connections: 4))
            let clock = SimulatedClock()
            try await TestSite.serve(database.engine, clock: clock) { first in
                try await TestSite.serve(engine, clock: clock) { second in
                    try await body(first, second)
                }
            }
        }
    }

    private func dispatch(from site: TestSite) async throws -> DispatchID {
        let clerk = try await TestClerk("sunbing", at: site)
        return try await clerk.dispatch(try await clerk.register(Self.notice))
    }

    @Test(.timeLimit(.minutes(10))) func aSignatureHereIsOnTheWallThere() async throws {
        try await twoServers { first, second in
            let dispatch = try await dispatch(from: first)
            let city = try await second.browser(as: "sunbing")
            #expect(try await city.get("/dispatches/\(dispatch)").contains("\(Self.units) 个等待"))
            try await Self.listen(first, second)
            var told = second.federation.bulletin.watch(Topic("dispatch", dispatch)).makeAsyncIterator()
            let county = try await TestClerk("liding", at: first)
            try await county.sign(try await county.firstReceipt())
            #expect(try await city.get("/dispatches/\(dispatch)").contains("\(Self.units - 1) 个等待"))
            // The other server's page is told without asking; the time limit stands in for a lost word.
            #expect(await told.next() != nil)
        }
    }

    /// Returns when the second server hears the first.
    private static func listen(_ first: TestSite, _ second: TestSite) async throws {
        let topic = Topic("probe", first.federation.newActID())
        let heard = second.federation.bulletin.watch(topic)
        let caller = Task { while !Task.isCancelled { await first.federation.engine.announce(topic.text) } }
        for await _ in heard { break }
        caller.cancel()
        await caller.value
    }

    @Test(.timeLimit(.minutes(10))) func oneActPostedToBothIsOneAct() async throws {
        try await twoServers { first, second in
            _ = try await dispatch(from: first)
            let clerks = [try await TestClerk("liding", at: first), try await TestClerk("liding", at: second)]
            let receipt = try await clerks[0].firstReceipt()
            let page = try await clerks[0].browser.get("/receipts/\(receipt)")
            _ = try await clerks[1].browser.get("/receipts/\(receipt)")
            let path = "/receipts/\(receipt)/signatures"
            let act = try #require(page.act(of: path))
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for clerk in clerks {
                    group.addTask { try await clerk.browser.post(path, [("act", act)]).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == [303, 303])
            let (entries, facts) = try await first.federation.read { db -> (Int, Int) in
                let subject = Subject("receipt", receipt)
                let entries = try JournalStore.entries(on: subject, in: db).filter { $0.verb == "receipt.sign" }
                let facts = try ReceiptStore.facts(of: receipt, in: db).filter { $0.kind == .signed }
                return (entries.count, facts.count)
            }
            #expect(entries == 1 && facts == 1)
        }
    }

    @Test(.timeLimit(.minutes(10))) func fortySignaturesThroughBothAreCountedExactly() async throws {
        try await twoServers { first, second in
            let dispatch = try await dispatch(from: first)
            let day = Zone.day(first.clock.now())
            let deliveries = try await first.federation.read { db in
                let all = try DispatchStore.deliveries(of: dispatch, in: db)
                let away = try UnitStore.notOnMuster(all.map(\.receipt.unit), on: day, in: db)
                return Array(all.filter { !away.contains($0.receipt.unit) }.prefix(40))
            }
            #expect(deliveries.count == 40)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, delivery) in deliveries.enumerated() {
                    let federation = (number % 2 == 0 ? first : second).federation
                    group.addTask {
                        let receipt = delivery.receipt
                        let posts = try await federation.read {
                            try PersonStore.posts(at: receipt.unit, on: day, in: $0)
                        }
                        let post = try #require(posts.first)
                        let actor = Actor(person: post.person, post: post.id, unit: post.unit, role: post.role)
                        _ = try await ReceiptActs(federation).sign(
                            receipt.id, as: actor, at: receipt.unit, id: federation.newActID())
                    }
                }
                try await group.waitForAll()
            }
            for site in [first, second] {
                let progress = try await site.federation.read { try DispatchStore.progress(of: dispatch, in: $0) }
                #expect(progress == [.signed: 40, .sent: Self.units - 40])
                let wall = try await site.browser(as: "sunbing").get("/dispatches/\(dispatch)")
                #expect(wall.contains("\(Self.units - 40) 个等待"))
            }
        }
    }

    @Test(.timeLimit(.minutes(10))) func idsOfBothNeverCollide() async throws {
        try await twoServers { first, second in
            #expect(first.clock.now() == second.clock.now(), "both make them in the same millisecond")
            let ids = await withTaskGroup(of: [ActID].self) { group in
                for site in [first, second] {
                    group.addTask { (0..<5_000).map { _ in site.federation.newActID() } }
                }
                return await group.reduce(into: [ActID]()) { $0 += $1 }
            }
            #expect(Set(ids).count == 10_000)
        }
    }
}
