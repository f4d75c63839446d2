import Foundation
import GRDB

extension StorageError {
    init(_ error: DatabaseError) {
        let message = error.message ?? ""
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE:
            self = .uniqueViolation(Self.constraintName(in: message))
        case .SQLITE_CONSTRAINT_PRIMARYKEY:
            self = .uniqueViolation(Self.columns(in: message).table + "_pkey")
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKeyViolation(message)
        case .SQLITE_CONSTRAINT_CHECK: self = .checkViolation(message)
        case .SQLITE_CONSTRAINT_NOTNULL: self = .notNullViolation(message)
        default:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR:
                self = .unavailable(message)
            default: self = .other(code: "\(error.extendedResultCode.rawValue)", message: message)
            }
        }
    }

    /// `UNIQUE constraint failed: unit.code, unit.line` becomes `unit_code_line_key`, PostgreSQL's name for the same;
    /// an index over an expression or part of a table is named by SQLite itself.
    private static func constraintName(in message: String) -> String {
        guard let colon = message.range(of: ": ") else { return message }
        let place = message[colon.upperBound...]
        if place.hasPrefix("index '") { return String(place.dropFirst("index '".count).dropLast()) }
        let (table, columns) = columns(in: message)
        return ([table] + columns).joined(separator: "_") + "_key"
    }

    private static func columns(in message: String) -> (table: String, columns: [String]) {
        guard let colon = message.range(of: ": ") else { return (message, []) }
        let places = message[colon.upperBound...].split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces).split(separator: ".").map(String.init)
        }
        return (places.first?.first ?? message, places.compactMap(\.last))
    }
}
