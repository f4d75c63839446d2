package import Federation
package import Storage

/// How far each notice has come at each unit, as it is tallied by branch: one measure for a notice and a unit, whatever the
/// papers are in which the notice came there.
package enum ReceiptFigures: FigureSource {
    /// The state of a unit that has the notice in its own book and was sent it by nobody.
    static let bookOnly = 14
    /// The state of a unit that was left out where its branch was sent the notice as a whole.
    static let excluded = 13

    /// What is known at one unit of one notice, in itself and in all that carry it.
    struct Standing: Sendable, Hashable {
        /// The furthest of the receipts for action; nil where it stands only in the unit's book.
        var state: ReceiptState?
        /// Left out of what its branch was sent as a whole.
        var isExcluded = false
        var signedAt: Moment?
        /// By when the signature is wanted; nil where nobody set a date.
        var dueAt: Moment?

        /// With another receipt of the same unit.
        mutating func add(_ state: ReceiptState, signedAt: Moment?, dueAt: Moment?) {
            self.state = max(self.state ?? state, state)
            self.signedAt = [self.signedAt, signedAt].compactMap(\.self).min()
            self.dueAt = [self.dueAt, dueAt].compactMap(\.self).min()
        }

        func measure(_ kind: UnitKind, _ level: UnitLevel, since first: Moment?) -> TallyMeasure {
            guard let state else {
                return TallyMeasure(kind: kind, level: level, state: isExcluded ? excluded : bookOnly)
            }
            return TallyMeasure(
                kind: kind, level: level, state: state.rawValue,
                bucket: signedAt.map { Signed(at: $0, since: first ?? $0).bucket } ?? dueAt.map(Self.minute) ?? 0)
        }

        /// The whole minute after which it is late.
        private static func minute(_ due: Moment) -> Int { Int((due.microseconds + 59_999_999) / 60_000_000) }
    }

    /// When something was signed, as a bucket: the day, and the hours since the notice was first sent.
    struct Signed: Sendable, Hashable {
        var day: Int
        var hours: Int

        init(at moment: Moment, since first: Moment) {
            day = Census.day(moment)
            hours = min(max(0, Int((moment.microseconds - first.microseconds) / 3_600_000_000)), 65_535)
        }

        init(bucket: Int) { (day, hours) = (bucket / 65_536, bucket % 65_536) }

        var bucket: Int { day * 65_536 + hours }
    }

    /// Whether an unsigned one is late, by its bucket.
    static func isLate(bucket: Int, now: Moment) -> Bool {
        bucket > 0 && Int64(bucket) * 60_000_000 < now.microseconds
    }

    // MARK: From the facts

    /// What each of these notices has come to at each of these units, from their receipts and books.
    static func standings(
        of notices: [NoticeID], at units: [UnitID], in db: any Transaction
    ) throws -> [NoticeID: [UnitID: Standing]] {
        var found: [NoticeID: [UnitID: Standing]] = [:]
        for notice in notices {
            let over = try NoticeStore.carrying(notice, in: db)
            var here: [UnitID: Standing] = [:]
            for (receipt, dueAt) in try ReceiptStore.forAction(over, at: units, in: db) {
                here[receipt.unit, default: Standing()].add(receipt.state, signedAt: receipt.signedAt, dueAt: dueAt)
            }
            for some in units.boundLists {
                for row in try db.query(
                    "select unit from notice_book where notice \(in: over) and unit \(in: some)")
                {
                    let unit: UnitID = try row["unit"]
                    if here[unit] == nil { here[unit] = Standing() }
                }
            }
            for unit in try DispatchSetStore.excluded(from: over, units, in: db) {
                if here[unit]?.state == nil { here[unit] = Standing(isExcluded: true) }
            }
            found[notice] = here
        }
        return found
    }

    package static func figures(of unit: Unit, in db: any Transaction) throws -> [Figure] {
        let notices: [NoticeID] = try db.query(
            """
            with recursive inside (id) as (
                select notice from receipt where unit = \(unit.id) and purpose = 'action'
                union select s.notice from dispatch_exclusion x join dispatch_set s on s.dispatch = x.dispatch
                    where x.unit = \(unit.id)
                union select notice from notice_book where unit = \(unit.id)
                union select c.inner_notice from notice_containment c join inside on inside.id = c.cover)
            select id from inside order by id
            """
        ).map { try $0["id"] }
        let standings = try standings(of: notices, at: [unit.id], in: db)
        let done = try WorkDone.figures(at: [unit.id], sinceDay: 0, in: db)[unit.id] ?? []
        return try done
            + notices.compactMap { notice in
                guard let standing = standings[notice]?[unit.id] else { return nil }
                let first = try PictureStore.firstSent(notice, in: db)
                return Figure(
                    subject: notice.raw, measure: standing.measure(unit.kind, unit.level, since: first).raw)
            }
    }

    /// One notice at some units, by unit.
    static func figures(
        of notice: NoticeID, at units: [Unit], since first: Moment?, in db: any Transaction
    ) throws -> [UnitID: [Figure]] {
        let standings = try standings(of: [notice], at: units.map(\.id), in: db)[notice] ?? [:]
        return units.reduce(into: [:]) { found, unit in
            guard let standing = standings[unit.id] else { return }
            found[unit.id] = [
                Figure(subject: notice.raw, measure: standing.measure(unit.kind, unit.level, since: first).raw)
            ]
        }
    }

    package static func moved(_ branch: TreePath, in act: Act) throws {
        try DispatchSetStore.forget(branch, in: act.db)
    }

    // MARK: As they change

    /// Tallies what `body` changes about a notice at some units: their receipts, dues of signing, and books.
    @discardableResult
    static func changing<Result>(
        _ notice: NoticeID, at units: [UnitID], in act: Act, _ body: () throws -> Result
    ) throws -> Result {
        let notices = try NoticeStore.inside(notice, in: act.db)
        let before = try standings(of: notices, at: units, in: act.db)
        let result = try body()
        let after = try standings(of: notices, at: units, in: act.db)
        let known = try UnitStore.find(units, in: act.db)
        var deltas: [Tally.Delta] = []
        for one in notices {
            let first = try PictureStore.firstSent(one, in: act.db)
            for (id, unit) in known.sorted(by: { $0.key < $1.key }) where unit.isWorking {
                deltas += Tally.Delta.change(
                    of: one.raw, at: unit.path,
                    from: before[one]?[id]?.measure(unit.kind, unit.level, since: first).raw,
                    to: after[one]?[id]?.measure(unit.kind, unit.level, since: first).raw)
            }
        }
        try Tally.add(deltas, in: act)
        return result
    }

    /// Tallies that one receipt goes from what it was to what it is, before its due is closed.
    /// - Parameters:
    ///   - old: as this act has read it.
    ///   - write: writes the receipt.
    static func change(_ receipt: Receipt, after old: Receipt, in act: Act, _ write: () throws -> Void) throws {
        let row = try act.db.first(
            """
            select u.path, u.kind, u.level, d.due_at,
                (select min(s.issued_at) from dispatch s where s.notice = r.notice) as first_sent,
                case when exists (select 1 from notice_containment c
                    where c.cover = r.notice or c.inner_notice = r.notice) then 1 else 0 end as is_in_covers
            from receipt r join unit u on u.id = r.unit
                left join due d on d.unit = r.unit and d.kind = 'receipt.sign' and d.subject = r.id
                    and d.closed_at is null
            where r.id = \(receipt.id) and u.closed_on is null
            """)
        guard let row else { return try write() }
        var deltas: [Tally.Delta] = []
        if old.signedAt == nil, let signedAt = receipt.signedAt, receipt.purpose == .action {
            deltas.append(WorkDone.signed.figure(at: signedAt).delta(at: try row["path"]))
        }
        guard try row["is_in_covers"] as Int == 0 else {
            try Tally.add(deltas, in: act)
            return try changing(receipt.notice, at: [receipt.unit], in: act, write)
        }
        try write()
        guard receipt.purpose == .action else { return }
        let dueAt: Moment? = try row["due_at"]
        let (kind, level): (UnitKind, UnitLevel) = (try row["kind"], try row["level"])
        let first: Moment? = try row["first_sent"]
        let before = Standing(state: old.state, signedAt: old.signedAt, dueAt: dueAt)
        let after = Standing(state: receipt.state, signedAt: receipt.signedAt, dueAt: dueAt)
        deltas += Tally.Delta.change(
            of: receipt.notice.raw, at: try row["path"], from: before.measure(kind, level, since: first).raw,
            to: after.measure(kind, level, since: first).raw)
        try Tally.add(deltas, in: act)
    }
}
