import Federation
import Storage

/// What receipts say of the units of a branch, one by one.
enum PictureStore {
    /// When a notice was first sent, in itself or in a cover.
    static func firstSent(_ notice: NoticeID, in db: any Transaction) throws -> Moment? {
        try db.scalar(
            """
            select min(issued_at) as sent_at from dispatch
            where notice \(in: try NoticeStore.carrying(notice, in: db))
            """)
    }

    /// Each unit of a branch and what became of the notice there; nil where they are more than so many.
    static func units(
        of notice: NoticeID, _ duties: [ObligationID], under own: Unit, max: Int, now: Moment, in db: any Transaction
    ) throws -> [ReportUnit]? {
        let over = try NoticeStore.carrying(notice, in: db)
        let sets = try DispatchSetStore.sets(of: over, in: db)
        let isLateUnread = sets.contains { $0.signBy.map { $0 < now } ?? false }
        let rows = try db.query(
            """
            with got as (
                select u.id as unit, max(r.state) as state, max(case when r.signed_at is null and exists (
                    select 1 from due d where d.unit = r.unit and d.kind = 'receipt.sign' and d.subject = r.id
                        and d.closed_at is null and d.due_at < \(now)) then 1 else 0 end) as is_late
                \(received(over, own)) group by u.id)
            select u.id, u.name, u.kind,
                case when got.unit is null and \(DispatchSetStore.condition(sets)) then 0 else got.state end as state,
                coalesce(got.is_late, \(isLateUnread ? 1 : 0)) as is_late
            from unit u left join got on got.unit = u.id
            where u.path >= \(own.path.text) and u.path < \(own.path.upperBound) and u.closed_on is null
            order by u.path limit \(max + 1)
            """)
        guard rows.count <= max else { return nil }
        var settled: [UnitID: Int] = [:]
        for some in duties.boundLists {
            for row in try db.query(
                """
                select a.unit, count(*) as settled from assignment a join unit u on u.id = a.unit
                where a.obligation \(in: some) and a.state in ('discharged', 'not_applicable')
                    and a.is_returned = 0 and u.path >= \(own.path.text) and u.path < \(own.path.upperBound)
                group by a.unit
                """)
            {
                settled[try row["unit"], default: 0] += try row["settled"]
            }
        }
        return try rows.map { row in
            let (id, word, late): (UnitID, Int?, Int) = (try row["id"], try row["state"], try row["is_late"])
            let state = word.flatMap(ReceiptState.init(rawValue:))
            return ReportUnit(
                name: try row["name"], kind: try row["kind"],
                state: state.map { $0 > .signed ? .passedOn : $0.isSigned ? .signed : .reached } ?? .unreached,
                isLate: late == 1 && state?.isSigned != true, settled: settled[id] ?? 0)
        }
    }

    /// A unit that has the notice and has not signed, or has signed and not passed it on though units are below.
    struct Silent: Sendable {
        var unit: Unit
        var sentAt: Moment
        var signedAt: Moment?
        var dueAt: Moment?
    }

    /// Those that have not signed, whoever waits longest first.
    static func unsigned(
        of notice: NoticeID, under own: Unit, limit: Int, after: Int, in db: any Transaction
    ) throws -> [Silent] {
        let over = try NoticeStore.carrying(notice, in: db)
        let sets = try DispatchSetStore.sets(of: over, in: db)
        let isLarge = try Census.isLarge(own, in: db)
        if isLarge || !sets.isEmpty {
            return try unsigned(over, sets, under: own, limit: limit, after: after, in: db)
        }
        let rows = try db.query(
            """
            select u.id as unit, min(r.sent_at) as sent_at, min((
                select d.due_at from due d where d.unit = r.unit and d.kind = 'receipt.sign' and d.subject = r.id
                    and d.closed_at is null)) as due_at
            \(received(over, own)) and r.signed_at is null
            group by u.id order by min(r.sent_at), u.id limit \(limit) offset \(after)
            """
        ).map { (unit: try $0["unit"] as UnitID, sent: try $0["sent_at"] as Moment, due: try $0["due_at"] as Moment?) }
        let units = try UnitStore.find(rows.map(\.unit), in: db)
        return rows.compactMap { row in
            units[row.unit].map { Silent(unit: $0, sentAt: row.sent, signedAt: nil, dueAt: row.due) }
        }
    }

    /// Those of a large branch, or of one that was sent it as a whole, by their places in the tree, a stretch of units at a
    /// time: what is read ends with the page, whatever the engine thinks of joins.
    private static func unsigned(
        _ over: [NoticeID], _ sets: [DispatchSet], under own: Unit, limit: Int, after: Int, in db: any Transaction
    ) throws -> [Silent] {
        let issuedAt = sets.map(\.issuedAt).min() ?? Moment(microseconds: 0)
        let signBy = sets.compactMap(\.signBy).min()
        var found: [(unit: UnitID, sent: Moment, due: Moment?)] = []
        var (passed, start): (Int, SQL) = (0, "u.path >= \(own.path)")
        while found.count < limit {
            let stretch = try db.query(
                """
                select u.id, u.path, case when \(DispatchSetStore.condition(sets)) then 1 else 0 end as is_in_set
                from unit u where \(start) and u.path < \(own.path.upperBound) and u.closed_on is null
                order by u.path limit 100
                """)
            guard let last = stretch.last else { break }
            start = "u.path > \(try last["path"] as TreePath)"
            let sent = try sent(over, to: stretch.map { try $0["id"] }, in: db)
            for row in stretch {
                let unit: UnitID = try row["id"]
                let isInSet = try row["is_in_set"] as Int == 1
                guard sent[unit].map({ !$0.isSigned }) ?? isInSet else { continue }
                passed += 1
                if passed > after, found.count < limit {
                    found.append((unit, sent[unit]?.at ?? issuedAt, sent[unit] == nil ? signBy : sent[unit]?.due))
                }
            }
        }
        let units = try UnitStore.find(found.map(\.unit), in: db)
        return found.compactMap { one in
            units[one.unit].map { Silent(unit: $0, sentAt: one.sent, signedAt: nil, dueAt: one.due) }
        }
    }

    /// When it was sent to each of these units that has a receipt, by when it is wanted back, and whether it is.
    private static func sent(
        _ over: [NoticeID], to units: [UnitID], in db: any Transaction
    ) throws -> [UnitID: (at: Moment, due: Moment?, isSigned: Bool)] {
        try ReceiptStore.forAction(over, at: units, in: db).reduce(into: [:]) { found, one in
            let (receipt, known) = (one.receipt, found[one.receipt.unit])
            found[receipt.unit] = (
                at: min(known?.at ?? receipt.sentAt, receipt.sentAt),
                due: [known?.due, one.dueAt].compactMap(\.self).min(),
                isSigned: receipt.signedAt != nil || known?.isSigned == true
            )
        }
    }

    /// Units that have signed, have others below, and from which it has reached none of them. In a large branch those are
    /// looked at that stand directly below, or below one of these.
    static func notRelayed(
        of notice: NoticeID, under own: Unit, limit: Int, in db: any Transaction
    ) throws -> [Silent] {
        let over = try NoticeStore.carrying(notice, in: db)
        // Below a unit whose branch was sent it as a whole nobody waits for it.
        let whole = try DispatchSetStore.sets(of: over, in: db).map(\.rootPath)
        guard !whole.contains(where: { $0.contains(own.path) }) else { return [] }
        let isLarge = try Census.isLarge(own, in: db)
        let reached = isLarge ? try nearest(over, own, in: db) : received(over, own)
        let rows = try db.query(
            """
            select u.id as unit, min(r.sent_at) as sent_at, min(r.signed_at) as signed_at
            \(reached) and r.signed_at is not null
                and exists (select 1 from unit_link l join unit c on c.id = l.unit
                    where l.parent = r.unit and l.is_primary = 1 and l.to_on is null and c.closed_on is null)
                and not exists (select 1 from unit_link l join receipt below on below.unit = l.unit
                    where l.parent = r.unit and l.to_on is null and below.purpose = 'action'
                        and below.notice \(in: over))
            group by u.id order by min(r.signed_at), u.id limit \(limit)
            """
        ).map {
            (unit: try $0["unit"] as UnitID, sent: try $0["sent_at"] as Moment, signed: try $0["signed_at"] as Moment?)
        }
        let units = try UnitStore.find(rows.map(\.unit), in: db)
        return rows.compactMap { row in
            units[row.unit].map { Silent(unit: $0, sentAt: row.sent, signedAt: row.signed, dueAt: nil) }
        }
    }

    /// The same of those that stand directly below, or below one of these.
    private static func nearest(_ over: [NoticeID], _ own: Unit, in db: any Transaction) throws -> SQL {
        let near = try BranchView(own, in: db)
        return """
            from unit_link n cross join unit u cross join receipt r
            where n.parent \(in: [own.id] + near.deep.map(\.id)) and n.is_primary = 1 and n.to_on is null
                and u.id = n.unit and u.closed_on is null
                and r.unit = u.id and r.notice \(in: over) and r.purpose = 'action'
            """
    }

    /// Units of a branch with their receipts for action. Written as cross joins, which SQLite takes in this order: what is
    /// read is the branch, never all receipts of the federation.
    private static func received(_ over: [NoticeID], _ own: Unit) -> SQL {
        """
        from unit u cross join receipt r
        where u.path >= \(own.path.text) and u.path < \(own.path.upperBound) and u.closed_on is null
            and r.unit = u.id and r.notice \(in: over) and r.purpose = 'action'
        """
    }
}
