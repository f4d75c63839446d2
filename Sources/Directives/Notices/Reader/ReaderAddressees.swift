/// The addressee line and its items.
enum ReaderAddressees {
    static let inkLimit = 1_500

    /// What also ends with a colon in the head of a paper: the lead-in of the body.
    private static let leadIns: ReaderWords = ["如下", "以下", "通知", "现将", "现就", "特此"]
    /// Labels of a web page or a footer.
    private static let labels: ReaderWords = [
        "来源", "发布", "时间", "日期", "索引", "字号", "标题", "主题", "分类", "浏览", "字体", "作者", "编辑", "附件", "联系", "电话", "抄送",
        "抄报", "名称", "有效性", "当前位置", "您", "发文", "成文", "信息", "文号", "责任", "打印", "点击", "阅读", "访问",
        "编号", "审核", "供稿", "责编", "关键词", "摘要", "备注", "说明", "注",
    ]
    private static let openings: ReaderWords = ["为", "根据", "按照", "依据", "经", "近日", "近期", "当前", "自", "接"]

    /// Whether a stretch before a colon could be a line of addressees.
    static func isLine(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        guard (2...inkLimit).contains(range.count) else { return false }
        let start = range.lowerBound
        let (first, last) = (text.ink[start], text.ink[range.upperBound - 1])
        // 16:30, 【字体：, | 来源：: clocks and labels of a web page.
        guard ReaderSign.isHan(first) || first == 0x201C, ReaderSign.isHan(last) || ReaderSign.isClosing(last) else {
            return false
        }
        if openings.match(text, at: start) != nil || labels.match(text, at: start) != nil { return false }
        var depth = 0
        for index in range {
            let sign = text.ink[index]
            if sign == ReaderSign.open { depth += 1 }
            if sign == ReaderSign.close { depth -= 1 }
            if ReaderSign.endsSentence(sign) && sign != ReaderSign.semicolon { return false }
            if sign == ReaderSign.bookOpen || sign == 0x201C { return false }
            if depth == 0, leadIns.match(text, at: index) != nil { return false }
        }
        return true
    }

    /// 为……，现将有关事项通知如下：
    static func isLeadIn(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        guard let last = range.last, text.ink[last] == ReaderSign.colon, range.count >= 8 else { return false }
        return text.contains("如下", in: range.suffix(12)) || text.contains("以下", in: range.suffix(12))
    }

    /// Items in the order of print.
    ///
    /// ， parts families and always parts items. 、 does so only where both sides can stand alone: an
    /// item without a head of its own borrows the next one's (各省、自治区、直辖市总工会), and an item
    /// without an owner shares the one before it when that speaks of many (各县林业局、工信科技局).
    static func phrases(_ text: ReaderText, _ line: Range<Int>) -> [Range<Int>] {
        var parts: [(range: Range<Int>, joint: UInt32)] = []
        var depth = 0
        var start = line.lowerBound
        for index in line {
            switch text.ink[index] {
            case ReaderSign.open: depth += 1
            case ReaderSign.close: depth = max(0, depth - 1)
            case ReaderSign.comma, ReaderSign.semicolon, ReaderSign.pause:
                guard depth == 0 else { continue }
                if index > start { parts.append((start..<index, text.ink[index])) }
                start = index + 1
            default: break
            }
        }
        if start < line.upperBound { parts.append((start..<line.upperBound, ReaderSign.comma)) }

        var phrases: [Range<Int>] = []
        var open: Range<Int>?
        for (index, part) in parts.enumerated() {
            let whole = (open?.lowerBound ?? part.range.lowerBound)..<part.range.upperBound
            let stands =
                part.joint != ReaderSign.pause || index + 1 == parts.count
                || hasHead(text, part.range)
                    && (hasOwner(text, parts[index + 1].range) || !speaksOfMany(text, whole))
            if stands {
                phrases.append(whole)
                open = nil
            } else {
                open = whole
            }
        }
        return phrases
    }

    private static let areas = Set("省市县区州盟旗乡镇村团".unicodeScalars.map(\.value))
    private static let areaWords: ReaderWords = ["街道", "自治区", "直辖市", "开发区", "高新区", "新区", "示范区", "兵团"]
    private static let organs: ReaderWords = ["集团", "代表团", "共青团"]

    /// Whether an item ends with a body, not with a bare area.
    private static func hasHead(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        let name = ReaderNames.withoutParentheses(text, range)
        guard let last = name.last else { return false }
        if organs.ending(text, name) != nil { return true }
        return !areas.contains(text.ink[last]) && areaWords.ending(text, name) == nil
    }

    private static let owners: ReaderWords = [
        "各", "全", "有关", "市", "省", "县", "区", "州", "盟", "旗", "乡", "镇", "本", "中央", "国家", "驻", "直属", "机关", "部",
        "厅", "局", "在", "沿",
    ]

    /// Whether an item says whose it is: 各…, 市…, 省直…, or the name of a place.
    private static func hasOwner(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        if owners.match(text, at: range.lowerBound) != nil { return true }
        let opening = range.prefix(12)
        if text.contains("各", in: opening) { return true }
        // 济源示范区总工会, 贵安新区经发局: a place, and then the body. The place is not the last sign.
        return opening.dropFirst().contains { areas.contains(text.ink[$0]) && $0 + 1 < range.upperBound }
    }

    private static func speaksOfMany(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        text.starts(range, with: "各") || text.starts(range, with: "有关") || text.contains("各", in: range)
    }
}
