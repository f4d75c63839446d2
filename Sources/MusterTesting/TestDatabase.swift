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

    /// Runs `body` with a database of its own, copied from a template, and drops it afterwards.
    package static func with<Result: Sendable>(
        _ dialect: Dialect, from template: TestTemplate = .migrated, connections: Int = 4,
        _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        guard dialect == .postgresql else { return try await within(dialect, template, connections, body) }
        await turnstile.enter()
        do {
            let result = try await within(dialect, template, connections, body)
            await turnstile.leave()
            return result
        } catch {
            await turnstile.leave()
            throw error
        }
    }

    /// How many databases of the PostgreSQL server one run uses at once.
    private static let turnstile = Turnstile(places: 6)

    private static func within<Result: Sendable>(
        _ dialect: Dialect, _ template: TestTemplate, _ connections: Int, _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        let database = try await make(dialect, template, connections: connections)
        do {
            let result = try await body(database)
            await database.dispose()
            return result
        } catch {
            await database.dispose()
            throw error
        }
    }

    private static func make(
        _ dialect: Dialect, _ template: TestTemplate, connections: Int
    ) async throws -> TestDatabase {
        let options = EngineOptions(connections: connections)
        switch dialect {
        case .sqlite:
            let path = temporaryPath()
            if let source = try await Templates.shared.source(template, dialect) {
                try FileManager.default.copyItem(atPath: source, toPath: path)
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
            let source = try await Templates.shared.source(template, dialect) ?? "template0"
            try await command(
                "create database \(name) template \(source) encoding 'UTF8' strategy file_copy", on: serverURL)
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
        let status = try await TestProgram.run([
            "psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", "\(serverURL)/postgres", "-c", text,
        ])
        guard status == 0 else { throw StorageError.unavailable("psql ended with \(status)") }
    }
}

/// What a test's database holds at first. Each template is made once in a run and then copied.
package struct TestTemplate: Sendable {
    let name: String
    let prepare: (@Sendable (any Engine) async throws -> Void)?

    package init(_ name: StaticString, prepare: @escaping @Sendable (any Engine) async throws -> Void) {
        self.name = "\(name)"
        self.prepare = prepare
    }

    private init() {
        name = "empty"
        prepare = nil
    }

    /// Fills a database that is empty, where a copy will not do.
    package func lay(in engine: any Engine) async throws { try await prepare?(engine) }

    /// The schema and nothing in it.
    package static let migrated = TestTemplate("migrated") { engine in
        try await engine.migrate(Migration.all, appliedAt: 0)
    }

    /// Not even the schema.
    package static let empty = TestTemplate()
}

/// The templates of this run: files on SQLite, databases on PostgreSQL.
private actor Templates {
    static let shared = Templates()

    private var making: [String: Task<String, any Error>] = [:]

    /// Nil for the empty template.
    func source(_ template: TestTemplate, _ dialect: Dialect) async throws -> String? {
        guard let prepare = template.prepare else { return nil }
        let key = "\(dialect) \(template.name)"
        if let task = making[key] { return try await task.value }
        let task = Task { try await Self.make(dialect, prepare) }
        making[key] = task
        return try await task.value
    }

    private static func make(
        _ dialect: Dialect, _ prepare: @Sendable (any Engine) async throws -> Void
    ) async throws -> String {
        let (source, address): (String, DatabaseAddress)
        switch dialect {
        case .sqlite:
            source = TestDatabase.temporaryPath()
            address = .sqlite(path: source)
        case .postgresql:
            guard let server = ProcessInfo.processInfo.environment["MUSTER_TEST_POSTGRES"] else { return "template1" }
            source = "template\(UInt64.random(in: .min ... .max))"
            try await TestDatabase.command("create database \(source) template template0 encoding 'UTF8'", on: server)
            address = .postgresql(url: "\(server)/\(source)")
        }
        let engine = try await openEngine(address)
        try await prepare(engine)
        // Closing the last connection folds SQLite's log into the file, so that the file alone is the database; and
        // PostgreSQL copies no database that someone is connected to.
        await engine.close()
        return source
    }
}
