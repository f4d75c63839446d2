/// What one piece looks like by itself. The rules that read the whole paper ask nothing else of a piece.
extension ReaderPage {
    /// The first 。；！？ of a stretch.
    func sentenceEnd(in ink: Range<Int>) -> Int? {
        ink.first { ReaderSign.endsSentence(text.ink[$0]) }
    }

    func lastSign(_ piece: Int) -> UInt32 { text.ink[ink(piece).upperBound - 1] }
    func firstSign(_ piece: Int) -> UInt32 { text.ink[ink(piece).lowerBound] }

    func isParenthetical(_ piece: Int) -> Bool {
        firstSign(piece) == ReaderSign.open && lastSign(piece) == ReaderSign.close
    }

    /// A whole date and nothing else.
    func dayAlone(_ piece: Int) -> ReaderDay? {
        guard let day = day(startingAt: ink(piece).lowerBound), day.ink == ink(piece), day.day != nil, day.year != nil
        else { return nil }
        return day
    }

    /// A number by itself, in parentheses, or with 签发人 after it.
    func numberAlone(_ piece: Int) -> ReaderNumber? {
        let range = ink(piece)
        guard range.count <= 80 else { return nil }
        guard let number = numbers(in: range).first else { return serial(range) }
        let head = number.ink.lowerBound - range.lowerBound
        let tail = range.upperBound - number.ink.upperBound
        let wrapped = head == 1 && tail == 1 && isParenthetical(piece)
        let labelled = ReaderFooter.numberLabels.contains { text.starts(range, with: $0) } && tail == 0
        let signed = head == 0 && text.has("签发人", at: number.ink.upperBound)
        return head == 0 && tail == 0 || wrapped || labelled || signed ? number : nil
    }

    /// 第12号, 2026年第3号: orders and announcements count without a 代字.
    private func serial(_ range: Range<Int>) -> ReaderNumber? {
        guard range.count <= 14, text.ends(range, with: "号") else { return nil }
        let signs = range.dropLast().map { text.ink[$0] }
        let (year, count) = (UInt32(0x5E74), UInt32(0x7B2C))
        guard let mark = signs.firstIndex(of: count), mark + 1 < signs.count,
            signs[(mark + 1)...].allSatisfy({ ReaderSign.isDigit($0) || ReaderNumbers.chinese($0) != nil }),
            mark == 0 || mark == 5 && signs[4] == year && signs[..<4].allSatisfy(ReaderSign.isDigit)
        else { return nil }
        return ReaderNumber(ink: range, value: text.folded(range))
    }

    /// Page numbers: — 1 —, - 2 -, 3.
    func isPageNumber(_ piece: Int) -> Bool {
        let range = ink(piece)
        return range.count <= 6
            && range.allSatisfy { index in
                let sign = text.ink[index]
                return ReaderSign.isDigit(sign) || sign == 0x2D || (0x2010...0x2015).contains(sign) || sign == 0xB7
            }
    }
}
