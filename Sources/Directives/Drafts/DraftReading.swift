import Federation
import Storage
import Web

/// Gathers what the pages of drafts show to somebody of the unit.
struct DraftReading {
    let unit: UnitID
    let actor: Actor
    let language: Language
    let now: Moment
    let db: any Transaction

    private static let candidatesMax = 40
    private static let rowsMax = 100

    // MARK: A draft

    /// - Parameters:
    ///   - typed: what the form shows instead of the newest version.
    ///   - newAct: an id for each form that is shown.
    func page(_ id: DraftID, typed: DraftForm? = nil, newAct: () -> ActID) throws -> DraftPageModel {
        let draft = try DraftStore.require(id, of: unit, in: db)
        let head = try DraftStore.version(draft.version, of: id, in: db)
        var form = typed ?? DraftForm(base: draft.version, content: head.content)
        form.content.carried = try visible(form.content.carried)
        if typed != nil { form.content = try following(form.content, head.content) }
        let mayWrite = try draft.state == .drafting && may(.draftWrite)
        let edit: DraftPageModel.Edit? =
            mayWrite
            ? DraftPageModel.Edit(
                savePath: DraftRoutes.save.path(id), checkPath: DraftRoutes.check.path(id), act: newAct()) : nil
        let saved = try self.saved(head)
        var model = DraftPageModel(
            draft: draft, form: form, paper: try paper(shownOnPaper(form.content, head.content)),
            addressees: try addressees(form.content, of: id, act: edit?.act ?? newAct()),
            carried: try carried(form.content.carried), saved: saved, listPath: DraftRoutes.list.path(),
            versionsPath: DraftRoutes.versions.path(id), handling: try handling(id), edit: edit)
        model.issued = try issued(draft)
        guard draft.state == .drafting else { return model }
        if edit != nil {
            model.candidates = try candidates(besides: form.content.carried)
            model.submit = try submit(id, newAct)
        }
        model.signOffPath = DraftRoutes.signOff.path(id)
        if try may(.draftDrop) { model.drop = .init(path: DraftRoutes.drop.path(id), act: newAct()) }
        return model
    }

    /// What was typed beside what somebody else saved; where both say the same there is no row.
    func conflict(_ typed: DraftContent, _ id: DraftID) throws -> DraftPageModel.Conflict {
        let draft = try DraftStore.require(id, of: unit, in: db)
        let head = try DraftStore.version(draft.version, of: id, in: db)
        let titles = { (ids: [NoticeID]) in try DraftCarried.find(ids, in: db).map(\.notice.title) }
        let rows: [(Sentence, String, String)] = [
            (DraftWords.title, typed.title, head.content.title),
            (AddresseesWords.line, typed.line, head.content.line),
            (AddresseesWords.copyLine, typed.copyLine, head.content.copyLine),
            (DraftWords.opening, typed.opening, head.content.opening),
            (DraftWords.clauses, typed.clauses.joined(separator: "\n"), head.content.clauses.joined(separator: "\n")),
            (DraftWords.closing, typed.closing, head.content.closing),
            (
                DraftWords.carried, try titles(try visible(typed.carried)).joined(separator: "\n"),
                try titles(head.content.carried).joined(separator: "\n")
            ),
        ]
        return DraftPageModel.Conflict(
            saved: try saved(head),
            rows: rows.filter { $0.1 != $0.2 }.map { .init(name: $0.0, typed: $0.1, theirs: $0.2) })
    }

    /// Of the notices that a form names, those that this unit may see: a form may name any.
    private func visible(_ ids: [NoticeID]) throws -> [NoticeID] {
        try ids.prefix(DraftRules.carriedMax).filter { try NoticeStore.isVisible($0, to: unit, in: db) }
    }

    private func following(_ content: DraftContent, _ head: DraftContent) throws -> DraftContent {
        let readings = { (ids: [NoticeID]) in try DraftCarried.find(ids, in: db).map(\.paper.reading) }
        guard !content.carried.isEmpty, content.carried != head.carried else { return content }
        return DraftRules.following(
            content, from: try readings(head.carried), to: try readings(content.carried),
            by: try UnitStore.require(unit, in: db).name)
    }

    /// What is far too long to be kept is not drawn either.
    private func shownOnPaper(_ typed: DraftContent, _ head: DraftContent) -> DraftContent {
        typed.length <= DraftRules.charactersMax ? typed : head
    }

    private func paper(_ content: DraftContent) throws -> DraftPaper {
        DraftPaper(
            content, by: try UnitStore.require(unit, in: db).name,
            carrying: try DraftCarried.find(content.carried, in: db).map(\.paper))
    }

    private func addressees(_ content: DraftContent, of id: DraftID, act: ActID) throws -> AddresseesModel {
        let examination = try AddresseesReading.examine(content.addressees, from: unit, speaking: language, in: db)
        var model = AddresseesModel(
            notice: NoticeLine(
                title: content.title, path: DraftRoutes.show.path(id), listPath: DraftRoutes.list.path()),
            manner: .issue, sendPath: DraftRoutes.save.path(id), checkPath: DraftRoutes.check.path(id), act: act,
            suggestPath: FrameRoutes.unitSuggestions.path() + "?q=", line: content.addressees.line,
            phrases: examination.phrases)
        model.copyLine = content.addressees.copyLine
        model.added = examination.added
        model.passedOver = examination.passedOver
        model.add = examination.add
        model.exclusionReason = content.addressees.exclusionReason
        model.errors = examination.errors.filter { $0.field == "add" }
        return model
    }

    private func handling(_ id: DraftID) throws -> DraftPageModel.Handling {
        var handling = DraftPageModel.Handling(path: HandlingRoutes.showDraft.path(id))
        guard let sheet = try HandlingStore.sheet(ofDraft: id, in: db) else { return handling }
        handling.waiting = try sheet.openAsks.compactMap { try HeldPost.words($0.post, language, in: db) }
        if let step = sheet.steps.last(where: { $0.kind == .returned }),
            !sheet.steps.contains(where: { $0.moment > step.moment })
        {
            handling.returned = .init(person: try name(step.person), at: step.moment, text: step.text ?? "")
        }
        return handling
    }

    private func submit(_ id: DraftID, _ newAct: () -> ActID) throws -> DraftPageModel.Submit? {
        guard try UnitSettings.of(unit, in: db).steps.contains(.signOff) else { return nil }
        return DraftPageModel.Submit(
            target: .init(path: DraftRoutes.submit.path(id), act: newAct()), leaders: try leaders())
    }

    private func leaders() throws -> [DraftPageModel.Leader] {
        let posts = try DraftActs.leaders(at: unit, on: Zone.day(now), in: db).filter { $0.substitutes == nil }
        return try posts.map { .init(post: $0.id, name: try HeldPost.words($0.id, language, in: db) ?? "") }
    }

    private func issued(_ draft: Draft) throws -> DraftPageModel.Issued? {
        try draft.notice.map { notice in
            DraftPageModel.Issued(
                noticePath: NoticeRoutes.show.path(notice), number: try NoticeStore.find(notice, in: db)?.number)
        }
    }

    private func may(_ verb: Verb) throws -> Bool { try Access.allows(verb, for: actor, at: unit, in: db) }

    private func name(_ person: PersonID) throws -> String {
        try PersonStore.names([person], language, in: db)[person] ?? ""
    }

    private func saved(_ version: DraftVersion) throws -> DraftPageModel.Saved {
        .init(version: version.number, person: try name(version.person), at: version.moment)
    }

    // MARK: What it carries

    private func carried(_ ids: [NoticeID]) throws -> [DraftPageModel.Carried] {
        try shown(try DraftCarried.find(ids, in: db).map(\.notice.head))
    }

    private func candidates(besides ids: [NoticeID]) throws -> [DraftPageModel.Carried] {
        let notices = try DraftStore.carriable(by: unit, limit: Self.candidatesMax, in: db)
        return try shown(notices.filter { !ids.contains($0.id) }).filter { $0.ended == nil }
    }

    private func shown(_ notices: [NoticeHead]) throws -> [DraftPageModel.Carried] {
        let ends = try ChangeStore.ends(within: notices.map(\.id), in: db)
        return notices.map { notice in
            .init(
                id: notice.id, title: notice.title, issuer: notice.issuerName, number: notice.number,
                path: NoticeRoutes.show.path(notice.id), ended: ends[notice.id]?.change.kind)
        }
    }

    // MARK: Sign-off

    func signOff(_ id: DraftID, typed: SignOffForm? = nil, newAct: () -> ActID) throws -> DraftSignOffModel {
        let draft = try DraftStore.require(id, of: unit, in: db)
        let content = try DraftStore.version(draft.version, of: id, in: db).content
        let settings = try UnitSettings.of(unit, in: db)
        let plan = try AddresseesReading.examine(content.addressees, from: unit, speaking: language, in: db).plan
        let year = CivilDay(Zone.day(now))?.year ?? 0
        let next = try settings.numberWord.flatMap { word in
            let series = try NumberStore.find(word: word, year: year, at: unit, in: db)
            return try? DocumentNumber(word: word, year: year, number: series?.next ?? 1).text
        }
        var form = typed ?? SignOffForm(number: next == nil ? .none : .next)
        form.version = draft.version
        var model = DraftSignOffModel(
            draft: draft, title: content.title, path: DraftRoutes.show.path(id), paper: try paper(content),
            units: plan.recipients.count { $0.purpose == .action },
            copies: plan.recipients.count { $0.purpose == .information },
            phrases: plan.phrases.filter { $0.outcome != .removed && !$0.text.isEmpty }.map {
                .init(text: $0.text, units: $0.units, purpose: $0.purpose)
            }, next: next, reserved: try NumberStore.reserved(at: unit, limit: 50, in: db).map(\.text),
            leaders: try leaders(), form: form)
        model.issued = try issued(draft)
        guard draft.state == .drafting else { return model }
        model.maySignOff = try may(settings.steps.contains(.signOff) ? .draftSignOff : .draftIssue)
        let urgency = try DraftCarried.urgency(of: content.carried, in: db)
        model.mayRecord = try urgency > .none && may(.handlingRecord) && settings.steps.contains(.signOff)
        if model.maySignOff || model.mayRecord {
            model.target = .init(path: DraftRoutes.issue.path(id), act: newAct())
        }
        return model
    }

    // MARK: Versions and lists

    /// - Parameters: the versions to compare; the last two where they are not said.
    func versions(_ id: DraftID, from: Int?, to: Int?) throws -> DraftVersionsModel {
        let draft = try DraftStore.require(id, of: unit, in: db)
        let versions = try DraftStore.versions(of: id, in: db)
        func existing(_ number: Int?, otherwise other: Int) -> Int {
            number.map { min(max($0, 1), draft.version) } ?? other
        }
        let (first, second) = (
            existing(from, otherwise: max(1, draft.version - 1)), existing(to, otherwise: draft.version)
        )
        return DraftVersionsModel(
            title: versions[draft.version - 1].content.title, path: DraftRoutes.show.path(id),
            versionsPath: DraftRoutes.versions.path(id), rows: try versions.reversed().map(saved), from: first,
            to: second,
            difference: DraftDifference(
                from: versions[first - 1].content.lines, to: versions[second - 1].content.lines))
    }

    func list() throws -> DraftListModel {
        DraftListModel(rows: try rows(DraftStore.drafts(of: unit, limit: Self.rowsMax, in: db)))
    }

    /// - Throws: "not found" where the unit may not read the notice.
    func about(_ id: NoticeID, newAct: () -> ActID) throws -> DraftListModel {
        let notice = try NoticeStore.require(id, for: unit, in: db)
        var model = DraftListModel(rows: try rows(DraftStore.drafts(carrying: id, of: unit, in: db)))
        let obstacle = try obstacle(to: id)
        model.about = DraftListModel.About(
            notice: try shown([notice])[0], others: try candidates(besides: [id]),
            start: obstacle == nil ? .init(path: DraftRoutes.start.path(id), act: newAct()) : nil, obstacle: obstacle)
        return model
    }

    /// Why this post may not forward a notice now; nil where it may.
    private func obstacle(to notice: NoticeID) throws -> Sentence? {
        guard try may(.draftWrite), try UnitStore.hasChildren(unit, in: db) else { return DraftWords.mayNotStart }
        do {
            _ = try DraftCarried.require([notice], at: unit, in: db)
            return try DraftCarried.ended([notice], in: db).map {
                DraftRefusal.carriedEnded(title: $0.title, $0.change.kind).sentence
            }
        } catch let refusal as DraftRefusal {
            return refusal.sentence
        } catch let refusal as ReceiptRefusal {
            return refusal.sentence
        }
    }

    private func rows(_ drafts: [Draft]) throws -> [DraftListModel.Row] {
        try drafts.map { draft in
            let head = try DraftStore.version(draft.version, of: draft.id, in: db)
            return DraftListModel.Row(
                title: head.content.title, path: DraftRoutes.show.path(draft.id), state: draft.state,
                saved: try saved(head))
        }
    }

    /// Whether this post may write down a leader's word, and not sign off itself.
    func onlyRecords(_ id: DraftID) throws -> Bool {
        let model = try signOff(id) { ActID(0) }
        return model.mayRecord && !model.maySignOff
    }

    /// The way from a notice to the covers around it, or from a cover to its draft; nil where this post has none and may
    /// draft none.
    static func link(
        of notice: NoticeHead, at own: UnitID, _ actor: Actor, in db: any Transaction
    ) throws -> NoticeLink? {
        guard try Access.allows(.draftRead, for: actor, at: own, in: db) else { return nil }
        guard notice.issuer != own else {
            return try DraftStore.draft(issuedAs: notice.id, in: db).map {
                NoticeLink(name: DraftWords.itsDraft, path: DraftRoutes.show.path($0.id))
            }
        }
        let drafts = try DraftStore.drafts(carrying: notice.id, of: own, in: db)
        guard try !drafts.isEmpty || UnitStore.hasChildren(own, in: db) else { return nil }
        return NoticeLink(
            name: DraftWords.forward, path: DraftRoutes.about.path(notice.id),
            note: drafts.isEmpty ? nil : DraftWords.drafts(drafts.count))
    }
}
