import Federation

/// What may be done on a handling sheet, and how what was typed is understood. Pure.
enum HandlingRules {
    static let textCharactersMax = 2_000

    // MARK: what may be done

    /// - Throws: `HandlingRefusal.stepOff`.
    static func requireKept(_ kind: HandlingAsk.Kind, by settings: UnitSettings) throws(HandlingRefusal) {
        if let step = kind.step, !settings.steps.contains(step) { throw .stepOff(step) }
    }

    /// Nobody does a step on top of what they have not seen: two people who write the same step make one fact.
    /// - Parameter seen: how many steps the sheet had when the form was shown.
    static func requireUnmoved(
        _ kind: HandlingStep.Kind, seen: Int, on sheet: HandlingSheet?
    ) throws(HandlingRefusal) {
        let since = sheet?.steps.dropFirst(max(0, seen)) ?? []
        if since.contains(where: { $0.kind == kind || $0.kind == .returned }) { throw .movedOn }
    }

    /// - Returns: the step by which it was answered already, where answering again says nothing new.
    static func requireAsked(_ ask: HandlingAsk, of actor: Actor) throws(HandlingRefusal) -> HandlingStepID? {
        guard actor.isActing(as: ask.post) else { throw .notAsked }
        guard ask.droppedAt == nil else { throw .noLongerAsked }
        guard let answer = ask.answer else { return nil }
        guard saysNothing.contains(ask.kind) else { throw .alreadyAnswered }
        return answer
    }

    /// Whoever reads or confirms twice has read and confirmed.
    private static let saysNothing: Set<HandlingAsk.Kind> = [.read, .confirm]

    /// What somebody may send back instead of giving it. A draft that was issued on a leader's word is out.
    static func isReturnable(_ ask: HandlingAsk, on subject: HandlingSubject) -> Bool {
        switch (ask.kind, subject) {
        case (.instruct, _), (.countersign, _), (.signOff, _), (.confirm, .notice): true
        case (.propose, _), (.read, _), (.carryOut, _), (.confirm, .draft): false
        }
    }

    /// The post that a returned paper goes back to: who proposed or drafted it last, else who asked.
    static func goesBack(from ask: HandlingAsk, on sheet: HandlingSheet) throws(HandlingRefusal) -> PostID {
        guard isReturnable(ask, on: sheet.about) else { throw .nothingToReturn }
        let author = sheet.steps.last { $0.kind == .proposed || $0.kind == .registered }
        guard let step = author ?? sheet.step(ask.askedBy) else { throw .nothingToReturn }
        return step.post
    }

    /// A sheet ends when nobody is waited for. Posts that nobody holds any more cannot answer.
    static func requireNothingOpen(on sheet: HandlingSheet, heldPosts: Set<PostID>) throws(HandlingRefusal) {
        let open = sheet.openAsks.count { heldPosts.contains($0.post) }
        if open > 0 { throw .stillAsked(count: open) }
    }

    /// Word by telephone is for papers that cannot wait.
    static func requireUrgent(_ urgency: Urgency) throws(HandlingRefusal) {
        if urgency == .none { throw .notUrgent }
    }

    // MARK: what was typed

    /// - Returns: nil where nothing was typed.
    static func text(_ typed: String, isRequired: Bool) throws(HandlingRefusal) -> String? {
        let text = typed.trimmed
        guard text.count <= textCharactersMax else { throw .textTooLong }
        guard !text.isEmpty else {
            if isRequired { throw .textMissing }
            return nil
        }
        return text
    }

    /// The posts that were ticked, each once, in the order of the list.
    static func posts(
        _ typed: [String], among choices: [PostID], isRequired: Bool
    ) throws(HandlingRefusal) -> [PostID] {
        let chosen = Set(typed.compactMap { PostID($0) })
        guard chosen.isSubset(of: choices), typed.allSatisfy({ PostID($0) != nil }) else { throw .notOfUnit }
        if isRequired && chosen.isEmpty { throw .nobodyChosen }
        return choices.filter(chosen.contains)
    }

    /// The last minute of the day typed; nil where none was, for Muster sets no date.
    static func due(_ typed: String, today: String) throws(HandlingRefusal) -> Moment? {
        let text = typed.trimmed
        guard !text.isEmpty else { return nil }
        guard let day = CivilDay(text) else { throw .dayUnreadable }
        guard text >= today else { throw .dayPassed }
        return Zone.lastMinute(of: day)
    }

    /// When the leader said it.
    static func said(_ typed: String, now: Moment) throws(HandlingRefusal) -> Moment {
        guard let moment = Zone.moment(typed: typed) else { throw .hourUnreadable }
        guard moment <= now else { throw .hourAhead }
        return moment
    }
}
