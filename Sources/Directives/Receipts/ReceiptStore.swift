package import Federation
package import Storage

package enum ReceiptStore {
    private static let columns: SQL =
        "id, notice, unit, purpose, state, urgency, sent_at, opened_at, signed_at, passed_on_at"

    package static func find(notice: NoticeID, unit: UnitID, in db: any Transaction) throws -> Receipt? {
        try db.first("select \(columns) from receipt where notice = \(notice) and unit = \(unit)").map(receipt)
    }

    /// What a unit got and now carries on inside a cover of its own: those it has signed for, and copies.
    static func carried(in cover: NoticeID, to unit: UnitID, in db: any Transaction) throws -> [Receipt] {
        try db.query(
            """
            with recursive inside (id) as (
                select inner_notice from notice_containment where cover = \(cover)
                union select c.inner_notice from notice_containment c join inside on inside.id = c.cover)
            select \(columns) from receipt where unit = \(unit) and notice in (select id from inside) order by id
            """
        ).map(receipt).filter { $0.state.isSigned || $0.purpose == .information }
    }

    /// - Throws: "not found" for another unit's receipt, the same as for one that does not exist.
    package static func require(_ id: ReceiptID, of unit: UnitID, in db: any Transaction) throws -> Receipt {
        guard let row = try db.first("select \(columns) from receipt where id = \(id) and unit = \(unit)") else {
            throw AccessRefusal.notFound
        }
        return try receipt(row)
    }

    /// Those of these receipts that are the unit's.
    static func find(
        _ ids: [ReceiptID], of unit: UnitID, in db: any Transaction
    ) throws -> [ReceiptID: Receipt] {
        var found: [ReceiptID: Receipt] = [:]
        for some in ids.boundLists {
            for row in try db.query("select \(columns) from receipt where id \(in: some) and unit = \(unit)") {
                let receipt = try receipt(row)
                found[receipt.id] = receipt
            }
        }
        return found
    }

    /// Receipts for action of some units, of a paper or any that carries it, and by when each is wanted signed. Paper by
    /// paper: of two lists at once PostgreSQL takes one and goes through all that it has.
    static func forAction(
        _ papers: [NoticeID], at units: [UnitID], in db: any Transaction
    ) throws -> [(receipt: Receipt, dueAt: Moment?)] {
        var found: [(Receipt, Moment?)] = []
        for some in units.boundLists {
            for paper in papers {
                for row in try db.query(
                    """
                    select \(columns), (select d.due_at from due d where d.unit = receipt.unit and d.kind = 'receipt.sign'
                        and d.subject = receipt.id and d.closed_at is null) as due_at
                    from receipt where notice = \(paper) and unit \(in: some) and purpose = 'action'
                    """)
                {
                    found.append((try receipt(row), try row["due_at"]))
                }
            }
        }
        return found
    }

    /// The units by whose sendings receipts were reached first.
    static func senders(
        of receipts: some Sequence<ReceiptID>, in db: any Transaction
    ) throws -> [ReceiptID: UnitID] {
        var senders: [ReceiptID: UnitID] = [:]
        for some in Array(receipts).boundLists {
            for row in try db.query(
                """
                select v.receipt, d.from_unit from delivery v join dispatch d on d.id = v.dispatch
                where v.receipt \(in: some) order by d.id desc
                """)
            {
                senders[try row["receipt"]] = try row["from_unit"] as UnitID
            }
        }
        return senders
    }

    /// Receipts of a unit: the most urgent first, then the oldest.
    package static func inbox(
        of unit: UnitID, states: [ReceiptState], limit: Int, in db: any Transaction
    ) throws -> [Receipt] {
        try db.query(
            """
            select \(columns) from receipt where unit = \(unit) and state \(in: states.map(\.rawValue))
            order by urgency desc, sent_at, id limit \(limit)
            """
        ).map(receipt)
    }

    package static func count(of unit: UnitID, states: [ReceiptState], in db: any Transaction) throws -> Int {
        try db.scalar(
            "select count(*) as receipts from receipt where unit = \(unit) and state \(in: states.map(\.rawValue))"
        ) ?? 0
    }

    /// Saves how far a receipt has come, with the fact that brought it there. A fact that there is already stands.
    /// - Parameter old: as this act has read it.
    static func save(
        _ receipt: Receipt, after old: Receipt, _ kind: ReceiptFact.Kind, _ telling: ReceiptFact.Telling = .init(),
        in act: Act
    ) throws {
        let reached = try deliveries(of: receipt.id, in: act.db)
        try DispatchStore.count(
            reached.filter(\.isListed).map(\.dispatch), from: old.state, to: receipt.state, in: act)
        try ReceiptFigures.change(receipt, after: old, in: act) {
            try act.db.execute(
                """
                update receipt set state = \(receipt.state.rawValue), opened_at = \(receipt.openedAt),
                    signed_at = \(receipt.signedAt), passed_on_at = \(receipt.passedOnAt)
                where id = \(receipt.id)
                """)
        }
        try act.db.execute(
            """
            insert into receipt_fact (
                id, receipt, fact, moment, person, post, note, people, channel, recorded_by, happened_at, is_day_only)
            values (\(act.newID(ReceiptFact.self)), \(receipt.id), \(kind.rawValue), \(act.moment),
                \(try act.person()), \(try act.post()), \(telling.note), \(telling.people),
                \(telling.channel?.rawValue), \(telling.recordedBy), \(telling.happenedAt),
                \(telling.isDayOnly ? 1 : 0))
            on conflict do nothing
            """)
        let sendings = reached.map(\.dispatch)
        for dispatch in sendings + (try Descent.above(sendings, in: act.db)) {
            act.announce(Topic("dispatch", dispatch))
        }
    }

    /// The sendings by which a receipt was reached, and whether it stands in their lists for action: one that was sent to as
    /// part of a whole is counted by branch alone.
    private static func deliveries(
        of receipt: ReceiptID, in db: any Transaction
    ) throws -> [(dispatch: DispatchID, isListed: Bool)] {
        try db.query(
            """
            select d.dispatch, max(case when d.purpose = 'action' and not exists (
                select 1 from dispatch_set s where s.dispatch = d.dispatch and s.phrase = d.phrase)
                then 1 else 0 end) as is_listed
            from delivery d where d.receipt = \(receipt) group by d.dispatch order by d.dispatch
            """
        ).map { (try $0["dispatch"], try $0["is_listed"] as Int == 1) }
    }

    /// The sendings by which this receipt was reached, the first first.
    package static func dispatches(delivering receipt: ReceiptID, in db: any Transaction) throws -> [DispatchID] {
        try db.query("select dispatch from delivery where receipt = \(receipt) order by dispatch")
            .map { try $0["dispatch"] }
    }

    /// Who signed and as which post, for those that are signed.
    static func signers(
        of receipts: [ReceiptID], in db: any Transaction
    ) throws -> [ReceiptID: (person: PersonID, post: PostID)] {
        var signers: [ReceiptID: (person: PersonID, post: PostID)] = [:]
        for some in receipts.boundLists {
            for row in try db.query(
                "select receipt, person, post from receipt_fact where fact = 'signed' and receipt \(in: some)")
            {
                signers[try row["receipt"]] = (try row["person"], try row["post"])
            }
        }
        return signers
    }

    private static let factColumns: SQL =
        "f.fact, f.moment, f.person, f.post, f.note, f.people, f.channel, f.recorded_by, f.happened_at, f.is_day_only"

    /// What was done with a receipt, in the order it was written.
    package static func facts(of receipt: ReceiptID, in db: any Transaction) throws -> [ReceiptFact] {
        try db.query(
            "select \(factColumns) from receipt_fact f where f.receipt = \(receipt) order by f.moment, f.id"
        ).map(fact)
    }

    /// How a unit last told its workers of anything; nil where it never did.
    static func lastConveyance(by unit: UnitID, in db: any Transaction) throws -> ReceiptFact? {
        try db.first(
            """
            select \(factColumns) from receipt_fact f join receipt r on r.id = f.receipt
            where r.unit = \(unit) and f.fact = 'conveyed' order by f.moment desc, f.id desc limit 1
            """
        ).map(fact)
    }

    private static func fact(_ row: Row) throws -> ReceiptFact {
        let (kind, channel): (String, String?) = (try row["fact"], try row["channel"])
        guard let kind = ReceiptFact.Kind(rawValue: kind) else {
            throw StorageError.unexpectedShape("a receipt that was \(kind)")
        }
        let isDayOnly: Int = try row["is_day_only"]
        var fact = ReceiptFact(kind: kind, moment: try row["moment"], person: try row["person"], post: try row["post"])
        fact.telling = .init(note: try row["note"], people: try row["people"])
        fact.telling.channel = channel.flatMap(ReceiptFact.Channel.init)
        fact.telling.recordedBy = try row["recorded_by"]
        fact.telling.happenedAt = try row["happened_at"]
        fact.telling.isDayOnly = isDayOnly == 1
        return fact
    }

    static func receipt(_ row: Row) throws -> Receipt {
        let (purpose, state): (String, Int) = (try row["purpose"], try row["state"])
        guard let purpose = Purpose(rawValue: purpose), let state = ReceiptState(rawValue: state) else {
            throw StorageError.unexpectedShape("a receipt of purpose \(purpose), state \(state)")
        }
        return Receipt(
            id: try row["id"], notice: try row["notice"], unit: try row["unit"], purpose: purpose, state: state,
            urgency: Urgency(try row["urgency"]), sentAt: try row["sent_at"], openedAt: try row["opened_at"],
            signedAt: try row["signed_at"], passedOnAt: try row["passed_on_at"])
    }
}
