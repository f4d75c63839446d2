import Directives
import Federation
import Storage

/// Writes an invented federation straight into the tables: what an import or a fan-out would have written, without the acts.
enum GeneratedStore {
    struct Row: Sendable {
        var unit: Unit
        var parent: UnitID
        var second: UnitID?
    }

    /// Numbers for the segments of so many paths.
    static func takePaths(_ count: Int, in db: any Transaction) throws -> Int64 {
        try db.execute("update tree_counter set next = next + \(count) where id = 1")
        return (try db.scalar("select next from tree_counter where id = 1", as: Int64.self) ?? 0) - Int64(count)
    }

    static func insert(
        _ rows: [Row], installation: String, since day: String, at moment: Moment, _ minter: IDMinter,
        in db: any Transaction
    ) throws {
        try db.bulkInsert(
            into: "unit",
            columns: [
                .int("id"), .text("origin_installation"), .int("origin_id"), .text("code"), .text("name"),
                .text("kind"), .text("level"), .text("division"), .text("path"), .text("secondary_path"),
                .text("sort_key"), .int("created_at"),
            ],
            rows: rows.map { row in
                [
                    row.unit.id.columnValue, installation.columnValue, row.unit.id.columnValue,
                    row.unit.code.columnValue, row.unit.name.columnValue, row.unit.kind.columnValue,
                    row.unit.level.columnValue, row.unit.division.columnValue, row.unit.path.columnValue,
                    row.unit.secondaryPath.columnValue, row.unit.code.columnValue, moment.columnValue,
                ]
            })
        try UnitGrams.insert(rows.map(\.unit), in: db)
        try Census.lay(rows.map(\.unit), minter, in: db)
        try db.bulkInsert(
            into: "unit_link",
            columns: [
                .int("id"), .int("unit"), .int("parent"), .text("line"), .int("is_primary"), .text("from_on"),
            ],
            rows: rows.flatMap { row -> [[Value]] in
                let line: UnitLine = row.unit.kind == .industrialUnion ? .industrial : .territorial
                var links: [[Value]] = [
                    [
                        minter.mint(UnitLink.self).columnValue, row.unit.id.columnValue, row.parent.columnValue,
                        line.columnValue, true.columnValue, day.columnValue,
                    ]
                ]
                if let second = row.second {
                    links.append([
                        minter.mint(UnitLink.self).columnValue, row.unit.id.columnValue, second.columnValue,
                        UnitLine.industrial.columnValue, false.columnValue, day.columnValue,
                    ])
                }
                return links
            })
    }

    // MARK: The standing load

    /// A sending of a notice to the units of a branch below its sender, as a busy week leaves it: one to all of them is sent as
    /// a whole, and receipts are laid where somebody looked; one to some of them is laid for each. What is still owed, and
    /// some that have settled some of its duties.
    /// - Parameters:
    ///   - turn: which notice it is: the same gives the same states, whenever it is laid.
    ///   - ids: the first of a stretch of ids that nobody else is given.
    ///   - settledPercent: of the units, for each duty.
    static func send(
        _ notice: NoticeID, turn: Int, from own: Unit, as actor: Actor, urgency: Int, unitsMax: Int?,
        duties: [ObligationID], settledPercent: Int, ids: Int64, at sent: Moment, due: Moment, in db: any Transaction
    ) throws -> Int {
        let dispatch = ids
        let limit: SQL = unitsMax.map { "limit \($0)" } ?? ""
        try db.execute(
            """
            insert into dispatch (id, notice, from_unit, manner, state, addressee_line, recipients, copies, person, post,
                issued_at, sign_by)
            values (\(dispatch), \(notice), \(own.id), 'issue', 'issued', '各级工会', 0, 0, \(actor.person),
                \(actor.post), \(sent), \(due))
            """)
        if unitsMax == nil {
            let all = Binding(kinds: UnitKind.allCases, levels: UnitLevel.allCases)
            try db.execute(
                """
                insert into dispatch_set (dispatch, phrase, notice, root, unit_kinds, unit_levels)
                values (\(dispatch), 0, \(notice), \(own.id), \(all.kinds), \(all.levels))
                """)
        }
        let hour: Int64 = 3_600_000_000
        // Of what was sent to all, those that have not looked have nothing laid.
        let untouched = unitsMax == nil ? 15 : 0
        try db.execute(
            """
            insert into receipt (id, notice, unit, purpose, state, urgency, sent_at, opened_at, signed_at,
                passed_on_at, province)
            select \(ids) + place, \(notice), unit, 'action',
                case when share < 15 then cast(\(ReceiptState.sent.rawValue) as bigint)
                    when share < 25 then cast(\(ReceiptState.opened.rawValue) as bigint)
                    when share < 70 then cast(\(ReceiptState.signed.rawValue) as bigint)
                    else cast(\(ReceiptState.conveyed.rawValue) as bigint) end,
                \(urgency), \(sent), case when share < 15 then null else \(sent) + share * \(hour) end,
                case when share < 25 then null else \(sent) + share * \(hour) end,
                case when share < 70 then null else \(sent) + share * \(hour) + \(hour) end, province
            from (select u.id as unit, row_number() over (order by u.path) as place,
                    (row_number() over (order by u.path) * 61 + \(turn * 37)) % 100 as share,
                    substr(u.path, 6, 5) as province
                from unit u where u.path > \(own.path.text) and u.path < \(own.path.upperBound)
                    and u.closed_on is null order by u.path \(limit)) below
            where share >= \(untouched)
                and not exists (select 1 from receipt r where r.notice = \(notice) and r.unit = below.unit)
            """)
        try db.execute(
            """
            insert into delivery (dispatch, unit, receipt, phrase, purpose)
            select \(dispatch), unit, id, 0, 'action' from receipt where notice = \(notice)
            """)
        if unitsMax != nil {
            try db.execute(
                """
                insert into tally (branch, subject, measure, n)
                select 0, \(dispatch), state, count(*) from receipt where notice = \(notice) group by state
                """)
        }
        let units = try units(of: notice, below: own, isWhole: unitsMax == nil, in: db)
        try db.execute("update dispatch set recipients = \(units) where id = \(dispatch)")
        try db.execute(
            """
            insert into dispatch_phrase (dispatch, place, text, purpose, outcome, units)
            values (\(dispatch), 0, '各级工会', 'action', 'resolved', \(units))
            """)
        try db.execute(
            """
            insert into due (id, unit, kind, subject, grade, due_at, minutes, opened_at, asked_by)
            select id + \(Int64(units) + 1), unit, 'receipt.sign', id, \(urgency), \(due), 1, \(sent), \(own.id)
            from receipt where notice = \(notice) and state < \(ReceiptState.signed.rawValue)
            """)
        for (place, duty) in duties.enumerated() {
            try db.execute(
                """
                insert into assignment (id, obligation, unit, state, changed_at, province)
                select r.id + \(Int64(units + 1) * Int64(place + 2)), \(duty), r.unit,
                    case when (r.id - \(ids) + \(place)) % 3 = 0 then 'under_way' else 'discharged' end,
                    r.signed_at + \(hour), r.province
                from receipt r
                where r.notice = \(notice) and r.signed_at is not null
                    and ((r.id - \(ids)) * 7 + \(place * 13)) % 100 < \(settledPercent)
                """)
            // What is settled is owed no more, by whichever branch it was.
            try db.execute(
                """
                insert into due_scope_closed (unit, kind, subject, closed_at)
                select unit, 'assignment.discharge', obligation, changed_at from assignment
                where obligation = \(duty) and state = 'discharged'
                """)
        }
        try tally(notice, duties, units: units, ids: ids, at: sent, due: due, in: db)
        return units
    }

    private static func units(
        of notice: NoticeID, below own: Unit, isWhole: Bool, in db: any Transaction
    ) throws -> Int {
        isWhole
            ? try Census.count(below: own, in: db)
            : try db.scalar("select count(*) as units from receipt where notice = \(notice)") ?? 0
    }

    /// What of it is counted by branch, as changes, and at once as sums.
    private static func tally(
        _ notice: NoticeID, _ duties: [ObligationID], units: Int, ids: Int64, at sent: Moment, due: Moment,
        in db: any Transaction
    ) throws {
        let head = GeneratedMeasure.head
        let (hour, day): (Int64, Int64) = (3_600_000_000, 86_400_000_000)
        // Behind the ids of the receipts, the dues and the assignments.
        let next = ids + Int64(units + 1) * Int64(duties.count + 2)
        try db.execute(
            """
            insert into delta (id, subject, path, measure, n)
            select \(next) + row_number() over (order by r.id), \(notice), u.path, (\(head) + r.state) * 4294967296
                + case when r.signed_at is null then \((due.microseconds + 59_999_999) / 60_000_000)
                    else (r.signed_at + \(8 * hour)) / \(day) * 65536 + (r.signed_at - \(sent)) / \(hour) end, 1
            from receipt r cross join unit u where u.id = r.unit and r.notice = \(notice)
            """)
        for (place, duty) in duties.enumerated() {
            try db.execute(
                """
                insert into delta (id, subject, path, measure, n)
                select \(next + Int64(units + 1) * Int64(place + 1)) + row_number() over (order by a.id), \(duty),
                    u.path, (\(head) + case a.state when 'under_way' then 1 else 3 end) * 4294967296
                        + case a.state when 'under_way' then 0 else (a.changed_at + \(8 * hour)) / \(day) end, 1
                from assignment a cross join unit u where u.id = a.unit and a.obligation = \(duty)
                """)
        }
        let after = next + Int64(units + 1) * Int64(duties.count + 1)
        try db.execute(
            """
            insert into delta (id, subject, path, measure, n)
            select \(after) + row_number() over (order by r.id), 1, u.path, (r.signed_at + \(8 * hour)) / \(day), 1
            from receipt r cross join unit u
            where u.id = r.unit and r.notice = \(notice) and r.signed_at is not null
            """)
        try Tally.fold(max: .max, in: db)
    }

    /// What was signed in the year before, as days and branches keep it: each branch as often as it has units.
    static func layYear(before today: Int, in db: any Transaction) throws {
        try db.execute(
            """
            insert into tally (branch, subject, measure, n)
            with recursive past (day) as (
                select cast(\(today - 364) as bigint) union all select day + 1 from past where day < \(today - 8)),
            known (branch, units) as (
                select branch, cast(sum(n) as bigint) from tally where subject = 0 group by branch)
            select known.branch, 1, past.day, 1 + known.units / 40 from known cross join past
            where known.units >= 400 or (known.branch / 4096 + past.day) % (400 / known.units + 1) = 0
            on conflict (branch, subject, measure) do update set n = tally.n + excluded.n
            """)
    }
}
