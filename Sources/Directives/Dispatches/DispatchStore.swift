package import Federation
package import Storage

package enum DispatchStore {
    static let columns: SQL =
        """
        dispatch.id, dispatch.notice, dispatch.from_unit, dispatch.parent, dispatch.manner, dispatch.addressee_line,
        dispatch.copy_line, dispatch.recipients, dispatch.copies, dispatch.person, dispatch.post, dispatch.issued_at,
        dispatch.sign_by, dispatch.sign_within_hours
        """

    package static func find(_ id: DispatchID, in db: any Transaction) throws -> Dispatch? {
        try db.first("select \(columns) from dispatch where id = \(id)").map(dispatch)
    }

    /// - Throws: "not found" where it does not exist.
    package static func require(_ id: DispatchID, in db: any Transaction) throws -> Dispatch {
        guard let dispatch = try find(id, in: db) else { throw AccessRefusal.notFound }
        return dispatch
    }

    package static func find(notice: NoticeID, from unit: UnitID, in db: any Transaction) throws -> [Dispatch] {
        try db.query(
            "select \(columns) from dispatch where notice = \(notice) and from_unit = \(unit) order by issued_at, id"
        ).map(dispatch)
    }

    /// What a unit has sent, the newest first.
    package static func sent(by unit: UnitID, limit: Int, in db: any Transaction) throws -> [Dispatch] {
        try db.query(
            "select \(columns) from dispatch where from_unit = \(unit) order by issued_at desc, id desc limit \(limit)"
        ).map(dispatch)
    }

    /// The relays that followed from a sending, one level below it.
    package static func relays(of parent: DispatchID, in db: any Transaction) throws -> [Dispatch] {
        try db.query("select \(columns) from dispatch where parent = \(parent) order by issued_at, id").map(dispatch)
    }

    static func insert(_ dispatch: Dispatch, _ plan: DispatchPlan, in db: any Transaction) throws {
        try db.execute(
            """
            insert into dispatch (
                id, notice, from_unit, parent, manner, state, addressee_line, copy_line, recipients, copies, person,
                post, issued_at, sign_by, sign_within_hours)
            values (
                \(dispatch.id), \(dispatch.notice), \(dispatch.from), \(dispatch.parent), \(dispatch.manner.rawValue),
                'issued', \(dispatch.addresseeLine), \(dispatch.copyLine), \(dispatch.recipients), \(dispatch.copies),
                \(dispatch.person), \(dispatch.post), \(dispatch.issuedAt), \(dispatch.signBy),
                \(dispatch.signWithinHours))
            """)
        for phrase in plan.phrases {
            try db.execute(
                """
                insert into dispatch_phrase (dispatch, place, text, purpose, outcome, reason, units)
                values (\(dispatch.id), \(phrase.place), \(phrase.text), \(phrase.purpose.rawValue),
                    \(phrase.outcome.rawValue), \(phrase.reason), \(phrase.units))
                """)
        }
    }

    static func insertExclusions(_ plan: DispatchPlan, of dispatch: DispatchID, in db: any Transaction) throws {
        for exclusion in plan.exclusions {
            try db.execute(
                """
                insert into dispatch_exclusion (dispatch, unit, reason)
                values (\(dispatch), \(exclusion.unit), \(exclusion.reason))
                """)
        }
    }

    package static func phrases(of dispatch: DispatchID, in db: any Transaction) throws -> [DispatchPhrase] {
        try db.query(
            """
            select place, text, purpose, outcome, reason, units from dispatch_phrase
            where dispatch = \(dispatch) order by place
            """
        ).map { row in
            let (purpose, outcome): (String, String) = (try row["purpose"], try row["outcome"])
            guard let purpose = Purpose(rawValue: purpose), let outcome = DispatchPhrase.Outcome(rawValue: outcome)
            else {
                throw StorageError.unexpectedShape("a phrase that was \(outcome)")
            }
            return DispatchPhrase(
                place: try row["place"], text: try row["text"], purpose: purpose, outcome: outcome,
                reason: try row["reason"], units: try row["units"])
        }
    }

    static func exclusions(of dispatch: DispatchID, in db: any Transaction) throws -> [DispatchPlan.Exclusion] {
        try db.query("select unit, reason from dispatch_exclusion where dispatch = \(dispatch) order by unit")
            .map { DispatchPlan.Exclusion(unit: try $0["unit"], reason: try $0["reason"]) }
    }

    /// Lays a receipt for each unit that has none yet, and the delivery by which this sending reached it.
    /// - Returns: the receipts for action that are new, or were for information: those that somebody now owes a signature.
    static func deliver(
        _ dispatch: Dispatch, _ recipients: [DispatchPlan.Recipient], urgency: Urgency, in act: Act
    ) throws -> [(unit: UnitID, subject: Int64)] {
        let units = recipients.map(\.unit)
        var receipts: [UnitID: ReceiptID] = [:]
        var informed: Set<UnitID> = []
        for some in units.boundLists {
            for row in try act.db.query(
                "select id, unit, purpose from receipt where notice = \(dispatch.notice) and unit \(in: some)")
            {
                let unit: UnitID = try row["unit"]
                receipts[unit] = try row["id"] as ReceiptID
                if try row["purpose"] as String == Purpose.information.rawValue { informed.insert(unit) }
            }
        }
        let provinces = try UnitStore.find(units, in: act.db).mapValues(\.path.province)
        let fresh = recipients.filter { receipts[$0.unit] == nil }
        for recipient in fresh { receipts[recipient.unit] = act.newID() }
        try act.db.bulkInsert(
            into: "receipt",
            columns: [
                .int("id"), .int("notice"), .int("unit"), .text("purpose"), .int("state"), .int("urgency"),
                .int("sent_at"), .text("province"),
            ],
            rows: fresh.map { one in
                [
                    receipts[one.unit].columnValue, dispatch.notice.columnValue, one.unit.columnValue,
                    one.purpose.rawValue.columnValue, ReceiptState.sent.rawValue.columnValue,
                    urgency.rank.columnValue, dispatch.issuedAt.columnValue,
                    (provinces[one.unit] ?? "").columnValue,
                ]
            })
        try act.db.bulkInsert(
            into: "delivery",
            columns: [.int("dispatch"), .int("unit"), .int("receipt"), .int("phrase"), .text("purpose")],
            rows: recipients.map { one in
                [
                    dispatch.id.columnValue, one.unit.columnValue, receipts[one.unit].columnValue,
                    one.phrase.columnValue, one.purpose.rawValue.columnValue,
                ]
            })
        let asked = recipients.filter { $0.purpose == .action && informed.contains($0.unit) }
        try ask(asked.compactMap { receipts[$0.unit] }, in: act)
        return (fresh + asked).compactMap { one in
            one.purpose == .action ? receipts[one.unit].map { (one.unit, $0.raw) } : nil
        }
    }

    /// Tallies how far a sending has come when it has just begun.
    static func count(_ dispatch: DispatchID, in act: Act) throws {
        try Tally.add(
            try recount(of: dispatch, in: act.db).sorted { $0.key < $1.key }.map {
                Tally.Delta(subject: dispatch.raw, measure: Int64($0.key.rawValue), n: $0.value)
            }, in: act)
    }

    /// Whoever had a copy is now asked to act: a copy that came first excuses nobody from signing.
    private static func ask(_ receipts: [ReceiptID], in act: Act) throws {
        for some in receipts.boundLists {
            try act.db.execute(
                """
                update receipt set purpose = 'action',
                    state = case when state > \(ReceiptState.opened.rawValue) then \(ReceiptState.opened.rawValue)
                        else state end
                where id \(in: some) and purpose = 'information'
                """)
        }
    }

    /// As what a unit has sent a notice to some units; whoever got it for action once, for action.
    static func purposes(
        of notice: NoticeID, from unit: UnitID, to units: [UnitID], in db: any Transaction
    ) throws -> [UnitID: Purpose] {
        var found: [UnitID: Purpose] = [:]
        for some in units.boundLists {
            for row in try db.query(
                """
                select d.unit, min(d.purpose) as purpose from dispatch s join delivery d on d.dispatch = s.id
                where s.notice = \(notice) and s.from_unit = \(unit) and d.unit \(in: some) group by d.unit
                """)
            {
                let word: String = try row["purpose"]
                found[try row["unit"]] = Purpose(rawValue: word)
            }
        }
        return found
    }

    /// How many of a sending's recipients for action have come how far.
    package static func progress(of dispatch: DispatchID, in db: any Transaction) throws -> [ReceiptState: Int] {
        var counts: [ReceiptState: Int] = try Tally.read(dispatch.raw, in: db).reduce(into: [:]) { counts, one in
            guard let state = ReceiptState(rawValue: Int(one.key)) else { return }
            counts[state] = one.value
        }
        for (_, states) in try DispatchSetCounts(of: dispatch, in: db).byPhrase {
            for (state, units) in states.units { counts[state, default: 0] += units }
        }
        return counts
    }

    /// The same from the receipts themselves, one by one.
    package static func recount(of dispatch: DispatchID, in db: any Transaction) throws -> [ReceiptState: Int] {
        try db.query(
            """
            select r.state, count(*) as units from delivery d join receipt r on r.id = d.receipt
            where d.dispatch = \(dispatch) and d.purpose = 'action'
                and not exists (select 1 from dispatch_set s where s.dispatch = d.dispatch and s.phrase = d.phrase)
            group by r.state
            """
        ).reduce(into: [:]) { counts, row in
            guard let state = ReceiptState(rawValue: try row["state"]) else { return }
            counts[state] = try row["units"]
        }
    }

    /// A receipt goes from one state to another: so do the counts of the sendings that brought it for action.
    static func count(_ dispatches: [DispatchID], from old: ReceiptState, to new: ReceiptState, in act: Act) throws {
        guard old != new else { return }
        try Tally.add(
            dispatches.flatMap { dispatch in
                [
                    Tally.Delta(subject: dispatch.raw, measure: Int64(old.rawValue), n: -1),
                    Tally.Delta(subject: dispatch.raw, measure: Int64(new.rawValue), n: 1),
                ]
            }, in: act)
    }

    /// Every recipient of a sending with its receipt: by phrase, then by code, so that a square never moves.
    package static func deliveries(of dispatch: DispatchID, in db: any Transaction) throws -> [Delivery] {
        try deliveries("where d.dispatch = \(dispatch) order by d.phrase, u.sort_key, u.id", in: db)
    }

    /// Recipients of one phrase, a page of them.
    static func deliveries(
        of dispatch: DispatchID, phrase: Int, after: Int, limit: Int, in db: any Transaction
    ) throws -> [Delivery] {
        try deliveries(
            """
            where d.dispatch = \(dispatch) and d.phrase = \(phrase) order by u.sort_key, u.id
            limit \(limit) offset \(after)
            """, in: db)
    }

    /// Recipients for action that have not signed, those longest without it first.
    static func unsigned(
        of dispatch: DispatchID, phrase: Int? = nil, limit: Int, in db: any Transaction
    ) throws -> [Delivery] {
        let sets = try DispatchSetStore.sets(of: dispatch, in: db)
        guard sets.isEmpty else {
            return try DispatchSetStore.unsigned(of: dispatch, sets, phrase: phrase, limit: limit, in: db)
        }
        let branch: SQL = if let phrase { "and d.phrase = \(phrase)" } else { "" }
        return try deliveries(
            """
            where d.dispatch = \(dispatch) and d.purpose = 'action' and r.state < \(ReceiptState.signed.rawValue)
                \(branch)
            order by d.phrase, u.sort_key, u.id limit \(limit)
            """, in: db)
    }

    /// Those of some units for which a receipt is laid and not signed.
    static func unsigned(
        of dispatch: DispatchID, at units: [UnitID], in db: any Transaction
    ) throws -> [Delivery] {
        try units.boundLists.flatMap { some in
            try deliveries(
                """
                where d.dispatch = \(dispatch) and d.unit \(in: some) and d.purpose = 'action'
                    and r.state < \(ReceiptState.signed.rawValue)
                order by d.phrase, u.sort_key, u.id
                """, in: db)
        }
    }

    static func countUnsigned(of dispatch: DispatchID, phrase: Int? = nil, in db: any Transaction) throws -> Int {
        guard let phrase else {
            return try progress(of: dispatch, in: db).reduce(0) { $0 + ($1.key.isSigned ? 0 : $1.value) }
        }
        if let set = try DispatchSetCounts(of: dispatch, in: db).byPhrase[phrase] {
            return set.units.reduce(0) { $0 + ($1.key.isSigned ? 0 : $1.value) }
        }
        let branch: SQL = "and d.phrase = \(phrase)"
        return try db.scalar(
            """
            select count(*) as units from delivery d join receipt r on r.id = d.receipt
            where d.dispatch = \(dispatch) and d.purpose = 'action' and r.state < \(ReceiptState.signed.rawValue)
                \(branch)
            """) ?? 0
    }

    static func deliveries(_ rest: SQL, in db: any Transaction) throws -> [Delivery] {
        try db.query(
            """
            select d.phrase, d.purpose as delivered_for, u.name as unit_name, u.name_english, u.code, u.level,
                u.path as unit_path, r.id, r.notice, r.unit, r.purpose, r.state, r.urgency, r.sent_at, r.opened_at,
                r.signed_at, r.passed_on_at, s.recorded_by as signed_for_by, s.is_day_only as signed_on_a_day,
                s.happened_at as signed_really_at
            from delivery d join receipt r on r.id = d.receipt join unit u on u.id = d.unit
                left join receipt_fact s on s.receipt = r.id and s.fact = 'signed'
            \(rest)
            """
        ).map(delivery)
    }

    static func delivery(_ row: Row) throws -> Delivery {
        let purpose: String = try row["delivered_for"]
        let receipt = try ReceiptStore.receipt(row)
        let (isDayOnly, happened): (Int?, Moment?) = (try row["signed_on_a_day"], try row["signed_really_at"])
        return Delivery(
            phrase: try row["phrase"], purpose: Purpose(rawValue: purpose) ?? .action,
            unitName: try row["unit_name"], unitNameEnglish: try row["name_english"], unitCode: try row["code"],
            level: try row["level"], path: try row["unit_path"], receipt: receipt,
            signature: try receipt.signedAt.map {
                Signature(at: happened ?? $0, isDayOnly: isDayOnly == 1, recordedBy: try row["signed_for_by"])
            })
    }

    static func dispatch(_ row: Row) throws -> Dispatch {
        let manner: String = try row["manner"]
        guard let manner = Dispatch.Manner(rawValue: manner) else {
            throw StorageError.unexpectedShape("a dispatch by \(manner)")
        }
        return Dispatch(
            id: try row["id"], notice: try row["notice"], from: try row["from_unit"], parent: try row["parent"],
            manner: manner, addresseeLine: try row["addressee_line"], copyLine: try row["copy_line"],
            recipients: try row["recipients"], copies: try row["copies"], person: try row["person"],
            post: try row["post"], issuedAt: try row["issued_at"], signBy: try row["sign_by"],
            signWithinHours: try row["sign_within_hours"])
    }
}

/// The arrival of a sending at one unit, with what the unit did since.
package struct Delivery: Sendable, Hashable {
    package var phrase: Int
    package var purpose: Purpose
    package var unitName: String
    package var unitNameEnglish: String?
    package var unitCode: String
    package var level: UnitLevel
    package var path: TreePath
    package var receipt: Receipt
    /// When the unit signed, as exactly as it is known, and who wrote it down for it.
    package var signature: Signature?

    func name(_ language: Language) -> String {
        language == .english ? unitNameEnglish ?? unitName : unitName
    }
}

/// A unit's signature: its own, or recorded for it by another (代签收), then perhaps known only to the day.
package struct Signature: Sendable, Hashable {
    package var at: Moment
    package var isDayOnly = false
    package var recordedBy: UnitID?
}

extension TreePath {
    /// The segment below the root: rows that grow without end are spread by it.
    var province: String { String(text.dropFirst(Self.segmentWidth).prefix(Self.segmentWidth)) }
}
