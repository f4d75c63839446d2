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
            let bodies = (first..<piece).map { ReaderNames.withoutParentheses(text, page.ink($0)) }
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
