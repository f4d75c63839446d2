/// What an engine can report, in one vocabulary for both.
package enum StorageError: Error, Hashable {
    /// A uniqueness rule refused the row. The name is `table_column_column_key` or the index's own name.
    case uniqueViolation(String)
    case foreignKeyViolation(String)
    case checkViolation(String)
    case notNullViolation(String)
    /// Another transaction came first; running the closure again may succeed. Seen by callers only after many tries.
    case serializationFailure
    /// No connection became free within the bounded wait.
    case busy
    /// The database cannot be reached.
    case unavailable(String)
    /// The database was migrated by a newer program: its migration, and the newest that this program knows.
    case newerThanProgram(found: Int, known: Int)
    /// A migration that has shipped was changed afterwards.
    case migrationChanged(Int)
    /// The setting is not what durability needs.
    case unsafeSetting(String)
    case badAddress(String)
    /// A row does not have the shape that the code expects.
    case unexpectedShape(String)
    case other(code: String, message: String)
}
