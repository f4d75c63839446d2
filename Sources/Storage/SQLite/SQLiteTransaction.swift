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
            var rows: [Row] = []
            while let row = try cursor.next() {
                var copied: [Value] = []
                copied.reserveCapacity(columns.names.count)
                for value in row.databaseValues { copied.append(try Self.value(value)) }
                rows.append(Row(columns: columns, values: copied))
            }
            return rows
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

    private static func value(_ value: DatabaseValue) throws -> Value {
        switch value.storage {
        case .null: .null
        case .int64(let number): .int(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(Array(data))
        case .double: throw StorageError.unexpectedShape("a floating-point value")
        }
    }
}
