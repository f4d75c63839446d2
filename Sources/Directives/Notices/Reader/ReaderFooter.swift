/// What stands around the body: attachments before the signature, the note and the 版记 after it.
struct ReaderFooter: Sendable {
    var note: Range<Int>?
    var cc: Range<Int>?
    /// 主送：, where the line was too long for the head or the paper has none there.
    var addressees: Range<Int>?
    var printed: ReaderDay?
    /// The body that printed it, when named.
    var printer: Range<Int>?
    /// Pieces of a list of attachments printed after the date, as web pages do.
    var attachments: Range<Int>?
    /// The footer from its first line to its last.
    var ink: Range<Int>?
    /// The first piece after it.
    var next: Int

    static let numberLabels: [ReaderWord] = ["发文字号:", "文号:", "文件编号:", "字号:", "发文文号:", "文件字号:"]
    private static let ccLabels: ReaderWords = ["抄送:", "抄报:", "分送:", "抄送", "抄报"]
    private static let addresseeLabels: ReaderWords = ["主送:"]
    private static let contacts: ReaderWords = [
        "联系人", "联系电话", "联系邮箱", "联系方式", "电话", "邮箱", "主题词", "主办", "督办", "承办", "校对", "共印", "信息公开",
    ]

    static func isCC(_ page: ReaderPage, _ piece: Int) -> Bool {
        let range = page.ink(piece)
        guard let label = ccLabels.opening(page.text, range) else { return false }
        return page.text.ink[range.lowerBound + label.scalars.count - 1] == ReaderSign.colon
            || range.count == label.scalars.count
    }

    static func isAddressees(_ page: ReaderPage, _ piece: Int) -> Bool {
        addresseeLabels.opening(page.text, page.ink(piece)) != nil
    }

    /// Whether the footer begins here: what stands in it names itself.
    static func begins(_ page: ReaderPage, _ piece: Int) -> Bool {
        isCC(page, piece) || isAddressees(page, piece) || printedDay(page, piece) != nil
    }

    private static let prints: ReaderWords = ["印发", "印制", "印"]

    /// …2020年2月12日印发.
    static func printedDay(_ page: ReaderPage, _ piece: Int) -> ReaderDay? {
        let range = page.ink(piece)
        guard range.count <= 120, let word = prints.ending(page.text, range) else { return nil }
        // A line break in the middle of the date leaves only its end in this piece.
        return page.day(endingAt: range.upperBound - word.scalars.count).flatMap {
            $0.ink.lowerBound >= range.lowerBound ? $0 : nil
        }
    }

    /// 附件, 附件1, 附件1： on a line of its own: the attachment itself begins here.
    static func isAttachmentMark(_ page: ReaderPage, _ piece: Int) -> Bool {
        let text = page.text
        let range = page.ink(piece)
        guard range.count <= 5, text.starts(range, with: "附件") else { return false }
        return range.dropFirst(2).allSatisfy {
            ReaderSign.isDigit(text.ink[$0]) || text.ink[$0] == ReaderSign.colon
                || ReaderNumbers.chinese(text.ink[$0]) != nil
        }
    }

    /// The lines after a signature that belong to the notice, from `first` on.
    static func read(_ page: ReaderPage, from first: Int) -> ReaderFooter {
        let text = page.text
        var footer = ReaderFooter(next: first)
        var piece = first
        while piece < page.count {
            if let end = parenthesis(page, piece) {
                if footer.note == nil {
                    let whole = page.ink(from: piece, to: end)
                    footer.note = whole.dropFirst().dropLast()
                }
                piece = end + 1
            } else if isCC(page, piece) {
                let (range, next) = list(page, piece)
                footer.cc = range
                piece = next
            } else if isAddressees(page, piece) {
                let (range, next) = list(page, piece)
                footer.addressees = range
                piece = next
            } else if let day = printedDay(page, piece) {
                footer.printed = day
                let name = page.ink(piece).lowerBound..<day.ink.lowerBound
                footer.printer = ReaderNames.isBody(text, name) ? name : footer.printer
                piece += 1
            } else if piece + 1 < page.count, ReaderNames.isBody(text, page.ink(piece)),
                printedDay(page, piece + 1) != nil
            {
                footer.printer = page.ink(piece)
                piece += 1
            } else if footer.attachments == nil, attachmentStart(page, piece..<piece + 1) != nil {
                var end = piece + 1
                while end < page.count, ReaderClauses.numeral(text, at: page.ink(end).lowerBound)?.style == .arabic,
                    page.sentenceEnd(in: page.ink(end)) == nil
                {
                    end += 1
                }
                footer.attachments = piece..<end
                piece = end
            } else if page.isPageNumber(piece) || contacts.opening(text, page.ink(piece)) != nil {
                piece += 1
            } else {
                break
            }
            footer.next = piece
        }
        if footer.next > first { footer.ink = page.ink(from: first, to: footer.next - 1) }
        return footer
    }

    /// A note in parentheses may run over several pieces.
    private static func parenthesis(_ page: ReaderPage, _ piece: Int) -> Int? {
        guard page.firstSign(piece) == ReaderSign.open,
            ReaderClauses.numeral(page.text, at: page.ink(piece).lowerBound) == nil
        else { return nil }
        for end in piece..<min(piece + 4, page.count) where page.lastSign(end) == ReaderSign.close { return end }
        return nil
    }

    /// The units after 抄送： or 主送：. The list ends with 。, but older papers forget it, and a full stop may stand inside.
    private static func list(_ page: ReaderPage, _ piece: Int) -> (Range<Int>?, Int) {
        let text = page.text
        let range = page.ink(piece)
        let label = ccLabels.opening(text, range) ?? addresseeLabels.opening(text, range)
        var start = range.lowerBound + (label?.scalars.count ?? 0)
        while start < range.upperBound, text.ink[start] == ReaderSign.colon { start += 1 }
        var last = piece
        while last + 1 < page.count, last - piece < 40 {
            let sign = page.lastSign(last)
            let first = page.firstSign(last + 1)
            let isOpen =
                start >= page.ink(last).upperBound || sign == ReaderSign.pause || sign == ReaderSign.comma
                || first == ReaderSign.pause || first == ReaderSign.comma
            // A list that wraps ends in 。 only on its last line.
            let isTail =
                !ReaderSign.endsSentence(sign) && page.ink(last + 1).count <= 60
                && page.lastSign(last + 1) == ReaderSign.stop && page.dayAlone(last + 1) == nil
            // 市委各部门，军分区。/ 市人大常委会办公室，市法院。: the families of a long list end in full stops too.
            let isFamily =
                page.lastSign(last + 1) == ReaderSign.stop && page.ink(last + 1).count <= 80
                && ReaderAddressees.phrases(text, page.ink(last + 1).dropLast()).allSatisfy {
                    ReaderNames.isBody(text, $0)
                }
            // A list that wraps without a comma: one more name, unless it is the printer's over the day of printing.
            let isName =
                !ReaderSign.endsSentence(sign) && ReaderNames.isBody(text, page.ink(last + 1))
                && !(last + 2 < page.count && printedDay(page, last + 2) != nil) && page.dayAlone(last + 1) == nil
            guard isOpen || isTail || isFamily || isName, !begins(page, last + 1) else { break }
            last += 1
        }
        var end = page.ink(last).upperBound
        guard start < end else { return (nil, last + 1) }
        if text.ink[end - 1] == ReaderSign.stop { end -= 1 }
        return (start..<end, last + 1)
    }

    // MARK: Attachments

    /// Where the list of attachments begins among the last pieces of a body: 附件：, 附：.
    static func attachmentStart(_ page: ReaderPage, _ pieces: Range<Int>) -> Int? {
        pieces.last { piece in
            let start = page.ink(piece).lowerBound
            return page.text.has("附件:", at: start) || page.text.has("附:", at: start)
                || page.text.has("附件1", at: start) && page.ink(piece).count > 5
        }
    }

    /// Names from the list, without their numbers. `end` is where the signature begins.
    static func attachments(_ page: ReaderPage, _ pieces: Range<Int>, end: Int) -> [Range<Int>] {
        let text = page.text
        guard let first = pieces.first else { return [] }
        var start = page.ink(first).lowerBound
        while start < end, text.ink[start] != ReaderSign.colon, !ReaderSign.isDigit(text.ink[start]) { start += 1 }
        if start < end, text.ink[start] == ReaderSign.colon { start += 1 }
        var names: [Range<Int>] = []
        var open = start
        var index = start
        var due = 1
        while index < end {
            if let numeral = ReaderClauses.numeral(text, at: index), numeral.style == .arabic, numeral.ordinal == due {
                if index > open { names.append(open..<index) }
                open = numeral.ink.upperBound
                index = open
                due += 1
            } else {
                index += 1
            }
        }
        if open < end { names.append(open..<end) }
        return names
    }
}
