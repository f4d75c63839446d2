import Federation
import Storage

/// Counts over branches: in a fixed number of statements, whatever stands below.
enum SupervisionStore {
    /// The units below one that work today, itself included, by branch, depth, kind and level.
    static func census(under own: Unit, in db: any Transaction) throws -> [BranchCensus] {
        let (branch, depth) = (branch(of: own), depth(below: own))
        return try db.query(
            """
            select branch, depth, kind, level, count(*) as units from (
                select \(branch) as branch, \(depth) as depth, kind, level from unit u
                where u.path >= \(own.path.text) and u.path < \(own.path.upperBound) and u.closed_on is null) counted
            group by branch, depth, kind, level
            """
        ).map(group)
    }

    /// Of those, the units that a notice has reached, in itself or in a cover.
    static func reached(
        by notice: NoticeID, under own: Unit, in db: any Transaction
    ) throws -> [BranchCensus] {
        let (branch, depth) = (branch(of: own), depth(below: own))
        let over = try NoticeStore.carrying(notice, in: db)
        let whole = DispatchSetStore.condition(try DispatchSetStore.sets(of: over, in: db))
        return try db.query(
            """
            with u (path, kind, level) as (
                select u.path, u.kind, u.level from unit u
                where u.path >= \(own.path.text) and u.path < \(own.path.upperBound) and u.closed_on is null
                    and \(whole)
                union
                select n.path, n.kind, n.level from unit n cross join receipt r
                where n.path >= \(own.path.text) and n.path < \(own.path.upperBound) and n.closed_on is null
                    and r.unit = n.id and r.notice \(in: over) and r.purpose = 'action'
                union
                select n.path, n.kind, n.level from notice_book b cross join unit n
                where b.notice \(in: over) and n.id = b.unit and n.closed_on is null
                    and n.path >= \(own.path.text) and n.path < \(own.path.upperBound))
            select branch, depth, kind, level, count(*) as units from (
                select \(branch) as branch, \(depth) as depth, u.kind as kind, u.level as level from u) counted
            group by branch, depth, kind, level
            """
        ).map(group)
    }

    /// How many units of each branch and depth stand in a state about one of these obligations.
    struct Count: Sendable {
        var obligation: ObligationID
        var branch: TreePath
        var depth: Int
        var kind: UnitKind
        var state: Assignment.State
        var units: Int
    }

    static func counts(
        of obligations: [ObligationID], under own: Unit, in db: any Transaction
    ) throws -> [Count] {
        let (branch, depth) = (branch(of: own), depth(below: own))
        return try obligations.boundLists.flatMap { some in
            try db.query(
                """
                select obligation, branch, depth, kind, state, count(*) as units from (
                    select a.obligation as obligation, \(branch) as branch, \(depth) as depth, u.kind as kind,
                        case when a.is_returned = 1 then 'open' else a.state end as state
                    from assignment a join unit u on u.id = a.unit
                    where a.obligation \(in: some) and u.closed_on is null
                        and u.path >= \(own.path.text) and u.path < \(own.path.upperBound)) counted
                group by obligation, branch, depth, kind, state
                """)
        }.map { row in
            let (branch, state): (String, String) = (try row["branch"], try row["state"])
            guard let state = Assignment.State(rawValue: state) else {
                throw StorageError.unexpectedShape("assignment in state \(state)")
            }
            return Count(
                obligation: try row["obligation"], branch: TreePath(branch), depth: try row["depth"],
                kind: try row["kind"], state: state, units: try row["units"])
        }
    }

    /// The same from what is tallied.
    static func counts(
        of obligations: [ObligationID], in view: BranchView, in db: any Transaction
    ) throws -> [Count] {
        let near = try AssignmentFigures.figures(of: obligations, at: view.near, in: db)
        return try view.groups(of: obligations.map(\.raw), near: near, in: db).flatMap { id, groups in
            groups.compactMap { group in
                AssignmentFigures.Done(rawValue: group.measure.state)?.state.map {
                    Count(
                        obligation: ObligationID(id), branch: group.branch, depth: group.depth,
                        kind: group.measure.kind, state: $0, units: group.n)
                }
            }
        }
    }

    /// What was said in settling one obligation, by branch: the figures, or how many units on a day.
    struct Said: Sendable {
        var branch: TreePath
        var depth: Int
        var kind: UnitKind
        var day: CivilDay?
        var units = 0
        var figure = 0
        var givers = 0

        init(_ group: BranchView.Group) {
            (branch, depth, kind) = (group.branch, group.depth, group.measure.kind)
        }
    }

    static func said(of obligation: ObligationID, in view: BranchView, in db: any Transaction) throws -> [Said] {
        let near = try AssignmentFigures.figures(of: [obligation], at: view.near, in: db)
        let figures = try view.groups(of: [obligation.raw], near: near, in: db)[obligation.raw] ?? []
        let days = try view.times(of: [obligation.raw], near: near, in: db)[obligation.raw] ?? []
        return figures.compactMap { group in
            guard let done = AssignmentFigures.Done(rawValue: group.measure.state), done.hasFigure || done == .figure
            else { return nil }
            var said = Said(group)
            (said.figure, said.givers) = done == .figure ? (group.n, 0) : (0, group.n)
            return said
        }
            + days.map { group in
                var said = Said(group)
                (said.day, said.units) = (CivilDay(ordinal: group.measure.bucket), group.n)
                return said
            }
    }

    private static func branch(of own: Unit) -> SQL {
        "substr(u.path, 1, \(own.path.text.count + TreePath.segmentWidth))"
    }

    private static func depth(below own: Unit) -> SQL {
        let length = own.path.text.count
        return """
            case when length(u.path) = \(length) then 0
                when length(u.path) = \(length + TreePath.segmentWidth) then 1
                when length(u.path) = \(length + 2 * TreePath.segmentWidth) then 2 else 3 end
            """
    }

    private static func group(_ row: Row) throws -> BranchCensus {
        let branch: String = try row["branch"]
        return BranchCensus(
            branch: TreePath(branch), depth: try row["depth"], kind: try row["kind"], level: try row["level"],
            units: try row["units"])
    }

    /// Which of these units have signed for a notice in itself or in a cover, and which have it unsigned; with the moment
    /// it was sent to them.
    static func arrivals(
        of notice: NoticeID, at units: [UnitID], in db: any Transaction
    ) throws -> [UnitID: ObligationGate.Arrival] {
        var found: [UnitID: ObligationGate.Arrival] = [:]
        let over = try NoticeStore.carrying(notice, in: db)
        for (receipt, _) in try ReceiptStore.forAction(over, at: units, in: db) {
            let one = ObligationGate.Arrival(
                notice: receipt.notice, receipt: receipt.id, isSigned: receipt.state.isSigned, at: receipt.sentAt)
            let known = found[receipt.unit]
            var first = known.map { $0.at <= one.at ? $0 : one } ?? one
            first.isSigned = one.isSigned || known?.isSigned == true
            found[receipt.unit] = first
        }
        // What a branch was sent as a whole has reached those too that have not looked yet.
        let sets = try DispatchSetStore.sets(of: over, in: db)
        guard !sets.isEmpty else { return found }
        let excluded = try DispatchSetStore.excluded(from: over, units, in: db)
        for (id, unit) in try UnitStore.find(units.filter { found[$0] == nil && !excluded.contains($0) }, in: db) {
            guard let set = sets.filter({ $0.covers(unit) }).min(by: { $0.issuedAt < $1.issuedAt }) else { continue }
            found[id] = .init(notice: set.notice, receipt: nil, isSigned: false, at: set.issuedAt)
        }
        return found
    }

    /// A unit that an obligation binds, with what it did.
    struct BoundUnit: Sendable {
        var unit: Unit
        var assignment: Assignment?
    }

    /// The units of a branch that an obligation binds, those that still owe it first; a page of them.
    static func units(
        of obligation: Obligation, under branch: TreePath, onlyChildrenOf parent: TreePath?, kind: UnitKind?,
        limit: Int, after: Int, in db: any Transaction
    ) throws -> [BoundUnit] {
        let kinds = obligation.binding.unitKinds.filter { kind == nil || $0 == kind }
        guard !kinds.isEmpty else { return [] }
        let near: SQL =
            parent.map { "and length(u.path) = \($0.text.count + TreePath.segmentWidth)" } ?? ""
        let ids: [UnitID] = try db.query(
            """
            select u.id from unit u left join assignment a on a.unit = u.id and a.obligation = \(obligation.id)
            where u.path >= \(branch.text) and u.path < \(branch.upperBound) and u.closed_on is null
                and u.kind \(in: kinds) and u.level \(in: obligation.binding.unitLevels) \(near)
            order by case when a.state in ('discharged', 'not_applicable', 'declined') then 1 else 0 end, u.path
            limit \(limit) offset \(after)
            """
        ).map { try $0["id"] }
        let units = try UnitStore.find(ids, in: db)
        let known = try AssignmentStore.assignments(about: obligation.id, by: ids, in: db)
        return ids.compactMap { id in units[id].map { BoundUnit(unit: $0, assignment: known[id]) } }
    }

    // MARK: Urging

    /// How often a unit was urged about each of these.
    static func urged(
        _ obligations: [ObligationID], _ unit: UnitID, in db: any Transaction
    ) throws -> [ObligationID: Int] {
        var found: [ObligationID: Int] = [:]
        for some in obligations.boundLists {
            for row in try db.query(
                """
                select g.obligation, count(*) as times from obligation_urge g
                    join obligation_urge_unit u on u.urge = g.id
                where u.unit = \(unit) and g.obligation \(in: some) group by g.obligation
                """)
            {
                found[try row["obligation"]] = try row["times"]
            }
        }
        return found
    }

    /// How often and when last an obligation was urged from a unit, and how many units that reached.
    static func urges(
        of obligation: ObligationID, from unit: UnitID, in db: any Transaction
    ) throws -> (times: Int, last: Moment?) {
        let row = try db.first(
            """
            select count(*) as times, max(moment) as last from obligation_urge
            where obligation = \(obligation) and unit = \(unit)
            """)
        return (try row.map { try $0["times"] } ?? 0, try row.flatMap { try $0["last"] })
    }

    static func insert(
        _ urge: ID<ObligationUrge>, _ obligation: ObligationID, _ units: [UnitID], text: String, by own: UnitID,
        in act: Act
    ) throws {
        try act.db.execute(
            """
            insert into obligation_urge (id, obligation, unit, text, person, post, moment)
            values (\(urge), \(obligation), \(own), \(text), \(try act.person()), \(try act.post()), \(act.moment))
            """)
        try act.db.bulkInsert(
            into: "obligation_urge_unit", columns: [.int("urge"), .int("unit")],
            rows: units.map { [urge.columnValue, $0.columnValue] })
    }
}

extension BranchCensus {
    init(_ group: BranchView.Group) {
        self.init(
            branch: group.branch, depth: group.depth, kind: group.measure.kind, level: group.measure.level,
            units: group.n)
    }
}

/// One press that urged units about an obligation.
enum ObligationUrge {}
