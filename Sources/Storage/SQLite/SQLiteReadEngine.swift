import Foundation
import GRDB

/// An SQLite file that is only read, also by someone who may not write to it.
package final class SQLiteReadEngine: ReadEngine {
    package var dialect: Dialect { .sqlite }

    private let pool: DatabasePool

    package init(path: String, options: EngineOptions) throws {
        do {
            pool = try Self.open(path, options)
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    /// Beside a server, through its log. Where there is nothing in a log and none can be opened, since the folder may not be
    /// written to, the file alone is read.
    private static func open(_ path: String, _ options: EngineOptions) throws -> DatabasePool {
        do {
            return try opened(path, options)
        } catch let error as DatabaseError {
            guard FileManager.default.isReadableFile(atPath: path),
                FileManager.default.contents(atPath: path + "-wal")?.isEmpty ?? true,
                let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
            else { throw error }
            return try opened("file:\(name)?immutable=1", options)
        }
    }

    private static func opened(_ path: String, _ options: EngineOptions) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(options.waitSecondsMax)
        configuration.maximumReaderCount = options.connections
        configuration.label = "muster reads"
        let pool = try DatabasePool(path: path, configuration: configuration)
        // Opening alone touches neither file nor log.
        _ = try pool.read { try Int.fetchOne($0, sql: "select count(*) from sqlite_schema") }
        return pool
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.read { db in try body(SQLiteTransaction(db)) }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    package func close() async { try? pool.close() }
}
