/// Which SQL is spoken.
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite, postgresql
}

/// One open transaction, used synchronously on the engine's own thread; it must not leave the closure.
package protocol Transaction: AnyObject {
    var dialect: Dialect { get }

    func query(_ sql: SQL) throws -> [Row]

    /// Goes through rows by the hundred thousand: each is seen where it lies, and none is kept.
    func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws

    /// Runs a statement that returns no rows.
    /// - Returns: how many rows it changed.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Inserts many rows: a prepared loop on SQLite, COPY on PostgreSQL.
    func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws

    /// Updates many rows by their key: a prepared loop on SQLite, unnested arrays on PostgreSQL.
    /// - Parameter rows: the key first, then the columns in order.
    func bulkUpdate(_ table: StaticString, key: BulkColumn, set columns: [BulkColumn], rows: [[Value]]) throws

    /// Adds a number to many rows by their primary key, each begun with it where there was none.
    /// - Parameter rows: the key's columns in order, then the number. No key twice.
    func bulkAdd(to table: StaticString, key: [BulkColumn], _ number: BulkColumn, rows: [[Value]]) throws
}

extension Transaction {
    package func first(_ sql: SQL) throws -> Row? { try query(sql).first }

    /// The single value of a statement that returns one row of one column.
    package func scalar<Content: ColumnValue>(_ sql: SQL, as: Content.Type = Content.self) throws -> Content? {
        guard let row = try query(sql).first, let name = row.columnNames.first else { return nil }
        return try row[name]
    }
}

/// A column of a bulk statement, with the type that PostgreSQL needs for its arrays.
package struct BulkColumn: Sendable {
    package enum Kind: Sendable { case int, text, blob }
    let name: String
    let kind: Kind

    package static func int(_ name: StaticString) -> BulkColumn { BulkColumn(name: "\(name)", kind: .int) }
    package static func text(_ name: StaticString) -> BulkColumn { BulkColumn(name: "\(name)", kind: .text) }
    package static func blob(_ name: StaticString) -> BulkColumn { BulkColumn(name: "\(name)", kind: .blob) }
}

/// A database as one sees it who only reads.
package protocol ReadEngine: Sendable {
    var dialect: Dialect { get }

    /// One consistent snapshot.
    func read<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result

    func close() async
}

/// A database. Closures are synchronous, so that nothing awaits inside a transaction.
package protocol Engine: ReadEngine {
    /// One transaction, beside no other that writes, durable when this returns. The closure may run more than once.
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result

    /// Tells other servers on the same database; a single-process engine has none to tell.
    func announce(_ payload: String) async

    /// What other servers announce, for as long as the stream is held.
    func announcements() -> AsyncStream<String>
}

extension Engine {
    package func announce(_: String) async {}
    package func announcements() -> AsyncStream<String> { AsyncStream { $0.finish() } }
}

/// Where a database is: `sqlite:PATH` or `postgres://…`.
package enum DatabaseAddress: Sendable, Hashable {
    case sqlite(path: String)
    case postgresql(url: String)

    package init(_ text: String) throws {
        if text.hasPrefix("sqlite:"), text.count > "sqlite:".count {
            self = .sqlite(path: String(text.dropFirst("sqlite:".count)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgresql(url: text)
        } else {
            throw StorageError.badAddress(text)
        }
    }
}

/// How an engine is opened.
package struct EngineOptions: Sendable {
    /// Connections: readers on SQLite, all on PostgreSQL.
    package var connections = 8
    /// How long a closure waits for a connection before it is refused as busy.
    package var waitSecondsMax = 10.0

    /// What SQLite's writer keeps of the file in memory. The whole country is laid in order only with as much as its indexes.
    package var writerCacheMegabytes = 64

    package init(connections: Int = 8, waitSecondsMax: Double = 10, writerCacheMegabytes: Int = 64) {
        self.connections = connections
        self.waitSecondsMax = waitSecondsMax
        self.writerCacheMegabytes = writerCacheMegabytes
    }

    /// For those who write millions of rows.
    package static let forLaying = EngineOptions(connections: 16, writerCacheMegabytes: 2_048)

    /// For those who only read, beside a server perhaps.
    package static let forReading = EngineOptions(connections: 4)
}

/// Opens the database, without migrating it.
package func openEngine(_ address: DatabaseAddress, _ options: EngineOptions = EngineOptions()) async throws
    -> any Engine
{
    switch address {
    case .sqlite(let path):
        return try SQLiteEngine(path: path, options: options)
    case .postgresql(let url):
        #if PostgreSQL
        return try await PostgreSQLEngine(url: url, options: options)
        #else
        throw StorageError.badAddress(url)
        #endif
    }
}

/// Opens the database for reading alone: nothing in it is changed, and no more is asked of it than may be read.
/// - Throws: `StorageError.unavailable` where there is none: it is not made.
package func openForReading(_ address: DatabaseAddress) async throws -> any ReadEngine {
    switch address {
    case .sqlite(let path): try SQLiteReadEngine(path: path, options: .forReading)
    // Whoever holds it as a `ReadEngine` only begins transactions that are read only.
    case .postgresql: try await openEngine(address, .forReading)
    }
}
