extension Migration {
    /// What becomes of a notice afterwards: withdrawn, replaced, corrected; and the words it is found by.
    static let changes = Migration(
        9, "changes",
        """
        create table notice_change (
            id {int} primary key,
            notice {int} not null references notice (id),
            kind {text} not null check (kind in ('withdrawn', 'replaced', 'corrected')),
            reason {text} not null,
            text {text},
            replacement {int} references notice (id),
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            check ((kind = 'replaced') = (replacement is not null)),
            check (replacement is null or replacement <> notice)
        ) {table}

        create index notice_change_notice on notice_change (notice, moment)

        create unique index notice_change_notice_end_key on notice_change (notice)
            where kind in ('withdrawn', 'replaced')

        create index notice_change_replacement on notice_change (replacement)

        create index due_subject on due (subject)

        create table notice_change_seen (
            change {int} not null references notice_change (id),
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            primary key (change, unit)
        ) {table}

        create table notice_search (
            notice {int} primary key references notice (id),
            words {text} not null
        ) {table}

        {postgresql} alter table notice_search alter column words set storage external
        """)
}
