import Federation
import Markup
import Web

/// The sentences of Today.
enum TodayWords {
    static func head(_ count: Int, minutes: Int) -> Sentence {
        switch count {
        case 0: nothing
        default:
            Sentence(
                zh: "今天 \(count.grouped) 件，约 \(minutes.grouped) 分钟",
                en: "\(count.grouped) thing\(count == 1 ? "" : "s") today, \(minutes.grouped) min")
        }
    }
    static let nothing = Sentence(zh: "今天没有等你的事", en: "Nothing waits for you today")
    static let nothingNote = Sentence(
        zh: "上级送来公文，或有别的要你们办的，会出现在这里。现在不用做什么。",
        en:
            "When a notice comes from above, or something else is asked of you, it stands here. There is nothing to do now."
    )
    static func minutes(_ count: Int) -> Sentence { Sentence(zh: "\(count) 分钟", en: "\(count) min") }
    static func from(_ unit: String, _ about: String) -> Sentence {
        Sentence(zh: "\(unit)送来：\(about)", en: "From \(unit): \(about)")
    }
    static func by(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 前", en: "By \(moment)") }
    static func setBy(_ unit: String) -> Sentence { Sentence(zh: "\(unit)所定", en: "set by \(unit)") }
    static let noDate = Sentence(zh: "原文没有时限，不填", en: "No date in the notice; left empty")
    static func reminder(_ reminder: Reminder) -> Sentence {
        switch reminder {
        case .dayBefore: Sentence(zh: "下个工作日到期", en: "due next working day")
        case .today: Sentence(zh: "今天到期", en: "due today")
        case .overdue(let days):
            Sentence(zh: "过了 \(days) 个工作日", en: "\(days) working day\(days == 1 ? "" : "s") overdue")
        }
    }
    static let passed = Sentence(zh: "已经过了", en: "passed")
    static func left(_ seconds: Int64) -> Sentence {
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600, seconds / 60 % 60)
        if days >= 2 { return Sentence(zh: "还有 \(days) 天", en: "\(days) days left") }
        if hours > 0 {
            return Sentence(zh: "还有 \(hours) 小时 \(minutes) 分", en: "\(hours) h \(minutes) min left")
        }
        return Sentence(zh: "还有 \(minutes) 分", en: "\(minutes) min left")
    }
    static let open = Sentence(zh: "打开", en: "Open")
    static func openNamed(_ act: Sentence) -> Sentence { Sentence(zh: "打开：\(act.zh)", en: "Open: \(act.en)") }
    static func done(_ count: Int) -> Sentence {
        Sentence(zh: "今天已办 \(count.grouped) 件", en: "Done today: \(count.grouped)")
    }
    static let today = Sentence(zh: "今日", en: "Today")
    static let look = Sentence(zh: "看", en: "look")
    static func week(_ minutes: Int) -> Sentence {
        Sentence(zh: "近七天要了 \(minutes.grouped) 分钟", en: "\(minutes.grouped) min asked in seven days")
    }
    static let order = Sentence(zh: "按紧急程度，再按期限", en: "most urgent first, then by date")
    static let keyNext = Sentence(zh: "上下一件", en: "next, previous")
}
