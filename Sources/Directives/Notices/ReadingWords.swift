import Federation
import Markup

/// The sentences of the page where a notice was read: names of rows, what is missing, what is not certain.
enum ReadingWords {
    static let title = Sentence(zh: "读一份公文", en: "Read a notice")
    static let notices = Sentence(zh: "公文", en: "Notices")
    static let new = Sentence(zh: "新收", en: "New")
    static func lead(at clock: String?, file: String?, characters: Int) -> Sentence {
        let (zh, en): (String, String) =
            if file != nil {
                ("上传", "Uploaded")
            } else {
                ("粘贴", "Pasted")
            }
        return Sentence(
            zh: zh + (clock.map { "于 \($0)" } ?? "") + " · \(characters.grouped) 字符",
            en: en + (clock.map { " at \($0)" } ?? "") + " · \(characters.grouped) characters")
    }
    static let promise = Sentence(
        zh: "左边是原文，一字未动；右边每一格都指着它在原文里的出处。",
        en: "On the left the text, not a word changed; on the right every field points at its place in it.")
    static let fields = Sentence(zh: "读出来的", en: "What was read")

    static let useAs = Sentence(zh: "这几个字是", en: "These words are the")

    // MARK: The sum

    static func found(_ places: Int, milliseconds: Int?) -> Sentence {
        Sentence(
            zh: "读出 \(places) 处" + (milliseconds.map { " · \($0) 毫秒" } ?? ""),
            en: "\(places) places read" + (milliseconds.map { " · \($0) ms" } ?? ""))
    }
    static let inferred = Sentence(zh: "推断", en: "Inferred")
    static let unsure = Sentence(zh: "存疑", en: "Unsure")
    static let passed = Sentence(zh: "已过期", en: "Passed")
    static let absent = Sentence(zh: "未印", en: "Not printed")
    static let blank = Sentence(zh: "空白", en: "Left blank")
    static func counted(_ flag: Sentence, _ count: Int) -> Sentence {
        Sentence(zh: "\(flag.zh) \(count)", en: "\(flag.en) \(count)")
    }
    static func onlyDecisions(_ count: Int) -> Sentence {
        Sentence(
            zh: "只看要我决定的 \(count) 处", en: count == 1 ? "Only the one I must decide" : "Only the \(count) I must decide")
    }
    static let nothingToDecide = Sentence(zh: "没有要你决定的", en: "Nothing for you to decide")
    static let everything = Sentence(zh: "全部看", en: "Show everything")

    // MARK: Names of rows

    static let telegram = Sentence(zh: "电报头", en: "Telegram head")
    static let machine = Sentence(zh: "机号", en: "Machine number")
    static let report = Sentence(zh: "报告要求", en: "Report duty")
    static let attachments = Sentence(zh: "附件", en: "Attachments")
    static let note = Sentence(zh: "附注", en: "Remark")
    static let printed = Sentence(zh: "印发日期", en: "Printed on")
    static let clauses = Sentence(zh: "条款", en: "Clauses")
    static let dateInText = Sentence(zh: "文中日期", en: "Date in the text")
    static let reader = Sentence(zh: "读法", en: "Reading")
    static func list(_ names: [Sentence]) -> Sentence {
        Sentence(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    // MARK: Values

    static let ownUnit = Sentence(zh: "本单位", en: "this unit")
    static func carries(_ relation: ReadRelation, _ count: Int) -> Sentence {
        let en =
            switch relation {
            case .forward: "forwards \(count)"
            case .issue: "issues \(count) with it"
            case .endorse: "endorses \(count)"
            case .attachment: count == 1 ? "one annex" : "\(count) annexes"
            }
        return Sentence(zh: "\(relation.rawValue) \(count) 件", en: en)
    }
    static func kind(_ kind: String) -> Sentence {
        let en =
            switch kind {
            case "通知": "Notice"
            case "紧急通知": "Urgent notice"
            case "意见": "Opinion"
            case "决定": "Decision"
            case "通报": "Circular"
            case "通告", "公告": "Announcement"
            case "报告": "Report"
            case "请示": "Request for instructions"
            case "批复": "Reply"
            case "函": "Letter"
            case "纪要": "Minutes"
            case "方案": "Plan"
            case "办法": "Measures"
            default: "Paper"
            }
        return Sentence(zh: kind, en: en)
    }
    static func phrases(_ count: Int) -> Sentence {
        Sentence(zh: "\(count) 个短语", en: count == 1 ? "one phrase" : "\(count) phrases")
    }
    static func units(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 个单位", en: count == 1 ? "one unit" : "\(count.grouped) units")
    }
    static func openPhrases(_ count: Int) -> Sentence {
        Sentence(
            zh: "\(count) 个短语在名册里还没有着落，分送前要定",
            en: count == 1
                ? "one phrase finds no unit yet; to be settled before sending"
                : "\(count) phrases find no unit yet; to be settled before sending")
    }
    static let check = Sentence(zh: "核对", en: "Check")
    static func daysToCover(_ days: Int) -> Sentence {
        switch days {
        case 0: Sentence(zh: "与封面同一天", en: "the same day as the cover")
        case 1...: Sentence(zh: "到封面日期隔 \(days) 天", en: "\(days) day\(days == 1 ? "" : "s") before the cover")
        default: Sentence(zh: "晚于封面 \(-days) 天", en: "\(-days) day\(days == -1 ? "" : "s") after the cover")
        }
    }
    static let sender = Sentence(zh: "发电单位", en: "sent by")
    static let signOff = Sentence(zh: "签批盖章", en: "signed off by")
    static let grades = Sentence(
        zh: "电报等级：特提、特急、加急、平急", en: "Telegrams have four grades, of which this is one")
    static let machineBlank = Sentence(
        zh: "原文空白，由机要室发电时填", en: "Blank in the text; the cipher office fills it in on sending")
    static let copies = Sentence(zh: "只告知，不承担事项", en: "For information; binds nobody")
    static let noRecipient = Sentence(zh: "没有写向谁报告", en: "does not say to whom")
    static let noTerm = Sentence(zh: "原文没有时限，不填", en: "No date in the notice; left empty")
    static func clauseCount(_ count: Int) -> Sentence {
        Sentence(zh: "\(count) 条", en: count == 1 ? "one clause" : "\(count) clauses")
    }
    static let headings = Sentence(zh: "看各条标题", en: "See the headings")
    static func passedBy(_ days: Int, cover: String?) -> Sentence {
        guard let cover, days > 0 else {
            return Sentence(
                zh: "这个日子已经过了。转发时请说明现行安排", en: "This day is over; say what holds now when you forward it")
        }
        return Sentence(
            zh: "封面日期 \(cover) 时已过 \(days) 天。转发时请说明现行安排",
            en: "\(days) day\(days == 1 ? "" : "s") past when the cover was dated, \(cover); "
                + "say what holds now when you forward it")
    }
    static let notPrinted = Sentence(zh: "原文未印，不填", en: "Not printed; left empty")
    static let notFound = Sentence(zh: "没有读出", en: "Not found")

    // MARK: Corrections

    static let correct = Sentence(zh: "改正", en: "Edit")
    static let save = Sentence(zh: "存改正", en: "Save")
    static let show = Sentence(zh: "按改正看", en: "Show")
    static let none = Sentence(zh: "无", en: "none")
    static func corrected(by unit: String?, _ person: String?, at moment: String?) -> Sentence {
        guard let moment else {
            return Sentence(zh: "你的改正，登记时存为旁注", en: "your correction, kept beside the text on registering")
        }
        let who = [unit, person].compactMap { $0 }.joined(separator: " ")
        return Sentence(
            zh: "\(unit == nil ? "本单位改正 · " : "")\(who)\(unit == nil ? "" : " 改正") · \(moment)",
            en: "\(unit == nil ? "corrected by this unit · " : "corrected by ")\(who) · \(moment)")
    }
    static let readAs = Sentence(zh: "原来读作", en: "read as")
    static let readNothing = Sentence(zh: "原来没有读出", en: "nothing was read")
    static let emptied = Sentence(zh: "改为空着", en: "left empty")
    static let dateForm = Sentence(zh: "写成 2020-02-04", en: "as 2020-02-04")
    static let several = Sentence(zh: "几个名字之间用", en: "Between several names put")
    static func errorHead(_ count: Int) -> Sentence {
        Sentence(
            zh: "有 \(count) 处要改，还没有存",
            en: count == 1 ? "One thing to correct; nothing saved yet" : "\(count) things to correct; nothing saved yet"
        )
    }
    static let errorNote = Sentence(zh: "你填的都在，改好再按一次。", en: "All you typed is here. Correct it and press again.")

    // MARK: Registering

    static let register = Sentence(zh: "登记为本单位公文", en: "Enter in this unit's book")
    static let pasteAgain = Sentence(zh: "重新粘贴", en: "Paste again")
    static let registerNote = Sentence(
        zh: "登记后原文不再改动，改正另存为旁注", en: "Once entered, the text never changes; corrections are kept beside it")
    static let afterwards = Sentence(zh: "登记以后", en: "Afterwards")
    static func steps(isIssuedHere: Bool, units: Int?) -> [Sentence] {
        let check =
            units.map { units in
                Sentence(zh: "核对主送 \(units.grouped) 个单位", en: "check the \(units.grouped) units it is addressed to")
            } ?? Sentence(zh: "核对主送", en: "check whom it is addressed to")
        let first =
            isIssuedHere
            ? Sentence(
                zh: "① 封面是本单位的，不另拟封面；\(check.zh)", en: "① The cover is this unit's own, so none is drafted; \(check.en)"
            )
            : Sentence(zh: "① \(check.zh)", en: "① \(check.en)")
        return [
            first, Sentence(zh: "② 分送", en: "② send it"),
            Sentence(zh: "③ 看谁收到了，谁签了，谁还没有", en: "③ see who has it, who has signed, who has not"),
        ]
    }

    // MARK: Keys

    static let upDown = Sentence(zh: "上下一格", en: "next, previous field")
    static let toText = Sentence(zh: "跳到原文", en: "go to the text")
    static let nextDecision = Sentence(zh: "下一处要我决定的", en: "next I must decide")
    static let registerKey = Sentence(zh: "登记", en: "enter in the book")
}
