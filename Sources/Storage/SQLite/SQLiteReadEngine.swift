import Foundation
import GRDB

/// An SQLite file that is only read, also by someone who may not write to it.
package final class SQLiteReadEngine: ReadEngine {
    package var dialect: Dialect { .sqlite }

    private let queue: DatabaseQueue

    package init(path: String) throws {
        do {
            queue = try Self.open(path)
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    /// Beside a server, through its log. Where there is nothing in a log and none can be opened, since the folder may not be
    /// written to, the file alone is read.
    private static func open(_ path: String) throws -> DatabaseQueue {
        do {
            return try opened(path)
        } catch let error as DatabaseError {
            guard FileManager.default.isReadableFile(atPath: path),
                FileManager.default.contents(atPath: path + "-wal")?.isEmpty ?? true,
                let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
            else { throw error }
            return try opened("file:\(name)?immutable=1")
        }
    }

    private static func opened(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.label = "muster reads"
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        // Opening alone touches neither file nor log.
        _ = try queue.read { try Int.fetchOne($0, sql: "select count(*) from sqlite_schema") }
        return queue
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        do {
            return try await queue.read { db in try body(SQLiteTransaction(db)) }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    package func close() async { try? queue.close() }
}
