import Federation
import Markup

/// The sentences of changes: what became of a notice, who was told, who has noted it.
enum ChangeWords {
    // MARK: What became of it

    static func name(_ kind: Change.Kind) -> Sentence {
        switch kind {
        case .withdrawn: Sentence(zh: "撤回", en: "Withdraw")
        case .replaced: Sentence(zh: "替换", en: "Replace")
        case .corrected: Sentence(zh: "更正", en: "Correct")
        }
    }

    static func state(_ kind: Change.Kind) -> Sentence {
        switch kind {
        case .withdrawn: Sentence(zh: "已撤回", en: "Withdrawn")
        case .replaced: Sentence(zh: "已被替换", en: "Replaced")
        case .corrected: Sentence(zh: "有更正", en: "Corrected")
        }
    }

    /// The end of an English sentence about the notice.
    static func clause(_ kind: Change.Kind) -> String {
        switch kind {
        case .withdrawn: "was withdrawn"
        case .replaced: "was replaced"
        case .corrected: "was corrected"
        }
    }

    static func inside(_ title: String, _ kind: Change.Kind) -> Sentence {
        Sentence(zh: "里面的《\(title)》\(state(kind).zh)", en: "《\(title)》 inside it \(clause(kind))")
    }
    static let carriesEnded = Sentence(zh: "里面有作废的", en: "Carries one that ended")
    static func told(by unit: Sentence, at moment: Sentence, _ change: Change, by other: String?) -> Sentence {
        let said = change.text ?? change.reason
        let instead = other.map { Sentence(zh: "，改用《\($0)》", en: ", 《\($0)》 stands instead") }
        let after =
            change.kind.isEnd
            ? Sentence(zh: "从它读出的事项不再作数。", en: " What was read from it binds nobody any more.")
            : Sentence(zh: "", en: "")
        return Sentence(
            zh: "\(moment.zh)，\(unit.zh)\(instead?.zh ?? "")：\(said)\(closed(said, "。"))\(after.zh)",
            en: "\(moment.en), \(unit.en)\(instead?.en ?? ""): \(said)\(closed(said, "."))\(after.en)")
    }
    private static func closed(_ text: String, _ stop: String) -> String {
        text.last.map { "。.！!？?；;".contains($0) } ?? true ? "" : stop
    }
    static let what = Sentence(zh: "看变动", en: "See the change")
    static func replaces(_ title: String) -> Sentence {
        Sentence(zh: "它替换了《\(title)》", en: "It replaces 《\(title)》")
    }

    // MARK: The form

    static let head = Sentence(zh: "撤回、替换或更正", en: "Withdraw, replace or correct")
    static func reaches(_ units: Int) -> Sentence {
        guard units > 0 else {
            return Sentence(
                zh: "还没有别的单位收到它。原文不改也不删。",
                en: "No other unit has it yet. The paper is neither altered nor deleted.")
        }
        let those = units == 1 ? "The unit" : "The \(units.grouped) units"
        return Sentence(
            zh: "收到过它的 \(units.grouped) 个单位都会在“今日”里看到，各按一次“知悉”。原文不改也不删。",
            en: """
                \(those) that had it will find this in Today and say so in one press. The paper is neither altered \
                nor deleted.
                """)
    }
    static let kind = Sentence(zh: "怎么办", en: "What is done")
    static func explained(_ kind: Change.Kind) -> Sentence {
        switch kind {
        case .withdrawn:
            Sentence(
                zh: "这份公文不再作数。没有签收的不用再签，谁也不能再转。",
                en: "It no longer holds. Nobody need sign for it any more, and nobody can relay it.")
        case .replaced:
            Sentence(zh: "不再作数，由本单位另一份公文代替。", en: "It no longer holds; another notice of your unit stands instead.")
        case .corrected:
            Sentence(zh: "公文仍然作数，只更正写错的地方。", en: "It still holds; only what was written wrong is put right.")
        }
    }
    static let replacement = Sentence(zh: "替换它的公文", en: "The notice that replaces it")
    static let noReplacement = Sentence(zh: "不替换", en: "none")
    static let replacementNote = Sentence(
        zh: "只在替换时选。新的一份先登记，这里才选得到；分送它是另一步。",
        en: "Only to replace. Register the new one first; sending it is a step of its own.")
    static let text = Sentence(zh: "更正内容", en: "What is right")
    static let textNote = Sentence(
        zh: "只在更正时写：第几条哪句写错，应当是什么。", en: "Only to correct: which clause is wrong, and what it should say.")
    static let reason = Sentence(zh: "理由", en: "Reason")
    static let reasonNote = Sentence(
        zh: "收到过的单位都会看到，和你的单位、时间一起。", en: "Every unit that had it reads this, with your unit and the time.")
    static func publish(_ units: Int) -> Sentence {
        Sentence(
            zh: units == 0 ? "记下这次变动" : "告知 \(units.grouped) 个单位",
            en: units == 0 ? "Record the change" : "Tell \(units == 1 ? "one unit" : "\(units.grouped) units")")
    }
    static let cancel = Sentence(zh: "不变动", en: "Leave it as it is")
    static func errorHead(_ count: Int) -> Sentence {
        Sentence(zh: "有 \(count) 处要改", en: count == 1 ? "One thing to put right" : "\(count) things to put right")
    }
    static let errorNote = Sentence(
        zh: "什么也没有发出。你填的都在，改好再按一次。", en: "Nothing went out. All you typed is here; put it right and press again.")
    static let change = Sentence(zh: "撤回、替换或更正…", en: "Withdraw, replace or correct…")

    // MARK: The change's page

    static let notices = Sentence(zh: "公文", en: "Notices")
    static func title(_ kind: Change.Kind) -> Sentence {
        switch kind {
        case .withdrawn: Sentence(zh: "公文已撤回", en: "A notice was withdrawn")
        case .replaced: Sentence(zh: "公文已被替换", en: "A notice was replaced")
        case .corrected: Sentence(zh: "公文有更正", en: "A notice was corrected")
        }
    }
    static let which = Sentence(zh: "公文", en: "Notice")
    static let by = Sentence(zh: "谁", en: "By")
    static let when = Sentence(zh: "时间", en: "When")
    static let instead = Sentence(zh: "改用", en: "Instead")
    static let notHere = Sentence(zh: "还没有送到本单位", en: "it has not come to your unit yet")
    static let acknowledge = Sentence(zh: "知悉", en: "We know")
    static func recordedAs(_ person: String) -> Sentence {
        Sentence(zh: "记为：\(person)，本单位已知悉。", en: "Recorded as: \(person), for your unit.")
    }
    static let notThisPost = Sentence(
        zh: "这个职务不按“知悉”。由本单位的文书、值班员或负责同志按。",
        en: "This post does not say so. Your clerk, duty officer or principal does.")
    static func noted(_ person: String, at moment: String) -> Sentence {
        Sentence(zh: "本单位已知悉：\(person)，\(moment)", en: "Your unit knows: \(person), \(moment)")
    }
    static let whoHead = Sentence(zh: "谁知道了", en: "Who knows")
    static func count(_ noted: Int, of told: Int) -> Sentence {
        Sentence(
            zh: "告知 \(told.grouped) 个单位，已知悉 \(noted.grouped) 个",
            en: "\(noted.grouped) of \(told.grouped) units told have noted it")
    }
    static let nobodyTold = Sentence(zh: "没有别的单位收到过它，不用告知。", en: "No other unit had it; nobody had to be told.")
    static let unit = Sentence(zh: "单位", en: "Unit")
    static let notedBy = Sentence(zh: "知悉", en: "Noted")
    static let notYet = Sentence(zh: "还没有", en: "not yet")
    static func more(_ count: Int) -> Sentence {
        Sentence(zh: "还有 \(count.grouped) 个单位没有列出。", en: "\(count.grouped) more units are not listed.")
    }

    // MARK: Today

    static func due(_ kind: Change.Kind) -> Sentence {
        switch kind {
        case .withdrawn: Sentence(zh: "知悉撤回", en: "Note a withdrawal")
        case .replaced: Sentence(zh: "知悉替换", en: "Note a replacement")
        case .corrected: Sentence(zh: "知悉更正", en: "Note a correction")
        }
    }
}
