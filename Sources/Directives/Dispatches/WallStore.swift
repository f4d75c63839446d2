import Federation
import Storage

/// How many units stand where, counted by the database.
enum WallStore {
    /// How many of each branch stand where, by the place of its phrase.
    static func counts(of dispatch: DispatchID, now: Moment, in db: any Transaction) throws -> [Int: WallModel.Counts] {
        try db.query(
            """
            select d.phrase, d.purpose, r.state, count(*) as units,
                sum(case when f.recorded_by is null then 0 else 1 end) as recorded,
                sum(case when coalesce(f.happened_at, r.signed_at, \(now)) > s.sign_by then 1 else 0 end) as late
            from dispatch s cross join dispatch_phrase p cross join delivery d cross join receipt r
                left join receipt_fact f on f.receipt = r.id and f.fact = 'signed'
            where s.id = \(dispatch) and p.dispatch = s.id and not exists (
                select 1 from dispatch_set w where w.dispatch = p.dispatch and w.phrase = p.place)
                and d.dispatch = p.dispatch and d.phrase = p.place and r.id = d.receipt
            group by d.phrase, d.purpose, r.state
            """
        ).reduce(into: [:]) { found, row in
            let place: Int = try row["phrase"]
            try found[place, default: WallModel.Counts()].add(row)
        }
    }

    /// Units addressed for action by their places in the tree.
    typealias Population = [TreePath: (unit: UnitID, units: Int)]

    /// How many units work below each unit addressed for action, itself counted.
    static func population(of dispatch: DispatchID, in db: any Transaction) throws -> Population {
        try db.query(
            """
            select a.id, a.path, (select count(*) from unit low
                where low.path > a.path and low.path < a.path || '~' and low.closed_on is null) as below
            from delivery d join unit a on a.id = d.unit
            where d.dispatch = \(dispatch) and d.purpose = 'action'
            """
        ).reduce(into: [:]) { $0[try $1["path"]] = (try $1["id"], 1 + (try $1["below"] as Int)) }
    }

    /// Units that were reached, each once, by the beginning of their path and the first sending that reached them.
    /// - Parameter width: how much of the path tells them apart.
    static func reached(
        of dispatch: Dispatch, width: Int, now: Moment, in db: any Transaction
    ) throws -> [(branch: TreePath, first: DispatchID, counts: WallModel.Counts)] {
        try db.query(
            """
            \(Descent.sendings(of: dispatch)),
            reached as (
                select d.unit, min(d.dispatch) as first, max(r.state) as state, min(d.purpose) as purpose,
                    max(case when r.signed_at is null and s.sign_by < \(now) then 1 else 0 end) as is_late,
                    max(case when f.recorded_by is null then 0 else 1 end) as is_recorded
                from delivery d join dispatch s on s.id = d.dispatch join receipt r on r.id = d.receipt
                    left join receipt_fact f on f.receipt = r.id and f.fact = 'signed'
                where d.dispatch in (select id from descent) group by d.unit)
            select substr(u.path, 1, cast(\(width) as int)) as branch, reached.first, reached.purpose, reached.state,
                count(*) as units, sum(is_recorded) as recorded, sum(is_late) as late
            from reached join unit u on u.id = reached.unit
            group by branch, reached.first, reached.purpose, reached.state
            """
        ).map { row in
            var counts = WallModel.Counts()
            try counts.add(row)
            return (try row["branch"], try row["first"], counts)
        }
    }
}

extension WallModel.Counts {
    /// Of units that were sent to as a whole. Which of them were told by telephone is not counted there.
    init(_ counts: DispatchSetCounts.Counts) {
        self.init()
        (sent, opened, signed) = (counts.units[.sent] ?? 0, counts.units[.opened] ?? 0, counts.units[.signed] ?? 0)
        (relayed, conveyed, filed) = (
            counts.units[.relayed] ?? 0, counts.units[.conveyed] ?? 0, counts.units[.filed] ?? 0
        )
        (lateSent, lateOpened) = (counts.late[.sent] ?? 0, counts.late[.opened] ?? 0)
        lateSigned = counts.late.reduce(0) { $0 + ($1.key.isSigned ? $1.value : 0) }
    }

    /// Adds `units` of one `purpose` and `state`, of which `late` and `recorded` are so.
    fileprivate mutating func add(_ row: Row) throws {
        let (units, purpose): (Int, String) = (try row["units"], try row["purpose"])
        guard purpose == Purpose.action.rawValue else {
            information += units
            return
        }
        let (late, written): (Int?, Int?) = (try row["late"], try row["recorded"])
        recorded += written ?? 0
        switch ReceiptState(rawValue: try row["state"]) {
        case nil: undelivered += units
        case .sent:
            sent += units
            lateSent += late ?? 0
        case .opened:
            opened += units
            lateOpened += late ?? 0
        case .signed: signed += units
        case .relayed: relayed += units
        case .conveyed: conveyed += units
        case .filed: filed += units
        }
        if let state = ReceiptState(rawValue: try row["state"]), state.isSigned { lateSigned += late ?? 0 }
    }
}
