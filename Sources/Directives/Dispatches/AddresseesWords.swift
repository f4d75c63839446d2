import Federation
import Markup

/// The sentences of the page that turns an addressee line into units.
enum AddresseesWords {
    static let notices = Sentence(zh: "公文", en: "Notices")

    static func title(_ manner: Dispatch.Manner) -> Sentence {
        switch manner {
        case .issue: Sentence(zh: "主送写的是谁", en: "Who the line means")
        case .relay: Sentence(zh: "转给下级：送给谁", en: "Relay below: to whom")
        }
    }

    static func crumb(_ manner: Dispatch.Manner) -> Sentence {
        switch manner {
        case .issue: Sentence(zh: "主送", en: "Addressees")
        case .relay: Sentence(zh: "转给下级", en: "Relay below")
        }
    }

    static let relayNote = Sentence(
        zh: "原样转，不改一个字。主送由本单位写，送给本单位以下。",
        en: "It goes on as it is; not a word changes. Your unit writes the line, for units below it.")

    // MARK: The line

    static let unresolved = Sentence(zh: "没有对上", en: "not resolved")
    static let nobody = Sentence(zh: "还没有写主送。", en: "No addressee line yet.")
    static func phrases(_ count: Int, resolved: Int) -> Sentence {
        Sentence(
            zh: count == resolved ? "\(count) 个短语，都对上了" : "\(count) 个短语，\(resolved) 个对上了",
            en: count == resolved
                ? "\(count) phrase\(count == 1 ? "" : "s"), all resolved" : "\(count) phrases, \(resolved) resolved")
    }
    static let edit = Sentence(zh: "改这一行字", en: "Change the line")
    static let editNote = Sentence(zh: "改完重新核对", en: "then check again")
    static let line = Sentence(zh: "主送", en: "Addressed to")
    static let copyLine = Sentence(zh: "抄送", en: "Copies to")
    static let copyNote = Sentence(zh: "抄送只告知，不承担事项。", en: "A copy is for information and binds nobody.")
    static let check = Sentence(zh: "核对", en: "Check")
    static let customary = Sentence(zh: "常用的短语，现在各有几个单位", en: "Customary phrases, and how many units each means now")
    static let customaryNote = Sentence(
        zh: "按一下写进这一行，也可以直接打字。", en: "One press writes it into the line; or type.")
    static let take = Sentence(zh: "加进主送", en: "Add")
    static let takeCopy = Sentence(zh: "抄送", en: "As a copy")
    static let drop = Sentence(zh: "拿掉", en: "Take out")
    static func about(_ act: Sentence, _ phrase: String) -> Sentence {
        Sentence(zh: "\(act.zh)：\(phrase)", en: "\(act.en): \(phrase)")
    }
    static func standsAt(_ place: Int) -> Sentence {
        Sentence(zh: "已写在\(PhraseNumber.text(place))", en: "in the line: \(PhraseNumber.text(place))")
    }
    static let covered = Sentence(zh: "已经都送到", en: "all reached already")

    // MARK: A phrase

    static let copy = Sentence(zh: "抄送", en: "copy")
    static let inferred = Sentence(zh: "推断", en: "inferred")
    static let named = Sentence(zh: "已指定", en: "named by you")
    static func all(_ count: Int) -> Sentence { Sentence(zh: "…全部 \(count.grouped)", en: "… all \(count.grouped)") }
    static func whatToDo(_ phrase: String) -> Sentence {
        Sentence(zh: "“\(phrase)”怎么办", en: "What to do about “\(phrase)”")
    }
    static func chooseOne(because reason: Sentence) -> Sentence {
        // A reason may be a sentence or end in a bracket; the choice begins a new one.
        func ended(_ text: String, _ stop: String) -> String { text.hasSuffix(stop) ? text : text + stop }
        return Sentence(zh: ended(reason.zh, "。") + "选一样：", en: ended(reason.en, ".") + " Choose one:")
    }
    static func choice(_ choice: AddresseesModel.Choice) -> Sentence {
        switch choice {
        case .name: Sentence(zh: "指定为名册里的单位", en: "It means a unit in the register:")
        case .create: Sentence(zh: "新建这个单位（需要组织管理员）", en: "Create the unit (needs an administrator)")
        case .keep: Sentence(zh: "文字保留，这次不送给它，理由", en: "Keep the words, not sent this time:")
        case .remove: Sentence(zh: "从这一行里删去这几个字", en: "Take the words out of the line")
        }
    }
    static let createHere = Sentence(zh: "去新建", en: "Create it")
    static let name = Sentence(zh: "单位", en: "Unit")
    static let nameHint = Sentence(zh: "输入名称或代码", en: "Name or code")
    static let reason = Sentence(zh: "理由", en: "Reason")
    static let candidates = Sentence(zh: "同名的有：", en: "Units of that name:")

    // MARK: The list

    static let willSend = Sentence(zh: "将分送", en: "Goes to")
    static let willRelay = Sentence(zh: "将转给", en: "Goes on to")
    static func unitsWord(_ count: Int) -> Sentence { Sentence(zh: "个单位", en: count == 1 ? "unit" : "units") }
    static let eachCanGo = Sentence(zh: "可逐个去掉、加上", en: "each can be taken out or added")
    static let addLabel = Sentence(zh: "加一个单位", en: "Add a unit")
    static let addHint = Sentence(zh: "加一个单位：名称、代码", en: "Add a unit: name or code")
    static let add = Sentence(zh: "加上", en: "Add")
    static func wholeGroup(_ phrase: String) -> Sentence { Sentence(zh: "\(phrase)，全部", en: "\(phrase), all of them") }
    static func out(_ count: Int) -> Sentence { Sentence(zh: "去掉 \(count.grouped)", en: "\(count.grouped) taken out") }
    static func others(_ count: Int, ofAll isAll: Bool) -> Sentence {
        isAll
            ? Sentence(zh: "全部 \(count.grouped) 个", en: "All \(count.grouped)")
            : Sentence(zh: "另 \(count.grouped) 个", en: "\(count.grouped) more")
    }
    static let wholeNote = Sentence(
        zh: "整体分送，不逐个列出：现在在这里的和以后成立的单位，一打开就收到。",
        en: "Sent to as a whole, not one by one: units that stand here, now or later, find it when they look.")

    static func byBranch(_ count: Int) -> Sentence {
        Sentence(zh: "分布在 \(count) 个单位以下", en: "By the \(count) units they stand below")
    }

    static let unfold = Sentence(zh: "展开", en: "show")
    static func onBothLines(
        _ first: UnitLine, _ firstParent: String, _ second: UnitLine, _ secondParent: String
    ) -> Sentence {
        Sentence(
            zh: "\(line(first).zh)：\(firstParent)；\(line(second).zh)：\(secondParent)",
            en: "\(line(first).en): \(firstParent); \(line(second).en): \(secondParent)")
    }
    static func onOtherLine(by here: UnitLine, other: UnitLine, _ parent: String) -> Sentence {
        Sentence(
            zh: "由\(line(here).zh)到；\(line(other).zh)归\(parent)",
            en: "here by its \(line(here).en) line; its \(line(other).en) line leads to \(parent)")
    }
    private static func line(_ line: UnitLine) -> Sentence {
        switch line {
        case .territorial: Sentence(zh: "块", en: "territorial")
        case .industrial: Sentence(zh: "条", en: "industrial")
        }
    }
    static let unitReason = Sentence(zh: "只对它的理由，不写就用下面那一句", en: "Why this one; if empty, the reason below holds")
    static let bothLines = Sentence(zh: "块、条都到，只送一次", en: "reached by both lines, sent once")
    static func alsoIn(_ places: [Int]) -> Sentence {
        let numbers = places.map(PhraseNumber.text).joined()
        return Sentence(zh: "\(numbers)也写到，只送一次", en: "\(numbers) names it too, sent once")
    }
    static let addedByHand = Sentence(zh: "手工加上的", en: "Added by hand")
    static let passedOver = Sentence(zh: "同类的下级，这一行没有写到", en: "Units of the same kinds that the line does not reach")
    static let passedOverNote = Sentence(
        zh: "不勾就不送。勾上，就算手工加上。", en: "Not ticked, not sent. Ticked, it counts as added by hand.")
    static let copies = Sentence(zh: "抄送：", en: "Copy: ")
    static let informationOnly = Sentence(zh: "只告知，不承担事项", en: "for information, binds nobody")
    static let exclusionReason = Sentence(zh: "去掉的，为什么", en: "Why the ones taken out are not sent to")
    static let exclusionNote = Sentence(
        zh: "去掉的单位和理由记入日志，也显示在签收页上。",
        en: "Who was taken out, and why, goes into the journal and onto the receipts page.")

    // MARK: Sending

    static func send(_ manner: Dispatch.Manner) -> (before: Sentence, after: Sentence) {
        switch manner {
        case .issue:
            (Sentence(zh: "分送 · ", en: "Send · "), Sentence(zh: " 个单位", en: " units"))
        case .relay:
            (Sentence(zh: "转给 ", en: "Relay to "), Sentence(zh: " 个单位", en: " units"))
        }
    }
    static let ends = Sentence(
        zh: "按下就送到：每个单位的“今日”多一件待签收，本单位多一面签收墙，日志记一条。到此为止，不再经过别人。",
        en: "It arrives at once: one thing to sign in each unit's Today, a receipt wall here, one journal entry. "
            + "It ends there; nobody else has to pass it.")
    static func keptNote(_ places: [Int]) -> Sentence {
        let numbers = places.map(PhraseNumber.text).joined()
        return Sentence(
            zh: "\(numbers)保留文字、这次不送：会写进日志，也会显示在签收页上。",
            en: "\(numbers) stays on the paper and is not sent to: the journal and the receipts page say so.")
    }

    // MARK: Errors and keys

    static func errors(_ count: Int) -> Sentence {
        Sentence(
            zh: "有 \(count) 处要改。你填的都在，改好再按一次。",
            en: "\(count) thing\(count == 1 ? "" : "s") to change. All you typed is here; change it and press again.")
    }
    static let keyPhrase = Sentence(zh: "上下一个短语", en: "next, previous phrase")
    static let keyDecide = Sentence(zh: "下一个要定的", en: "next to decide")
    static let keyAdd = Sentence(zh: "加一个单位", en: "add a unit")
    static let keySend = Sentence(zh: "分送", en: "send")
}

/// The number of a phrase: ① … ㊿, then plain.
enum PhraseNumber {
    static func text(_ place: Int) -> String {
        let scalar: UInt32? =
            switch place {
            case 0..<20: 0x2460 + UInt32(place)
            case 20..<35: 0x3251 + UInt32(place - 20)
            case 35..<50: 0x32B1 + UInt32(place - 35)
            default: nil
            }
        return scalar.flatMap(Unicode.Scalar.init).map { String($0) } ?? "(\(place + 1))"
    }
}
