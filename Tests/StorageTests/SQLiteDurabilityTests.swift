import Foundation
import MusterTesting
import Storage
import Testing

/// Nothing that was acknowledged may be lost.
@Suite struct SQLiteDurabilityTests {
    @Test func theWriterSyncsEveryCommit() async throws {
        try await TestDatabase.with(.sqlite) { database in
            let (synchronous, journal) = try await database.engine.write { db -> (Int?, String?) in
                (try db.scalar("pragma synchronous"), try db.scalar("pragma journal_mode"))
            }
            // 2 is FULL; NORMAL, which the library sets for WAL, may lose the last commits at a power cut.
            #expect(synchronous == 2)
            #expect(journal == "wal")
        }
    }

    @Test func aCommitIsSeenByWhoeverOpensTheFileNext() async throws {
        try await TestDatabase.with(.sqlite) { database in
            try await Self.put("signed", in: database.engine)
            // The first engine still stands, as one does whose process was killed.
            let second = try await openEngine(database.address)
            #expect(try await Self.names(in: second) == ["signed"])
            await second.close()
        }
    }

    @Test func aCommitIsInTheFilesWithoutClosing() async throws {
        try await TestDatabase.with(.sqlite) { database in
            for number in 1...5 { try await Self.put("act \(number)", in: database.engine) }
            try await Self.withCopy(of: database) { copy in
                let names = try await Self.names(in: copy)
                #expect(names == (1...5).map { "act \($0)" })
            }
        }
    }

    @Test func whatWasNotCommittedIsNotInTheFiles() async throws {
        try await TestDatabase.with(.sqlite) { database in
            try await Self.put("kept", in: database.engine)
            await #expect(throws: StorageError.busy) {
                try await database.engine.write { db in
                    try db.execute("insert into setting (name, value) values ('lost', 'x')")
                    throw StorageError.busy
                }
            }
            try await Self.withCopy(of: database) { copy in
                let names = try await Self.names(in: copy)
                #expect(names == ["kept"])
            }
        }
    }

    @Test func actsThatShareACommitAreAllThereWhenTheyReturn() async throws {
        try await TestDatabase.with(.sqlite) { database in
            let engine = database.engine
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 { group.addTask { try await Self.put("act \(number)", in: engine) } }
                try await group.waitForAll()
            }
            try await Self.withCopy(of: database) { copy in
                let names = try await Self.names(in: copy)
                #expect(names.count == 200)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func anEngineThatIsClosedSaysSo(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            await database.engine.close()
            await database.engine.close()
            await #expect(throws: StorageError.self) { try await Self.put("late", in: database.engine) }
            await #expect(throws: StorageError.self) { _ = try await Self.names(in: database.engine) }
        }
    }

    @Test func aFolderThatIsNotThereIsUnavailable() async {
        let error = await #expect(throws: StorageError.self) {
            _ = try await openEngine(.sqlite(path: "/nowhere/at all/muster.sqlite"))
        }
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aFileThatIsNoDatabaseIsUnavailable() async throws {
        let file = Self.temporaryFile()
        try Data(repeating: 0x41, count: 8_192).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let error = await #expect(throws: StorageError.self) { _ = try await openEngine(.sqlite(path: file.path)) }
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private static func put(_ name: String, in engine: any Engine) async throws {
        _ = try await engine.write { try $0.execute("insert into setting (name, value) values (\(name), 'x')") }
    }

    private static func names(in engine: any Engine) async throws -> [String] {
        try await engine.read { try $0.query("select name from setting order by name").map { try $0["name"] } }
    }

    private static func temporaryFile() -> URL {
        FileManager.default.temporaryDirectory
            .appendingPathComponent("muster-test-\(UInt64.random(in: .min ... .max)).sqlite")
    }

    /// The files as they lie on the disk now, opened elsewhere: what a machine finds that lost its power.
    private static func withCopy(
        of database: TestDatabase, _ body: (any Engine) async throws -> Void
    ) async throws {
        guard case .sqlite(let path) = database.address else { return }
        let copy = temporaryFile().path
        for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
        let engine = try await openEngine(.sqlite(path: copy))
        do {
            try await body(engine)
        } catch {
            await engine.close()
            throw error
        }
        await engine.close()
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
    }
}
