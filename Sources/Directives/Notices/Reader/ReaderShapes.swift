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
        guard let number = numbers(in: range).first else { return serial(range) ?? announcement(piece) }
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

    /// 财政部 税务总局公告2020年第8号: announcements of ministries count by year under their own name.
    private func announcement(_ piece: Int) -> ReaderNumber? {
        let range = ink(piece)
        guard range.count <= 60, text.ends(range, with: "号"), let kind = Self.announced.first(text, in: range),
            let tail = serial(kind.at + kind.word.scalars.count..<range.upperBound), tail.ink.count > 6,
            ReaderNames.isBody(text, range.lowerBound..<kind.at)
        else { return nil }
        var first = piece
        while first > 0, pieces[first].gap == .space, ReaderNames.isBody(text, ink(first - 1)) { first -= 1 }
        let whole = ink(from: first, to: piece)
        return ReaderNumber(ink: whole, value: text.string(whole))
    }

    private static let announced: ReaderWords = ["公告", "通告", "令"]

    private static let residues: ReaderWords = [
        "来源", "发布", "浏览", "点击", "阅读", "访问", "打印", "关闭", "分享", "字号", "字体", "作者", "编辑", "收藏", "下载", "返回", "视力保护",
        "扫一扫", "首页", "当前位置", "您的位置", "【", "纠错", "保存",
    ]

    /// What a web page prints around a notice: labels, counters, buttons, clocks.
    func isResidue(_ piece: Int) -> Bool {
        let range = ink(piece)
        if Self.residues.opening(text, range) != nil || text.ink[range.lowerBound] == ReaderSign.yearOpen
            || text.ink[range.upperBound - 1] == ReaderSign.yearClose
        {
            return true
        }
        if range.count == 1 { return true }
        return range.allSatisfy { !ReaderSign.isHan(text.ink[$0]) }
            || range.contains { text.ink[$0] == ReaderSign.colon }
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
