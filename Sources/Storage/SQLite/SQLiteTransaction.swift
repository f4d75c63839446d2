import GRDB

final class SQLiteTransaction: WritingTransaction {
    var dialect: Dialect { .sqlite }

    private(set) var writes = 0
    private let db: Database

    init(_ db: Database) { self.db = db }

    func query(_ sql: SQL) throws -> [Row] {
        let (text, values) = sql.rendered(for: .sqlite)
        if mayWrite(text) { writes += 1 }
        return try running(text, values) { run in
            let columns = Row.Columns(run.columnNames)
            var rows: [Row] = []
            while try run.step() { rows.append(Row(columns: columns, values: try run.row.values())) }
            return rows
        }
    }

    func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws {
        try running(sql) { run in while try run.step() { try visit(run.row) } }
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        writes += 1
        return try running(sql) { run in
            while try run.step() {}
            return db.changesCount
        }
    }

    func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws {
        let names = columns.map(\.name).joined(separator: ", ")
        let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        try bulk("insert into \(table) (\(names)) values (\(marks))", rows)
    }

    func bulkUpdate(_ table: StaticString, key: BulkColumn, set columns: [BulkColumn], rows: [[Value]]) throws {
        let settings = columns.enumerated().map { "\($1.name) = ?\($0 + 2)" }.joined(separator: ", ")
        try bulk("update \(table) set \(settings) where \(key.name) = ?1", rows)
    }

    func bulkAdd(to table: StaticString, key: [BulkColumn], _ number: BulkColumn, rows: [[Value]]) throws {
        let names = key.map(\.name).joined(separator: ", ")
        let marks = (0...key.count).map { "?\($0 + 1)" }.joined(separator: ", ")
        try bulk(
            """
            insert into \(table) (\(names), \(number.name)) values (\(marks))
            on conflict (\(names)) do update set \(number.name) = \(number.name) + excluded.\(number.name)
            """, rows)
    }

    private func bulk(_ text: String, _ rows: [[Value]]) throws {
        guard let first = rows.first else { return }
        writes += 1
        try running(text, first) { run in
            while try run.step() {}
            for row in rows.dropFirst() {
                try run.again(row)
                while try run.step() {}
            }
        }
    }

    private func running<Result>(_ sql: SQL, _ body: (SQLiteRun) throws -> Result) throws -> Result {
        let (text, values) = sql.rendered(for: .sqlite)
        return try running(text, values, body)
    }

    private func running<Result>(
        _ text: String, _ values: [Value], _ body: (SQLiteRun) throws -> Result
    ) throws -> Result {
        do {
            let run = try SQLiteRun(text, values, on: db)
            defer { run.end() }
            return try body(run)
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }
}
