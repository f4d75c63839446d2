/// What an engine can report, in one vocabulary for both.
package enum StorageError: Error, Hashable {
    /// A uniqueness rule refused the row. The name is `table_pkey` for the primary key, else `table_column_column_key`
    /// whatever the index is called; the index's own name where it is over an expression.
    case uniqueViolation(String)
    case foreignKeyViolation(String)
    case checkViolation(String)
    case notNullViolation(String)
    /// No connection became free, or whoever else writes did not end, within the bounded wait.
    case busy
    /// Committed after an error that had ended the transaction.
    case brokenTransaction
    /// The database cannot be reached.
    case unavailable(String)
    /// The database was migrated by a newer program: its migration, and the newest that this program knows.
    case newerThanProgram(found: Int, known: Int)
    /// The database was migrated only so far, to be read as it is: its migration, and the newest that this program knows.
    /// A database without a schema is at 0.
    case olderThanProgram(found: Int, known: Int)
    /// A migration that has shipped was changed afterwards.
    case migrationChanged(Int)
    /// The setting is not what durability needs.
    case unsafeSetting(String)
    case badAddress(String)
    /// A row does not have the shape that the code expects.
    case unexpectedShape(String)
    case other(code: String, message: String)
}
