import Federation
import Markup

/// The sentences about what a unit owes and did.
enum AssignmentWords {
    static func due(_ count: Int) -> Sentence {
        Sentence(zh: "要办 \(count.grouped) 件", en: count == 1 ? "One duty" : "\(count.grouped) duties")
    }

    // The page of what a unit owes.
    static let today = Sentence(zh: "今日", en: "Today")
    static func head(_ open: Int) -> Sentence {
        open == 0
            ? Sentence(zh: "这份公文要你们办的，都办了", en: "All that this notice asks of you is settled")
            : Sentence(
                zh: "这份公文要你们办 \(open.grouped) 件",
                en: "This notice asks \(open.grouped) thing\(open == 1 ? "" : "s") of you")
    }
    static let headNothing = Sentence(zh: "这份公文没有要你们办的", en: "This notice asks nothing of your unit")
    static let headNothingNote = Sentence(
        zh: "没有分解到本单位的事项；要求只供看，不用填。", en: "Nothing was allocated to your unit; guidance is to be read, not answered.")
    static let note = Sentence(
        zh: "一句话就能全部办结。没有办完的先去掉勾，明天再说。",
        en: "One sentence settles all of it. Untick what is not done yet; it stays in Today.")
    static let text = Sentence(zh: "怎么落实的", en: "How it was done")
    static let textNote = Sentence(zh: "上次的话还在，能用就不用改。", en: "Your last words stand here; keep them where they fit.")
    static let customary = ["已按通知要求落实。", "已研究部署，正在落实。", "已传达到每个班组并落实。"]
    static func discharge(_ count: Int) -> Sentence {
        Sentence(zh: "办结勾上的", en: count == 1 ? "Settle it" : "Settle what is ticked")
    }
    static func figure(_ things: [String]) -> Sentence {
        let named = things.joined(separator: "、")
        return Sentence(
            zh: named.isEmpty ? "多少" : "\(named)：多少", en: named.isEmpty ? "How many" : "How many (\(named))")
    }
    static let file = Sentence(zh: "一份材料", en: "A file")
    static let fileNote = Sentence(
        zh: "PDF、DOCX 或照片，12 MB 以内；只有要材料的那几件才看它。",
        en: "A PDF, DOCX or photograph up to 12 MB, only for those that want one.")
    static let wantsFile = Sentence(zh: "要一份材料", en: "wants a file")
    static let fileLink = Sentence(zh: "打开材料", en: "Open the file")
    static let progress = Sentence(zh: "还在办，先记一笔", en: "Under way: keep the note")
    static let figureNote = Sentence(zh: "填了数就算办了；没有就写 0。", en: "A number settles it; write 0 for none.")
    static let all = Sentence(zh: "全部", en: "All of them")
    static let returned = Sentence(zh: "退回：", en: "Given back: ")
    static func underWay(_ figure: Int, of total: Int) -> Sentence {
        Sentence(zh: "已勾 \(figure) / \(total)", en: "\(figure) of \(total) ticked")
    }
    static let condition = Sentence(zh: "条件：", en: "Condition: ")
    static func dueBy(_ date: String, _ unit: String?) -> Sentence {
        Sentence(
            zh: "\(date) 前\(unit.map { "，\($0)所定" } ?? "")", en: "By \(date)\(unit.map { ", set by \($0)" } ?? "")")
    }
    static let sentenceOf = Sentence(zh: "看原句", en: "In the notice")
    static let cannotHead = Sentence(zh: "有办不了、不适用的？", en: "Something cannot be done, or does not apply?")
    static let which = Sentence(zh: "哪一件", en: "Which")
    static let how = Sentence(zh: "怎么回事", en: "How so")
    static let declined = Sentence(zh: "办不了", en: "It cannot be done here")
    static let notApplicable = Sentence(zh: "条件不具备，不适用", en: "Its condition does not hold here")
    static let reason = Sentence(zh: "原因", en: "Why")
    static let reasonNote = Sentence(zh: "上级看得到这句话。", en: "The level above reads this.")
    static let say = Sentence(zh: "说明原因", en: "Say so")
    static let settledHead = Sentence(zh: "已经办了的", en: "What you have settled")
    static func undoOffer(_ count: Int) -> Sentence {
        Sentence(
            zh: "刚办结 \(count.grouped) 件，一分钟内可以撤销。",
            en: "You have just settled \(count.grouped); for a minute it can be undone.")
    }
    static let undo = Sentence(zh: "撤销", en: "Undo")
    static let notThisPost = Sentence(
        zh: "这个职务不办结；主席、文书可以。", en: "Your post does not settle duties; the chair and the clerk do.")
    static let guidanceHead = Sentence(zh: "只供看的要求", en: "Guidance, to be read")

    // One unit's assignment.
    static let backToSentence = Sentence(zh: "这一句", en: "the sentence")
    static func title(_ unit: String) -> Sentence { Sentence(zh: "\(unit)怎么办的", en: "What \(unit) did") }
    static let state = Sentence(zh: "现在", en: "Now")
    static func state(_ state: Assignment.State, isReturned: Bool) -> Sentence {
        switch state {
        case .open where isReturned: Sentence(zh: "退回重办", en: "given back")
        case .open: Sentence(zh: "没有动", en: "untouched")
        case .underWay: Sentence(zh: "进行中", en: "under way")
        case .discharged: Sentence(zh: "已办结", en: "settled")
        case .declined: Sentence(zh: "说办不了", en: "says it cannot be done")
        case .notApplicable: Sentence(zh: "不适用", en: "does not apply")
        }
    }
    static let notBound = Sentence(zh: "这一句不约束这个单位", en: "The sentence does not bind this unit")
    static let notReached = Sentence(
        zh: "公文还没有送到，钟还没有走；迟的是没有转下来的上级。",
        en:
            "The notice has not arrived here and nothing is owed yet; who is late is the level above that has not relayed."
    )
    static func since(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 起", en: "since \(moment)") }
    static func boundSince(_ day: String) -> Sentence {
        Sentence(
            zh: "单位 \(day) 设立或划入，依规则从那天起承担。",
            en: "The unit was founded or moved here on \(day), and is bound by the rule from that day.")
    }
    static let factsHead = Sentence(zh: "经过", en: "What happened")
    static let noFacts = Sentence(zh: "还没有做过什么。", en: "Nothing was done yet.")
    static func fact(_ kind: AssignmentFact.Kind) -> Sentence {
        switch kind {
        case .progressed: Sentence(zh: "进行中", en: "Under way")
        case .discharged: Sentence(zh: "办结", en: "Settled")
        case .declined: Sentence(zh: "说办不了", en: "Said it cannot be done")
        case .notApplicable: Sentence(zh: "说不适用", en: "Said it does not apply")
        case .returned: Sentence(zh: "退回", en: "Given back")
        case .reopened: Sentence(zh: "重新打开", en: "Reopened")
        case .undone: Sentence(zh: "撤销", en: "Undone")
        }
    }
    static let byConveyance = Sentence(zh: "传达到职工，就算办了", en: "Shown by telling the workers")
    static let evidenceHead = Sentence(zh: "已经有的凭据", en: "What shows it already")
    static let evidenceNote = Sentence(
        zh: "来自公文的签收、传达和交过的材料，不另填", en: "from the receipt and from files sent; nobody is asked again")
    static func evidence(_ kind: Evidence.Kind, people: Int?) -> Sentence {
        switch kind {
        case .signed: Sentence(zh: "签收了公文", en: "Signed for the notice")
        case .relayed: Sentence(zh: "转发到下级", en: "Passed it on")
        case .file: Sentence(zh: "材料", en: "A file")
        case .conveyed:
            Sentence(
                zh: "传达到职工\(people.map { " \($0.grouped) 人" } ?? "")",
                en: "Told the workers\(people.map { ", \($0.grouped) of them" } ?? "")")
        }
    }
    static let reopenHead = Sentence(zh: "其实还没有办完？", en: "Not done after all?")
    static let reopen = Sentence(zh: "重新打开", en: "Open it again")
    static let giveBackHead = Sentence(zh: "退回重办", en: "Give it back")
    static let giveBack = Sentence(zh: "退回", en: "Give back")
    static let giveBackReason = Sentence(zh: "缺什么、错在哪", en: "What is missing or wrong")
    static let giveBackNote = Sentence(
        zh: "退回以后又算欠着，他们今天就看见。", en: "It is owed again and stands in their Today at once.")
    static func figures(_ figure: Int, of total: Int?) -> String {
        total.map { "\(figure.grouped) / \($0.grouped)" } ?? figure.grouped
    }

    // On the page of a receipt.
    static func asked(_ count: Int) -> Sentence {
        Sentence(
            zh: "要你们办的有 \(count.grouped) 件",
            en: "It asks \(count.grouped) thing\(count == 1 ? "" : "s") of you")
    }
    static func more(_ count: Int) -> Sentence { Sentence(zh: "另有 \(count) 件", en: "and \(count) more") }
    static let open = Sentence(zh: "去办", en: "Settle them")
}
