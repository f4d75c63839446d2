import Federation
import Storage
import Web

/// Gathers what the page of a handling sheet shows to somebody of the unit.
struct HandlingReading {
    let paper: HandlingPaper
    let sheet: HandlingSheet?
    let settings: UnitSettings
    let unit: UnitID
    let actor: Actor
    let language: Language
    let now: Moment
    let db: any Transaction
    /// Everybody on the sheet, by post and by person.
    private let people: HandlingPeople

    init(
        _ subject: HandlingSubject, at unit: UnitID, _ actor: Actor, _ language: Language, now: Moment,
        in db: any Transaction
    ) throws {
        paper = try HandlingPaper.require(subject, at: unit, in: db)
        sheet = try HandlingStore.sheet(of: subject, at: unit, in: db)
        settings = try UnitSettings.of(unit, in: db)
        people = try HandlingPeople(of: sheet, language, in: db)
        (self.unit, self.actor, self.language, self.now, self.db) = (unit, actor, language, now, db)
    }

    /// - Parameter newAct: an id for each form that is shown.
    func model(newAct: () -> ActID) throws -> HandlingModel {
        var model = HandlingModel(
            title: paper.title, grade: paper.urgency.grade, paperPath: paper.path, seen: sheet?.steps.count ?? 0,
            now: now)
        if case .draft = paper.subject { model.isDraft = true }
        model.lines = try arrival() + lines()
        model.turn = sheet?.openAsks.map(asked) ?? []
        model.isClosed = sheet?.closedAt != nil
        let mine = try mine(newAct)
        model.isMyTurn = !mine.isEmpty
        model.forms = try mine + others(newAct, besides: Set(mine.map(\.act)))
        model.isOneStep =
            !model.isDraft
            && settings.steps.isDisjoint(with: [
                .proposal, .instruction, .circulation, .countersigning,
            ])
        if try Access.allows(.settingRevise, for: actor, at: unit, in: db) {
            model.settingsPath = UnitSettingsRoutes.show.path()
        }
        return model
    }

    // MARK: what has happened

    /// How a notice came in: what the unit entered or signed for before anybody wrote on the sheet.
    private func arrival() throws -> [HandlingModel.Line] {
        guard case .notice(let notice) = paper.subject else { return [] }
        let receipt = try ReceiptStore.find(notice: notice, unit: unit, in: db)
        let signature = try receipt.flatMap { try ReceiptStore.facts(of: $0.id, in: db).first { $0.kind == .signed } }
        if let signature {
            return [
                HandlingModel.Line(
                    did: HandlingWords.signedFor,
                    person: try PersonStore.names([signature.person], language, in: db)[signature.person] ?? "",
                    post: try HeldPost.trace(signature.post, in: db), at: signature.moment)
            ]
        }
        guard let found = try NoticeStore.find(notice, in: db), found.registeredBy == unit,
            let person = try NoticeStore.bookkeeper(of: notice, at: unit, in: db)
        else { return [] }
        return [
            HandlingModel.Line(
                did: HandlingWords.registered,
                person: try PersonStore.names([person], language, in: db)[person] ?? "", at: found.registeredAt)
        ]
    }

    private func lines() -> [HandlingModel.Line] {
        guard let sheet else { return [] }
        let (isDraft, current) = (paper.version != nil, sheet.currentSteps.startIndex)
        return sheet.steps.enumerated().map { place, step in
            let asks = sheet.asks.filter { $0.askedBy == step.id }
            let isAnswer = sheet.asks.contains { $0.answer == step.id }
            return HandlingModel.Line(
                did: HandlingWords.step(step.kind, isDraft: isDraft, isEnd: !isAnswer),
                person: people.names[step.person] ?? "", post: people.titles[step.post], at: step.moment,
                text: step.text, version: step.version,
                telephone: step.telephone.map { (people.holder(of: $0.leader, language), $0.at) },
                asks: asks.map(asked), isReturn: step.kind == .returned,
                isOverruled: place < current && step.kind != .returned)
        }
    }

    private func asked(_ ask: HandlingAsk) -> HandlingModel.Asked {
        let answer = ask.answer.flatMap { sheet?.step($0) }
        return HandlingModel.Asked(
            kind: ask.kind, name: people.holder(of: ask.post, language),
            state: answer.map { .answered($0.moment) } ?? (ask.droppedAt == nil ? .open : .dropped), dueAt: ask.dueAt)
    }

    // MARK: what this actor may do

    private func may(_ verb: Verb) throws -> Bool { try Access.allows(verb, for: actor, at: unit, in: db) }

    /// What was asked of this actor, and the way back where there is one.
    private func mine(_ newAct: () -> ActID) throws -> [HandlingModel.Form] {
        var forms: [HandlingModel.Form] = []
        for ask in sheet?.openAsks(of: actor) ?? [] {
            guard let form = try form(answering: ask, newAct) else { continue }
            forms.append(form)
            if HandlingRules.isReturnable(ask, on: paper.subject), try may(.handlingReturn) {
                forms.append(.init(act: .giveBack, path: HandlingRoutes.giveBack.path(ask.id), id: newAct()))
            }
        }
        return forms
    }

    private func form(answering ask: HandlingAsk, _ newAct: () -> ActID) throws -> HandlingModel.Form? {
        var form: HandlingModel.Form
        switch (ask.kind, paper.subject) {
        case (.propose, .notice(let notice)):
            form = .init(act: .propose, path: HandlingRoutes.propose.path(notice), id: newAct())
            form.posts = try settings.steps.contains(.instruction) ? leaders() : []
        case (.instruct, .notice(let notice)):
            guard try may(.handlingInstruct) else { return nil }
            form = .init(act: .instruct, path: HandlingRoutes.instruct.path(notice), id: newAct())
            form.posts = try everyone()
        case (.propose, .draft(let draft)):
            form = .init(act: .redraft, path: DraftRoutes.show.path(draft))
        case (.signOff, .draft(let draft)):
            form = .init(act: .signOff, path: DraftRoutes.signOff.path(draft))
        case (.confirm, _):
            guard try may(.handlingConfirm) else { return nil }
            form = .init(act: .answer(.confirm), path: HandlingRoutes.confirm.path(ask.id), id: newAct())
        case (.read, _), (.countersign, _), (.carryOut, _):
            form = .init(act: .answer(ask.kind), path: HandlingRoutes.answer.path(ask.id), id: newAct())
        case (.instruct, .draft), (.signOff, .notice): return nil
        }
        form.asked = sheet?.step(ask.askedBy).map { step in
            let name = people.names[step.person] ?? ""
            return step.kind == .returned
                ? HandlingFormWords.returnedBy(name, step.text) : HandlingFormWords.askedBy(name, step.text)
        }
        return form
    }

    /// What this actor may do unasked.
    private func others(
        _ newAct: () -> ActID, besides mine: Set<HandlingModel.Form.Act>
    ) throws -> [HandlingModel.Form] {
        let kinds = paper.askable.filter { $0.step.map(settings.steps.contains) ?? true }
        var forms: [HandlingModel.Form] = []
        if !kinds.isEmpty, !paper.isEnded, try may(.handlingCirculate) {
            var form = HandlingModel.Form(act: .circulate, path: circulatePath, id: newAct())
            form.kinds = kinds
            form.posts = try everyone()
            forms.append(form)
        }
        guard case .notice(let notice) = paper.subject else { return forms }
        let isSettled = sheet?.hasLeadersWord ?? false
        if settings.steps.contains(.instruction), try may(.handlingInstruct) {
            var form = HandlingModel.Form(
                act: .instruct, path: HandlingRoutes.instruct.path(notice), id: newAct())
            form.posts = try everyone()
            forms.insert(form, at: isSettled ? forms.endIndex : 0)
        } else if settings.steps.contains(.instruction), paper.urgency > .none, try may(.handlingRecord) {
            var form = HandlingModel.Form(
                act: .telephone, path: HandlingRoutes.telephone.path(notice), id: newAct())
            (form.posts, form.leaders) = (try everyone(), try leaders())
            forms.append(form)
        }
        let isProposed = sheet?.currentSteps.contains { $0.kind == .proposed } ?? false
        if settings.steps.contains(.proposal), !isProposed, !isSettled, try may(.handlingPropose) {
            var form = HandlingModel.Form(act: .propose, path: HandlingRoutes.propose.path(notice), id: newAct())
            form.posts = try settings.steps.contains(.instruction) ? leaders() : []
            forms.insert(form, at: forms.first?.act == .instruct ? 1 : 0)
        }
        if sheet?.closedAt == nil, try !waits(), try may(.handlingDischarge) {
            forms.insert(
                .init(act: .discharge, path: HandlingRoutes.discharge.path(notice), id: newAct()),
                at: isSettled ? 0 : forms.endIndex)
        }
        return forms.filter { !mine.contains($0.act) }
    }

    /// For somebody who is there to answer.
    private func waits() throws -> Bool {
        let held = Set(try HandlingPosts.all(at: unit, on: Zone.day(now), in: db).map(\.id))
        return sheet?.openAsks.contains { held.contains($0.post) } ?? false
    }

    private var circulatePath: String {
        switch paper.subject {
        case .notice(let notice): HandlingRoutes.circulate.path(notice)
        case .draft(let draft): HandlingRoutes.circulateDraft.path(draft)
        }
    }

    private func everyone() throws -> [HandlingModel.Choice] {
        try choices(HandlingPosts.all(at: unit, on: Zone.day(now), in: db))
    }

    private func leaders() throws -> [HandlingModel.Choice] {
        try choices(HandlingPosts.leaders(at: unit, on: Zone.day(now), in: db))
    }

    private func choices(_ posts: [Post]) throws -> [HandlingModel.Choice] {
        let names = try PersonStore.names(posts.map(\.person), language, in: db)
        return posts.map { .init(id: $0.id, person: names[$0.person] ?? "", title: $0.shownTitle) }
    }
}

/// Names and titles of everybody who stands on a sheet.
struct HandlingPeople {
    private(set) var names: [PersonID: String] = [:]
    /// The title somebody acted under, with whom they stood in for.
    private(set) var titles: [PostID: Sentence] = [:]
    private var holders: [PostID: PersonID] = [:]

    init(of sheet: HandlingSheet?, _ language: Language, in db: any Transaction) throws {
        guard let sheet else { return }
        let posts = Set(sheet.steps.flatMap { [$0.post, $0.telephone?.leader].compactMap(\.self) })
            .union(sheet.asks.map(\.post))
        for post in posts {
            holders[post] = try PersonStore.find(post: post, in: db)?.person
            titles[post] = try HeldPost.trace(post, in: db)
        }
        let everybody = Set(sheet.steps.map(\.person)).union(holders.values)
        names = try PersonStore.names(Array(everybody), language, in: db)
    }

    func name(of post: PostID) -> String { holders[post].flatMap { names[$0] } ?? "" }

    /// 钱乙 副主席 / Qian Yi, Vice-Chair
    func holder(of post: PostID, _ language: Language) -> String {
        [name(of: post), titles[post]?[language] ?? ""].filter { !$0.isEmpty }
            .joined(separator: language == .chinese ? " " : ", ")
    }
}
