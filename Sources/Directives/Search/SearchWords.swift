import Federation

/// The sentences of the search among notices.
enum SearchWords {
    static let title = Sentence(zh: "找公文", en: "Find a notice")
    static let label = Sentence(zh: "找公文：标题、文号、发文单位、正文", en: "Find a notice: title, number, issuer, text")
    static let hint = Sentence(zh: "标题、文号、正文里的字", en: "Words of the title, number or text")
    static let find = Sentence(zh: "找", en: "Find")
    static let narrower = Sentence(zh: "按发文单位、等级、日期", en: "By issuer, grade or date")
    static let issuer = Sentence(zh: "发文单位", en: "Issuer")
    static let grade = Sentence(zh: "等级", en: "Grade")
    static let anyGrade = Sentence(zh: "不限", en: "any")
    static let from = Sentence(zh: "日期从", en: "Dated from")
    static let to = Sentence(zh: "到", en: "to")
    static func head(_ text: String) -> Sentence {
        text.isEmpty
            ? Sentence(zh: "找到的公文", en: "Notices found") : Sentence(zh: "有“\(text)”的公文", en: "Notices with “\(text)”")
    }
    static let order = Sentence(zh: "新登记的在前", en: "the newest entered first")
    static let back = Sentence(zh: "回到公文", en: "Back to notices")
    static let nothing = Sentence(zh: "没有找到", en: "Nothing found")
    static let nothingNote = Sentence(
        zh: "几个词要同时都有。少写一个词，或者换个说法再找；只找得到本单位登记过或收到过的公文。",
        en: """
            All words must stand in it. Try fewer or other words; only notices that your unit entered or received are \
            found.
            """
    )
    static let more = Sentence(zh: "再往前的", en: "Earlier ones")
    static let noNumber = Sentence(zh: "文号未印", en: "no number printed")
    static let noDate = Sentence(zh: "日期未印", en: "no date printed")
    static func errorHead(_ count: Int) -> Sentence {
        Sentence(zh: "有 \(count) 处要改", en: count == 1 ? "One thing to put right" : "\(count) things to put right")
    }
    static let errorNote = Sentence(zh: "还没有找。改好再按一次。", en: "Nothing was looked for yet. Put it right and press again.")
    static let notice = Sentence(zh: "公文", en: "Notice")
    static let dated = Sentence(zh: "日期", en: "Dated")
}
