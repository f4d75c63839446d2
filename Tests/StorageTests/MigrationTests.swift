import Foundation
import MusterTesting
import Storage
import Testing

@Suite struct MigrationTests {
    private static let numbers = Migration.all.map(\.number)

    @Test func migrationsAreNumberedInOrder() {
        #expect(!Self.numbers.isEmpty)
        #expect(Self.numbers == Array(1...Self.numbers.count))
        #expect(Set(Migration.all.map(\.name)).count == Self.numbers.count)
    }

    @Test func aStatementForOneEngineIsNothingToTheOther() {
        let migration = Migration(1, "one", "select 1\n\n{postgresql} select 2")
        #expect(migration.statements(for: .sqlite) == ["select 1"])
        #expect(migration.statements(for: .postgresql) == ["select 1", " select 2"])
    }

    @Test(arguments: TestDatabase.dialects, Migration.all.map(\.number))
    func eachAppliesOnADatabaseThatHasThoseBeforeIt(_ dialect: Dialect, _ number: Int) async throws {
        try await TestDatabase.with(dialect, from: .empty) { database in
            let engine = database.engine
            let upTo = Migration.all.filter { $0.number <= number }
            let applied = try await engine.migrate(upTo, appliedAt: 1)
            #expect(applied == upTo.map(\.number))
            #expect(try await Self.book(engine) == upTo.map(\.number))
            #expect(try await engine.migrate(Migration.all, appliedAt: 2) == Self.numbers.filter { $0 > number })
            #expect(try await Self.book(engine) == Self.numbers)
        }
    }

    /// Sums of a branch, of one head each: in a state with a time, some without theirs, and in states without.
    @Test(arguments: TestDatabase.dialects) func sumsAreKeptApartFromTheirTimes(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect, from: .empty) { database in
            let engine = database.engine
            _ = try await engine.migrate(Migration.all.filter { $0.number < 18 }, appliedAt: 1)
            let (time, apart): (Int64, Int64) = (1 << 32, 1 << 48)
            let head = { (state: Int64) in (4 << 8 | 5 << 4 | state) * time }
            let before: [(branch: Int, measure: Int64, n: Int)] = [
                (7, head(2) + 40, 3), (7, head(2) + 41, 5), (7, head(2), 1), (8, head(12) + 9, 2), (7, head(1) + 40, 6),
                (7, head(14), 1), (7, head(15), 900), (0, 3, 4),
            ]
            _ = try await engine.write { db in
                for sum in before {
                    try db.execute(
                        """
                        insert into tally (branch, subject, measure, n) values (\(sum.branch), 5, \(sum.measure), \(sum.n))
                        """)
                }
            }
            _ = try await engine.migrate(Migration.all, appliedAt: 2)
            let after = try await engine.read { db in
                try db.query("select branch, measure, n from tally order by branch, measure").map {
                    [try $0["branch"] as Int64, try $0["measure"], try $0["n"]]
                }
            }
            #expect(
                after == [
                    [0, 3, 4], [7, head(1) + 40, 6], [7, head(2), 9], [7, head(14), 1], [7, head(15), 900],
                    [7, apart + head(2) + 40, 3], [7, apart + head(2) + 41, 5], [8, head(12), 2],
                    [8, apart + head(12) + 9, 2],
                ])
        }
    }

    @Test(arguments: TestDatabase.dialects) func applyingTwiceDoesNothing(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect, from: .empty) { database in
            let engine = database.engine
            #expect(try await engine.migrate(Migration.all, appliedAt: 1) == Self.numbers)
            let schema = try await engine.read { try $0.schemaDump() }
            _ = try await engine.write { try $0.execute("insert into setting (name, value) values ('kept', 'yes')") }
            #expect(try await engine.migrate(Migration.all, appliedAt: 2) == [])
            #expect(try await engine.read { try $0.schemaDump() } == schema)
            let moments: Int? = try await engine.read {
                try $0.scalar("select count(distinct applied_at) as moments from schema_migration where applied_at = 1")
            }
            #expect(moments == 1)
            let kept: String? = try await engine.read { try $0.scalar("select value from setting where name = 'kept'") }
            #expect(kept == "yes")
        }
    }

    @Test(arguments: TestDatabase.dialects) func aChangedMigrationIsRefused(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            for place in Migration.all.indices {
                var changed = Migration.all
                let shipped = changed[place]
                changed[place] = Migration(shipped.number, shipped.name, shipped.text + " ")
                let migrations = changed
                await #expect(throws: StorageError.migrationChanged(shipped.number)) {
                    try await database.engine.migrate(migrations, appliedAt: 2)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aNewerDatabaseIsRefused(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = database.engine
            let future = Migration(4_711, "future", "create table future (a {int} primary key) {table}")
            #expect(try await engine.migrate(Migration.all + [future], appliedAt: 2) == [4_711])
            let known = try #require(Self.numbers.max())
            await #expect(throws: StorageError.newerThanProgram(found: 4_711, known: known)) {
                try await engine.migrate(Migration.all, appliedAt: 3)
            }
            // Nothing was lost by the refusal.
            #expect(try await Self.book(engine) == Self.numbers + [4_711])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFailingMigrationLeavesNothingBehind(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = database.engine
            let before = try await engine.read { try $0.schemaDump() }
            let broken = Migration(
                4_711, "broken", "create table half (a {int} primary key) {table}\n\ninsert into nowhere values (1)")
            await #expect(throws: StorageError.self) {
                try await engine.migrate(Migration.all + [broken], appliedAt: 2)
            }
            #expect(try await engine.read { try $0.schemaDump() } == before)
            #expect(try await Self.book(engine) == Self.numbers)
        }
    }

    @Test(arguments: TestDatabase.dialects) func serversThatStartTogetherMigrateOnce(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect, from: .empty) { database in
            let other = try await openEngine(database.address, EngineOptions(connections: 2))
            let engines = [database.engine, other]
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for engine in engines { group.addTask { try await engine.migrate(Migration.all, appliedAt: 1) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == Self.numbers)
            #expect(try await Self.book(database.engine) == Self.numbers)
            await other.close()
        }
    }

    /// `MUSTER_UPDATE_DOCS=1` writes the files anew.
    @Test(arguments: TestDatabase.dialects) func theDocumentedSchemaIsTheTrueOne(_ dialect: Dialect) async throws {
        let name = dialect == .sqlite ? "sqlite.sql" : "postgresql.txt"
        let file = Self.packageRoot.appendingPathComponent("docs/schema/\(name)")
        let schema = try await TestDatabase.with(dialect) { database in
            try await database.engine.read { try $0.schemaDump() }
        }
        if ProcessInfo.processInfo.environment["MUSTER_UPDATE_DOCS"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(schema.utf8).write(to: file)
        }
        let documented = try String(contentsOf: file, encoding: .utf8)
        #expect(documented == schema, "docs/schema/\(name) is old: run the tests once with MUSTER_UPDATE_DOCS=1")
    }

    private static let packageRoot = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func book(_ engine: any Engine) async throws -> [Int] {
        try await engine.read { db in
            try db.query("select number from schema_migration where number > 0 order by number")
                .map { try $0["number"] }
        }
    }
}
