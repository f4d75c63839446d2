import GRDB

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
        commits = GroupCommit { [pool] body in
            pool.asyncWriteWithoutTransaction { db in body(SQLiteCommitConnection(db)) }
        }
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

/// The pool's writer.
private struct SQLiteCommitConnection: CommitConnection {
    private let db: Database
    private let own: SQLiteTransaction

    init(_ db: Database) { (self.db, own) = (db, SQLiteTransaction(db)) }

    var transaction: any WritingTransaction { own }

    func begin(isGuarded: Bool) throws {
        try telling { try db.beginTransaction(.immediate) }
        if isGuarded { try own.execute("savepoint act") }
    }

    func keep() throws {
        try own.execute("release act")
        try own.execute("savepoint act")
    }

    func undo() throws { try own.execute("rollback to act") }

    func commit() throws { try telling { try db.commit() } }

    func rollback() { if db.isInsideTransaction { try? db.rollback() } }

    private func telling(_ body: () throws -> Void) throws {
        do { try body() } catch let error as DatabaseError { throw StorageError(error) }
    }
}
