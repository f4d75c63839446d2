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

    @Test(arguments: TestDatabase.dialects) func whoWritesIsAlone(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            // Two servers, as far as the database knows; SQLite has one.
            let other = dialect == .postgresql ? try await openEngine(database.address) : database.engine
            _ = try await database.engine.write {
                try $0.execute("insert into setting (name, value) values ('count', '0')")
            }
            let (inside, together, runs) = (Counter(), Counter(), Counter())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for turn in 0..<100 {
                    group.addTask {
                        try await (turn % 2 == 0 ? database.engine : other).write { db in
                            if inside.next() > 1 { _ = together.next() }
                            defer { inside.back() }
                            _ = runs.next()
                            try Self.increment(db)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(together.value == 0)
            // Nobody failed anybody, and nothing was done again.
            #expect(runs.value == 100)
            #expect(try await Self.count(in: database.engine) == 100)
            if dialect == .postgresql { await other.close() }
        }
    }

    @Test(arguments: TestDatabase.dialects) func ofThoseThatShareACommitOneFailsAlone(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = database.engine
            let failed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for turn in 0..<60 {
                    group.addTask {
                        do {
                            try await engine.write { db in
                                try db.execute("insert into setting (name, value) values (\("\(turn)"), 'x')")
                                if turn % 3 == 0 { throw Refused() }
                                // One that breaks a rule of the database, and one that goes on after it did.
                                if turn % 3 == 1 {
                                    _ = try? db.execute("insert into setting (name, value) values (\("\(turn)"), 'y')")
                                }
                            }
                            return false
                        } catch {
                            return true
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let kept: Int? = try await engine.read { try $0.scalar("select count(*) as n from setting") }
            // PostgreSQL does nothing more after an error, so going on fails there; what is acknowledged is there.
            #expect(failed == (dialect == .sqlite ? 20 : 40))
            #expect(kept == 60 - failed)
        }
    }

    @Test(.enabled(if: TestDatabase.dialects.contains(.postgresql)))
    func whoWaitsTooLongForAnotherServerIsToldBusy() async throws {
        try await TestDatabase.with(.postgresql) { database in
            let other = try await openEngine(database.address, EngineOptions(waitSecondsMax: 0.05))
            let (entered, release) = (AsyncStream.makeStream(of: Void.self), DispatchSemaphore(value: 0))
            async let holding: Void = database.engine.write { _ in
                entered.continuation.finish()
                release.wait()
            }
            for await _ in entered.stream {}
            await #expect(throws: StorageError.busy) { try await other.write { _ in } }
            release.signal()
            try await holding
            // Its turn comes.
            try await other.write { _ in }
            await other.close()
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

    private struct Refused: Error {}

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

    func back() { count.withLock { $0 -= 1 } }

    var value: Int { count.withLock { $0 } }
}
