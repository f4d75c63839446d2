import Federation
import Storage

enum DispatchSetStore {
    private static let columns: SQL =
        """
        s.dispatch, s.phrase, s.notice, s.root, s.unit_kinds, s.unit_levels, root.path as root_path, d.issued_at,
        d.sign_by
        from dispatch_set s join dispatch d on d.id = s.dispatch join unit root on root.id = s.root
        """

    static func insert(_ whole: [DispatchPlan.Whole], of dispatch: Dispatch, in db: any Transaction) throws {
        for one in whole {
            try db.execute(
                """
                insert into dispatch_set (dispatch, phrase, notice, root, unit_kinds, unit_levels)
                values (\(dispatch.id), \(one.phrase), \(dispatch.notice), \(dispatch.from), \(one.binding.kinds),
                    \(one.binding.levels))
                """)
        }
    }

    /// What these notices were sent to as a whole, the highest first.
    static func sets(of notices: [NoticeID], in db: any Transaction) throws -> [DispatchSet] {
        try notices.boundLists.flatMap { some in
            try db.query("select \(columns) where s.notice \(in: some)").map(set)
        }.sorted { ($0.rootPath.depth, $0.dispatch, $0.phrase) < ($1.rootPath.depth, $1.dispatch, $1.phrase) }
    }

    static func sets(of dispatch: DispatchID, in db: any Transaction) throws -> [DispatchSet] {
        try db.query("select \(columns) where s.dispatch = \(dispatch) order by s.phrase").map(set)
    }

    /// Whether, and as what, one unit was left out of its sets.
    static func excluded(
        from notices: [NoticeID], _ units: [UnitID], in db: any Transaction
    ) throws -> Set<UnitID> {
        guard !notices.isEmpty else { return [] }
        var found: Set<UnitID> = []
        for some in units.boundLists {
            for row in try db.query(
                """
                select x.unit from dispatch_set s join dispatch_exclusion x on x.dispatch = s.dispatch
                where s.notice \(in: notices) and x.unit \(in: some)
                """)
            {
                found.insert(try row["unit"])
            }
        }
        return found
    }

    /// Units that a sending names one by one beside what it is sent to as a whole.
    static func listed(
        of dispatch: DispatchID, in db: any Transaction
    ) throws -> [(unit: Unit, state: ReceiptState)] {
        let rows = try db.query(
            """
            select p.place, d.unit, r.state from dispatch_phrase p cross join delivery d
                join receipt r on r.id = d.receipt
            where p.dispatch = \(dispatch) and p.units > 0 and p.purpose = 'action' and not exists (
                select 1 from dispatch_set s where s.dispatch = p.dispatch and s.phrase = p.place)
                and d.dispatch = p.dispatch and d.phrase = p.place
            """
        ).map { (unit: try $0["unit"] as UnitID, state: try $0["state"] as Int) }
        let units = try UnitStore.find(rows.map(\.unit), in: db)
        return rows.compactMap { row in
            guard let unit = units[row.unit], let state = ReceiptState(rawValue: row.state) else { return nil }
            return (unit, state)
        }
    }

    // MARK: One unit

    /// What was sent to branches in which a unit stands and has not come to it yet; the earliest first.
    /// - Parameter isOne: one is enough to know that there is some.
    static func waiting(
        for unit: UnitID, isOne: Bool = false, in db: any Transaction
    ) throws -> [DispatchSet] {
        guard
            let row = try db.first("select path, kind, level from unit where id = \(unit) and closed_on is null")
        else { return [] }
        let path: TreePath = try row["path"]
        let limit: SQL = isOne ? "limit 1" : ""
        return try db.query(
            """
            select \(columns)
            where s.root in (select a.id from unit a where a.path \(in: path.ancestors))
                and s.dispatch > coalesce((select through from unit_arrival where unit = \(unit)), 0)
                and s.unit_kinds & \(Binding.bit(try row["kind"] as UnitKind)) <> 0
                and s.unit_levels & \(Binding.bit(try row["level"] as UnitLevel)) <> 0
                and not exists (select 1 from delivery y where y.dispatch = s.dispatch and y.unit = \(unit))
                and not exists (select 1 from dispatch_exclusion x where x.dispatch = s.dispatch and x.unit = \(unit))
                and not exists (select 1 from notice_change c
                    where c.notice = s.notice and c.kind in ('withdrawn', 'replaced'))
            order by s.dispatch, s.phrase \(limit)
            """
        ).map(set)
    }

    /// Up to here a unit needs not be looked after any more.
    static func note(_ unit: UnitID, through: Int64, in db: any Transaction) throws {
        try db.execute(
            """
            insert into unit_arrival (unit, through) values (\(unit), \(through))
            on conflict (unit) do update set through = excluded.through
            """)
    }

    /// A branch stands elsewhere: what was sent there before reaches it too.
    static func forget(_ branch: TreePath, in db: any Transaction) throws {
        try db.execute(
            """
            delete from unit_arrival where unit in (
                select id from unit where path >= \(branch) and path < \(branch.upperBound))
            """)
    }

    // MARK: Many units

    /// Whether a unit `u` stands in one of these, as a condition.
    static func condition(_ sets: [DispatchSet]) -> SQL {
        let each = sets.map { set -> SQL in
            """
            (u.path > \(set.rootPath) and u.path < \(set.rootPath.upperBound)
                and u.kind \(in: set.binding.unitKinds) and u.level \(in: set.binding.unitLevels)
                and not exists (select 1 from dispatch_exclusion x
                    where x.dispatch = \(set.dispatch) and x.unit = u.id))
            """
        }
        guard let first = each.first else { return "1 = 0" }
        return "(\(each.dropFirst().reduce(first) { "\($0) or \($1)" }))"
    }

    /// Units that stand in a set, by their places in the tree, with their receipts where they have one.
    /// - Parameter isUntouched: only those for which nothing is laid yet.
    static func members(
        of set: DispatchSet, isUntouched: Bool = false, after: Int = 0, limit: Int, in db: any Transaction
    ) throws -> [Delivery] {
        let untouched: SQL = isUntouched ? "and r.id is null" : ""
        return try db.query(
            """
            select \(set.phrase) as phrase, 'action' as delivered_for, u.name as unit_name, u.name_english, u.code,
                u.level, u.path as unit_path, coalesce(r.id, 0) as id, \(set.notice) as notice, u.id as unit,
                'action' as purpose, coalesce(r.state, 0) as state, coalesce(r.urgency, 0) as urgency,
                coalesce(r.sent_at, \(set.issuedAt)) as sent_at, r.opened_at, r.signed_at, r.passed_on_at,
                f.recorded_by as signed_for_by, f.is_day_only as signed_on_a_day, f.happened_at as signed_really_at
            from unit u left join receipt r on r.notice = \(set.notice) and r.unit = u.id
                left join receipt_fact f on f.receipt = r.id and f.fact = 'signed'
            where \(condition([set])) and u.closed_on is null \(untouched)
            order by u.path limit \(limit) offset \(after)
            """
        ).map(DispatchStore.delivery)
    }

    /// Recipients that have not signed: those first that have it before them, then those that have not looked yet. Neither
    /// goes through all that there are.
    static func unsigned(
        of dispatch: DispatchID, _ sets: [DispatchSet], phrase: Int?, limit: Int, in db: any Transaction
    ) throws -> [Delivery] {
        guard let notice = sets.first?.notice else { return [] }
        let branch: SQL = if let phrase { "and d.phrase = \(phrase)" } else { "" }
        // The state is written out: only so do both engines see that the index of the unsigned ones is enough.
        let laid: [ReceiptID] = try db.query(
            """
            select r.id from receipt r join delivery d on d.dispatch = \(dispatch) and d.unit = r.unit
            where r.notice = \(notice) and r.state < 2 and r.purpose = 'action' and d.purpose = 'action' \(branch)
            order by r.id limit \(limit)
            """
        ).map { try $0["id"] }
        var found: [Delivery] = []
        for some in laid.boundLists {
            found += try DispatchStore.deliveries(
                "where d.dispatch = \(dispatch) and d.receipt \(in: some) order by d.phrase, u.sort_key, u.id",
                in: db)
        }
        for set in sets where found.count < limit && phrase ?? set.phrase == set.phrase {
            found += try members(of: set, isUntouched: true, limit: limit - found.count, in: db)
        }
        return found
    }

    private static func set(_ row: Row) throws -> DispatchSet {
        DispatchSet(
            dispatch: try row["dispatch"], phrase: try row["phrase"], notice: try row["notice"],
            root: try row["root"], rootPath: try row["root_path"],
            binding: Binding(kinds: try row["unit_kinds"], levels: try row["unit_levels"]),
            issuedAt: try row["issued_at"], signBy: try row["sign_by"])
    }
}
