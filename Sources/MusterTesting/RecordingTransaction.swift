package import Storage

/// A transaction that remembers every statement it was asked, so that their plans can be looked at.
package final class RecordingTransaction: Transaction {
    private let inner: any Transaction
    package private(set) var statements: [SQL] = []

    package init(_ inner: any Transaction) { self.inner = inner }

    package var dialect: Dialect { inner.dialect }

    package func query(_ sql: SQL) throws -> [Row] {
        statements.append(sql)
        return try inner.query(sql)
    }

    package func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws {
        statements.append(sql)
        try inner.scan(sql, visit)
    }

    @discardableResult package func execute(_ sql: SQL) throws -> Int {
        statements.append(sql)
        return try inner.execute(sql)
    }

    package func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws {
        try inner.bulkInsert(into: table, columns: columns, rows: rows)
    }

    package func bulkUpdate(_ table: StaticString, key: BulkColumn, set columns: [BulkColumn], rows: [[Value]]) throws {
        try inner.bulkUpdate(table, key: key, set: columns, rows: rows)
    }

    package func bulkAdd(to table: StaticString, key: [BulkColumn], _ number: BulkColumn, rows: [[Value]]) throws {
        try inner.bulkAdd(to: table, key: key, number, rows: rows)
    }

    /// How the engine would answer the statements: what it scans and by which index it searches, each kind of statement
    /// once, in the order they were asked.
    package func plans() throws -> [String] {
        var (plans, seen): ([String], Set<String>) = ([], [])
        for statement in statements {
            let lines = try dialect == .sqlite ? sqlite(statement) : postgresql(statement)
            let plan = lines.joined(separator: "\n")
            if seen.insert(plan).inserted { plans.append(plan) }
        }
        return plans
    }

    private func sqlite(_ statement: SQL) throws -> [String] {
        try inner.query("explain query plan \(statement)").map { row in
            let detail: String = try row["detail"]
            return "    " + detail
        }
    }

    /// Scans by name, without costs, which differ from day to day.
    private func postgresql(_ statement: SQL) throws -> [String] {
        try inner.query("explain (costs off) \(statement)").map { row in
            let line: String = try row["QUERY PLAN"]
            return line
        }.filter { $0.contains("Scan") }.map { line in
            "    " + String(line.drop { " ->".contains($0) })
        }
    }
}
