import Federation
import MusterTesting
import Storage
import Testing

@Suite struct EngineTests {
    @Test(arguments: TestDatabase.dialects) func aValueComesBackAsItWentIn(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect) { database in
            let bytes: [UInt8] = [0, 1, 92, 120, 255]
            let text = "各县（市）区总工会\t'\\ \"\n🙂"
            try await database.engine.write { db in
                try db.execute(
                    "create table probe (a \(SQL(unchecked: dialect == .sqlite ? "integer" : "bigint")), b text, c \(SQL(unchecked: dialect == .sqlite ? "blob" : "bytea")))"
                )
                try db.execute("insert into probe (a, b, c) values (\(Int64.min), \(text), \(bytes))")
                try db.bulkInsert(
                    into: "probe", columns: [.int("a"), .text("b"), .blob("c")],
                    rows: [[.int(7), .text(text), .blob(bytes)], [.null, .null, .null]])
            }
            let rows = try await database.engine.read { db in
                try db.query("select a, b, c from probe order by coalesce(a, 99)")
            }
            #expect(rows.count == 3)
            for row in rows.prefix(2) {
                #expect(try row["b"] == text)
                #expect(try row["c"] == bytes)
            }
            #expect(try rows[0]["a"] == Int64.min)
            #expect(try rows[2]["b"] == String?.none)
        }
    }
}
