import GRDB

final class SQLiteTransaction: Transaction {
    var dialect: Dialect { .sqlite }

    private let db: Database

    init(_ db: Database) { self.db = db }

    func query(_ sql: SQL) throws -> [Row] {
        try translated {
            let (text, values) = sql.rendered(mark: "?")
            let statement = try db.cachedStatement(sql: text)
            let columns = Row.Columns(statement.columnNames)
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(values))
            let row = SQLiteRow(statement)
            var rows: [Row] = []
            while try cursor.next() != nil { rows.append(Row(columns: columns, values: try row.values())) }
            return rows
        }
    }

    func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws {
        try translated {
            let (text, values) = sql.rendered(mark: "?")
            let statement = try db.cachedStatement(sql: text)
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(values))
            let row = SQLiteRow(statement)
            while try cursor.next() != nil { try visit(row) }
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        try translated {
            let (text, values) = sql.rendered(mark: "?")
            try db.cachedStatement(sql: text).execute(arguments: Self.arguments(values))
            return db.changesCount
        }
    }

    func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws {
        try translated {
            let names = columns.map(\.name).joined(separator: ", ")
            let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
            let statement = try db.cachedStatement(sql: "insert into \(table) (\(names)) values (\(marks))")
            for row in rows { try statement.execute(arguments: Self.arguments(row)) }
        }
    }

    func bulkUpdate(_ table: StaticString, key: BulkColumn, set columns: [BulkColumn], rows: [[Value]]) throws {
        try translated {
            let settings = columns.enumerated().map { "\($1.name) = ?\($0 + 2)" }.joined(separator: ", ")
            let statement = try db.cachedStatement(sql: "update \(table) set \(settings) where \(key.name) = ?1")
            for row in rows { try statement.execute(arguments: Self.arguments(row)) }
        }
    }

    private func translated<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as DatabaseError { throw StorageError(error) }
    }

    private static func arguments(_ values: [Value]) -> StatementArguments {
        StatementArguments(
            values.map { value -> (any DatabaseValueConvertible)? in
                switch value {
                case .null: nil
                case .int(let number): number
                case .text(let text): text
                case .blob(let bytes): bytes.databaseData
                }
            })
    }
}
