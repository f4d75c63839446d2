import Dispatch
import Federation
import MusterTesting
import Storage
import Testing

/// Stretches of the journal are checked side by side: whoever comes to a break first, the first one in the journal is named.
@Suite struct JournalStretchTests {
    /// Two hundred entries under forty seals of five, which are several stretches; `ids` in the order of their places.
    private static func withForty(
        _ dialect: Dialect, _ body: @Sendable (_ sealed: SealedGround, _ ids: [ActID]) async throws -> Void
    ) async throws {
        try await SealedGround.with(dialect) { sealed in
            try await sealed.ground.layEntries(200)
            try await sealed.sealer(entriesMax: 5).sealAll()
            let ids = try await sealed.ground.federation.read { db in
                try db.query("select id from journal order by seal, place").map { try $0["id"] as ActID }
            }
            try await body(sealed, ids)
        }
    }

    @Test(arguments: TestDatabase.dialects) func theFirstOfManyBreaksIsNamed(_ dialect: Dialect) async throws {
        try await Self.withForty(dialect) { sealed, ids in
            #expect(try await sealed.verify(entriesPerPage: 3).entriesSealed == 200)
            // From the end to the beginning, so that everything behind a break is broken already.
            for place in [199, 171, 102, 101, 100, 44, 7, 0] {
                try await sealed.ground.tamper("update journal set verb = 'x' where id = \(ids[place])")
                for size in [1, 3, 5, 1_000] {
                    let report = try await sealed.verify(entriesPerPage: size)
                    #expect(report.firstBreak == .columnsDiffer(entry: ids[place]))
                    #expect(report.seals == place / 5)
                    #expect(report.entriesSealed == place / 5 * 5)
                    #expect(report.head?.number == (place < 5 ? nil : Int64(place / 5)))
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func ofOneSealTheSealIsCheckedFirst(_ dialect: Dialect) async throws {
        try await Self.withForty(dialect) { sealed, ids in
            // Seal 30 lies over the entries from 145 on.
            try await sealed.ground.tamper("update journal set verb = 'x' where id = \(ids[146])")
            try await sealed.ground.tamper("update journal set place = 9 where id = \(ids[147])")
            try await sealed.ground.tamper("update seal set moment = moment + 1 where number = 30")
            #expect(try await sealed.verify().firstBreak == .sealDiffers(seal: 30))
            try await sealed.ground.tamper("update seal set moment = moment - 1 where number = 30")
            #expect(try await sealed.verify().firstBreak == .columnsDiffer(entry: ids[146]))
            try await sealed.ground.tamper("delete from seal where number = 1")
            #expect(try await sealed.verify().firstBreak == .sealMissing(seal: 1))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aChainBrokenBetweenStretchesIsNamed(_ dialect: Dialect) async throws {
        try await Self.withForty(dialect) { sealed, _ in
            for number in stride(from: Int64(40), to: 1, by: -1) {
                // Somebody who has the key seals anew without what was there before.
                let found = try await sealed.ground.federation.read { try SealStore.find(number, in: $0) }
                var seal = try #require(found)
                seal.previous = Seal.beginning
                seal.signature = try sealed.key.signature(over: seal.bytes)
                try await sealed.ground.tamper(
                    """
                    update seal set previous = \(seal.previous), signature = \(seal.signature), digest = \(seal.digest)
                    where number = \(number)
                    """)
                #expect(try await sealed.verify().firstBreak == .chainBroken(seal: number))
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func anEntryPutAtTheSamePlaceIsCounted(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            let ids = try await sealed.act(times: 12)
            try await sealed.sealer(entriesMax: 4).sealAll()
            try await sealed.ground.layEntries(1)
            // Beside another, where a page may end between the two.
            try await sealed.ground.tamper(
                "update journal set seal = 2, place = 1 where seal is null and not (id \(in: ids))")
            for size in 1...13 {
                #expect(
                    try await sealed.verify(entriesPerPage: size).firstBreak
                        == .entriesDiffer(seal: 2, expected: 4, found: 5))
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFailureFurtherBackHidesNoBreak(_ dialect: Dialect) async throws {
        try await Self.withForty(dialect) { sealed, ids in
            @Sendable func verify() async throws -> JournalReport {
                let engine = FailingEngine(inner: sealed.ground.engine, fromSeal: 25)
                return try await JournalVerification(engine: engine, keys: [sealed.key.publicKey]).run()
            }
            await #expect(throws: FailingEngine.failure) { try await verify() }
            // The failure was there first, and waits until what lies in front of it was checked.
            try await sealed.ground.tamper("update journal set verb = 'x' where id = \(ids[5])")
            #expect(try await verify().firstBreak == .columnsDiffer(entry: ids[5]))
        }
    }

    /// SQLite keeps a text with a zero byte in it; PostgreSQL refuses it.
    @Test func whatStandsBehindAZeroByteIsFound() async throws {
        try await SealedGround.with(.sqlite) { sealed in
            let ids = try await sealed.act(times: 4)
            try await sealed.sealer().sealAll()
            try await sealed.ground.tamper("update journal set detail = detail || char(0) || 'x' where id = \(ids[2])")
            #expect(try await sealed.verify().firstBreak == .columnsDiffer(entry: ids[2]))
        }
    }
}

/// An engine that cannot read the entries under later seals, and says so before anything in front of them is read.
private final class FailingEngine: ReadEngine {
    static let failure = StorageError.unavailable("a bad disk")

    private let inner: any ReadEngine
    private let fromSeal: Int64
    private let hasFailed = DispatchSemaphore(value: 0)

    init(inner: any ReadEngine, fromSeal: Int64) {
        self.inner = inner
        self.fromSeal = fromSeal
    }

    var dialect: Dialect { inner.dialect }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await inner.read { [self] db in
            try body(
                FailingTransaction(inner: db) { [self] row in
                    // The seal is the last column but one of what a verification reads.
                    guard try row.intOrNull(13) ?? 0 < fromSeal else {
                        hasFailed.signal()
                        throw Self.failure
                    }
                    // Bounded, should it ever be that fewer stretches are read at once.
                    if hasFailed.wait(timeout: .now() + 10) == .success { hasFailed.signal() }
                })
        }
    }

    func close() async { await inner.close() }
}

/// Looks at every row of a scan before the one who asked does.
private final class FailingTransaction: Transaction {
    private let inner: any Transaction
    private let look: (any ScannedRow) throws -> Void

    init(inner: any Transaction, _ look: @escaping (any ScannedRow) throws -> Void) {
        self.inner = inner
        self.look = look
    }

    var dialect: Dialect { inner.dialect }

    func query(_ sql: SQL) throws -> [Row] { try inner.query(sql) }

    func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws {
        try inner.scan(sql) { row in
            try look(row)
            try visit(row)
        }
    }

    func execute(_ sql: SQL) throws -> Int { try inner.execute(sql) }

    func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws {
        try inner.bulkInsert(into: table, columns: columns, rows: rows)
    }

    func bulkUpdate(_ table: StaticString, key: BulkColumn, set columns: [BulkColumn], rows: [[Value]]) throws {
        try inner.bulkUpdate(table, key: key, set: columns, rows: rows)
    }

    func bulkAdd(to table: StaticString, key: [BulkColumn], _ number: BulkColumn, rows: [[Value]]) throws {
        try inner.bulkAdd(to: table, key: key, number, rows: rows)
    }
}
