import GRDB
import GRDBSQLite

/// One run of a statement that GRDB has prepared and keeps. Values are bound and rows are stepped through at SQLite itself:
/// through GRDB's own values each is boxed on its way, and every run is told to observers that nobody is
/// (docs/decisions/0017).
struct SQLiteRun {
    private let statement: SQLiteStatement
    private let connection: SQLiteConnection
    private let text: String

    /// Rewound, and with these values at its places.
    init(_ text: String, _ values: [Value], on db: Database) throws {
        guard let connection = db.sqliteConnection else { throw StorageError.unavailable("the connection is closed") }
        self.init(try db.cachedStatement(sql: text), connection, text)
        do { try bind(values) } catch {
            end()
            throw error
        }
    }

    private init(_ prepared: Statement, _ connection: SQLiteConnection, _ text: String) {
        (self.connection, self.text, row) = (connection, text, SQLiteRow(prepared))
        (statement, columnNames) = (prepared.sqliteStatement, prepared.columnNames)
    }

    let columnNames: [String]
    /// The row it has come to.
    let row: SQLiteRow

    /// Goes to the next row.
    /// - Returns: false where there is none.
    func step() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw failure
        }
    }

    /// Runs it again with other values.
    func again(_ values: [Value]) throws {
        sqlite3_reset(statement)
        try bind(values)
    }

    /// Lets go of the database and of the values. Its last failure has been told.
    func end() {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    private func bind(_ values: [Value]) throws {
        guard sqlite3_bind_parameter_count(statement) == Int32(values.count) else {
            throw StorageError.unexpectedShape("\(values.count) values for another number of places")
        }
        for (place, value) in values.enumerated() {
            let place = Int32(place + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(statement, place)
                case .int(let number): sqlite3_bind_int64(statement, place, number)
                case .text(let text): bind(text, at: place)
                case .blob(let bytes): bind(bytes, at: place)
                }
            guard code == SQLITE_OK else { throw failure }
        }
    }

    private func bind(_ text: String, at place: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty text has no address, and one without an address would be null.
                characters.baseAddress.map {
                    sqlite3_bind_text(statement, place, $0, Int32(characters.count), Self.copied)
                } ?? sqlite3_bind_text(statement, place, "", 0, Self.copied)
            }
        }
    }

    private func bind(_ bytes: [UInt8], at place: Int32) -> Int32 {
        bytes.isEmpty
            ? sqlite3_bind_zeroblob(statement, place, 0)
            : sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), Self.copied)
    }

    /// SQLite's sign that it must copy what it is given (`SQLITE_TRANSIENT`).
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private var failure: DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)), sql: text)
    }
}
