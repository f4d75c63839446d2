import Federation
import Markup
import Web

/// The sentences of a chain: what was done with a notice, and how it is known.
enum ChainWords {
    static let cut = Sentence(
        zh: "表只到这里，后面还有：按层级或单位筛选再下载。",
        en: "The table ends here and there is more: filter by level or unit, and download again.")
    static let title = Sentence(zh: "全过程", en: "The whole course")
    static let linkName = Sentence(zh: "全过程：谁、什么时候、做了什么", en: "The whole course: who, when, what")
    static let notices = Sentence(zh: "公文", en: "Notices")
    static func scope(reachesBelow: Bool) -> Sentence {
        reachesBelow
            ? Sentence(
                zh: "本单位和下级单位做过的，从早到晚；单位里面的办理只有本单位的。",
                en: "What your unit and those below did, the earliest first; of handling inside a unit, only your own."
            )
            : Sentence(zh: "本单位做过的，从早到晚。", en: "What your unit did, the earliest first.")
    }
    static let unit = Sentence(zh: "单位", en: "Unit")
    static let unitHint = Sentence(zh: "名称里的字", en: "Words of its name")
    static let act = Sentence(zh: "做了什么", en: "Kind of act")
    static let level = Sentence(zh: "层级", en: "Level")
    static let any = Sentence(zh: "不限", en: "any")
    static let show = Sentence(zh: "只看这些", en: "Show these")
    static let showAll = Sentence(zh: "全部", en: "Everything")
    static let csv = Sentence(zh: "表格（CSV）", en: "Table (CSV)")
    static let print = Sentence(zh: "打印", en: "Print")
    static let when = Sentence(zh: "时间", en: "When")
    static let person = Sentence(zh: "谁", en: "Who")
    static let post = Sentence(zh: "职务", en: "Post")
    static let what = Sentence(zh: "做了什么", en: "What")
    static let knownHow = Sentence(zh: "怎么知道的", en: "How it is known")
    static let said = Sentence(zh: "写的话", en: "Words")
    static let dayOnly = Sentence(zh: "只知道是这一天", en: "known to the day only")
    static let more = Sentence(zh: "往后的", en: "Later ones")
    static let first = Sentence(zh: "从头看", en: "From the beginning")
    static let nothing = Sentence(zh: "没有这样的记录", en: "Nothing of the kind")
    static let nothingNote = Sentence(zh: "放宽条件再看。", en: "Ask for less and look again.")

    static func name(_ act: ChainLink.Act) -> Sentence {
        switch act {
        case .registered: Sentence(zh: "登记", en: "registered")
        case .corrected: Sentence(zh: "改正读出的内容", en: "corrected what was read")
        case .handled: Sentence(zh: "单位内办理", en: "handled inside the unit")
        case .drafted: Sentence(zh: "拟稿", en: "drafted")
        case .carried: Sentence(zh: "装进另一份", en: "put inside another")
        case .sent: Sentence(zh: "分送、转下级", en: "sent")
        case .received: Sentence(zh: "打开、签收、传达", en: "opened, signed, conveyed")
        case .urged: Sentence(zh: "催办", en: "urged")
        case .changed: Sentence(zh: "撤回、替换、更正", en: "withdrawn, replaced, corrected")
        case .noted: Sentence(zh: "知悉变动", en: "change noted")
        case .exported: Sentence(zh: "导出", en: "exported")
        }
    }

    // MARK: One link

    static func done(_ link: ChainLink) -> Sentence {
        switch link.act {
        case .registered: Sentence(zh: "登记", en: "Registered")
        case .corrected: corrected(link.word)
        case .handled: handled(link.word, isDraft: link.subject != nil)
        case .drafted: drafted(link.word)
        case .carried: Sentence(zh: "装进另一份公文", en: "Put inside another notice")
        case .sent: sent(link.word, link.count ?? 0)
        case .received: received(link.word, link.count)
        case .urged: urged(link.count ?? 0)
        case .changed: Change.Kind(rawValue: link.word).map(changed) ?? name(.changed)
        case .noted: Change.Kind(rawValue: link.word).map(noted) ?? name(.noted)
        case .exported: Sentence(zh: "导出", en: "Exported")
        }
    }

    private static func corrected(_ field: String) -> Sentence {
        let name: Sentence =
            switch NoticeField(rawValue: field) {
            case .title: Sentence(zh: "标题", en: "title")
            case .number: Sentence(zh: "文号", en: "number")
            case .issuer: Sentence(zh: "发文单位", en: "issuer")
            case .grade: Sentence(zh: "等级", en: "grade")
            case .date: Sentence(zh: "日期", en: "date")
            case .signature: Sentence(zh: "落款", en: "signature")
            case .addressees: Sentence(zh: "主送", en: "addressees")
            case .cc: Sentence(zh: "抄送", en: "copies")
            case nil: Sentence(zh: "字段", en: "field")
            }
        return Sentence(zh: "改正读出的\(name.zh)", en: "Corrected the \(name.en) that was read")
    }

    private static func handled(_ step: String, isDraft: Bool) -> Sentence {
        HandlingStep.Kind(rawValue: step).map { HandlingWords.step($0, isDraft: isDraft, isEnd: false) }
            ?? name(.handled)
    }

    private static func drafted(_ state: String) -> Sentence {
        switch state {
        case "issued": Sentence(zh: "拟的稿已发", en: "Issued the draft")
        case "dropped": Sentence(zh: "拟的稿不要了", en: "Dropped the draft")
        default: Sentence(zh: "起稿", en: "Began a draft")
        }
    }

    private static func sent(_ manner: String, _ units: Int) -> Sentence {
        let (zh, en) = manner == Dispatch.Manner.relay.rawValue ? ("转给下级", "Relayed to") : ("分送", "Sent to")
        return Sentence(
            zh: "\(zh) \(units.grouped) 个单位", en: "\(en) \(units == 1 ? "one unit" : "\(units.grouped) units")")
    }

    private static func received(_ fact: String, _ people: Int?) -> Sentence {
        switch fact {
        case "opened": Sentence(zh: "打开", en: "Opened")
        case "signed": Sentence(zh: "签收", en: "Signed for")
        case "relayed": Sentence(zh: "转给下级", en: "Relayed below")
        case "conveyed":
            Sentence(
                zh: people.map { "传达，\($0.grouped) 人" } ?? "传达",
                en: people.map { "Conveyed to \($0.grouped) people" } ?? "Conveyed")
        default: Sentence(zh: "阅存", en: "Filed")
        }
    }

    private static func urged(_ units: Int) -> Sentence {
        Sentence(
            zh: "催办 \(units.grouped) 个单位", en: "Urged \(units == 1 ? "one unit" : "\(units.grouped) units")")
    }

    private static func changed(_ kind: Change.Kind) -> Sentence {
        switch kind {
        case .withdrawn: Sentence(zh: "撤回", en: "Withdrawn")
        case .replaced: Sentence(zh: "由另一份替换", en: "Replaced by another")
        case .corrected: Sentence(zh: "更正", en: "Corrected")
        }
    }

    private static func noted(_ kind: Change.Kind) -> Sentence {
        let change = changed(kind)
        return Sentence(zh: "知悉\(change.zh)", en: "Noted: \(change.en.lowercased())")
    }

    // MARK: How it is known

    /// The channel, who wrote it down for the unit, and when, where that is not the unit itself at once.
    static func known(_ link: ChainLink, by recorder: Unit?) -> Sentence? {
        var parts: [Sentence] = []
        if let channel = link.channel.map(self.channel) { parts.append(channel) }
        if let recorder {
            parts.append(
                Sentence(
                    zh: "\(recorder.shownName(.chinese))代签收", en: "recorded by \(recorder.shownName(.english))"))
        }
        if let at = link.recordedAt {
            parts.append(
                Sentence(
                    zh: "\(TimeWords.short(at, .chinese))记下", en: "written down \(TimeWords.short(at, .english))"))
        }
        guard !parts.isEmpty else { return nil }
        return Sentence(
            zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
    }

    private static func channel(_ word: String) -> Sentence {
        switch word {
        case "telephone": Sentence(zh: "电话", en: "by telephone")
        case "fax": Sentence(zh: "传真", en: "by fax")
        case "group": Sentence(zh: "工作群", en: "in a group chat")
        case "paper": Sentence(zh: "纸件", en: "on paper")
        default: Sentence(zh: "当面", en: "in person")
        }
    }
}
