import GRDB
import Synchronization

/// The embedded engine: one file, no server, one writer, WAL, `synchronous=FULL`.
package final class SQLiteEngine: Engine {
    package var dialect: Dialect { .sqlite }

    // What one page touches of a national federation is found again; SQLite's own 2 MB would be read anew each time.
    private static let readerCacheKilobytes = 8_192

    private let pool: DatabasePool
    private let gate: Gate
    private let commits: GroupCommit

    package init(path: String, options: EngineOptions = EngineOptions()) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = options.connections
        configuration.busyMode = .timeout(options.waitSecondsMax)
        configuration.label = "muster"
        configuration.prepareDatabase { db in try db.execute(sql: "pragma cache_size = -\(Self.readerCacheKilobytes)") }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // DatabasePool.init lowers synchronous to NORMAL after the configuration ran; NORMAL in WAL can lose
            // the last commits at a power cut, and nothing acknowledged may be lost.
            let found = try pool.writeWithoutTransaction { db -> Int? in
                try db.execute(sql: "pragma cache_size = -\(options.writerCacheMegabytes * 1_024)")
                // Carrying the log into the file takes two waits for the disk: four times as seldom as by itself.
                try db.execute(sql: "pragma wal_autocheckpoint = 4000")
                try db.execute(sql: "pragma synchronous = full")
                return try Int.fetchOne(db, sql: "pragma synchronous")
            }
            guard found == 2 else { throw StorageError.unsafeSetting("synchronous is \(found ?? -1), not 2") }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
        gate = Gate(places: options.connections, waitSecondsMax: options.waitSecondsMax)
        commits = GroupCommit(pool: pool)
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await gate.enter()
        defer { gate.leave() }
        do {
            return try await pool.read { db in try body(SQLiteTransaction(db)) }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await commits.submit(body)
    }

    /// Folds the log into the file first, so that the file alone is the database. Closing again does nothing.
    package func close() async {
        guard commits.stop() else { return }
        try? await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try? pool.close()
    }
}

/// Acts share a commit: closures that arrive while one commit is being written go together into the next, each in a
/// savepoint of its own, so that a failing one rolls back alone.
private final class GroupCommit: Sendable {
    /// Closures one commit carries at most, so that the first does not wait for a hundred others' work.
    private static let batchMax = 100

    private struct Pending: Sendable {
        let run: @Sendable (SQLiteTransaction) throws -> Void
        /// Told after the commit: nil where it is durable.
        let finish: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Pending] = []
        var isDraining = false
        var isStopped = false
    }

    private let pool: DatabasePool
    private let state = Mutex(State())

    init(pool: DatabasePool) { self.pool = pool }

    func submit<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result
    {
        let box = Mutex<Result?>(nil)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let pending = Pending(
                run: { transaction in
                    let result = try body(transaction)
                    box.withLock { $0 = result }
                },
                finish: { error in
                    if let error { continuation.resume(throwing: error) } else { continuation.resume() }
                })
            let mustStart = state.withLock { state -> Bool in
                state.waiting.append(pending)
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if mustStart { pool.asyncWriteWithoutTransaction { [self] db in drain(db) } }
        }
        guard let result = box.withLock({ $0 }) else { throw StorageError.unexpectedShape("a commit without a result") }
        return result
    }

    /// From now on nothing is written.
    /// - Returns: false where it was stopped before.
    func stop() -> Bool {
        state.withLock { state in
            defer { state.isStopped = true }
            return !state.isStopped
        }
    }

    private func drain(_ db: Database) {
        while let batch = nextBatch() { commit(batch, on: db) }
    }

    private func nextBatch() -> [Pending]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let batch = Array(state.waiting.prefix(Self.batchMax))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }

    private func commit(_ batch: [Pending], on db: Database) {
        // The connection may be gone: a statement on it would not fail but crash.
        guard !state.withLock(\.isStopped) else {
            return batch.forEach { $0.finish(StorageError.unavailable("the engine is closed")) }
        }
        var outcomes: [(any Error)?] = []
        do {
            try db.beginTransaction(.immediate)
            let transaction = SQLiteTransaction(db)
            for pending in batch {
                var failure: (any Error)?
                _ = try transaction.execute("savepoint act")
                do {
                    try pending.run(transaction)
                } catch {
                    failure = error
                    _ = try transaction.execute("rollback to act")
                }
                _ = try transaction.execute("release act")
                outcomes.append(failure)
            }
            try db.commit()
        } catch {
            // The shared commit itself failed (disk full, file gone): none of them happened.
            if db.isInsideTransaction { try? db.rollback() }
            let shared = (error as? DatabaseError).map(StorageError.init) ?? error
            return batch.forEach { $0.finish(shared) }
        }
        for (pending, outcome) in zip(batch, outcomes) { pending.finish(outcome) }
    }
}
