import Dispatch
import MusterTesting
import Storage
import Synchronization
import Testing

/// What happens when several want the same thing, and when there is nothing to be had.
@Suite struct EngineContentionTests {
    @Test(arguments: TestDatabase.dialects) func whoWaitsTooLongIsToldBusy(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = try await openEngine(
                database.address, EngineOptions(connections: 1, waitSecondsMax: 0.05))
            let (entered, release) = (AsyncStream.makeStream(of: Void.self), DispatchSemaphore(value: 0))
            async let holding: Int? = engine.read { db in
                entered.continuation.finish()
                release.wait()
                return try db.scalar("select 7 as seven")
            }
            // Ends as soon as the one connection is held.
            for await _ in entered.stream {}
            await #expect(throws: StorageError.busy) {
                _ = try await engine.read { try $0.query("select 1 as one") }
            }
            release.signal()
            #expect(try await holding == 7)
            // The place is free again.
            let one: Int? = try await engine.read { try $0.scalar("select 1 as one") }
            #expect(one == 1)
            await engine.close()
        }
    }

    @Test(arguments: TestDatabase.dialects) func noIncrementIsLost(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = database.engine
            _ = try await engine.write { try $0.execute("insert into setting (name, value) values ('count', '0')") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = try await engine.write { try Self.increment($0) } } }
                try await group.waitForAll()
            }
            #expect(try await Self.count(in: engine) == 20)
        }
    }

    @Test(.enabled(if: TestDatabase.dialects.contains(.postgresql)))
    func aSerialisationFailureRunsTheClosureAgain() async throws {
        try await TestDatabase.with(.postgresql) { database in
            let engine = database.engine
            _ = try await engine.write { try $0.execute("insert into setting (name, value) values ('count', '0')") }
            let runs = Counter()
            let meeting = Meeting()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        try await engine.write { db in
                            let run = runs.next()
                            let count = try Self.read(db)
                            // Both have read before either writes, so one of them must lose.
                            if run <= 2 { meeting.wait(for: run) }
                            try Self.save(count + 1, db)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(runs.value > 2)
            #expect(try await Self.count(in: engine) == 2)
        }
    }

    @Test(.enabled(if: TestDatabase.dialects.contains(.postgresql)))
    func aServerThatIsNotThereIsUnavailable() async {
        // Nobody listens on the port of the "tcpmux" service.
        let error = await #expect(throws: StorageError.self) {
            _ = try await openEngine(.postgresql(url: "postgres://nobody@127.0.0.1:1/nothing?connect_timeout=2"))
        }
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["", "sqlite:", "mysql://host/db", "/var/lib/muster.sqlite", "postgres:muster"])
    func anAddressOfNoKnownKindIsRefused(_ text: String) {
        #expect(throws: StorageError.badAddress(text)) { _ = try DatabaseAddress(text) }
    }

    /// Two threads of transactions that wait for one another, but not for ever.
    private final class Meeting: Sendable {
        private let entered = Mutex(0)
        private let first = DispatchSemaphore(value: 0)
        private let second = DispatchSemaphore(value: 0)

        var runs: Int { entered.withLock { $0 } }

        /// Counts the runs of the closure.
        func enter() -> Int {
            entered.withLock { entered in
                entered += 1
                return entered
            }
        }

        func wait(for run: Int) {
            (run == 1 ? first : second).signal()
            _ = (run == 1 ? second : first).wait(timeout: .now() + 10)
        }
    }

    private static func increment(_ db: any Transaction) throws { try save(try read(db) + 1, db) }

    private static func read(_ db: any Transaction) throws -> Int {
        let text: String? = try db.scalar("select value from setting where name = 'count'")
        return text.flatMap(Int.init) ?? 0
    }

    private static func save(_ count: Int, _ db: any Transaction) throws {
        try db.execute("update setting set value = \("\(count)") where name = 'count'")
    }

    private static func count(in engine: any Engine) async throws -> Int { try await engine.read { try read($0) } }
}

/// How often something happened, told by several threads.
private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }

    var value: Int { count.withLock { $0 } }
}
