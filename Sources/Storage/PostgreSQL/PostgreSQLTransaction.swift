#if PostgreSQL
final class PostgreSQLTransaction: WritingTransaction {
    var dialect: Dialect { .postgresql }

    private(set) var writes = 0
    private let connection: PostgreSQLConnection

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

    func query(_ sql: SQL) throws -> [Row] {
        let (text, values) = sql.rendered(for: .postgresql)
        if mayWrite(text) { writes += 1 }
        return try connection.run(text, values).rows()
    }

    func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws {
        let (text, values) = sql.rendered(for: .postgresql)
        try connection.run(text, values, inBinary: true).scan(visit)
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        writes += 1
        let (text, values) = sql.rendered(for: .postgresql)
        return try connection.run(text, values).changed
    }

    /// A handful of rows goes in one prepared statement, which is one way to the server and back; COPY takes three.
    private static let fewRows = 8

    func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws {
        guard !rows.isEmpty else { return }
        writes += 1
        let names = columns.map(\.name).joined(separator: ", ")
        guard rows.count > Self.fewRows else {
            let marks = rows.indices.map { row in
                "(" + columns.indices.map { "$\(row * columns.count + $0 + 1)" }.joined(separator: ", ") + ")"
            }
            _ = try connection.run(
                "insert into \(table) (\(names)) values \(marks.joined(separator: ", "))", Array(rows.joined()))
            return
        }
        try connection.copy("copy \(table) (\(names)) from stdin", rows: rows)
    }

    func bulkUpdate(_ table: StaticString, key: BulkColumn, set columns: [BulkColumn], rows: [[Value]]) throws {
        let all = [key] + columns
        let settings = columns.map { "\($0.name) = fresh.\($0.name)" }.joined(separator: ", ")
        try runUnnested(all, rows) { fresh in
            "update \(table) set \(settings) from \(fresh) where \(table).\(key.name) = fresh.\(key.name)"
        }
    }

    func bulkAdd(to table: StaticString, key: [BulkColumn], _ number: BulkColumn, rows: [[Value]]) throws {
        let keys = key.map(\.name).joined(separator: ", ")
        try runUnnested(key + [number], rows) { fresh in
            """
            insert into \(table) (\(keys), \(number.name)) select \(keys), \(number.name) from \(fresh)
            on conflict (\(keys)) do update set \(number.name) = \(table).\(number.name) + excluded.\(number.name)
            """
        }
    }

    /// A statement over rows that go to the server column by column.
    /// - Parameter statement: given the source of the rows, which is called `fresh`.
    private func runUnnested(_ columns: [BulkColumn], _ rows: [[Value]], _ statement: (String) -> String) throws {
        guard !rows.isEmpty else { return }
        writes += 1
        let names = columns.map(\.name).joined(separator: ", ")
        let arrays = columns.enumerated().map { "$\($0 + 1)::\($1.arrayType)" }.joined(separator: ", ")
        _ = try connection.run(
            statement("unnest(\(arrays)) as fresh(\(names))"),
            columns.indices.map { place in PostgreSQLArray.literal(rows.map { $0[place] }) })
    }
}

extension BulkColumn {
    fileprivate var arrayType: String {
        switch kind {
        case .int: PostgreSQLArray.numbers
        case .text: PostgreSQLArray.texts
        case .blob: PostgreSQLArray.bytes
        }
    }
}
#endif
