extension Migration {
    /// What a notice is sent to as a whole: from a unit down, all of some kinds and levels. A receipt is laid for a unit when
    /// somebody there looks, or something else happens to it.
    static let dispatchSets = Migration(
        17, "dispatch-sets",
        """
        create table dispatch_set (
            dispatch {int} not null references dispatch (id),
            phrase {int} not null,
            notice {int} not null references notice (id),
            root {int} not null references unit (id),
            unit_kinds {int} not null,
            unit_levels {int} not null,
            primary key (dispatch, phrase)
        ) {table}

        create index dispatch_set_notice on dispatch_set (notice)

        create index dispatch_set_root on dispatch_set (root, dispatch)

        create table unit_arrival (
            unit {int} primary key,
            through {int} not null
        ) {table}

        create index receipt_unsigned on receipt (notice, id) where state < 2

        alter table urge add column unsigned {int}

        alter table urge add column branch {int}

        insert into delta (id, subject, path, measure, n)
            select 4000000000000 + row_number() over (order by path, day), 1, path, day, n from (
                select u.path, (r.signed_at + 28800000000) / 86400000000 as day, count(*) as n
                from receipt r join unit u on u.id = r.unit
                where r.purpose = 'action' and r.signed_at is not null and u.closed_on is null group by u.path, 2) done

        insert into delta (id, subject, path, measure, n)
            select 5000000000000 + row_number() over (order by path, day), 2, path, day, n from (
                select u.path, (a.changed_at + 28800000000) / 86400000000 as day, count(*) as n
                from assignment a join unit u on u.id = a.unit
                where a.is_returned = 0 and a.state in ('discharged', 'not_applicable') and u.closed_on is null
                group by u.path, 2) done
        """)
}
