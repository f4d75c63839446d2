#if PostgreSQL
final class PostgreSQLTransaction: Transaction {
    var dialect: Dialect { .postgresql }

    private let connection: PostgreSQLConnection

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

    func query(_ sql: SQL) throws -> [Row] {
        let (text, values) = sql.rendered(mark: "$")
        return try connection.run(text, values).rows()
    }

    func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws {
        let (text, values) = sql.rendered(mark: "$")
        try connection.run(text, values, inBinary: true).scan(visit)
    }

    func execute(_ sql: SQL) throws -> Int {
        let (text, values) = sql.rendered(mark: "$")
        return try connection.run(text, values).changed
    }

    /// A handful of rows goes in one prepared statement, which is one way to the server and back; COPY takes three.
    private static let fewRows = 8

    func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws {
        guard !rows.isEmpty else { return }
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
        guard !rows.isEmpty else { return }
        let all = [key] + columns
        let names = all.map(\.name).joined(separator: ", ")
        let arrays = all.enumerated().map { "$\($0 + 1)::\($1.arrayType)" }.joined(separator: ", ")
        let settings = columns.map { "\($0.name) = fresh.\($0.name)" }.joined(separator: ", ")
        _ = try connection.run(
            """
            update \(table) set \(settings) from unnest(\(arrays)) as fresh(\(names))
            where \(table).\(key.name) = fresh.\(key.name)
            """,
            all.indices.map { place in .text(Self.array(rows.map { $0[place] })) })
    }

    /// An array literal: quoted elements, NULL where there is none.
    private static func array(_ values: [Value]) -> String {
        var text = "{"
        for (place, value) in values.enumerated() {
            if place > 0 { text += "," }
            switch value {
            case .null: text += "NULL"
            case .int(let number): text += String(number)
            case .text(let element): text += quoted(element)
            case .blob(let bytes): text += quoted(String(decoding: PostgreSQLConnection.hex(bytes), as: UTF8.self))
            }
        }
        return text + "}"
    }

    private static func quoted(_ element: String) -> String {
        var text = "\""
        for character in element.unicodeScalars {
            if character == "\"" || character == "\\" { text += "\\" }
            text.unicodeScalars.append(character)
        }
        return text + "\""
    }
}

extension BulkColumn {
    fileprivate var arrayType: String {
        switch kind {
        case .int: "bigint[]"
        case .text: "text[]"
        case .blob: "bytea[]"
        }
    }
}
#endif
