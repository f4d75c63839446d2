extension Migration {
    /// A notice is found by everything it is known by, not only by what it was first known by.
    static let noticeAliases = Migration(
        6, "notice aliases",
        """
        create table notice_alias (
            identity {text} not null primary key,
            notice {int} not null references notice (id)
        ) {table}

        create index notice_alias_notice on notice_alias (notice)
        """)
}
