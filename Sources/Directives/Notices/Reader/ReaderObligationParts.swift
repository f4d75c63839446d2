/// A verb of the genre, and the part it gives a union.
enum ObligationVerb {
    private static let roles: [(role: ObligationRole, words: ReaderWords)] = [
        (.supervise, ObligationWords.supervising), (.assist, ObligationWords.assisting),
        (.mobilise, ObligationWords.mobilising), (.publish, ObligationWords.publishing),
        (.report, ObligationWords.reporting), (.study, ObligationWords.studying), (.lead, ObligationWords.leading),
    ]

    /// The longest verb that begins here; of two equal ones the less common role.
    static func match(_ text: ReaderText, at index: Int) -> (role: ObligationRole, length: Int)? {
        var best: (role: ObligationRole, length: Int)?
        for (role, words) in roles {
            guard let word = words.match(text, at: index), word.scalars.count > best?.length ?? 0 else { continue }
            best = (role, word.scalars.count)
        }
        return best
    }
}

/// What stands between two commas, and what it does in its sentence.
struct ObligationPart {
    enum Work {
        /// Asks for something.
        case act
        /// Where, when, on what ground: leads into the next part.
        case circumstance
        /// A deed of the mind: leads into what is asked, or is guidance by itself.
        case stance
        /// What the act before it is to bring about.
        case result
        /// Neither: a noun, or what others are to do.
        case aside
        /// Told, allowed or said of others.
        case told
    }

    var ink: Range<Int>
    /// Behind 同时, 一是, 疫情防控期间.
    var opening: Int
    var work: Work = .aside
    var subject: ObligationSubject?
    /// Where 要, 应, 请 … stands.
    var modal: Int?
    /// What follows the subject and the modal.
    var rest: Range<Int>
    var role: ObligationRole = .lead
    var isCheckable = false
    /// 一是, 二是: one of several counted points.
    var isCounted = false
    /// Its 要 only goes on: 特别要, 并要.
    var isContinuation = false
    /// An item of a list of standing arrangements.
    var isListed = false

    var isRequest: Bool { modal != nil }

    /// Modals that are not part of a longer word: 重要, 应急.
    static func isModal(_ text: ReaderText, at index: Int) -> Bool {
        ObligationWords.modalNounsAhead.match(text, at: index) == nil
            && ObligationWords.modalNounsAround.match(text, at: index - 1) == nil
    }

    init(_ text: ReaderText, _ ink: Range<Int>, _ subjects: ObligationSubjects, isListed: Bool = false) {
        self.ink = ink
        self.isListed = isListed
        var start = ink.lowerBound
        while let word = ObligationWords.connectives.opening(text, start..<ink.upperBound) {
            if ObligationWords.counts.opening(text, start..<ink.upperBound) != nil { isCounted = true }
            if ObligationWords.continuations.opening(text, start..<ink.upperBound) != nil { isContinuation = true }
            start += word.scalars.count
        }
        if let time = Self.time(text, start..<ink.upperBound) { start = time }
        opening = start
        rest = start..<ink.upperBound
        subject = isListed ? nil : subjects.read(text, rest)
        let search = (subject?.ink.upperBound ?? start)..<ink.upperBound
        modal = Self.modal(text, search)
        if let modal, let word = ObligationWords.modals.match(text, at: modal) {
            rest = min(modal + word.scalars.count, ink.upperBound)..<ink.upperBound
            // 不得, 严禁 belong to what is asked.
            if word.scalars.first == 0x4E0D || word.scalars.first == 0x4E25 || word.scalars.first == 0x7981 {
                rest = modal..<ink.upperBound
            }
        } else if let subject {
            rest = subject.ink.upperBound..<ink.upperBound
        }
        role = Self.role(text, rest, subject)
        isCheckable = Self.isCheckable(text, rest)
        work = isListed ? .act : Self.work(text, self)
        if isListed { isCheckable = true }
    }

    /// Where a time in front of the subject ends.
    private static func time(_ text: ReaderText, _ range: Range<Int>) -> Int? {
        let reach = range.prefix(22)
        guard
            let end = reach.reversed().lazy.compactMap({ index in
                ObligationWords.times.match(text, at: index).map { index + $0.scalars.count }
            }).first
        else { return nil }
        let hasMore = end < range.upperBound && !ObligationSentence.closes(text.ink[end]) && !text.has("的", at: end)
        return hasMore && ObligationVerb.match(text, at: range.lowerBound) == nil ? end : nil
    }

    /// The first modal outside quotation marks and parentheses.
    private static func modal(_ text: ReaderText, _ range: Range<Int>) -> Int? {
        var depth = 0
        for index in range {
            let sign = text.ink[index]
            if ObligationSentence.opens(sign) { depth += 1 }
            if ObligationSentence.closes(sign) { depth = max(0, depth - 1) }
            if depth == 0, ObligationWords.modals.match(text, at: index) != nil, isModal(text, at: index) {
                return index
            }
        }
        return nil
    }

    private static func role(_ text: ReaderText, _ rest: Range<Int>, _ subject: ObligationSubject?) -> ObligationRole {
        var depth = 0
        for index in rest {
            let sign = text.ink[index]
            if ObligationSentence.opens(sign) { depth += 1 }
            if ObligationSentence.closes(sign) { depth = max(0, depth - 1) }
            guard depth == 0, let verb = ObligationVerb.match(text, at: index), index + verb.length <= rest.upperBound
            else { continue }
            guard verb.role == .lead, ObligationWords.lightVerbs.match(text, at: index) != nil else { return verb.role }
            return lightRole(text, rest)
        }
        return .lead
    }

    /// 做好…宣传解读工作, 加强舆论引导, 加强…督促检查: the last noun of the object has the role.
    private static func lightRole(_ text: ReaderText, _ rest: Range<Int>) -> ObligationRole {
        if text.starts(rest, with: "将") || text.starts(rest, with: "把"),
            ObligationWords.reporting.first(text, in: rest) != nil
        {
            return .report
        }
        var object = rest
        if text.ends(object, with: "工作") { object = object.dropLast(2) }
        if text.ends(object, with: "力度") || text.ends(object, with: "义务") { object = object.dropLast(2) }
        if text.ends(object, with: "上来") || text.contains("统一到", in: object) { return .study }
        let nouns: [(ObligationRole, ReaderWords)] = [
            (.publish, ["宣传", "舆论引导", "宣传引导", "宣传解读", "信息公开", "宣传报道", "信息发布", "宣教", "公示"]),
            (.supervise, ["督促检查", "督查", "督导"]),
            (.report, ["信息报送", "信息上报", "情况报送"]),
            (.mobilise, ["组织引导", "组织动员", "宣传发动", "思想引领"]),
        ]
        for (role, words) in nouns where words.ending(text, object) != nil { return role }
        return .lead
    }

    static func isCheckable(_ text: ReaderText, _ rest: Range<Int>) -> Bool {
        ObligationWords.checkable.first(text, in: rest) != nil && !isSlogan(text, rest)
    }

    /// 科学防控、科学组织、科学指挥: three or more items of one length say nothing that could be shown.
    static func isSlogan(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        var lengths: [Int] = []
        var start = range.lowerBound
        for index in range where text.ink[index] == ReaderSign.pause {
            lengths.append(index - start)
            start = index + 1
        }
        lengths.append(range.upperBound - start)
        guard lengths.count >= 3 else { return false }
        let inner = lengths[1]
        return inner <= 6 && lengths.dropFirst().allSatisfy { $0 == inner } && lengths[0] <= inner + 4
    }

    private static func work(_ text: ReaderText, _ part: ObligationPart) -> Work {
        let rest = part.rest
        if part.modal == nil, isTold(text, part) { return .told }
        if rest.isEmpty { return .circumstance }
        if part.role == .report, ObligationWords.cadences.first(text, in: rest) != nil { return .act }
        if isCase(text, part) { return .circumstance }
        if let work = prepositional(text, part) { return work }
        if isStance(text, rest) { return .stance }
        if part.modal != nil { return .act }
        if rest.count <= 6, !part.isCheckable, part.role == .lead { return .stance }
        if ObligationWords.results.opening(text, rest) != nil, !part.isCheckable { return .result }
        let opensAct = opensAct(text, rest) || part.subject != nil && opensSoon(text, rest)
        return opensAct ? .act : .aside
    }

    /// Opening with 按照, 对, 在, 为 …: a circumstance, unless what is asked stands in the same part.
    private static func prepositional(_ text: ReaderText, _ part: ObligationPart) -> Work? {
        let core = withoutManners(text, part.rest)
        guard let word = ObligationWords.prepositions.opening(text, core) else { return nil }
        let isFor = text.starts(core, with: "为")
        if isFor, !part.isCheckable { return text.starts(core, with: "为了") ? .circumstance : .result }
        let tail = core.dropFirst(word.scalars.count)
        let isTarget = text.starts(core, with: "对")
        let closes = ObligationWords.circumstanceEnds.ending(text, core) != nil
        if closes, !isTarget, !isFor { return .circumstance }
        let verbs = closes ? ObligationWords.handlings : ObligationWords.operatives
        if closes || isTarget, verbs.first(text, in: tail) == nil { return .circumstance }
        return part.subject != nil || part.modal != nil || verb(text, in: tail) != nil ? .act : .circumstance
    }

    /// 公开募捐活动结束后三个月内: in which case, by its end, not by its verb.
    private static func isCase(_ text: ReaderText, _ part: ObligationPart) -> Bool {
        switch part.role {
        case .mobilise, .assist, .supervise: false
        default:
            part.modal == nil && ObligationWords.caseEnds.ending(text, part.rest) != nil
                && !text.ends(part.rest, with: "范围内")
        }
    }

    /// 严格按照…, 认真在…: what stands behind the adverbs.
    private static func withoutManners(_ text: ReaderText, _ rest: Range<Int>) -> Range<Int> {
        var rest = rest
        while let manner = ObligationWords.manners.opening(text, rest) { rest = rest.dropFirst(manner.scalars.count) }
        return rest
    }

    private static func isTold(_ text: ReaderText, _ part: ObligationPart) -> Bool {
        if ObligationWords.facts.first(text, in: part.ink) != nil { return true }
        if part.subject?.isOutside ?? false { return true }
        let rest = part.rest
        if isPermission(text, rest) || isContact(text, rest) { return true }
        // 我局将…: promised by the issuer itself.
        return part.subject != nil && (text.starts(rest, with: "将") || text.starts(rest, with: "已"))
    }

    /// 可, 允许: allowed, not asked.
    private static func isPermission(_ text: ReaderText, _ rest: Range<Int>) -> Bool {
        rest.contains { index in
            ObligationWords.permissions.match(text, at: index) != nil
                && ObligationWords.permissionNouns.match(text, at: index) == nil
                && ObligationWords.permissionNounsAround.match(text, at: index - 1) == nil
        }
    }

    /// A telephone number or an address stands in it, not in parentheses.
    private static func isContact(_ text: ReaderText, _ rest: Range<Int>) -> Bool {
        var digits = 0
        for index in rest {
            let sign = text.ink[index]
            if sign == ReaderSign.open { return false }
            digits = ReaderSign.isDigit(sign) ? digits + 1 : 0
            if digits == 7 || sign == 0x40 { return true }
        }
        return false
    }

    private static func isStance(_ text: ReaderText, _ rest: Range<Int>) -> Bool {
        if ObligationWords.checkable.first(text, in: rest) != nil { return false }
        return ObligationWords.stances.opening(text, rest) != nil
    }

    /// Whether a stretch opens with a verb, or with an adverb as verbs have them here.
    static func opensAct(_ text: ReaderText, _ rest: Range<Int>) -> Bool {
        ObligationVerb.match(text, at: rest.lowerBound) != nil || ObligationWords.manners.opening(text, rest) != nil
    }

    /// 按…, 启动…, or, a few signs behind a long name, 暂停…
    private static func opensSoon(_ text: ReaderText, _ rest: Range<Int>) -> Bool {
        rest.count > 14 && verb(text, in: rest.prefix(10)) != nil
    }

    private static func verb(_ text: ReaderText, in range: Range<Int>) -> Int? {
        range.first { ObligationVerb.match(text, at: $0) != nil }
    }
}
