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
                case SQLITE_TEXT: .text(String(decoding: bytesHere(place), as: UTF8.self))
                case SQLITE_BLOB: .blob(Array(bytesHere(place)))
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
        return bytesHere(place)
    }

    func blob(_ place: Int) throws -> UnsafeRawBufferPointer {
        guard type(place) == SQLITE_BLOB else { throw mismatch(place, "bytes") }
        return bytesHere(place)
    }

    /// Null for a column that is not there.
    private func type(_ place: Int) -> Int32 { sqlite3_column_type(statement, Int32(place)) }

    /// The bytes of a text or a blob. A text is asked for as if it were a blob, since SQLite would copy it to put a zero byte
    /// behind it; it is in UTF-8, as every database is that Muster makes.
    private func bytesHere(_ place: Int) -> UnsafeRawBufferPointer {
        let bytes = sqlite3_column_blob(statement, Int32(place))
        return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, Int32(place))))
    }
}
