/// A 发文字号 somewhere in the ink.
struct ReaderNumber: Sendable {
    /// From its 代字 to 号.
    var ink: Range<Int>
    /// Normalised: 〔〕, half-width digits, no spaces.
    var value: String
}

/// Document numbers and Chinese numerals.
enum ReaderNumbers {
    /// The longest 代字 that is taken, in scalars. The longest in use are about a dozen.
    static let prefixLimit = 16

    /// Every 代字〔year〕n号 of the text. Old papers use ( ) and [ ].
    static func all(in text: ReaderText) -> [ReaderNumber] {
        var found: [ReaderNumber] = []
        var index = 0
        var floor = 0
        while index < text.count {
            let sign = text.ink[index]
            if sign == ReaderSign.yearOpen || sign == ReaderSign.open, let end = tail(in: text, at: index) {
                let start = prefix(in: text, before: index, floor: floor)
                // 〔2020〕3号 on a line of its own: minutes count without a 代字.
                let isBare = start == index && text.gap[index] > .none && end < text.count && text.gap[end] > .none
                if start < index || isBare {
                    let year = text.folded(index + 1..<index + 5)
                    let rest = text.folded(index + 6..<end)
                    found.append(
                        ReaderNumber(ink: start..<end, value: text.folded(start..<index) + "〔\(year)〕" + rest))
                }
                index = end
                floor = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// From the opening bracket: four digits, the closing bracket, a number, 号.
    private static func tail(in text: ReaderText, at open: Int) -> Int? {
        guard open + 7 < text.count else { return nil }
        for offset in 1...4 where !ReaderSign.isDigit(text.ink[open + offset]) { return nil }
        let close = text.ink[open + 5]
        guard close == ReaderSign.yearClose || close == ReaderSign.close else { return nil }
        var at = open + 6
        if text.has("第", at: at) { at += 1 }
        let digits = at
        while at < text.count, at - digits < 6, ReaderSign.isDigit(text.ink[at]) { at += 1 }
        guard at > digits else { return nil }
        // A scan loses 号 at the end of its line.
        guard text.has("号", at: at) else { return at == text.count || text.gap[at] > .space ? at : nil }
        return at + 1
    }

    /// Back over the 代字. It does not cross white space, but for the space some put before the bracket.
    private static func prefix(in text: ReaderText, before open: Int, floor: Int) -> Int {
        var start = open
        while start > floor, open - start < prefixLimit {
            let crossed = start < text.count && text.gap[start] > .none && start < open
            if crossed { break }
            let value = text.ink[start - 1]
            guard ReaderSign.isHan(value) || ReaderSign.isLetter(value) || ReaderSign.isDigit(value) else { break }
            if start == open, text.gap[open] > .space { break }
            start -= 1
        }
        // …文件豫工发〔2020〕3号: the letterhead touches the number where white space is lost.
        if let letterhead = text.first("文件", in: start..<open), letterhead + 2 < open { return letterhead + 2 }
        if let mark = text.first("明电", in: start..<open), mark == start, mark + 2 < open { return mark + 2 }
        // 按照中工电〔2026〕2号: the word before it is no part of a 代字.
        if let word = leadIns.opening(text, start..<open), start + word.scalars.count < open {
            return start + word.scalars.count
        }
        return start
    }

    private static let leadIns: ReaderWords = [
        "按照", "根据", "依据", "依照", "遵照", "参照", "执行", "落实", "贯彻", "详见", "附", "即",
    ]

    // MARK: Chinese numerals

    static func chinese(_ value: UInt32) -> Int? {
        switch value {
        // Zero is also typed as the letter O, Latin, Cyrillic or Greek.
        case 0x3007, 0x96F6, 0x4F, 0x41E, 0x39F: 0
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        case 0x5EFF: 20
        default: nil
        }
    }

    /// 二〇二〇 digit by digit; 十二, 二十, 三十一, 廿三 by tens.
    static func value(ofChinese values: [Int]) -> Int? {
        guard !values.isEmpty else { return nil }
        if values.contains(where: { $0 >= 10 }) {
            switch values.count {
            case 1: return values[0]
            case 2 where values[0] == 10: return values[1] < 10 ? 10 + values[1] : nil
            case 2 where values[0] == 20: return values[1] < 10 ? 20 + values[1] : nil
            case 2 where values[1] == 10: return values[0] * 10
            case 3 where values[1] == 10: return values[2] < 10 ? values[0] * 10 + values[2] : nil
            default: return nil
            }
        }
        if values.count == 4 { return values.reduce(0) { $0 * 10 + $1 } }
        return values.count == 1 ? values[0] : nil
    }
}
