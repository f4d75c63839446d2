/// What the name of a body looks like. Names are open; their last sign is nearly always one of a few.
enum ReaderNames {
    private static let lastSigns = Set("局厅部委会府院司处室办署团社站所校行心制组队馆关联台段厂库庭门".unicodeScalars.map(\.value))
    private static let longNames: ReaderWords = ["集团", "公司", "总公司", "大学", "医院", "指挥部", "机关", "企业"]
    private static let standing: ReaderWords = ["机制", "领导小组", "工作组", "专班", "指挥部", "委员会", "办公室"]
    /// Words that a name does not contain, and a line of body text soon does.
    private static let strangers: ReaderWords = ["要", "关于", "现就", "通知", "联系", "电话", "打印", "关闭", "来源", "首页"]

    /// Whether a stretch could be the name of a body: short, unpunctuated, ending like one.
    static func isBody(_ text: ReaderText, _ range: Range<Int>) -> Bool {
        let name = withoutParentheses(text, range)
        guard (2...60).contains(name.count), let last = name.last else { return false }
        guard lastSigns.contains(text.ink[last]) || longNames.ending(text, name) != nil else { return false }
        for index in name {
            let sign = text.ink[index]
            if sign == ReaderSign.comma || sign == ReaderSign.colon || ReaderSign.endsSentence(sign)
                || sign == ReaderSign.bookOpen || sign == ReaderSign.bookClose
            {
                return false
            }
        }
        // 应对……疫情的领导小组: a body set up for one purpose carries it in its name; another has no 的.
        if text.contains("的", in: name), standing.ending(text, name) == nil { return false }
        return strangers.first(text, in: name) == nil
    }

    /// Without a closing （代章）, （盖章）, （印章）.
    static func withoutParentheses(_ text: ReaderText, _ range: Range<Int>) -> Range<Int> {
        guard let last = range.last, text.ink[last] == ReaderSign.close,
            let open = range.last(where: { text.ink[$0] == ReaderSign.open }), open > range.lowerBound
        else { return range }
        return range.lowerBound..<open
    }
}
