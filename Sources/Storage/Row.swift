/// One row of a result: values by the name of their column.
package struct Row: Sendable {
    /// The names, shared by all rows of one result. They are few and short: looking through them is quicker than a table.
    final class Columns: Sendable {
        let names: [String]

        init(_ names: [String]) { self.names = names }

        func place(of name: String) -> Int? { names.firstIndex(of: name) }
    }

    let columns: Columns
    let values: [Value]

    /// The column as the type asked for.
    /// - Throws: `StorageError.unexpectedShape` where the column is absent or holds something else: a fault of the code.
    package subscript<Content: ColumnValue>(_ name: String) -> Content {
        get throws {
            guard let place = columns.place(of: name) else { throw StorageError.unexpectedShape("no column \(name)") }
            guard let content = Content(columnValue: values[place]) else {
                throw StorageError.unexpectedShape("column \(name) is not a \(Content.self)")
            }
            return content
        }
    }

    package var columnNames: [String] { columns.names }

    /// The value in its stored form, for dumps and comparisons.
    package func value(_ name: String) -> Value? { columns.place(of: name).map { values[$0] } }
}

/// The row that a scan has come to: columns by their place, the first being 0.
///
/// A buffer lies in the engine's memory until the scan goes on: it must not leave the closure. A column that is absent or
/// holds something else is `StorageError.unexpectedShape`, a fault of the code.
package protocol ScannedRow {
    func int(_ place: Int) throws -> Int64
    func intOrNull(_ place: Int) throws -> Int64?
    /// In UTF-8.
    func text(_ place: Int) throws -> UnsafeRawBufferPointer
    func blob(_ place: Int) throws -> UnsafeRawBufferPointer
}

extension ScannedRow {
    func mismatch(_ place: Int, _ wanted: String) -> StorageError {
        .unexpectedShape("column \(place) of a scan is not \(wanted)")
    }
}
