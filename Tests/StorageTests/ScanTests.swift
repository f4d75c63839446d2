import MusterTesting
import Storage
import Testing

/// Rows that are seen where they lie hold what a query would have given.
@Suite struct ScanTests {
    private static let text = "川应急发〔2026〕12号\n🚒"
    private static let blob: [UInt8] = [0, 1, 0xFF, 0, 0x7F]
    private static let numbers: [Int64] = [0, 1, -1, 255, 256, -256, 1 << 40, .max, .min]

    private static func withProbe(
        _ dialect: Dialect, _ body: @Sendable (any Engine) async throws -> Void
    ) async throws {
        try await TestDatabase.with(dialect) { database in
            let bytes = dialect == .sqlite ? "blob" : "bytea"
            try await database.engine.write { db in
                try db.execute(
                    SQL(unchecked: "create table probe (id bigint primary key, number bigint, word text, raw \(bytes))")
                )
                for (id, number) in numbers.enumerated() {
                    try db.execute(
                        "insert into probe (id, number, word, raw) values (\(id), \(number), \(text), \(blob))")
                }
                try db.execute("insert into probe (id, word, raw) values (100, '', \([] as [UInt8]))")
                try db.execute("insert into probe (id) values (101)")
            }
            try await body(database.engine)
        }
    }

    @Test(arguments: TestDatabase.dialects) func everyKindOfColumnIsRead(_ dialect: Dialect) async throws {
        try await Self.withProbe(dialect) { engine in
            let (numbers, texts, blobs) = try await engine.read { db in
                var (numbers, texts, blobs): ([Int64?], [String], [[UInt8]]) = ([], [], [])
                try db.scan("select number, word, raw from probe where id <= \(100) order by id") { row in
                    // A column keeps its kind when it is read again.
                    for _ in 0..<2 { _ = (try row.text(1), try row.blob(2)) }
                    numbers.append(try row.intOrNull(0))
                    texts.append(String(decoding: try row.text(1), as: UTF8.self))
                    blobs.append(Array(try row.blob(2)))
                }
                return (numbers, texts, blobs)
            }
            #expect(numbers == Self.numbers.map(Optional.some) + [nil])
            #expect(texts == Self.numbers.map { _ in Self.text } + [""])
            #expect(blobs == Self.numbers.map { _ in Self.blob } + [[]])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aColumnOfAnotherKindIsAFault(_ dialect: Dialect) async throws {
        try await Self.withProbe(dialect) { engine in
            let reads: [@Sendable (any ScannedRow) throws -> Void] = [
                { _ = try $0.int(1) }, { _ = try $0.intOrNull(1) }, { _ = try $0.int(2) }, { _ = try $0.text(0) },
                { _ = try $0.text(2) }, { _ = try $0.blob(0) }, { _ = try $0.blob(1) }, { _ = try $0.int(3) },
                { _ = try $0.intOrNull(3) }, { _ = try $0.text(3) }, { _ = try $0.blob(3) },
            ]
            for (place, read) in reads.enumerated() {
                await #expect(throws: StorageError.self, "read \(place)") {
                    try await engine.read { try $0.scan("select number, word, raw from probe where id = 1", read) }
                }
            }
            // Nothing is no number, no text and no bytes.
            let wanting: [@Sendable (any ScannedRow) throws -> Void] = [
                { _ = try $0.int(0) }, { _ = try $0.text(1) }, { _ = try $0.blob(2) },
            ]
            for (place, read) in wanting.enumerated() {
                await #expect(throws: StorageError.self, "absent \(place)") {
                    try await engine.read { try $0.scan("select number, word, raw from probe where id = 101", read) }
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aScanThatIsLeftCanBeBegunAgain(_ dialect: Dialect) async throws {
        struct Enough: Error {}
        try await Self.withProbe(dialect) { engine in
            let seen = try await engine.read { db in
                var seen = 0
                for _ in 0..<2 {
                    do {
                        try db.scan("select id from probe order by id") { row in
                            seen += 1
                            if try row.int(0) == 3 { throw Enough() }
                        }
                    } catch is Enough {}
                }
                return seen
            }
            #expect(seen == 8)
        }
    }

    /// SQLite keeps a text with a zero byte in it; PostgreSQL refuses it.
    @Test func aTextWithAZeroByteIsReadToItsEnd() async throws {
        try await TestDatabase.with(.sqlite) { database in
            let text: String? = try await database.engine.read { try $0.scalar("select 'a' || char(0) || 'b' as word") }
            #expect(text == "a\u{0}b")
        }
    }
}
