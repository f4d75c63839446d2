package import Federation
import Storage

/// What is done on a handling sheet, each step one act.
package struct HandlingActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Proposes what to do with a notice (拟办), and sends it to the leaders who were chosen.
    func propose(
        _ notice: NoticeID, _ form: HandlingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> HandlingID {
        // Who was asked may answer, whatever their role; the office proposes unasked.
        let isAsked = try await federation.read { db in
            try HandlingStore.sheet(ofNotice: notice, at: unit, in: db)?.asks(actor, for: .propose) ?? false
        }
        return try await federation.act(isAsked ? .handlingAnswer : .handlingPropose, as: actor, at: unit, id: id) {
            act in
            let (paper, desk) = try Self.taken(.notice(notice), at: unit, in: act)
            try HandlingRules.requireUnmoved(.proposed, seen: form.seen, on: desk.sheet)
            guard isAsked == desk.sheet?.asks(actor, for: .propose) ?? false else { throw HandlingRefusal.movedOn }
            if !isAsked { try HandlingRules.requireKept(.propose, by: desk.settings) }
            let text = try HandlingRules.text(form.text, isRequired: true)
            let leaders = try HandlingRules.posts(form.posts, among: desk.leaders, isRequired: false)
            if !leaders.isEmpty { try HandlingRules.requireKept(.instruct, by: desk.settings) }
            let sheet = try HandlingStore.open(paper.subject, at: unit, in: act).id
            let step = try HandlingStore.add(.proposed, to: sheet, text: text, in: act)
            try HandlingStore.ask(.instruct, leaders, on: sheet, by: step, urgency: paper.urgency, in: act)
            return try Self.record(sheet, .proposed, asks: leaders.count, in: act)
        }
    }

    /// Asks people of the unit for what comes next: instruct, read, countersign, sign off.
    func circulate(
        _ subject: HandlingSubject, _ form: HandlingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> HandlingID {
        try await federation.act(.handlingCirculate, as: actor, at: unit, id: id) { act in
            let (paper, desk) = try Self.taken(subject, at: unit, in: act)
            guard let kind = HandlingAsk.Kind(rawValue: form.kind), paper.askable.contains(kind) else {
                throw AccessRefusal.notFound
            }
            try HandlingRules.requireKept(kind, by: desk.settings)
            if case .draft(let draft) = subject { _ = try DraftActs.requireOpen(draft, of: unit, in: act.db) }
            let chosen = try HandlingRules.posts(form.posts, among: desk.posts, isRequired: true)
            if kind.isLeaders, !Set(chosen).isSubset(of: desk.leaders) { throw HandlingRefusal.leaderNeeded }
            let waiting = desk.sheet?.openAsks.filter { $0.kind == kind }.map(\.post) ?? []
            let fresh = chosen.filter { !waiting.contains($0) }
            guard !fresh.isEmpty else { throw HandlingRefusal.alreadyAsked }
            let text = try HandlingRules.text(form.text, isRequired: false)
            let sheet = try HandlingStore.open(subject, at: unit, in: act)
            let step = try HandlingStore.add(.asked, to: sheet.id, text: text, version: paper.version, in: act)
            try HandlingStore.ask(kind, fresh, on: sheet.id, by: step, urgency: paper.urgency, in: act)
            return try Self.record(sheet.id, .asked, asks: fresh.count, in: act)
        }
    }

    /// A leader says what is to be done (批办), by whom and, where they set a day, by when.
    func instruct(
        _ notice: NoticeID, _ form: HandlingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> HandlingID {
        try await federation.act(.handlingInstruct, as: actor, at: unit, id: id) { act in
            try Self.instruct(.notice(notice), form, by: nil, at: unit, in: act)
        }
    }

    /// Writes down what a leader said by telephone about an urgent paper; the leader confirms it later.
    func recordInstruction(
        _ notice: NoticeID, _ form: HandlingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> HandlingID {
        try await federation.act(.handlingRecord, as: actor, at: unit, id: id) { act in
            let (paper, desk) = try Self.taken(.notice(notice), at: unit, in: act)
            try HandlingRules.requireUrgent(paper.urgency)
            guard let leader = PostID(form.leader), desk.leaders.contains(leader) else {
                throw HandlingRefusal.leaderNeeded
            }
            let said = try HandlingRules.said(form.said, now: act.moment)
            return try Self.instruct(
                paper.subject, form, by: HandlingTelephone(leader: leader, at: said), at: unit, in: act)
        }
    }

    private static func instruct(
        _ subject: HandlingSubject, _ form: HandlingForm, by telephone: HandlingTelephone?, at unit: UnitID, in act: Act
    ) throws -> Recorded<HandlingID> {
        let (paper, desk) = try taken(subject, at: unit, in: act)
        try HandlingRules.requireKept(.instruct, by: desk.settings)
        try HandlingRules.requireUnmoved(.instructed, seen: form.seen, on: desk.sheet)
        let text = try HandlingRules.text(form.text, isRequired: true)
        let owners = try HandlingRules.posts(form.posts, among: desk.posts, isRequired: false)
        let due = try HandlingRules.due(form.due, today: act.today)
        let sheet = try HandlingStore.open(subject, at: unit, in: act).id
        let step = try HandlingStore.add(.instructed, to: sheet, text: text, telephone: telephone, in: act)
        try HandlingStore.ask(.carryOut, owners, on: sheet, by: step, urgency: paper.urgency, dueAt: due, in: act)
        if let telephone {
            try HandlingStore.ask(.confirm, [telephone.leader], on: sheet, by: step, urgency: paper.urgency, in: act)
        }
        return try record(sheet, .instructed, asks: owners.count, isByTelephone: telephone != nil, in: act)
    }

    /// Reads, countersigns, carries out, confirms: what the post was asked for. Reading or confirming twice is one fact.
    func answer(
        _ ask: HandlingAskID, _ form: HandlingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> HandlingID {
        let kind = try await federation.read { try HandlingStore.require(asked: ask, at: unit, in: $0).ask.kind }
        guard let step = Self.plainAnswers[kind] else { throw AccessRefusal.notFound }
        return try await federation.act(kind.verb, as: actor, at: unit, id: id) { act in
            let (sheet, ask) = try HandlingStore.require(asked: ask, at: unit, in: act.db)
            let paper = try HandlingPaper.require(sheet.about, at: unit, in: act.db)
            guard try HandlingRules.requireAsked(ask, of: actor) == nil else {
                return try Self.record(sheet.id, step, isFirst: false, in: act)
            }
            let text = try HandlingRules.text(form.text, isRequired: false)
            try HandlingStore.add(step, to: sheet.id, text: text, version: paper.version, answering: ask, in: act)
            // The last owner who has carried it out ends it.
            if kind == .carryOut, sheet.openAsks.count == 1 { try HandlingStore.close(sheet.id, in: act) }
            return try Self.record(sheet.id, step, in: act)
        }
    }

    private static let plainAnswers: [HandlingAsk.Kind: HandlingStep.Kind] = [
        .read: .read, .countersign: .countersigned, .carryOut: .discharged, .confirm: .confirmed,
    ]

    /// Sends the paper back with remarks (退回) to who proposed or drafted it; whatever else was asked is asked no more.
    func giveBack(
        _ ask: HandlingAskID, _ form: HandlingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> HandlingID {
        try await federation.act(.handlingReturn, as: actor, at: unit, id: id) { act in
            let (sheet, ask) = try HandlingStore.require(asked: ask, at: unit, in: act.db)
            let paper = try HandlingPaper.require(sheet.about, at: unit, in: act.db)
            guard try HandlingRules.requireAsked(ask, of: actor) == nil else { throw HandlingRefusal.alreadyAnswered }
            let back = try HandlingRules.goesBack(from: ask, on: sheet)
            let text = try HandlingRules.text(form.text, isRequired: true)
            let step = try HandlingStore.add(
                .returned, to: sheet.id, text: text, version: paper.version, answering: ask, in: act)
            try HandlingStore.dropOpenAsks(on: sheet.id, in: act)
            // Who stood in when it was proposed may be gone; the post is there.
            let post = try PersonStore.find(post: back, in: act.db)?.substitutes ?? back
            try HandlingStore.ask(.propose, [post], on: sheet.id, by: step, urgency: paper.urgency, in: act)
            return try Self.record(sheet.id, .returned, asks: 1, in: act)
        }
    }

    /// Ends the sheet (办结): nobody is waited for. A small unit does it all in this one step.
    func discharge(
        _ notice: NoticeID, _ form: HandlingForm, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> HandlingID {
        try await federation.act(.handlingDischarge, as: actor, at: unit, id: id) { act in
            let (paper, desk) = try Self.taken(.notice(notice), at: unit, in: act)
            let sheet = try HandlingStore.open(paper.subject, at: unit, in: act)
            guard sheet.closedAt == nil else {
                return try Self.record(sheet.id, .discharged, isFirst: false, in: act)
            }
            try HandlingRules.requireNothingOpen(on: sheet, heldPosts: Set(desk.posts))
            try HandlingStore.dropOpenAsks(on: sheet.id, in: act)
            let text = try HandlingRules.text(form.text, isRequired: false)
            try HandlingStore.add(.discharged, to: sheet.id, text: text, in: act)
            try HandlingStore.close(sheet.id, in: act)
            return try Self.record(sheet.id, .discharged, in: act)
        }
    }

    // MARK: parts

    /// What every step looks at first.
    private struct Desk {
        var sheet: HandlingSheet?
        var settings: UnitSettings
        var posts: [PostID]
        var leaders: [PostID]
    }

    private static func taken(
        _ subject: HandlingSubject, at unit: UnitID, in act: Act
    ) throws -> (HandlingPaper, Desk) {
        let paper = try HandlingPaper.require(subject, at: unit, in: act.db)
        return (
            paper,
            Desk(
                sheet: try HandlingStore.sheet(of: subject, at: unit, in: act.db),
                settings: try UnitSettings.of(unit, in: act.db),
                posts: try HandlingPosts.all(at: unit, on: act.today, in: act.db).map(\.id),
                leaders: try HandlingPosts.leaders(at: unit, on: act.today, in: act.db).map(\.id))
        )
    }

    /// - Parameter isFirst: false where the same was done before and nothing was added.
    private static func record(
        _ sheet: HandlingID, _ step: HandlingStep.Kind, asks: Int = 0, isFirst: Bool = true,
        isByTelephone: Bool = false,
        in act: Act
    ) throws -> Recorded<HandlingID> {
        try act.record(
            on: Subject("handling", sheet), sheet,
            detail: [
                "asks": "\(asks)", "channel": isByTelephone ? "telephone" : "desk", "first": isFirst ? "yes" : "no",
                "step": step.rawValue,
            ])
    }
}

extension HandlingSheet {
    /// Whether this is asked of somebody now.
    func asks(_ actor: Actor, for kind: HandlingAsk.Kind) -> Bool {
        openAsks(of: actor).contains { $0.kind == kind }
    }
}

extension HandlingAsk.Kind {
    /// Only a leader gives it.
    var isLeaders: Bool { self == .instruct || self == .signOff }
}
