extension Migration {
    /// The kind and level of a unit `u` as the head of what is tallied.
    private static let headOfUnit = """
        (cast(case u.kind when 'federation' then 0 when 'industrial_union' then 1 when 'organs_union' then 2
            when 'joint_union' then 3 when 'grassroots_union' then 4 when 'department' then 5 else 6 end as bigint) * 256
        + case u.level when 'national' then 0 when 'province' then 1 when 'city' then 2 when 'county' then 3
            when 'township' then 4 else 5 end * 16)
        """

    /// What is counted has a place: sums are kept by branch. All that there is goes in as changes, which the next folding
    /// adds up, and which readers see before that.
    static let branchTallies = Migration(
        16, "branch-tallies",
        """
        alter table tally rename to tally_before

        alter table delta rename to delta_before

        drop index delta_subject

        create table delta (
            id {int} primary key,
            subject {int} not null,
            path {text} not null,
            measure {int} not null,
            n {int} not null
        ) {table}

        create index delta_subject on delta (subject, path)

        create table tally (
            branch {int} not null,
            subject {int} not null,
            measure {int} not null,
            n {int} not null,
            primary key (branch, subject, measure)
        ) {table}

        insert into tally (branch, subject, measure, n)
            select 0, subject, measure, sum(n) from (select subject, measure, n from tally_before
                union all select subject, measure, n from delta_before) b group by subject, measure

        drop table tally_before

        drop table delta_before

        insert into delta (id, subject, path, measure, n)
            select row_number() over (order by u.id), 0, u.path, \(headOfUnit) * 4294967296, 1
            from unit u where u.closed_on is null and length(u.path) > 5

        insert into delta (id, subject, path, measure, n)
            with recursive over (gate, id) as (
                select id, id from notice
                union select over.gate, c.cover from notice_containment c join over on over.id = c.inner_notice),
            first (gate, at) as (
                select over.gate, min(d.issued_at) from over join dispatch d on d.notice = over.id group by over.gate),
            got (gate, unit, state, signed_at, due_at) as (
                select over.gate, r.unit, max(r.state), min(r.signed_at), min(d.due_at)
                from over join receipt r on r.notice = over.id and r.purpose = 'action'
                    left join due d on d.unit = r.unit and d.kind = 'receipt.sign' and d.subject = r.id
                        and d.closed_at is null
                group by over.gate, r.unit
                union all
                select over.gate, b.unit, 14, cast(null as bigint), cast(null as bigint)
                from over join notice_book b on b.notice = over.id
                where not exists (
                    select 1 from over o join receipt r on r.notice = o.id and r.purpose = 'action'
                    where o.gate = over.gate and r.unit = b.unit)
                group by over.gate, b.unit)
            select 1000000000000 + row_number() over (order by got.gate, got.unit), got.gate, u.path,
                (\(headOfUnit) + got.state) * 4294967296
                    + case when got.signed_at is not null then
                        (got.signed_at + 28800000000) / 86400000000 * 65536
                            + case when got.signed_at < first.at then 0
                                when got.signed_at - first.at > 235922400000000 then 65535
                                else (got.signed_at - first.at) / 3600000000 end
                    when got.due_at is not null then (got.due_at + 59999999) / 60000000 else 0 end, 1
            from got join unit u on u.id = got.unit left join first on first.gate = got.gate
            where u.closed_on is null

        insert into delta (id, subject, path, measure, n)
            select 2000000000000 + row_number() over (order by a.id), a.obligation, u.path,
                (\(headOfUnit) + case a.state when 'under_way' then 1 when 'declined' then 2
                    when 'discharged' then case when a.figure is null then 3 else 4 end
                    else case when a.figure is null then 5 else 6 end end) * 4294967296
                    + case when a.state in ('discharged', 'not_applicable')
                        then (a.changed_at + 28800000000) / 86400000000 else 0 end, 1
            from assignment a join unit u on u.id = a.unit
            where u.closed_on is null and a.is_returned = 0 and a.state <> 'open'

        insert into delta (id, subject, path, measure, n)
            select 3000000000000 + row_number() over (order by a.id), a.obligation, u.path,
                (\(headOfUnit) + 15) * 4294967296, a.figure
            from assignment a join unit u on u.id = a.unit
            where u.closed_on is null and a.is_returned = 0 and a.state in ('discharged', 'not_applicable')
                and a.figure is not null and a.figure <> 0
        """)
}
