/// A stretch of ink between two gaps: a line, or a word where lines were lost.
struct ReaderPiece: Sendable {
    var ink: Range<Int>
    /// What stands before it.
    var gap: ReaderText.Gap
}

/// The text cut into pieces, with the dates and numbers that hold some of them together.
struct ReaderPage: Sendable {
    let text: ReaderText
    let pieces: [ReaderPiece]
    let days: [ReaderDay]
    let numbers: [ReaderNumber]
    /// Scalars of a full line, where the text was broken at the width of its page; nil where lines are whole paragraphs.
    let lineWidth: Int?
    private let dayByStart: [Int: Int]
    private let dayByEnd: [Int: Int]

    init(_ text: ReaderText) {
        self.text = text
        let days = ReaderDates.all(in: text)
        let numbers = ReaderNumbers.all(in: text)
        let machines = ReaderTelegramHead.machineNumbers(in: text)
        let seams =
            ReaderSeams.isUnbroken(text)
            ? ReaderSeams.find(text, days: days, numbers: numbers, machines: machines) : []
        pieces = ReaderPage.cut(text, whole: days.map(\.ink) + numbers.map(\.ink) + machines, seams: seams)
        lineWidth = ReaderPage.lineWidth(pieces)
        dayByStart = Dictionary(uniqueKeysWithValues: days.indices.map { (days[$0].ink.lowerBound, $0) })
        dayByEnd = Dictionary(uniqueKeysWithValues: days.indices.map { (days[$0].ink.upperBound, $0) })
        self.days = days
        self.numbers = numbers
    }

    var count: Int { pieces.count }
    func ink(_ piece: Int) -> Range<Int> { pieces[piece].ink }
    func ink(from first: Int, to last: Int) -> Range<Int> { ink(first).lowerBound..<ink(last).upperBound }

    func day(startingAt index: Int) -> ReaderDay? { dayByStart[index].map { days[$0] } }
    func day(endingAt index: Int) -> ReaderDay? { dayByEnd[index].map { days[$0] } }

    /// The numbers that lie wholly inside a stretch.
    func numbers(in ink: Range<Int>) -> ArraySlice<ReaderNumber> {
        let first = numbers.partitioningIndex { $0.ink.lowerBound >= ink.lowerBound }
        var last = first
        while last < numbers.count, numbers[last].ink.upperBound <= ink.upperBound { last += 1 }
        return numbers[first..<last]
    }

    func days(in ink: Range<Int>) -> ArraySlice<ReaderDay> {
        let first = days.partitioningIndex { $0.ink.lowerBound >= ink.lowerBound }
        var last = first
        while last < days.count, days[last].ink.upperBound <= ink.upperBound { last += 1 }
        return days[first..<last]
    }

    /// A line that stops short of the page's width ends its paragraph. Two signs are allowed for punctuation and digits.
    func fillsLine(_ ink: Range<Int>) -> Bool { lineWidth.map { ink.count + 2 >= $0 } ?? false }

    /// The commonest length of a piece, if at least a third of all pieces have it or nearly so.
    private static func lineWidth(_ pieces: [ReaderPiece]) -> Int? {
        var counts = [Int](repeating: 0, count: 61)
        for piece in pieces where (16...60).contains(piece.ink.count) { counts[piece.ink.count] += 1 }
        var best = (width: 0, lines: 0)
        for width in 18...60 {
            let lines = counts[width - 2] + counts[width - 1] + counts[width]
            if lines > best.lines { best = (width, lines) }
        }
        return best.lines >= 8 && best.lines * 3 >= pieces.count ? best.width : nil
    }

    // MARK: Cutting

    private static func cut(_ text: ReaderText, whole: [Range<Int>], seams: Set<Int>) -> [ReaderPiece] {
        var held = [Bool](repeating: false, count: text.count)
        // A space inside 2020 年 2 月 4 日, 〔2013〕130 号 or 豫机发 号 is the typist's, not the paper's.
        for range in whole {
            for index in range.dropFirst() where text.gap[index] == .space { held[index] = true }
        }
        // 抄 送：, 附 件：, 三 、
        for index in stride(from: 1, to: text.count, by: 1)
        where text.gap[index] == .space
            && (text.ink[index] == ReaderSign.pause || spacedLabels.match(text, at: index - 1) != nil)
        {
            held[index] = true
        }
        var pieces: [ReaderPiece] = []
        var start = 0
        for index in stride(from: 1, through: text.count, by: 1) {
            let ends =
                index == text.count || text.gap[index] > .none && !held[index] || seam(text, at: index)
                || !seams.isEmpty && seams.contains(index)
            guard ends else { continue }
            pieces.append(ReaderPiece(ink: start..<index, gap: start < text.count ? text.gap[start] : .none))
            start = index
        }
        return joinSpacedOut(pieces, text)
    }

    private static let spacedLabels: ReaderWords = ["抄送:", "抄报:", "主送:", "附件:"]

    /// A place where two parts of the paper touch although nothing stands between them.
    private static func seam(_ text: ReaderText, at index: Int) -> Bool {
        let before = text.ink[index - 1]
        // 。抄送：, 4日抄送：
        if text.has("抄送:", at: index) || text.has("抄报:", at: index) {
            return ReaderSign.endsSentence(before) || before == 0x65E5 || before == ReaderSign.close
        }
        return false
    }

    /// Words of two signs that are spaced out even where no line is left: 通 知, 特 急.
    private static let spacedWords: ReaderWords = [
        "通知", "决定", "通报", "公告", "通告", "报告", "请示", "意见", "特提", "特急", "加急", "平急", "绝密", "机密", "秘密",
    ]

    /// Letterheads are spaced out: 焦 作 市 总 工 会. Three single signs in a row, or two that are a line.
    private static func joinSpacedOut(_ pieces: [ReaderPiece], _ text: ReaderText) -> [ReaderPiece] {
        var out: [ReaderPiece] = []
        var index = 0
        while index < pieces.count {
            var end = index
            while end < pieces.count, pieces[end].ink.count == 1,
                ReaderSign.isHan(text.ink[pieces[end].ink.lowerBound]),
                end == index || pieces[end].gap == .space
            {
                end += 1
            }
            let run = end - index
            let isLine = pieces[index].gap > .space && (end == pieces.count || pieces[end].gap > .space)
            let whole = pieces[index].ink.lowerBound..<pieces[max(index, end - 1)].ink.upperBound
            if run >= 3 || run == 2 && (isLine || spacedWords.ending(text, whole)?.scalars.count == 2) {
                out.append(ReaderPiece(ink: whole, gap: pieces[index].gap))
                index = end
            } else {
                out.append(pieces[index])
                index += 1
            }
        }
        return out
    }
}

extension Array {
    /// The first index for which `isAfter` holds; it must hold for all that follow.
    func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
