/// Numbered clauses and their headings.
enum ReaderClauses {
    /// The signs of numbering, from the outermost inwards.
    enum Style: Int, Comparable {
        case chapter, article, chinese, chineseInParentheses, arabic, arabicInParentheses, circled

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    struct Numeral {
        var style: Style
        var ordinal: Int
        var ink: Range<Int>
    }

    private static let ordinalLimit = 199
    /// Clauses of one notice; a text with more is no notice, and its reading must not outgrow it.
    private static let clauseLimit = 4_000
    private static let headingLimit = 200

    /// The numeral at a place, if what stands there is one.
    static func numeral(_ text: ReaderText, at start: Int) -> Numeral? {
        guard start < text.count else { return nil }
        let sign = text.ink[start]
        for (first, style) in signs where (first..<first + 20).contains(sign) && (first != 0x3220 || sign < 0x322A) {
            return Numeral(style: style, ordinal: Int(sign - first) + 1, ink: start..<start + 1)
        }
        if sign == ReaderSign.open {
            guard let (value, isChinese, end) = ordinal(text, at: start + 1), end < text.count,
                text.ink[end] == ReaderSign.close
            else { return nil }
            return Numeral(
                style: isChinese ? .chineseInParentheses : .arabicInParentheses, ordinal: value, ink: start..<end + 1)
        }
        if text.has("第", at: start) {
            guard let (value, _, end) = ordinal(text, at: start + 1) else { return nil }
            if text.has("章", at: end) { return Numeral(style: .chapter, ordinal: value, ink: start..<end + 1) }
            if text.has("条", at: end) { return Numeral(style: .article, ordinal: value, ink: start..<end + 1) }
            return nil
        }
        guard let (value, isChinese, end) = ordinal(text, at: start), end < text.count else { return nil }
        let mark = text.ink[end]
        guard mark == ReaderSign.pause || mark == 0x2E || mark == ReaderSign.comma && isChinese else { return nil }
        if end + 1 < text.count {
            let next = text.ink[end + 1]
            // 2.5米, 3、4月份, 一、二级: a number or a list of them, not a clause.
            if !isChinese, ReaderSign.isDigit(next), text.gap[end + 1] == .none { return nil }
            if isChinese, mark != 0x2E, ReaderNumbers.chinese(next) != nil, end + 2 < text.count,
                listTails.contains(text.ink[end + 2])
            {
                return nil
            }
        }
        return Numeral(style: isChinese ? .chinese : .arabic, ordinal: value, ink: start..<end + 1)
    }

    /// ① ⑴ ⒈ ㈠: numerals of one sign, from their first.
    private static let signs: [(UInt32, Style)] = [
        (0x2460, .circled), (0x2474, .arabicInParentheses), (0x2488, .arabic), (0x3220, .chineseInParentheses),
    ]

    private static let listTails = Set("、级类线次个季产月是".unicodeScalars.map(\.value))

    private static let misread: [UInt32: Int] = [0x2014: 1, 0x2015: 1, 0x2500: 1, 0x30FC: 1, 0x30CB: 2]

    private static func ordinal(_ text: ReaderText, at start: Int) -> (value: Int, isChinese: Bool, end: Int)? {
        var end = start
        var value = 0
        while end < text.count, end - start < 3, ReaderSign.isDigit(text.ink[end]) {
            value = value * 10 + Int(text.ink[end] - 0x30)
            end += 1
        }
        if end > start {
            return (1...ordinalLimit).contains(value) ? (value, false, end) : nil
        }
        // —、 and ニ、: what a scan makes of 一、 and 二、.
        if end + 1 < text.count, text.ink[end + 1] == ReaderSign.pause, let value = misread[text.ink[end]] {
            return (value, true, end + 1)
        }
        var values: [Int] = []
        while end < text.count, values.count < 4, let digit = ReaderNumbers.chinese(text.ink[end]) {
            values.append(digit)
            end += 1
        }
        guard let value = ReaderNumbers.value(ofChinese: values), (1...ordinalLimit).contains(value) else { return nil }
        return (value, true, end)
    }

    // MARK: The tree

    private struct Found {
        var numeral: Numeral
        var heading: Range<Int>
        var level = 1
    }

    struct Reading {
        var clauses: [ReadClause] = []
        /// From numeral to the end of the heading. A heading often has no full stop, yet no sentence runs through it.
        var headings: [Heading] = []
    }

    struct Heading {
        var ink: Range<Int>
        /// Nothing follows in its clause, so that what it asks is asked there.
        var isWholeClause: Bool
    }

    static func read(_ page: ReaderPage, body: Range<Int>, pieces: Range<Int>) -> Reading {
        var found = find(page, body: body, pieces: pieces)
        guard !found.isEmpty else { return Reading() }
        restoreLost(page, body: body, pieces: pieces, &found)

        // A style opens a level under the styles that are open outside it.
        var open: [Style] = []
        for index in found.indices {
            let style = found[index].numeral.style
            while let last = open.last, last >= style { open.removeLast() }
            open.append(style)
            found[index].level = open.count
        }
        var next = 0
        let clauses = tree(page, found, &next, level: 1, end: body.upperBound)
        let headings = found.indices.map { index in
            let end = index + 1 < found.count ? found[index + 1].numeral.ink.lowerBound : body.upperBound
            let ink = found[index].numeral.ink.lowerBound..<found[index].heading.upperBound
            return Heading(ink: ink, isWholeClause: end - ink.upperBound <= 1)
        }
        return Reading(clauses: clauses, headings: headings)
    }

    /// Builds the clauses of one level. Depth is at most the number of styles.
    private static func tree(
        _ page: ReaderPage, _ found: [Found], _ next: inout Int, level: Int, end: Int
    ) -> [ReadClause] {
        var clauses: [ReadClause] = []
        while next < found.count, found[next].level >= level {
            let own = found[next]
            next += 1
            let children = tree(page, found, &next, level: own.level + 1, end: end)
            let last = next < found.count ? found[next].numeral.ink.lowerBound : end
            clauses.append(
                ReadClause(
                    numeral: page.text.string(own.numeral.ink), heading: page.text.string(own.heading),
                    level: own.level, ranges: [page.text.range(own.numeral.ink.lowerBound..<last)], clauses: children))
        }
        return clauses
    }

    private static func find(_ page: ReaderPage, body: Range<Int>, pieces: Range<Int>) -> [Found] {
        let text = page.text
        var found: [Found] = []
        var last: [Style: Int] = [:]
        for piece in pieces where found.count < clauseLimit {
            let range = page.ink(piece).clamped(to: body)
            guard !range.isEmpty else { continue }
            var index = range.lowerBound
            while index < range.upperBound, found.count < clauseLimit {
                let startsPiece = index == range.lowerBound
                let followsSentence = index > body.lowerBound && endsSentence(text, before: index)
                guard startsPiece || followsSentence, let numeral = numeral(text, at: index),
                    numeral.ink.upperBound <= range.upperBound
                else {
                    index += 1
                    continue
                }
                // Inside a line only the numeral that is due counts, so that a list in a sentence does not become clauses.
                let isDue =
                    numeral.ordinal == (last[numeral.style] ?? 0) + 1
                    || numeral.ordinal == 1 && numeral.style > .chinese
                guard startsPiece || isDue && numeral.style != .article else {
                    index += 1
                    continue
                }
                last[numeral.style] = numeral.ordinal
                for inner in last.keys where inner > numeral.style { last[inner] = nil }
                let heading = heading(page, after: numeral.ink.upperBound, piece: piece, body: body, pieces: pieces)
                found.append(Found(numeral: numeral, heading: heading))
                index = max(numeral.ink.upperBound, min(heading.upperBound, range.upperBound))
            }
        }
        return found
    }

    /// Between 一、 and 三、 a line that stands like a heading has lost its numeral. One line only: of two, either may be it.
    private static func restoreLost(_ page: ReaderPage, body: Range<Int>, pieces: Range<Int>, _ found: inout [Found]) {
        guard let style = found.map(\.numeral.style).min(), style == .chinese || style == .arabic else { return }
        let outer = found.indices.filter { found[$0].numeral.style == style }
        var additions: [Found] = []
        for (left, right) in zip(outer, outer.dropFirst())
        where found[right].numeral.ordinal == found[left].numeral.ordinal + 2 && additions.count < 8 {
            let between = found[left].heading.upperBound..<found[right].numeral.ink.lowerBound
            let first = pieces.lowerBound + page.pieces[pieces].count { $0.ink.lowerBound < between.lowerBound }
            let lines = (first..<pieces.upperBound).lazy.prefix { page.ink($0).upperBound <= between.upperBound }
                .filter { isBareHeading(page, $0) }.prefix(2)
            guard lines.count == 1, let line = lines.first else { continue }
            let ink = page.ink(line)
            let numeral = Numeral(style: style, ordinal: found[left].numeral.ordinal + 1, ink: ink.prefix(0))
            additions.append(Found(numeral: numeral, heading: ink))
        }
        guard !additions.isEmpty else { return }
        found = (found + additions).sorted { $0.numeral.ink.lowerBound < $1.numeral.ink.lowerBound }
    }

    /// A short line of its own without a full stop, between finished sentences.
    private static func isBareHeading(_ page: ReaderPage, _ piece: Int) -> Bool {
        let text = page.text
        let range = page.ink(piece)
        guard (4...40).contains(range.count), page.pieces[piece].gap >= .line, piece + 1 < page.count,
            page.pieces[piece + 1].gap >= .line, numeral(text, at: range.lowerBound) == nil,
            page.sentenceEnd(in: range) == nil, ReaderSign.isHan(page.lastSign(piece))
        else { return false }
        return ReaderSign.endsSentence(page.lastSign(piece - 1)) && !page.fillsLine(range)
    }

    private static func endsSentence(_ text: ReaderText, before index: Int) -> Bool {
        let sign = text.ink[index - 1]
        if ReaderSign.endsSentence(sign) || sign == ReaderSign.colon { return true }
        return ReaderSign.isClosing(sign) && index > 1 && ReaderSign.endsSentence(text.ink[index - 2])
    }

    // MARK: Headings

    /// The first sentence after the numeral, or the line it stands on; a line cut by a page break is joined.
    private static func heading(
        _ page: ReaderPage, after start: Int, piece: Int, body: Range<Int>, pieces: Range<Int>
    ) -> Range<Int> {
        let text = page.text
        var piece = piece
        var line = start..<min(page.ink(piece).upperBound, body.upperBound)
        if line.isEmpty, piece + 1 < pieces.upperBound {
            let next = page.ink(piece + 1).clamped(to: body)
            if !next.isEmpty, numeral(text, at: next.lowerBound) == nil {
                piece += 1
                line = next
            }
        }
        if let end = end(text, line) { return line.lowerBound..<end }
        var joined = line
        while piece + 1 < pieces.upperBound, joined.count < 70 {
            let next = page.ink(piece + 1).clamped(to: body)
            guard !next.isEmpty, numeral(text, at: next.lowerBound) == nil else { break }
            if page.lineWidth != nil {
                // The page's width broke the line only where the line is full; what follows is the same sentence.
                guard page.fillsLine(page.ink(piece)) else { break }
                if let end = end(text, next) { return joined.lowerBound..<end }
            } else {
                // A page break in the middle of a heading: the rest is as short and as unpunctuated as its beginning.
                // 活动时间 is whole as it stands, and no heading goes on with a figure.
                let last = text.ink[next.upperBound - 1]
                guard joined.count >= 10, !ReaderSign.isDigit(text.ink[next.lowerBound]), next.count <= 45,
                    page.sentenceEnd(in: next) == nil, last != ReaderSign.colon,
                    last != ReaderSign.comma
                else { break }
            }
            joined = joined.lowerBound..<next.upperBound
            piece += 1
        }
        return joined.prefix(headingLimit)
    }

    private static func end(_ text: ReaderText, _ line: Range<Int>) -> Int? {
        for index in line {
            let sign = text.ink[index]
            if sign == ReaderSign.stop || sign == 0x21 || sign == 0x3F { return index }
            // 工作目标：… is a heading; a long lead-in before a colon is a sentence.
            if sign == ReaderSign.colon, index - line.lowerBound <= 16 { return index }
            if sign == ReaderSign.semicolon, index + 1 == line.upperBound { return index }
            if index - line.lowerBound >= headingLimit { return index }
        }
        return nil
    }
}
