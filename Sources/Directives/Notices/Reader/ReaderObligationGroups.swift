/// Who is spoken to, from sentence to sentence.
struct ObligationSpeaker {
    let audience: ObligationAudience
    /// Nil where nobody has been named in this paragraph.
    private(set) var subject: ObligationSubject?
    /// The last units named, to which the text returns after speaking of persons.
    private var units: ObligationSubject?

    init(_ audience: ObligationAudience) { self.audience = audience }

    mutating func name(_ subject: ObligationSubject) {
        self.subject = subject
        if !subject.isPersons, !subject.isConditional { units = subject }
    }

    mutating func forget() {
        subject = nil
        units = nil
    }

    mutating func endSentence(isWhole: Bool) {
        guard isWhole, let subject, subject.isPersons || subject.isConditional else { return }
        self.subject = units
    }
}

/// Parts that together ask one thing.
struct ObligationGroup {
    var parts: [ObligationPart]
    var role: ObligationRole
    var subject: ObligationSubject?
    /// 请 speaks to the addressees.
    var isToAddressees = false
    var isCheckable = false
    /// People are led to something: what follows is what they do.
    var leadsPeople: Bool { role == .mobilise }
}

/// Puts the parts of one sentence together.
struct ObligationGrouping {
    private let text: ReaderText
    private(set) var speaker: ObligationSpeaker
    /// Outside clauses only a sentence with 要, 应, 请 … asks.
    private let needsRequest: Bool
    /// Before 如下 only 请 asks.
    private let isRecital: Bool
    private(set) var groups: [ObligationGroup] = []
    private var pending: [ObligationPart] = []
    private var isLive: Bool?
    /// 加强组织引导 leads into the next verb and is no proposal by itself.
    private static let phrase = 16
    /// How much publicity one proposal names before the next verb of publicity begins another.
    private static let message = 60

    init(_ text: ReaderText, speaker: ObligationSpeaker, needsRequest: Bool, isRecital: Bool) {
        self.text = text
        self.speaker = speaker
        self.needsRequest = needsRequest
        self.isRecital = isRecital
    }

    mutating func read(_ parts: [ObligationPart], sentence: Range<Int>) {
        if ObligationWords.reported.first(text, in: sentence) != nil { return }
        for part in parts {
            if isRecital, !asksAddressees(part) { continue }
            take(part)
        }
        finish()
    }

    private func asksAddressees(_ part: ObligationPart) -> Bool {
        part.modal.map { text.has("请", at: $0) } ?? false
    }

    private mutating func take(_ part: ObligationPart) {
        // 党组主要负责同志牵头主抓, in the middle of what its unit has to do, is how it has to be done.
        let isDetail = part.subject != nil && part.modal == nil && isLive == true && !groups.isEmpty
        if let subject = part.subject, !isDetail || subject.isOutside { speaker.name(subject) }
        if part.work == .told {
            isLive = false
            pending = []
            return
        }
        if part.isRequest || part.subject != nil && part.work == .act { isLive = true }
        if isLive == nil { settle(part) }
        guard isLive == true else {
            // 各级工会的任务，就是要……: the topic goes with what is said of it.
            let leadsIn = part.work == .circumstance || part.work == .aside && part.subject != nil
            pending = leadsIn ? isLive == nil ? pending + [part] : [part] : []
            return
        }
        if isDetail, pending.isEmpty { return add(part) }
        switch part.work {
        case .act: act(part)
        case .circumstance: pending.append(part)
        case .stance, .result:
            let leadsIn = groups.isEmpty || !pending.isEmpty || part.isRequest || part.subject != nil
            if leadsIn { pending.append(part) } else { follow(part) }
        case .aside: if pending.isEmpty, !groups.isEmpty { add(part) }
        case .told: break
        }
    }

    /// Whether a sentence that names nobody and has no 要 asks: in a clause, when it opens with what is to be done.
    private mutating func settle(_ part: ObligationPart) {
        switch part.work {
        case .act: isLive = !needsRequest
        case .stance: isLive = !needsRequest && ObligationPart.opensAct(text, part.rest)
        case .aside where part.subject == nil: isLive = false
        default: break
        }
    }

    private mutating func add(_ part: ObligationPart) {
        groups[groups.count - 1].parts.append(part)
        groups[groups.count - 1].isCheckable =
            groups[groups.count - 1].isCheckable || part.work == .act && part.isCheckable
    }

    /// 做到科学防控、科学组织、科学指挥 after a duty is no part of it.
    private mutating func follow(_ part: ObligationPart) {
        if groups[groups.count - 1].isCheckable, ObligationPart.isSlogan(text, part.rest) {
            open(part)
        } else {
            add(part)
        }
    }

    private mutating func act(_ part: ObligationPart) {
        guard let last = groups.last else { return open(part) }
        if begins(part, after: last) || length(last) + length(part) > ReaderObligations.quoteLimit {
            open(part)
        } else {
            for part in pending + [part] { add(part) }
            pending = []
        }
    }

    private func length(_ group: ObligationGroup) -> Int { group.parts.reduce(0) { $0 + $1.ink.count + 1 } }
    private func length(_ part: ObligationPart) -> Int { pending.reduce(part.ink.count) { $0 + $1.ink.count + 1 } }

    /// Whether a part asks something else than the group before it.
    private func begins(_ part: ObligationPart, after last: ObligationGroup) -> Bool {
        if part.subject != nil || part.isCounted || part.isListed { return true }
        if part.isRequest, !part.isContinuation { return true }
        if part.isContinuation, part.role == .lead, !part.isCheckable { return false }
        let isBodyAct = part.isCheckable && ObligationWords.bodyActs.first(text, in: part.ink) != nil
        if last.leadsPeople {
            return part.role == .mobilise && length(last) > Self.phrase
                || part.role == .assist && text.contains("会同", in: part.ink) || isBodyAct
                || part.isCheckable && ObligationWords.jointActs.first(text, in: part.ink) != nil
        }
        let role = role(of: part)
        if role != last.role, role != .lead { return true }
        switch last.role {
        case .lead:
            return part.isCheckable || isSpirit(part) || isFresh(part, after: last) || text.starts(part.ink, with: "带头")
        case .study: return true
        case .assist: return isBodyAct
        case .publish: return part.role == .publish && length(last) > Self.message
        case .supervise, .report, .mobilise: return part.isCheckable
        }
    }

    /// Taking part under the command of others is assisting them; what the publicity office does is publicity.
    private func role(of part: ObligationPart) -> ObligationRole {
        guard part.role == .lead else { return part.role }
        let isCommanded = (pending + [part]).contains { ObligationWords.underCommand.first(text, in: $0.ink) != nil }
        if isCommanded, text.contains("参加", in: part.ink) || text.contains("参与", in: part.ink) { return .assist }
        if !part.isCheckable, speaker.subject.map(publishes) ?? false { return .publish }
        return .lead
    }

    private func isFresh(_ part: ObligationPart, after last: ObligationGroup) -> Bool {
        last.isCheckable && ObligationPart.isSlogan(text, part.rest)
    }

    /// 发挥…作用: guidance after a duty.
    private func isSpirit(_ part: ObligationPart) -> Bool {
        text.ends(part.ink, with: "作用")
    }

    private mutating func open(_ part: ObligationPart) {
        let parts = pending + [part]
        groups.append(
            ObligationGroup(
                parts: parts, role: role(of: part), subject: speaker.subject,
                isToAddressees: parts.contains(where: asksAddressees), isCheckable: part.isCheckable))
        pending = []
    }

    private func publishes(_ subject: ObligationSubject) -> Bool {
        subject.kinds == [.unionMedia] || text.contains("宣传部门", in: subject.ink)
    }

    private mutating func finish() {
        let stances = pending.filter { $0.work == .stance || $0.work == .result || $0.isRequest }
        guard let first = stances.first, isLive == true else { return }
        if groups.isEmpty {
            groups.append(
                ObligationGroup(
                    parts: pending, role: Self.isMind(text, first) ? .study : .lead, subject: speaker.subject))
        } else {
            groups[groups.count - 1].parts += pending
        }
        pending = []
    }

    private static func isMind(_ text: ReaderText, _ part: ObligationPart) -> Bool {
        ["认识", "增强", "认清", "树立"].contains { text.contains($0, in: part.ink) }
    }
}
