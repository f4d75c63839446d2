import GRDB
import GRDBSQLite

/// The present row of a statement, read from SQLite itself: through GRDB's values a blob is copied twice, and a text ends at
/// its first zero byte.
struct SQLiteRow: ScannedRow {
    private let statement: SQLiteStatement
    private let count: Int

    init(_ statement: Statement) {
        self.statement = statement.sqliteStatement
        count = statement.columnCount
    }

    /// All columns, copied.
    func values() throws -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for place in 0..<count {
            let value: Value =
                switch sqlite3_column_type(statement, Int32(place)) {
                case SQLITE_NULL: .null
                case SQLITE_INTEGER: .int(sqlite3_column_int64(statement, Int32(place)))
                case SQLITE_TEXT: .text(String(decoding: textHere(place), as: UTF8.self))
                case SQLITE_BLOB: .blob(Array(blobHere(place)))
                default: throw StorageError.unexpectedShape("a floating-point value")
                }
            values.append(value)
        }
        return values
    }

    func int(_ place: Int) throws -> Int64 {
        guard type(place) == SQLITE_INTEGER else { throw mismatch(place, "a number") }
        return sqlite3_column_int64(statement, Int32(place))
    }

    func intOrNull(_ place: Int) throws -> Int64? {
        switch type(place) {
        case SQLITE_INTEGER: sqlite3_column_int64(statement, Int32(place))
        case SQLITE_NULL where place < count: nil
        default: throw mismatch(place, "a number or nothing")
        }
    }

    func text(_ place: Int) throws -> UnsafeRawBufferPointer {
        guard type(place) == SQLITE_TEXT else { throw mismatch(place, "a text") }
        return textHere(place)
    }

    func blob(_ place: Int) throws -> UnsafeRawBufferPointer {
        guard type(place) == SQLITE_BLOB else { throw mismatch(place, "bytes") }
        return blobHere(place)
    }

    /// Null for a column that is not there.
    private func type(_ place: Int) -> Int32 { sqlite3_column_type(statement, Int32(place)) }

    private func textHere(_ place: Int) -> UnsafeRawBufferPointer {
        // The text first: asking for it may change its length.
        let text = sqlite3_column_text(statement, Int32(place))
        return UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, Int32(place))))
    }

    private func blobHere(_ place: Int) -> UnsafeRawBufferPointer {
        let blob = sqlite3_column_blob(statement, Int32(place))
        return UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_column_bytes(statement, Int32(place))))
    }
}
