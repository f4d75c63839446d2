import Federation
import MusterTesting
import Storage
import Testing

@Suite struct SealerTests {
    @Test(arguments: TestDatabase.dialects) func nothingOpenMakesNoSeal(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            let seal = try await sealed.sealer().sealBatch()
            #expect(seal == nil)
            #expect(try await sealed.verify() == JournalReport())
        }
    }

    @Test(arguments: TestDatabase.dialects) func entriesGoUnderSealsInBatches(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            try await sealed.act(times: 25)
            #expect(try await sealed.sealer(entriesMax: 10).sealAll() == 25)
            let seals = try await sealed.ground.federation.read { try SealStore.seals(limit: 10, in: $0) }
            #expect(seals.map(\.number) == [3, 2, 1])
            #expect(seals.map(\.entries) == [5, 10, 10])
            #expect(seals.last?.previous == Seal.beginning)
            try await sealed.act(times: 3)
            let report = try await sealed.verify()
            #expect(report.firstBreak == nil)
            #expect(report.entriesSealed == 25)
            #expect(report.seals == 3)
            #expect(report.entriesUnsealed == 3)
            #expect(report.oldestUnsealed == sealed.ground.clock.now())
            #expect(report.head == seals.first?.head)
            #expect(try await sealed.ground.federation.read { try SealStore.head(in: $0) } == report.head)
            #expect(try await sealed.ground.federation.read { try SealStore.countUnsealed(in: $0) } == 3)
            // Paging.
            let older = try await sealed.ground.federation.read { try SealStore.seals(before: 3, limit: 1, in: $0) }
            #expect(older.map(\.number) == [2])
        }
    }

    @Test(arguments: TestDatabase.dialects) func sealersAtOnceMakeEachNumberOnce(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            for _ in 0..<5 {
                try await sealed.act(times: 12)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 {
                        group.addTask { _ = try await sealed.sealer(entriesMax: 3).sealAll() }
                    }
                    try await group.waitForAll()
                }
            }
            _ = try await sealed.sealer().sealAll()
            let report = try await sealed.verify()
            #expect(report.firstBreak == nil)
            #expect(report.entriesSealed == 60)
            #expect(report.entriesUnsealed == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func actsAndSealingAtOnceLoseNothing(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect, connections: 8) { sealed in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<120 { group.addTask { try await sealed.ground.act() } }
                group.addTask { for _ in 0..<15 { _ = try await sealed.sealer(entriesMax: 20).sealBatch() } }
                try await group.waitForAll()
            }
            try await sealed.sealer().sealAll()
            let report = try await sealed.verify()
            #expect(report.firstBreak == nil)
            #expect(report.entriesSealed == 120)
        }
    }
}

/// A ground with a seal key of its own.
struct SealedGround: Sendable {
    let ground: Ground
    let key: SealKey

    static func with(
        _ dialect: Dialect, connections: Int = 4, _ body: @Sendable (SealedGround) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let key = try SealKey.load(orCreateAt: folder + "/seal.key")
            try await Ground.with(dialect, connections: connections) { ground in
                try await body(SealedGround(ground: ground, key: key))
            }
        }
    }

    func sealer(entriesMax: Int = 2_000) -> Sealer {
        Sealer(federation: ground.federation, key: key, entriesMax: entriesMax)
    }

    @discardableResult func act(times: Int) async throws -> [ActID] {
        var ids: [ActID] = []
        for number in 0..<times { ids.append(try await ground.act(["number": "\(number)"])) }
        return ids
    }

    func verify(
        _ heads: [SealHead] = [], keys: [SealPublicKey]? = nil, entriesPerPage: Int = 1_000
    ) async throws -> JournalReport {
        try await JournalVerification(
            engine: ground.engine, keys: keys ?? [key.publicKey], entriesPerPage: entriesPerPage
        ).run(heads: heads)
    }
}
