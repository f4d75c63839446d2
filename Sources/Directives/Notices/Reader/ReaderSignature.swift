/// The names over the date, and the date.
struct ReaderSignature: Sendable {
    /// Pieces that hold the names; empty when only a date is printed.
    var pieces: Range<Int>
    /// The names without （代章）.
    var bodies: [Range<Int>]
    var day: ReaderDay
    /// The piece with the date in it.
    var dayPiece: Int
    /// Where the names begin.
    var start: Int

    private static let nameLimit = 14
    /// How far above the body the head of the paper is looked through.
    private static let headReach = 600

    /// 国务院应对新型冠状病毒肺炎疫情 / 联防联控机制综合组: a long name is broken before its own head.
    private static func beginning(_ page: ReaderPage, before first: Int, floor: Int) -> Int? {
        let text = page.text
        guard first - 1 > floor else { return nil }
        let range = page.ink(first - 1)
        guard (4...30).contains(range.count), page.pieces[first - 1].gap > .none,
            range.allSatisfy({ ReaderSign.isHan(text.ink[$0]) }), closings.first(text, in: range) == nil,
            ReaderTitle.kinds.ending(text, range) == nil
        else { return nil }
        let before = page.lastSign(first - 2)
        if ReaderSign.endsSentence(before) || ReaderSign.isClosing(before) { return first - 1 }
        // After a list of attachments nothing ends the line above; but the head of the paper has the whole name.
        let whole = range.lowerBound..<page.ink(first).upperBound
        let head = page.ink(floor).lowerBound
        let above = max(0, head - headReach)..<head
        return above.contains { $0 + whole.count <= head && text.equalInk($0..<$0 + whole.count, whole) }
            ? first - 1 : nil
    }

    /// What closes a body without a full stop.
    private static let closings: ReaderWords = [
        "特此", "此复", "专此", "此致", "敬礼", "妥否", "以上", "当否", "为盼", "附件", "联系", "电话", "主席", "书记", "市长", "县长", "省长",
        "主任", "局长", "厅长", "部长",
    ]

    /// The signature whose date stands in this piece; nil when the date belongs to a sentence.
    static func ending(_ page: ReaderPage, at piece: Int, floor: Int) -> ReaderSignature? {
        let text = page.text
        let range = page.ink(piece)
        if let day = page.dayAlone(piece) {
            var first = piece
            while first > floor, piece - first < nameLimit, ReaderNames.isBody(text, page.ink(first - 1)),
                ReaderClauses.numeral(text, at: page.ink(first - 1).lowerBound) == nil
            {
                first -= 1
            }
            var bodies = (first..<piece).map { ReaderNames.withoutParentheses(text, page.ink($0)) }
            if let whole = beginning(page, before: first, floor: floor), let own = bodies.first {
                bodies[0] = page.ink(whole).lowerBound..<own.upperBound
                first = whole
            }
            if bodies.isEmpty {
                // A date on a line of its own after a finished sentence, with nothing of a sentence after it;
                // between them at most a person who signed: 市长 赵甲.
                while first > floor, piece - first < 3, page.ink(first - 1).count <= 8,
                    page.ink(first - 1).allSatisfy({ ReaderSign.isHan(text.ink[$0]) })
                {
                    first -= 1
                }
                guard first > floor else { return nil }
                let before = page.lastSign(first - 1)
                guard ReaderSign.endsSentence(before) || ReaderSign.isClosing(before) else { return nil }
                guard piece + 1 == page.count || page.pieces[piece + 1].gap > .none else { return nil }
            }
            return ReaderSignature(
                pieces: first..<piece, bodies: bodies, day: day, dayPiece: piece,
                start: page.ink(first).lowerBound)
        }
        // 交通运输部2020年2月12日 without anything between.
        guard range.count <= 80, let day = page.day(endingAt: range.upperBound), day.year != nil, day.day != nil,
            day.ink.lowerBound > range.lowerBound, piece > floor
        else { return nil }
        let name = range.lowerBound..<day.ink.lowerBound
        guard ReaderNames.isBody(text, name),
            ReaderSign.endsSentence(page.lastSign(piece - 1)) || ReaderSign.isClosing(page.lastSign(piece - 1))
        else { return nil }
        return ReaderSignature(
            pieces: piece..<piece + 1, bodies: [ReaderNames.withoutParentheses(text, name)], day: day, dayPiece: piece,
            start: range.lowerBound)
    }
}
