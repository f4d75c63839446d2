#if PostgreSQL
import CLibpq

/// A row of a result in binary: numbers with their first byte in front, texts and bytes as they are.
struct PostgreSQLRow: ScannedRow {
    // By PostgreSQL's own numbers, which never change.
    private static let numbers: [Oid] = [20, 21, 23]
    private static let texts: [Oid] = [25, 1043]
    private static let blobs: [Oid] = [17]

    fileprivate let handle: OpaquePointer?
    fileprivate let row: Int32

    func int(_ place: Int) throws -> Int64 {
        guard let number = try intOrNull(place) else { throw mismatch(place, "a number") }
        return number
    }

    func intOrNull(_ place: Int) throws -> Int64? {
        guard let bytes = try column(place, Self.numbers, "a number") else { return nil }
        // A negative number of any width begins with a one.
        let isNegative = (bytes.first ?? 0) >= 0x80
        return bytes.reduce(isNegative ? -1 : Int64(0)) { $0 << 8 | Int64($1) }
    }

    func text(_ place: Int) throws -> UnsafeRawBufferPointer {
        guard let bytes = try column(place, Self.texts, "a text") else { throw mismatch(place, "a text") }
        return bytes
    }

    func blob(_ place: Int) throws -> UnsafeRawBufferPointer {
        guard let bytes = try column(place, Self.blobs, "bytes") else { throw mismatch(place, "bytes") }
        return bytes
    }

    /// Nil where the column is null.
    private func column(_ place: Int, _ types: [Oid], _ wanted: String) throws -> UnsafeRawBufferPointer? {
        let column = Int32(place)
        guard column < PQnfields(handle), types.contains(PQftype(handle, column)) else { throw mismatch(place, wanted) }
        guard PQgetisnull(handle, row, column) == 0 else { return nil }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, column), count: Int(PQgetlength(handle, row, column)))
    }
}

extension PostgreSQLResult {
    func scan(_ visit: (any ScannedRow) throws -> Void) throws {
        for row in 0..<PQntuples(handle) { try visit(PostgreSQLRow(handle: handle, row: row)) }
    }
}
#endif
