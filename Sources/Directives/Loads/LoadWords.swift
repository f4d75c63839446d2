import Federation
import Markup

/// The sentences of the page that shows what is asked of a unit.
enum LoadWords {
    static func head(_ unit: String) -> Sentence { Sentence(zh: "向\(unit)要了多少时间", en: "What is asked of \(unit)") }
    static let note = Sentence(
        zh: "一份公文算一分钟，点名要的数和材料另加。谁要的，记在谁名下。",
        en: "A minute for each notice, and what the figures and files it names add; told by whoever asked.")
    static func minutes(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 分钟", en: "\(count.grouped) min")
    }
    static let thisWeek = Sentence(zh: "近七天", en: "in the last seven days")
    static func lastWeek(_ count: Int) -> Sentence {
        Sentence(zh: "再前七天 \(count.grouped)", en: "\(count.grouped) in the seven before")
    }
    static func open(_ count: Int) -> Sentence {
        Sentence(zh: "现在还欠 \(count.grouped)", en: "\(count.grouped) open now")
    }
    static let day = Sentence(zh: "日期", en: "Day")
    static let asked = Sentence(zh: "要了（分钟）", en: "Asked (min)")
    static let by = Sentence(zh: "谁要的", en: "By whom")
    static let spent = Sentence(zh: "办掉（分钟）", en: "Settled (min)")
    static let nobody = Sentence(zh: "没有", en: "nobody")
    static let earlier = Sentence(zh: "以前的，没有记", en: "earlier, not recorded")
    static let belowHead = Sentence(zh: "下级里要得最多的", en: "Most asked of, below")
    static let belowNote = Sentence(zh: "近七天", en: "last seven days")
    static func week(_ minutes: Int) -> Sentence {
        Sentence(zh: "近七天 \(minutes.grouped) 分钟", en: "\(minutes.grouped) min in seven days")
    }
}
