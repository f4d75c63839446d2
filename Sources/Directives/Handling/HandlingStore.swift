package import Federation
package import Storage

package enum HandlingStore {
    // MARK: Reading

    package static func sheet(
        ofNotice notice: NoticeID, at unit: UnitID, in db: any Transaction
    ) throws -> HandlingSheet? {
        try sheet("notice = \(notice) and unit = \(unit)", in: db)
    }

    package static func sheet(ofDraft draft: DraftID, in db: any Transaction) throws -> HandlingSheet? {
        try sheet("draft = \(draft)", in: db)
    }

    package static func sheet(
        of subject: HandlingSubject, at unit: UnitID, in db: any Transaction
    ) throws -> HandlingSheet? {
        switch subject {
        case .notice(let notice): try sheet(ofNotice: notice, at: unit, in: db)
        case .draft(let draft): try sheet("draft = \(draft) and unit = \(unit)", in: db)
        }
    }

    /// The sheet on which something was asked.
    /// - Throws: "not found" for another unit's, the same as where there is no such ask.
    package static func require(
        asked id: HandlingAskID, at unit: UnitID, in db: any Transaction
    ) throws -> (sheet: HandlingSheet, ask: HandlingAsk) {
        guard
            let sheet = try sheet(
                "unit = \(unit) and id = (select handling from handling_ask where id = \(id))", in: db),
            let ask = sheet.asks.first(where: { $0.id == id })
        else { throw AccessRefusal.notFound }
        return (sheet, ask)
    }

    /// Whether a leader of the unit has said what to do with the notice.
    package static func hasLeadersWord(on notice: NoticeID, at unit: UnitID, in db: any Transaction) throws -> Bool {
        try sheet(ofNotice: notice, at: unit, in: db)?.hasLeadersWord ?? false
    }

    private static func sheet(_ condition: SQL, in db: any Transaction) throws -> HandlingSheet? {
        let row = try db.first(
            "select id, unit, notice, draft, opened_at, closed_at from handling where \(condition)")
        guard let row else { return nil }
        let (notice, draft): (NoticeID?, DraftID?) = (try row["notice"], try row["draft"])
        guard let about = notice.map(HandlingSubject.notice) ?? draft.map(HandlingSubject.draft) else {
            throw StorageError.unexpectedShape("a handling sheet about nothing")
        }
        let id: HandlingID = try row["id"]
        return HandlingSheet(
            id: id, unit: try row["unit"], about: about, openedAt: try row["opened_at"],
            closedAt: try row["closed_at"], steps: try steps(of: id, in: db), asks: try asks(of: id, in: db))
    }

    private static func steps(of handling: HandlingID, in db: any Transaction) throws -> [HandlingStep] {
        try db.query(
            """
            select id, kind, text, person, post, moment, version, leader, said_at from handling_step
            where handling = \(handling) order by moment, id
            """
        ).map { row in
            let word: String = try row["kind"]
            guard let kind = HandlingStep.Kind(rawValue: word) else {
                throw StorageError.unexpectedShape("a handling step of kind \(word)")
            }
            let (leader, saidAt): (PostID?, Moment?) = (try row["leader"], try row["said_at"])
            return HandlingStep(
                id: try row["id"], kind: kind, text: try row["text"], person: try row["person"],
                post: try row["post"], moment: try row["moment"], version: try row["version"],
                telephone: leader.flatMap { leader in saidAt.map { HandlingTelephone(leader: leader, at: $0) } })
        }
    }

    private static func asks(of handling: HandlingID, in db: any Transaction) throws -> [HandlingAsk] {
        try db.query(
            """
            select id, kind, post, asked_by, due_at, answer, dropped_at from handling_ask
            where handling = \(handling) order by id
            """
        ).map { row in
            let word: String = try row["kind"]
            guard let kind = HandlingAsk.Kind(rawValue: word) else {
                throw StorageError.unexpectedShape("a handling ask of kind \(word)")
            }
            return HandlingAsk(
                id: try row["id"], kind: kind, post: try row["post"], askedBy: try row["asked_by"],
                dueAt: try row["due_at"], answer: try row["answer"], droppedAt: try row["dropped_at"])
        }
    }

    // MARK: Writing, each within an act whose caller records it

    /// The unit's sheet about this, laid down where there is none yet. A draft's begins with who began it.
    package static func open(_ subject: HandlingSubject, at unit: UnitID, in act: Act) throws -> HandlingSheet {
        if let sheet = try sheet(of: subject, at: unit, in: act.db) { return sheet }
        let id = act.newID(HandlingSheet.self)
        var (notice, draft): (NoticeID?, DraftID?) = (nil, nil)
        switch subject {
        case .notice(let it): notice = it
        case .draft(let it): draft = it
        }
        try act.db.execute(
            """
            insert into handling (id, unit, notice, draft, opened_at)
            values (\(id), \(unit), \(notice), \(draft), \(act.moment))
            """)
        if draft != nil { _ = try add(.registered, to: id, version: 1, in: act) }
        guard let sheet = try sheet(of: subject, at: unit, in: act.db) else { throw AccessRefusal.notFound }
        return sheet
    }

    /// Adds a step, and answers what was asked for by it.
    /// - Parameter answered: the ask that it answers; where none is named, all of this kind that are asked of the actor's
    ///   post or of the one it stands in for.
    @discardableResult
    package static func add(
        _ kind: HandlingStep.Kind, to handling: HandlingID, text: String? = nil, version: Int? = nil,
        telephone: HandlingTelephone? = nil, answering answered: HandlingAsk? = nil, in act: Act
    ) throws -> HandlingStepID {
        let id = act.newID(HandlingStep.self)
        try act.db.execute(
            """
            insert into handling_step (id, handling, kind, text, person, post, moment, version, channel, leader, said_at)
            values (\(id), \(handling), \(kind.rawValue), \(text), \(try act.person()), \(try act.post()),
                \(act.moment), \(version), \(telephone.map { _ in "telephone" }), \(telephone?.leader),
                \(telephone?.at))
            """)
        if kind == .asked, version != nil {
            // What was returned to whoever sends a draft on again is settled by that.
            for ask in try asks(of: handling, in: act.db)
            where ask.isOpen && ask.kind == .propose && act.actor.isActing(as: ask.post) {
                try answer(ask, by: id, in: act)
            }
        } else if let answered {
            try answer(answered, by: id, in: act)
        } else if let asked = kind.answers {
            // By telephone it is the leader who answers, through whoever writes it down.
            for ask in try asks(of: handling, in: act.db) where ask.isOpen && ask.kind == asked {
                guard telephone.map({ $0.leader == ask.post }) ?? act.actor.isActing(as: ask.post) else { continue }
                try answer(ask, by: id, in: act)
            }
        }
        return id
    }

    /// Asks posts for a step; each gets a due of its own.
    /// - Parameter urgency: of the paper; Today sorts by it.
    package static func ask(
        _ kind: HandlingAsk.Kind, _ posts: [PostID], on handling: HandlingID, by step: HandlingStepID,
        urgency: Urgency, dueAt: Moment? = nil, in act: Act
    ) throws {
        let unit = try unit(of: handling, in: act.db)
        for post in posts {
            let id = act.newID(HandlingAsk.self)
            try act.db.execute(
                """
                insert into handling_ask (id, handling, kind, post, asked_by, due_at)
                values (\(id), \(handling), \(kind.rawValue), \(post), \(step), \(dueAt))
                """)
            try DueStore.open(
                kind.verb, about: id.raw, by: unit, post: post, grade: urgency.rank, dueAt: dueAt,
                minutes: kind.minutes, in: act)
        }
        try act.db.execute("update handling set closed_at = null where id = \(handling)")
    }

    /// The step is what was asked for.
    static func answer(_ ask: HandlingAsk, by step: HandlingStepID, in act: Act) throws {
        try act.db.execute("update handling_ask set answer = \(step) where id = \(ask.id)")
        try closeDue(of: ask, in: act)
    }

    /// What is still asked for on a sheet is asked for no more.
    package static func dropOpenAsks(on handling: HandlingID, in act: Act) throws {
        for ask in try asks(of: handling, in: act.db) where ask.isOpen { try drop(ask, in: act) }
    }

    static func drop(_ ask: HandlingAsk, in act: Act) throws {
        try act.db.execute("update handling_ask set dropped_at = \(act.moment) where id = \(ask.id)")
        try closeDue(of: ask, in: act)
    }

    /// Nothing is left to do on it.
    package static func close(_ handling: HandlingID, in act: Act) throws {
        try act.db.execute("update handling set closed_at = \(act.moment) where id = \(handling)")
    }

    private static func closeDue(of ask: HandlingAsk, in act: Act) throws {
        let handling: HandlingID? = try act.db.scalar("select handling from handling_ask where id = \(ask.id)")
        guard let handling else { return }
        try DueStore.close(ask.kind.verb, about: ask.id.raw, by: try unit(of: handling, in: act.db), in: act)
    }

    private static func unit(of handling: HandlingID, in db: any Transaction) throws -> UnitID {
        guard let unit: UnitID = try db.scalar("select unit from handling where id = \(handling)") else {
            throw AccessRefusal.notFound
        }
        return unit
    }
}
