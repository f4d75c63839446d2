import MusterTesting
import Storage
import Testing

/// One vocabulary of errors, and statements over many rows, on both engines.
@Suite struct EngineStatementTests {
    @Test(arguments: TestDatabase.dialects) func aBrokenUniquenessHasOneName(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = database.engine
            try await engine.write { db in
                try db.execute(
                    """
                    create table probe (
                        id bigint primary key, code text not null, line text not null, name text not null,
                        unique (code, line))
                    """)
                try db.execute("create unique index probe_name_lower on probe (lower(name))")
                try db.execute("insert into probe (id, code, line, name) values (1, 'a', 'b', 'Sun')")
            }
            func refused(_ id: Int, _ code: String, _ name: String) async -> StorageError? {
                await #expect(throws: StorageError.self) {
                    try await engine.write { db in
                        try db.execute(
                            "insert into probe (id, code, line, name) values (\(id), \(code), 'b', \(name))")
                    }
                }
            }
            #expect(await refused(1, "x", "Qian") == .uniqueViolation("probe_pkey"))
            #expect(await refused(2, "a", "Qian") == .uniqueViolation("probe_code_line_key"))
            #expect(await refused(2, "x", "SUN") == .uniqueViolation("probe_name_lower"))
            let rows: Int? = try await engine.read { try $0.scalar("select count(*) as rows_kept from probe") }
            #expect(rows == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func anIndexOverPartOfATableIsNamedByItsColumns(
        _ dialect: Dialect
    ) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = database.engine
            try await engine.write { db in
                try db.execute("create table probe (id bigint primary key, unit bigint, line text, is_open bigint)")
                try db.execute("create unique index probe_one_open on probe (unit) where is_open = 1")
                try db.execute("create unique index probe_one_closed on probe (unit) where is_open = 0")
                try db.execute("create unique index probe_lines on probe (unit, line)")
                try db.execute("insert into probe (id, unit, line, is_open) values (1, 7, 'a', 1), (2, 7, 'b', 0)")
            }
            func refused(_ line: String, isOpen: Int?) async -> StorageError? {
                await #expect(throws: StorageError.self) {
                    try await engine.write { db in
                        try db.execute(
                            "insert into probe (id, unit, line, is_open) values (3, 7, \(line), \(isOpen))")
                    }
                }
            }
            #expect(await refused("c", isOpen: 1) == .uniqueViolation("probe_unit_key"))
            #expect(await refused("c", isOpen: 0) == .uniqueViolation("probe_unit_key"))
            #expect(await refused("a", isOpen: nil) == .uniqueViolation("probe_unit_line_key"))
        }
    }

    @Test func manyValuesAreBoundInPieces() {
        #expect([Int]().boundLists == [])
        #expect(Array(0..<500).boundLists.map(\.count) == [500])
        let pieces = Array(0..<1_201).boundLists
        #expect(pieces.map(\.count) == [500, 500, 201])
        #expect(pieces.flatMap(\.self) == Array(0..<1_201))
    }

    @Test(arguments: TestDatabase.dialects) func aKeyOfTheSchemaHasOneName(_ dialect: Dialect) async throws {
        _ = try await TestDatabase.with(dialect) { database in
            await #expect(throws: StorageError.uniqueViolation("setting_pkey")) {
                try await database.engine.write { db in
                    for _ in 0..<2 { try db.execute("insert into setting (name, value) values ('twice', 'x')") }
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aListIsFoundByItsMembers(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let texts = ["{a,b}", "\"quoted\"", "back\\slash", "NULL", "", "县级", "tab\tline\n", "'", "a, b"]
            try await database.engine.write { db in
                let blob = SQL(unchecked: dialect == .sqlite ? "blob" : "bytea")
                try db.execute("create table probe (id bigint primary key, word text, bytes \(blob))")
                try db.bulkInsert(
                    into: "probe", columns: [.int("id"), .text("word"), .blob("bytes")],
                    rows: texts.enumerated().map { [.int(Int64($0)), .text($1), .blob([0, 92, UInt8($0)])] })
                func ids(_ condition: SQL) throws -> [Int] {
                    try db.query("select id from probe where \(condition) order by id").map { try $0["id"] }
                }
                #expect(try ids("word \(in: texts)") == Array(texts.indices))
                for (place, text) in texts.enumerated() { #expect(try ids("word \(in: [text])") == [place]) }
                #expect(try ids("id \(in: [7, 3, 3, 99, -1])") == [3, 7])
                #expect(try ids("bytes \(in: [[0, 92, 4], [1]] as [[UInt8]])") == [4])
                #expect(try ids("id \(in: [3, 4]) and word \(in: [texts[4]])") == [4])
                for empty: SQL in ["id \(in: [] as [Int])", "word \(in: [] as [String])"] {
                    #expect(try ids(empty) == [])
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func numbersAreAddedByTheirKey(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            try await database.engine.write { db in
                try db.execute("create table probe (a bigint, b text, n bigint not null, primary key (a, b))")
                func add(_ rows: [(Int64, String, Int64)]) throws {
                    try db.bulkAdd(
                        to: "probe", key: [.int("a"), .text("b")], .int("n"),
                        rows: rows.map { [.int($0), .text($1), .int($2)] })
                }
                try add([(1, "x", 5), (1, "y", 7)])
                try add([(1, "y", -3), (2, "x", 1)])
                try add([])
                let rows = try db.query("select a, b, n from probe order by a, b")
                #expect(try rows.map { try $0["n"] as Int } == [5, 4, 1])
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func manyRowsAreUpdatedByTheirKey(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let engine = database.engine
            let texts = ["{a,b}", "\"quoted\"", "back\\slash", "NULL", "", "各县（市）区总工会", "tab\tline\n", "'"]
            try await engine.write { db in
                let blob = SQL(unchecked: dialect == .sqlite ? "blob" : "bytea")
                try db.execute("create table probe (id bigint primary key, word text, bytes \(blob), n bigint)")
                try db.bulkInsert(
                    into: "probe", columns: [.int("id"), .text("word"), .int("n")],
                    rows: (0..<10).map { [.int($0), .text("old"), .int(0)] })
                let columns: [BulkColumn] = [.text("word"), .blob("bytes"), .int("n")]
                try db.bulkUpdate(
                    "probe", key: .int("id"), set: columns,
                    rows: texts.enumerated().map {
                        [.int(Int64($0)), .text($1), .blob([0, 92, 255]), .int(Int64.max)]
                    })
                try db.bulkUpdate("probe", key: .int("id"), set: columns, rows: [[.int(8), .null, .null, .null]])
                // Nothing, and a row that is not there, change nothing.
                try db.bulkUpdate("probe", key: .int("id"), set: columns, rows: [])
                try db.bulkUpdate("probe", key: .int("id"), set: columns, rows: [[.int(99), .null, .null, .null]])
            }
            let rows = try await engine.read { try $0.query("select word, bytes, n from probe order by id") }
            #expect(rows.count == 10)
            for (row, text) in zip(rows, texts) {
                #expect(try row["word"] == text)
                #expect(try row["bytes"] == [0, 92, 255] as [UInt8])
                #expect(try row["n"] == Int64.max)
            }
            #expect(try rows[8]["word"] == String?.none)
            #expect(try rows[8]["n"] == Int64?.none)
            #expect(try rows[9]["word"] == "old")
            #expect(try rows[9]["n"] == Int64(0))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aReaderMayNotWrite(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            await #expect(throws: StorageError.self) {
                try await database.engine.read { db in
                    try db.execute("insert into setting (name, value) values ('by a reader', 'x')")
                }
            }
            let rows: Int? = try await database.engine.read { try $0.scalar("select count(*) as kept from setting") }
            #expect(rows == 0)
        }
    }
}
