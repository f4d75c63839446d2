import Federation

/// The sentences about taking a notice along.
enum ExportWords {
    static let notices = Sentence(zh: "公文", en: "Notices")
    static let title = Sentence(zh: "带走这份公文", en: "Take this notice along")
    static let lead = Sentence(
        zh: "给还没有用众志的单位和职工群。每带走一次，日志里记一笔。",
        en: "For units that are not on Muster, and for a workers' group. The journal notes each time.")

    static func name(_ format: ExportFormat) -> Sentence {
        switch format {
        case .text: Sentence(zh: "文字", en: "Text")
        case .docx: Sentence(zh: "DOCX", en: "DOCX")
        case .pdf: Sentence(zh: "PDF", en: "PDF")
        case .picture: Sentence(zh: "图片", en: "Picture")
        }
    }

    static func explained(_ format: ExportFormat) -> Sentence {
        switch format {
        case .text:
            Sentence(zh: "全文，一字不少，任何设备都能打开。", en: "The whole text, for any device.")
        case .docx:
            Sentence(
                zh: "按公文格式国家标准排好，可以接着编辑和打印；不带印章。",
                en: "Set by the national standard, to edit and print; without a seal.")
        case .pdf:
            Sentence(
                zh: "按公文格式国家标准排好，直接发送或打印；要等几秒，不带印章。",
                en: "Set by the national standard, to send or print; it takes some seconds, and bears no seal.")
        case .picture:
            Sentence(zh: "一张图，发到职工群；要等几秒。", en: "One picture for a workers' group; it takes some seconds.")
        }
    }

    static func take(_ format: ExportFormat) -> Sentence {
        let name = name(format)
        return Sentence(
            zh: "带走\(name[.chinese])", en: "Take \(name[.english].lowercased(if: format != .docx && format != .pdf))")
    }

    static let noPrinter = Sentence(
        zh: "这台服务器没有装排版程序，做不出 PDF 和图片。可以带走 DOCX，或打开公文页用浏览器打印：打印出来就是公文的样子。",
        en: "This server has no program that prints, so there is no PDF and no picture. Take DOCX, or open the notice "
            + "and print it from the browser: it prints as a notice looks.")
    static let openToPrint = Sentence(zh: "打开公文页", en: "Open the notice")

    static let groupTitle = Sentence(zh: "发到职工群", en: "For a workers' group")
    static let open = Sentence(zh: "打开", en: "Open")
    static let groupExplained = Sentence(
        zh: "一页以内的文字，只用公文自己的话；也可以是一张图。",
        en: "Plain text of at most a page, in the notice's own words; or one picture.")
    static let groupLead = Sentence(
        zh: "下面全是这份公文自己的话，只有“\(askedLabel)”“来源”是众志加的。选中复制，贴到群里。",
        en: "All of this is the notice's own words; only the labels are Muster's. Select it, copy it, paste it.")
    static let groupText = Sentence(zh: "发到群里的文字", en: "Text for the group")
    static let copy = Sentence(zh: "复制", en: "Copy")
    static let copied = Sentence(zh: "已复制", en: "Copied")

    /// Labels inside the text stay Chinese, as the notice's words do.
    static let askedLabel = "要求基层和职工做的"
    static func source(_ source: String) -> String { "来源：\(source)。原文在众志。" }

    static let forHead = Sentence(zh: "还没有用众志的收文单位", en: "Recipients that are not on Muster")
    static let forNote = Sentence(
        zh: "点一个单位，日志里就记下是带给它的。", en: "Choose one, and the journal notes for whom it was taken.")
    static let forChosen = Sentence(zh: "带给它", en: "take it to them")
    static func forUnit(_ name: String) -> Sentence {
        Sentence(zh: "带给：\(name)", en: "For: \(name)")
    }
    static let forNobody = Sentence(zh: "不指明单位", en: "Name no unit")
    static let more = Sentence(zh: "还有一些没有列出。", en: "There are more than are listed.")
}

extension String {
    fileprivate func lowercased(if isWanted: Bool) -> String { isWanted ? lowercased() : self }
}
