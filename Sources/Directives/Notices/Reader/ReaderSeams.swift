/// Where the parts of a paper touch in a text that lost all its white space.
///
/// Only what is certain from the words themselves is cut: numbers, boxes, the title before its addressees,
/// the names over a date. A heading without punctuation cannot be told from its paragraph and stays joined.
enum ReaderSeams {
    /// A text with less than one gap to so many scalars has lost its lines.
    private static let scalarsPerGap = 150
    private static let headReach = 600
    private static let nameReach = 80

    static func isUnbroken(_ text: ReaderText) -> Bool {
        guard text.count > scalarsPerGap else { return false }
        let gaps = text.gap.lazy.filter { $0 > .none }.count
        return gaps * scalarsPerGap < text.count
    }

    static func find(
        _ text: ReaderText, days: [ReaderDay], numbers: [ReaderNumber], machines: [Range<Int>]
    ) -> Set<Int> {
        var seams: Set<Int> = []
        let head = 0..<min(headReach, text.count)
        let stop = head.first { text.ink[$0] == ReaderSign.stop } ?? head.upperBound
        for number in numbers.prefix(4) where number.ink.upperBound <= stop && !isQuoted(text, number.ink) {
            seams.formUnion([number.ink.lowerBound, number.ink.upperBound])
        }
        let issuer = letterhead(text, before: stop)
        if let issuer, let number = numbers.first, number.ink.upperBound <= stop {
            // 签发人：赵甲河阳市总工会关于…: the title begins with the name of the letterhead.
            let rest = number.ink.upperBound..<stop
            if let again = rest.first(where: {
                $0 + issuer.count <= stop && text.equalInk($0..<$0 + issuer.count, issuer)
            }) {
                seams.insert(again)
            }
        }
        for machine in machines.prefix(2) where machine.upperBound <= stop {
            seams.formUnion([machine.lowerBound, machine.upperBound])
        }
        for index in 0..<stop {
            let isLabel =
                ReaderTelegramHead.senderLabels.match(text, at: index) != nil
                || text.has("签批盖章", at: index) || text.has("签发盖章", at: index) || text.has("等级", at: index)
            if isLabel { seams.insert(index) }
        }
        if let colon = (0..<stop).first(where: { text.ink[$0] == ReaderSign.colon && titleEnd(text, before: $0) != nil }
        ),
            let end = titleEnd(text, before: colon)
        {
            seams.formUnion([end, colon + 1])
        }
        for day in days where day.year != nil && day.day != nil {
            guard
                let name = name(text, before: day.ink.lowerBound) ?? repeated(text, issuer, before: day.ink.lowerBound)
            else { continue }
            seams.formUnion([name, day.ink.lowerBound, day.ink.upperBound])
            if text.has("印发", at: day.ink.upperBound) {
                seams.remove(day.ink.upperBound)
                seams.remove(day.ink.lowerBound)
                seams.insert(day.ink.upperBound + 2)
            }
        }
        return seams
    }

    /// The name before 文件 at the very beginning.
    private static func letterhead(_ text: ReaderText, before stop: Int) -> Range<Int>? {
        guard let end = text.first("文件", in: 0..<min(stop, nameReach)), ReaderNames.isBody(text, 0..<end) else {
            return nil
        }
        return 0..<end
    }

    /// The name of the letterhead over a date, where a list of attachments runs into it.
    private static func repeated(_ text: ReaderText, _ issuer: Range<Int>?, before day: Int) -> Int? {
        guard let issuer else { return nil }
        let name = ReaderNames.withoutParentheses(text, max(0, day - nameReach)..<day)
        let own = name.suffix(issuer.count)
        return own.lowerBound > issuer.upperBound && text.equalInk(own, issuer) ? own.lowerBound : nil
    }

    private static func isQuoted(_ text: ReaderText, _ ink: Range<Int>) -> Bool {
        ink.lowerBound > 0 && text.ink[ink.lowerBound - 1] == ReaderSign.open
    }

    /// …的通知 before 各…：. The last kind before the colon after which a line of addressees can stand.
    private static func titleEnd(_ text: ReaderText, before colon: Int) -> Int? {
        var index = colon - 1
        let floor = max(0, colon - 300)
        while index > floor {
            if let kind = ReaderTitle.kinds.match(text, at: index),
                text.ink[max(index - 1, 0)] == 0x7684 || kind.scalars.count > 1
            {
                let end = index + kind.scalars.count
                let line = end..<colon
                if line.count >= 2, text.contains("关于", in: floor..<index), ReaderAddressees.isLine(text, line) {
                    return end
                }
            }
            index -= 1
        }
        return nil
    }

    /// Where the name over a date begins: after the last sentence or the last date.
    private static func name(_ text: ReaderText, before day: Int) -> Int? {
        var start = day
        while start > 0, day - start < nameReach, !ReaderSign.endsSentence(text.ink[start - 1]),
            text.ink[start - 1] != 0x65E5
        {
            start -= 1
        }
        return start < day && ReaderNames.isBody(text, start..<day) ? start : nil
    }
}
