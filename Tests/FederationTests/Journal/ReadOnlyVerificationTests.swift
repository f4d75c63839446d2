import Federation
import Foundation
import MusterTesting
import Storage
import Testing

/// An auditor needs no more than to read, and changes nothing.
@Suite struct ReadOnlyVerificationTests {
    @Test(arguments: TestDatabase.dialects) func nothingIsWritten(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let key = try await Self.laySealed(in: database.engine)
            let before = try await Self.contents(of: database.engine)
            let reader = try await openForReading(database.address)
            try await reader.requireSchema(Migration.all)
            let report = try await JournalVerification(engine: reader, keys: [key]).run()
            #expect(report.firstBreak == nil && report.entriesSealed == 3)
            await reader.close()
            #expect(try await Self.contents(of: database.engine) == before)
        }
    }

    @Test(.enabled(if: TestDatabase.dialects.contains(.postgresql)))
    func aRoleThatMayOnlySelectIsEnough() async throws {
        try await TestDatabase.with(.postgresql) { database in
            let key = try await Self.laySealed(in: database.engine)
            guard case .postgresql(let url) = database.address, let host = url.firstIndex(of: "@") else { return }
            let role = "auditor_\(url.suffix(12))"
            try await database.engine.write { db in
                try db.execute(SQL(unchecked: "create role \(role) login"))
                try db.execute(SQL(unchecked: "grant select on journal, seal, schema_migration to \(role)"))
            }
            let reader = try await openForReading(.postgresql(url: "postgres://\(role)\(url[host...])"))
            try await reader.requireSchema(Migration.all)
            let report = try await JournalVerification(engine: reader, keys: [key]).run()
            #expect(report.firstBreak == nil && report.entriesSealed == 3)
            await reader.close()
            try await database.engine.write { db in
                try db.execute(SQL(unchecked: "drop owned by \(role)"))
                try db.execute(SQL(unchecked: "drop role \(role)"))
            }
        }
    }

    @Test func aFileInAFolderThatMayNotBeWrittenToIsRead() async throws {
        try await TestDatabase.with(.sqlite) { database in
            guard case .sqlite(let path) = database.address else { return }
            let key = try await Self.laySealed(in: database.engine)
            await database.engine.close()
            try await withTemporaryFolder { folder in
                let copy = folder + "/kept.sqlite"
                try FileManager.default.copyItem(atPath: path, toPath: copy)
                try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: copy)
                try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
                let bytes = FileManager.default.contents(atPath: copy)
                let reader = try await openForReading(.sqlite(path: copy))
                let report = try await JournalVerification(engine: reader, keys: [key]).run()
                #expect(report.firstBreak == nil && report.entriesSealed == 3)
                await reader.close()
                #expect(FileManager.default.contents(atPath: copy) == bytes)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func anotherSchemaIsNamedAndLeftAsItIs(_ dialect: Dialect) async throws {
        let known = Migration.all.count
        try await TestDatabase.with(dialect, from: .empty) { database in
            // SQLite makes the file with the first thing that is written.
            try await database.engine.write { _ = try $0.execute("create table other (a bigint)") }
            let reader = try await openForReading(database.address)
            await #expect(throws: StorageError.olderThanProgram(found: 0, known: known)) {
                try await reader.requireSchema(Migration.all)
            }
            try await database.engine.migrate([Migration.all[0]], appliedAt: 1)
            await #expect(throws: StorageError.olderThanProgram(found: 1, known: known)) {
                try await reader.requireSchema(Migration.all)
            }
            try await database.engine.migrate(Migration.all, appliedAt: 1)
            try await reader.requireSchema(Migration.all)
            let fewer = Array(Migration.all.dropLast())
            await #expect(throws: StorageError.newerThanProgram(found: known, known: known - 1)) {
                try await reader.requireSchema(fewer)
            }
            let first = Migration.all[0]
            let changed = [Migration(first.number, first.name, first.text + " ")] + Migration.all.dropFirst()
            await #expect(throws: StorageError.migrationChanged(first.number)) {
                try await reader.requireSchema(changed)
            }
            await reader.close()
        }
    }

    @Test func aDatabaseThatIsNotThereIsNotMade() async throws {
        try await withTemporaryFolder { folder in
            await #expect(throws: StorageError.self) {
                _ = try await openForReading(.sqlite(path: folder + "/none.sqlite"))
            }
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files == [])
        }
    }

    /// Three sealed entries.
    private static func laySealed(in engine: any Engine) async throws -> SealPublicKey {
        try await withTemporaryFolder { folder in
            let key = try SealKey.load(orCreateAt: folder + "/seal.key")
            let federation = try await OpenFederation.open(engine, clock: SimulatedClock(), holder: "test")
            for number in 1...3 {
                let id = federation.newActID()
                _ = try await federation.act(.demoLay, as: .system, at: nil, id: id) { act in
                    try act.record(on: Subject("act", act.id), number)
                }
            }
            try await Sealer(federation: federation, key: key).sealAll()
            return key.publicKey
        }
    }

    /// What a server would have changed by opening: its leases, the book of migrations, and the journal.
    private static func contents(of engine: any Engine) async throws -> [String] {
        try await engine.read { db in
            let leases = try db.query("select number, holder, expires_at from server_lease order by number")
            let book = try db.query("select number, applied_at from schema_migration order by number")
            let entries = try db.query("select id, seal, place from journal order by id")
            return (leases + book + entries).map { row in "\(row.columnNames.map { row.value($0) })" }
        }
    }
}
