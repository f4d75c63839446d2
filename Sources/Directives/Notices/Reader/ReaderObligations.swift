/// Proposes what a notice asks, sentence by sentence.
///
/// Recitals before 如下, headings and what is told as done are passed over. A sentence is cut at its commas; each
/// part leads in, asks, or says to what end; the parts are put together so that one proposal asks one thing.
/// A subject holds until the next one, the end of its paragraph, or, for persons and conditions, of its sentence.
enum ReaderObligations {
    static let quoteLimit = 120
    /// Proposals of one notice; a text with more is no notice.
    private static let proposalLimit = 2_000
    /// How far into a body 如下 is looked for.
    private static let leadInReach = 1_500
    /// Papers that tell and do not ask.
    private static let telling: Set<String> = ["报告", "请示"]

    static func read(
        _ page: ReaderPage, _ block: ReaderBlock, clauses: ReaderClauses.Reading, issuers: [String]
    ) -> [ObligationProposal] {
        if let kind = block.titleKind?.text, telling.contains(kind) { return [] }
        let text = page.text
        let audience = ObligationAudience(
            text, title: block.title, addressees: block.addressees, issuers: issuers)
        let subjects = ObligationSubjects(isOfUnions: audience.isOfUnions, tier: audience.tier)
        let paths = paths(clauses.clauses)
        let recital = recitalEnd(text, block.body, firstClause: clauses.headings.first?.ink.lowerBound)
        var speaker = ObligationSpeaker(audience)
        var proposals: [ObligationProposal] = []

        for sentence in ObligationSentence.all(text, block.body, headings: clauses.headings) {
            guard proposals.count < proposalLimit else { break }
            if sentence.beginsParagraph || sentence.isHeading { speaker.forget() }
            let isRecital = sentence.ink.lowerBound < recital
            let path = sentence.clause.map { paths[$0] }
            let parts = sentence.parts(text).map { ObligationPart(text, $0.ink, subjects, isListed: $0.isListed) }
            if sentence.isHeading, holdsClauses(sentence, paths) || !sentence.isOperative(text, parts) { continue }
            var grouping = ObligationGrouping(text, speaker: speaker, needsRequest: path == nil, isRecital: isRecital)
            grouping.read(parts, sentence: sentence.ink)
            speaker = grouping.speaker
            speaker.endSentence(isWhole: sentence.endsWhole(text))
            proposals += grouping.groups.compactMap { $0.proposal(text, clause: path, audience: audience) }
        }
        return Array(proposals.prefix(proposalLimit))
    }

    /// A heading over clauses of its own says nothing that they do not say.
    private static func holdsClauses(_ sentence: ObligationSentence, _ paths: [String]) -> Bool {
        guard let clause = sentence.clause, clause + 1 < paths.count else { return false }
        return paths[clause + 1].count > paths[clause].count && paths[clause + 1].hasPrefix(paths[clause])
    }

    /// The numerals from the outermost inwards, clause by clause in the order of print.
    private static func paths(_ clauses: [ReadClause], under path: String = "") -> [String] {
        clauses.flatMap { clause in
            [path + clause.numeral] + paths(clause.clauses, under: path + clause.numeral)
        }
    }

    /// Where the part that says why ends: with the sentence of 如下, else where the clauses begin.
    private static func recitalEnd(_ text: ReaderText, _ body: Range<Int>, firstClause: Int?) -> Int {
        let opening =
            body.lowerBound..<min(body.lowerBound + leadInReach, firstClause ?? body.upperBound, body.upperBound)
        if let leadIn = ObligationWords.leadIns.first(text, in: opening) {
            return (leadIn.at..<opening.upperBound).first {
                ReaderSign.endsSentence(text.ink[$0]) || text.ink[$0] == ReaderSign.colon
            } ?? opening.upperBound
        }
        return firstClause ?? body.lowerBound
    }
}

/// A sentence, or the part of one up to a semicolon, with the clause it stands in.
struct ObligationSentence {
    var ink: Range<Int>
    /// The number of its clause in the order of print.
    var clause: Int?
    var beginsParagraph: Bool
    var isHeading: Bool
    /// Nothing else stands in its clause, so that what it asks is asked here.
    var isWholeClause: Bool

    static func all(_ text: ReaderText, _ body: Range<Int>, headings: [ReaderClauses.Heading]) -> [ObligationSentence] {
        var sentences: [ObligationSentence] = []
        var start = body.lowerBound
        var next = 0
        var clause: Int?
        func add(_ end: Int, heading: ReaderClauses.Heading? = nil) {
            guard start < end else { return }
            let begins = text.gap[start] >= .line && (start == 0 || ReaderSign.endsSentence(text.ink[start - 1]))
            sentences.append(
                ObligationSentence(
                    ink: start..<end, clause: clause, beginsParagraph: begins || heading != nil,
                    isHeading: heading != nil, isWholeClause: heading?.isWholeClause ?? false))
        }
        var index = body.lowerBound
        while index < body.upperBound {
            if next < headings.count, headings[next].ink.lowerBound <= index {
                add(index)
                let heading = headings[next]
                clause = next
                let numeral = ReaderClauses.numeral(text, at: heading.ink.lowerBound)?.ink.upperBound
                start = max(index, min(numeral ?? index, body.upperBound))
                index = max(index, min(heading.ink.upperBound, body.upperBound))
                add(index, heading: heading)
                start = index
                next += 1
                if index < body.upperBound, ReaderSign.endsSentence(text.ink[index]) {
                    index += 1
                    start = index
                }
                continue
            }
            if ReaderSign.endsSentence(text.ink[index]) {
                add(index)
                start = index + 1
            }
            index += 1
        }
        add(body.upperBound)
        return sentences
    }

    /// A full stop, not only a semicolon.
    func endsWhole(_ text: ReaderText) -> Bool {
        ink.upperBound >= text.count || text.ink[ink.upperBound] != ReaderSign.semicolon
    }

    /// A heading that asks by itself: the only sentence of its clause, or one run in that speaks like a sentence.
    func isOperative(_ text: ReaderText, _ parts: [ObligationPart]) -> Bool {
        if isWholeClause { return true }
        guard ink.upperBound < text.count, text.ink[ink.upperBound] == ReaderSign.stop else { return false }
        return parts.contains { $0.modal != nil } || Self.orders.first(text, in: ink) != nil
    }

    private static let orders: ReaderWords = ["暂停", "停止", "即日起", "一律", "取消"]

    static func opens(_ sign: UInt32) -> Bool {
        sign == ReaderSign.open || sign == ReaderSign.bookOpen || sign == 0x201C || sign == 0x300C
    }
    static func closes(_ sign: UInt32) -> Bool {
        sign == ReaderSign.close || sign == ReaderSign.bookClose || sign == 0x201D || sign == 0x300D
    }

    /// Between commas, those in parentheses and quotation marks not counted; a list of arrangements item by item.
    func parts(_ text: ReaderText) -> [(ink: Range<Int>, isListed: Bool)] {
        var parts: [(ink: Range<Int>, isListed: Bool)] = []
        var depth = 0
        var start = ink.lowerBound
        let ink = ink.prefix(Self.inkLimit)
        func add(_ end: Int) {
            guard start < end else { return }
            let items = Self.arrangements(text, start..<end)
            for (place, item) in items.enumerated() { parts.append((item, place > 0)) }
        }
        for index in ink where parts.count < Self.partLimit {
            let sign = text.ink[index]
            if Self.opens(sign) { depth += 1 }
            if Self.closes(sign) { depth = max(0, depth - 1) }
            if depth == 0, sign == ReaderSign.comma || sign == ReaderSign.colon {
                add(index)
                start = index + 1
            }
        }
        if parts.count < Self.partLimit { add(ink.upperBound) }
        return parts
    }

    /// Of what goes on longer than any sentence of an office, the beginning is read.
    private static let inkLimit = 2_000
    private static let partLimit = 100

    /// 领导包片责任制、轮流值守路口、领导带班制度: each is a duty of its own.
    private static func arrangements(_ text: ReaderText, _ part: Range<Int>) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = part.lowerBound
        for index in part where text.ink[index] == ReaderSign.pause {
            items.append(start..<index)
            start = index + 1
        }
        items.append(start..<part.upperBound)
        let areAll = items.allSatisfy { $0.count >= 6 && ObligationWords.arrangements.first(text, in: $0) != nil }
        return items.count > 1 && areAll ? items : [part]
    }
}
