extension Migration {
    /// Counts that are exact at every moment: changes as they happen, and what they came to when they were last folded.
    static let counting = Migration(
        14, "counting",
        """
        create table delta (
            id {int} primary key,
            subject {int} not null,
            measure {int} not null,
            n {int} not null
        ) {table}

        create index delta_subject on delta (subject)

        create table tally (
            subject {int} not null,
            measure {int} not null,
            n {int} not null,
            primary key (subject, measure)
        ) {table}

        insert into tally (subject, measure, n)
            select d.dispatch, r.state, count(*) from delivery d join receipt r on r.id = d.receipt
            where d.purpose = 'action' group by d.dispatch, r.state
        """)
}
