import Federation
import Foundation
package import Storage
import Synchronization

/// A database of its own for one test, made by copying a template that was migrated once in this run.
package final class TestDatabase: Sendable {
    package let address: DatabaseAddress
    package let engine: any Engine
    private let dispose: @Sendable () async -> Void

    private init(address: DatabaseAddress, engine: any Engine, dispose: @escaping @Sendable () async -> Void) {
        self.address = address
        self.engine = engine
        self.dispose = dispose
    }

    /// The engines this run can test. PostgreSQL is there where `MUSTER_TEST_POSTGRES` names a server whose databases may
    /// be made and dropped; `bin/test` starts one.
    package static let dialects: [Dialect] = {
        if serverURL != nil { return [.sqlite, .postgresql] }
        print("PostgreSQL is not tested in this run: MUSTER_TEST_POSTGRES is not set (bin/test sets it).")
        return [.sqlite]
    }()

    private static let serverURL = ProcessInfo.processInfo.environment["MUSTER_TEST_POSTGRES"]

    /// Runs `body` with a migrated database of its own, and drops it afterwards.
    package static func with<Result: Sendable>(
        _ dialect: Dialect, migrated: Bool = true, connections: Int = 4,
        _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        let database = try await make(dialect, migrated: migrated, connections: connections)
        do {
            let result = try await body(database)
            await database.dispose()
            return result
        } catch {
            await database.dispose()
            throw error
        }
    }

    private static func make(_ dialect: Dialect, migrated: Bool, connections: Int) async throws -> TestDatabase {
        let options = EngineOptions(connections: connections)
        switch dialect {
        case .sqlite:
            let path = temporaryPath()
            if migrated {
                try FileManager.default.copyItem(atPath: try await Template.sqlite.path(), toPath: path)
            }
            let address = DatabaseAddress.sqlite(path: path)
            let engine = try await openEngine(address, options)
            return TestDatabase(address: address, engine: engine) {
                await engine.close()
                for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            }
        case .postgresql:
            guard let serverURL else { throw StorageError.unavailable("MUSTER_TEST_POSTGRES is not set") }
            let name = "t\(UInt64.random(in: .min ... .max))"
            let template = migrated ? try await Template.postgresql.path() : "template0"
            try await command(
                "create database \(name) template \(template) encoding 'UTF8' strategy file_copy", on: serverURL)
            let address = DatabaseAddress.postgresql(url: "\(serverURL)/\(name)")
            let engine = try await openEngine(address, options)
            return TestDatabase(address: address, engine: engine) {
                await engine.close()
                try? await command("drop database if exists \(name) with (force)", on: serverURL)
            }
        }
    }

    fileprivate static func temporaryPath() -> String {
        FileManager.default.temporaryDirectory
            .appendingPathComponent("muster-test-\(UInt64.random(in: .min ... .max)).sqlite").path
    }

    /// CREATE and DROP DATABASE cannot stand in a transaction, so they go through psql.
    fileprivate static func command(_ text: String, on serverURL: String) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", "\(serverURL)/postgres", "-c", text]
        process.standardInput = FileHandle.nullDevice
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        guard status == 0 else { throw StorageError.unavailable("psql ended with \(status)") }
    }
}

/// A migrated database that others are copied from, made once.
private actor Template {
    static let sqlite = Template(.sqlite)
    static let postgresql = Template(.postgresql)

    private let dialect: Dialect
    private var making: Task<String, any Error>?

    init(_ dialect: Dialect) { self.dialect = dialect }

    func path() async throws -> String {
        if let making { return try await making.value }
        let task = Task { [dialect] in try await Template.make(dialect) }
        making = task
        return try await task.value
    }

    private static func make(_ dialect: Dialect) async throws -> String {
        switch dialect {
        case .sqlite:
            let path = TestDatabase.temporaryPath()
            let engine = try await openEngine(.sqlite(path: path))
            try await engine.migrate(Migration.all, appliedAt: 0)
            // Closing the last connection folds the log into the file, so that the file alone is the database.
            await engine.close()
            return path
        case .postgresql:
            guard let server = ProcessInfo.processInfo.environment["MUSTER_TEST_POSTGRES"] else { return "template1" }
            let name = "template\(UInt64.random(in: .min ... .max))"
            try await TestDatabase.command("create database \(name) template template0 encoding 'UTF8'", on: server)
            let engine = try await openEngine(.postgresql(url: "\(server)/\(name)"))
            try await engine.migrate(Migration.all, appliedAt: 0)
            await engine.close()
            return name
        }
    }
}
