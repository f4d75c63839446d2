import Federation
import MusterTesting
import Storage
import Synchronization
import Testing

@Suite struct ChunkedJobTests {
    struct Extent: Codable, Sendable { var count: Int }

    static let laying = ChunkedJob<Extent, Int>("test.laying", rowsMax: 100)

    /// Writes the numbers up to the extent's count into `setting`, a piece at a time.
    private static func handle(_ handlers: inout JobHandlers, failingAt: Int? = nil) {
        let failures = Mutex(0)
        handlers.handle(laying) { extent, cursor, rowsMax, act in
            let start = cursor ?? 0
            let end = min(start + rowsMax, extent.count)
            try act.db.bulkInsert(
                into: "setting", columns: [.text("name"), .text("value")],
                rows: (start..<end).map { ["laid \($0)".columnValue, "\(act.id) \(act.verb.rawValue)".columnValue] })
            if let failingAt, (start..<end).contains(failingAt),
                failures.withLock({
                    $0 += 1; return $0 == 1
                })
            {
                throw BlobRefusal.tooLarge
            }
            return end < extent.count ? .more(after: end) : .done
        }
    }

    @Test(arguments: TestDatabase.dialects) func workIsDoneInPiecesUnderOneEntry(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let runner = ground.runner { Self.handle(&$0) }
            let act = try await ground.act { act in
                try act.begin(Self.laying, Extent(count: 950))
                return act.id
            }
            #expect(try await ground.laid() == 0)
            #expect(try await runner.runDue(until: ground.clock.now()) == 10)
            #expect(try await ground.laid() == 950)
            #expect(try await ground.entries() == 1)
            #expect(try await ground.openJobs() == [:])
            let words = try await ground.engine.read { db -> [String] in
                try db.query("select distinct value from setting where name like 'laid %'").map { try $0["value"] }
            }
            #expect(words == ["\(act) notice.register"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aPieceThatFailsIsNeitherDoubledNorLost(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let runner = ground.runner { Self.handle(&$0, failingAt: 333) }
            try await ground.act { act in
                try act.begin(Self.laying, Extent(count: 500))
                return 0
            }
            try await runner.runDue(until: ground.clock.now())
            #expect(try await ground.laid() == 300)
            try await runner.runDue(until: ground.clock.now().adding(seconds: 10))
            #expect(try await ground.laid() == 500)
            #expect(try await ground.openJobs() == [:])
        }
    }

    @Test(arguments: TestDatabase.dialects) func otherWorkGoesBetweenThePieces(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let laidBefore = Mutex<Int?>(nil)
            let quick = JobQueue<Int>("test.quick", priority: .high)
            let runner = ground.runner { handlers in
                Self.handle(&handlers)
                handlers.handle(quick) { _, _ in
                    let laid = try await ground.laid()
                    laidBefore.withLock { $0 = laid }
                }
            }
            try await ground.act { act in
                try act.begin(Self.laying, Extent(count: 1_000))
                try act.enqueue(quick, 1)
                return 0
            }
            ground.clock.advance(seconds: 1)
            try await runner.runDue(until: ground.clock.now())
            #expect(try await ground.laid() == 1_000)
            #expect(laidBefore.withLock { $0 } == 100)
        }
    }

    @Test(arguments: TestDatabase.dialects) func workWithoutItsActIsNotCarriedOut(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let runner = ground.runner { Self.handle(&$0) }
            try await ground.act { act in
                try act.begin(Self.laying, Extent(count: 10))
                return 0
            }
            try await ground.tamper("delete from journal")
            try await runner.runDue(until: ground.clock.now())
            #expect(try await ground.laid() == 0)
        }
    }
}

extension Ground {
    fileprivate func laid() async throws -> Int? {
        try await engine.read { try $0.scalar("select count(*) as laid from setting where name like 'laid %'") }
    }
}
