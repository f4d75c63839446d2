package import Federation
import Storage

/// What a sign-off made: the notice, and its sending.
package struct DraftIssued: Sendable, Hashable, Codable {
    package var notice: NoticeID
    package var dispatch: DispatchID
}

extension DraftActs {
    /// Signs a draft off and issues it, in one act: the number is drawn, the day set, the paper composed and registered,
    /// and sent to whom its line means.
    /// - Parameters:
    ///   - version: the one that was read; any newer one refuses.
    ///   - telephone: word of a leader that somebody of the office writes down; the leader then owes a confirmation.
    package func issue(
        _ id: DraftID, version: Int, number: DraftNumber, telephone: HandlingTelephone? = nil, as actor: Actor,
        at unit: UnitID, id actID: ActID
    ) async throws -> DraftIssued {
        let keepsSignOff = try await federation.read { try UnitSettings.of(unit, in: $0).steps.contains(.signOff) }
        let verb: Verb = telephone != nil ? .handlingRecord : keepsSignOff ? .draftSignOff : .draftIssue
        return try await federation.act(verb, as: actor, at: unit, id: actID) { act in
            let draft = try Self.requireOpen(id, of: unit, in: act.db)
            guard version == draft.version else { throw DraftRefusal.changedSince(newest: draft.version) }
            let content = try DraftStore.version(version, of: id, in: act.db).content
            let plan = try Self.plan(content, at: unit, in: act.db)
            let notice = act.newID(Notice.self)
            let number = try Self.number(number, for: notice, at: unit, in: act)
            let issued = try Self.register(
                notice, content, DraftPaper.SignOff(number: number?.text, date: act.today), at: unit, in: act)
            let dispatch = try DispatchActs.send(issued, plan, from: unit, in: act)
            try DraftStore.end(id, as: notice, in: act)
            try Self.sign(draft, telephone, urgency: issued.urgency, in: act)
            return try act.record(
                on: Subject("notice", notice), DraftIssued(notice: notice, dispatch: dispatch.id),
                detail: Self.detail(draft, number, dispatch, telephone))
        }
    }

    /// Whom the line means now. What it meant when it was saved and does not mean any more is said, not left out.
    private static func plan(_ content: DraftContent, at unit: UnitID, in db: any Transaction) throws -> DispatchPlan {
        let examination = try AddresseesReading.examine(content.addressees, from: unit, in: db)
        let gone = DraftRules.gone(content, examination.plan)
        guard gone.isEmpty else {
            let units = try UnitStore.find(Array(gone), in: db).values
            throw DraftRefusal.unitGone(names: units.map(\.name).sorted())
        }
        guard examination.errors.isEmpty else { throw DraftRefusal.lineOpen }
        return examination.plan
    }

    private static func number(
        _ number: DraftNumber, for notice: NoticeID, at unit: UnitID, in act: Act
    ) throws -> DocumentNumber? {
        let subject = Subject("notice", notice)
        switch number {
        case .next:
            guard let word = try UnitSettings.of(unit, in: act.db).numberWord,
                let year = CivilDay(act.today)?.year
            else { throw DraftRefusal.seriesMissing }
            return try act.drawNumber(word: word, year: year, for: subject, at: unit)
        case .reserved(let reserved):
            try act.drawReserved(reserved, for: subject, at: unit)
            return reserved
        case .byHand(let given):
            try NumberStore.enter(given, at: unit, subject: subject, in: act)
            return given
        case .none: return nil
        }
    }

    private static func register(
        _ notice: NoticeID, _ content: DraftContent, _ signOff: DraftPaper.SignOff, at unit: UnitID, in act: Act
    ) throws -> NoticeHead {
        if let ended = try DraftCarried.ended(content.carried, in: act.db) {
            throw DraftRefusal.carriedEnded(title: ended.title, ended.change.kind)
        }
        let carried = try DraftCarried.require(content.carried, at: unit, in: act.db)
        let sender = try UnitStore.require(unit, in: act.db)
        let paper = DraftPaper(content, by: sender.name, carrying: carried.map(\.paper), signOff: signOff)
        guard paper.text.utf8.count <= NoticeReader.byteLimit else { throw DraftRefusal.tooLong }
        let isNew = try NoticeStore.issue(
            notice, paper.reading, text: paper.text, carrying: content.carried, by: unit, in: act)
        guard isNew, let issued = try NoticeStore.find(notice, in: act.db) else { throw DraftRefusal.knownAlready }
        return issued
    }

    /// The handling sheet: who signed off, by which way, and what is asked now.
    private static func sign(
        _ draft: Draft, _ telephone: HandlingTelephone?, urgency: Urgency, in act: Act
    ) throws {
        let sheet = try HandlingStore.open(.draft(draft.id), at: draft.unit, in: act)
        let step = try HandlingStore.add(
            .signedOff, to: sheet.id, version: draft.version, telephone: telephone, in: act)
        try HandlingStore.dropOpenAsks(on: sheet.id, in: act)
        guard let telephone else { return try HandlingStore.close(sheet.id, in: act) }
        try HandlingRules.requireKept(.signOff, by: try UnitSettings.of(draft.unit, in: act.db))
        let leaders = try leaders(at: draft.unit, on: act.today, in: act.db).map(\.id)
        guard leaders.contains(telephone.leader) else { throw DraftRefusal.leaderMissing }
        try HandlingRules.requireUrgent(urgency)
        try HandlingStore.ask(.confirm, [telephone.leader], on: sheet.id, by: step, urgency: urgency, in: act)
    }

    private static func detail(
        _ draft: Draft, _ number: DocumentNumber?, _ dispatch: Dispatch, _ telephone: HandlingTelephone?
    ) -> JournalDetail {
        [
            "draft": "\(draft.id)", "version": "\(draft.version)", "number": number?.text ?? "none",
            "recipients": "\(dispatch.recipients)", "copies": "\(dispatch.copies)",
            "channel": telephone == nil ? "page" : "telephone", "leader": telephone.map { "\($0.leader)" } ?? "none",
        ]
    }
}
