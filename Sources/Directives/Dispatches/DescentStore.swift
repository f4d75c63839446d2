import Federation
package import Storage

extension Descent {
    package init(of dispatch: Dispatch, in db: any Transaction) throws {
        // From below: each sending of the notice, or of one that carries it, with those by which it had come to its sender.
        // There are as many of these as units that passed it on, not as units that got it.
        let over = try NoticeStore.carrying(dispatch.notice, in: db)
        let rows = try db.query(
            """
            select d.dispatch as above, \(DispatchStore.columns)
            from dispatch join receipt r on r.unit = dispatch.from_unit and r.notice \(in: over)
                join delivery d on d.receipt = r.id join dispatch up on up.id = d.dispatch
            where dispatch.notice \(in: over) and dispatch.id <> \(dispatch.id)
                and dispatch.from_unit <> \(dispatch.from) and dispatch.issued_at >= up.issued_at
            order by dispatch.issued_at, dispatch.id
            """)
        var below: [DispatchID: [Dispatch]] = [:]
        for row in rows { below[try row["above"], default: []].append(try DispatchStore.dispatch(row)) }
        self.init(from: dispatch, below)
    }

    /// Two named queries to put before a statement: `carrying (id)`, the notice and all that carry it, and
    /// `descent (id, above)`, the sendings.
    static func sendings(of dispatch: Dispatch) -> SQL {
        """
        with recursive carrying (id) as (
            select cast(\(dispatch.notice) as bigint)
            union
            select c.cover from notice_containment c join carrying on carrying.id = c.inner_notice),
        descent (id, above, issued_at) as (
            select id, cast(null as bigint), issued_at from dispatch where id = \(dispatch.id)
            union
            select s.id, descent.id, s.issued_at
            from descent join delivery d on d.dispatch = descent.id
                join dispatch s on s.from_unit = d.unit and s.issued_at >= descent.issued_at
            where s.notice in (select id from carrying) and s.id <> descent.id and s.from_unit <> \(dispatch.from))
        """
    }
}

// MARK: What they have done

extension Descent {
    /// Every unit addressed for action, at the level that reached it first; nil where they are too many.
    func arrivals(in db: any Transaction) throws -> [[Arrival]]? {
        guard recipients <= Self.arrivalsMax else { return nil }
        let depths = Dictionary(links.map { ($0.dispatch.id, $0.depth) }) { first, _ in first }
        var first: [UnitID: (depth: Int, arrival: Arrival)] = [:]
        for row in try rows(in: db) {
            let arrival = try Self.arrival(row)
            guard let depth = depths[arrival.dispatch] else { continue }
            if let known = first[arrival.unit], known.depth <= depth { continue }
            first[arrival.unit] = (depth, arrival)
        }
        var levels = [[Arrival]](repeating: [], count: depth + 1)
        for (depth, arrival) in first.values { levels[depth].append(arrival) }
        return levels.map { $0.sorted { ($0.sentAt, $0.unit.raw) < ($1.sentAt, $1.unit.raw) } }
    }

    private func rows(in db: any Transaction) throws -> [Row] {
        try db.query(
            """
            \(Self.sendings(of: links[0].dispatch))
            select d.unit, d.dispatch, r.state, r.sent_at, r.signed_at, f.recorded_by, f.is_day_only, f.happened_at,
                case when exists (select 1 from unit_link l where l.parent = d.unit and l.to_on is null)
                    then 1 else 0 end as has_below
            from delivery d join receipt r on r.id = d.receipt
                left join receipt_fact f on f.receipt = r.id and f.fact = 'signed'
            where d.dispatch in (select id from descent) and d.purpose = 'action'
            """)
    }

    private static func arrival(_ row: Row) throws -> Arrival {
        let (signedAt, happenedAt): (Moment?, Moment?) = (try row["signed_at"], try row["happened_at"])
        let (isDayOnly, hasBelow): (Int?, Int) = (try row["is_day_only"], try row["has_below"])
        return Arrival(
            unit: try row["unit"], dispatch: try row["dispatch"],
            state: ReceiptState(rawValue: try row["state"]) ?? .sent, sentAt: try row["sent_at"],
            signature: try signedAt.map {
                Signature(at: happenedAt ?? $0, isDayOnly: isDayOnly == 1, recordedBy: try row["recorded_by"])
            },
            hasBelow: hasBelow == 1)
    }

    /// How many of each sending's recipients have signed.
    func signed(in db: any Transaction) throws -> [DispatchID: Int] {
        try db.query(
            """
            \(Self.sendings(of: links[0].dispatch))
            select d.dispatch, count(*) as units from delivery d join receipt r on r.id = d.receipt
            where d.dispatch in (select id from descent) and d.purpose = 'action'
                and r.state >= \(ReceiptState.signed.rawValue)
            group by d.dispatch
            """
        ).reduce(into: [:]) { $0[try $1["dispatch"]] = try $1["units"] as Int }
    }
}

// MARK: The way back up

extension Descent {
    /// No federation is deeper; a bound on what a wrong circle could cost.
    private static let levelsMax = 12

    /// The sendings above these, nearest first: those by which the notice, or one that it carries, had come to their
    /// senders. Whoever watches one of them is told of what happens below.
    package static func above(_ dispatches: [DispatchID], in db: any Transaction) throws -> [DispatchID] {
        var found: [DispatchID] = []
        var level = dispatches
        for _ in 0..<levelsMax where !level.isEmpty {
            level = try directlyAbove(level, in: db).filter { !found.contains($0) && !dispatches.contains($0) }
            found += level
        }
        return found
    }

    private static func directlyAbove(_ dispatches: [DispatchID], in db: any Transaction) throws -> [DispatchID] {
        try db.query(
            """
            select d.dispatch as above from dispatch s join receipt r on r.notice = s.notice and r.unit = s.from_unit
                join delivery d on d.receipt = r.id
            where s.id \(in: dispatches)
            union
            select d.dispatch from dispatch s join notice_containment c on c.cover = s.notice
                join receipt r on r.notice = c.inner_notice and r.unit = s.from_unit
                join delivery d on d.receipt = r.id
            where s.id \(in: dispatches)
            """
        ).map { try $0["above"] }
    }
}
