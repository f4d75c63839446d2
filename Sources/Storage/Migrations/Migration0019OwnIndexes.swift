extension Migration {
    /// What one unit has settled lately, has entered in its book, and named one by one in a sending, and what was said last
    /// about one obligation, without going through what all units have.
    static let ownIndexes = Migration(
        19, "own-indexes",
        """
        create index due_closed on due (unit, closed_at) where closed_at is not null

        create index notice_book_entered on notice_book (unit, entered_at, notice)

        create index delivery_phrase on delivery (dispatch, phrase)

        create index assignment_latest on assignment (obligation, changed_at, id)
        """)
}
