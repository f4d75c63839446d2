package import Federation

/// The sentences of the page where a notice is pasted.
package enum PasteWords {
    package static let title = Sentence(zh: "读一份公文", en: "Read a notice")
    static let lead = Sentence(
        zh: "粘贴或上传，一字不动；读出来的每一格都指着它在原文里的出处。登记以前什么也不发。",
        en: "Paste or upload it; not a word is changed, and every field read points at its place in the text. "
            + "Nothing is sent before you register it.")
    static let notices = Sentence(zh: "公文", en: "Notices")
    static let new = Sentence(zh: "新收", en: "New")
    static let text = Sentence(zh: "公文全文", en: "The whole text")
    static let textNote = Sentence(
        zh: "从信头到落款、抄送，连转发的通知一起贴进来。换行、空格不用整理。",
        en: "From the letterhead to the signature and copies, with every notice it carries. "
            + "Line breaks and spaces need no tidying.")
    static let file = Sentence(zh: "或上传", en: "Or upload")
    static let fileNote = Sentence(
        zh: "DOCX、PDF、扫描件、照片（JPEG、PNG）、TXT，一共 50 MB 以内。几页照片按先后一起选，算一份。原件会留着，随时对照。两样都有时读文件。",
        en: "DOCX, PDF, a scan, photographs (JPEG, PNG) or TXT, 50 MB in all. Choose the photographs of several pages "
            + "together, in order: they are one original, and it is kept to compare. Where text and a file are given, "
            + "the file is read.")
    static let read = Sentence(zh: "读", en: "Read it")
    static let cancel = Sentence(zh: "不读了", en: "Leave")
    static let sample = Sentence(zh: "试读样例", en: "Try the sample")
    static let sampleFilled = Sentence(
        zh: "框里是一份虚构的样例：河阳市总工会转发省总工会的防汛紧急通知。按“读”看看读出什么。",
        en: "The field holds an invented sample: a city federation forwards its province's urgent notice on floods. "
            + "Press “Read it” to see what is found.")
    static let classified = Sentence(
        zh: "涉密公文不能放进来：标有绝密、机密、秘密的，读到就退回，不保存。",
        en: "No classified papers: one marked top secret, secret or confidential is turned away at once, and not kept.")
    static let whatHead = Sentence(zh: "会读出什么", en: "What is read")
    static let what: [Sentence] = [
        Sentence(zh: "发文单位、文号、等级、日期、电报头", en: "Issuer, number, grade, date, telegram head"),
        Sentence(zh: "主送，一个短语一个短语", en: "Addressees, phrase by phrase"),
        Sentence(zh: "里面转发的通知，一层一层", en: "The notices it carries, layer by layer"),
        Sentence(zh: "条款、报告要求、已经过了的日期", en: "Clauses, report duties, dates already past"),
    ]
    static let promise = Sentence(
        zh: "读不准的标“存疑”，原文没有的写“未印”，不会编。",
        en: "What is not certain is marked unsure; what the paper lacks says “not printed”. Nothing is made up.")
    static func errorHead(_ count: Int) -> Sentence {
        Sentence(
            zh: "有 \(count) 处要改，还没有读",
            en: count == 1 ? "One thing to correct; not read yet" : "\(count) things to correct; not read yet")
    }
    static let errorNote = Sentence(zh: "你填的都在，改好再按一次。", en: "All you typed is here. Correct it and press again.")
    static let fileAgain = Sentence(
        zh: "浏览器不留文件，要重新选一次。", en: "Browsers do not keep a chosen file; choose it again.")
}
