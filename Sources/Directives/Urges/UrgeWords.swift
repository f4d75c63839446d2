import Federation
import Markup
import Web

/// The sentences of urging.
enum UrgeWords {
    static let head = Sentence(zh: "催办", en: "Urge")
    static func title(_ count: Int) -> Sentence {
        Sentence(zh: "催办还没有签的 \(count.grouped) 个单位", en: "Urge the \(units(count)) that have not signed")
    }
    static func inBranch(_ branch: String, _ count: Int) -> Sentence {
        Sentence(
            zh: "催办“\(branch)”里还没有签的 \(count.grouped) 个单位",
            en: "Urge the \(units(count)) of “\(branch)” that have not signed")
    }
    static func sentAt(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 分送", en: "Sent \(moment)") }
    static let text = Sentence(zh: "催办的话", en: "What to say")
    static let textNote = Sentence(
        zh: "发给这些单位，写进它们的签收页。内容、时间、催办人都记下来，对方看得到。",
        en: "It stands on these units' receipt page. Text, time and person are recorded, and they see them.")
    static func urge(_ count: Int) -> Sentence {
        Sentence(zh: "催办 \(count.grouped) 个单位", en: "Urge \(units(count))")
    }
    static let urgeTicked = Sentence(zh: "只催勾上的", en: "Only those ticked")
    static let choose = Sentence(zh: "选单位，改措辞", en: "Choose units, change the words")
    static let whom = Sentence(zh: "催哪些单位", en: "Whom it reaches")
    static let byTelephone = Sentence(zh: "还没有用众志的，打电话催", en: "Not on Muster: by telephone")
    static let byTelephoneNote = Sentence(
        zh: "它们看不到催办。打完电话，可以代它们登记签收。",
        en: "They do not see it. Once you have telephoned, you can record their receipt for them.")
    static let record = Sentence(zh: "代它们登记签收", en: "Record their receipts for them")
    /// Beside what Today says is owed.
    static func due(_ act: Sentence, urged times: Int) -> Sentence {
        Sentence(zh: "\(act.zh)，已催办 \(times) 次", en: "\(act.en), urged \(times == 1 ? "once" : "\(times) times")")
    }
    static func rest(_ count: Int) -> Sentence {
        Sentence(
            zh: "另 \(count.grouped) 个没有列出，按“催办”时一并催。", en: "\(count.grouped) more are not listed; they are urged too.")
    }
    static let neverUrged = Sentence(zh: "没有催过", en: "not urged")
    static func urged(_ soFar: UrgedSoFar, now: Moment, _ language: Language) -> Sentence {
        let last = when(soFar.last, now: now, language)
        return Sentence(
            zh: "催过 \(soFar.times) 次，上次\(last)",
            en: "urged \(soFar.times == 1 ? "once" : "\(soFar.times) times"), last \(last)")
    }
    static let past = Sentence(zh: "催过什么", en: "Urged so far")
    static let none = Sentence(zh: "还没有催过。", en: "Nobody has been urged yet.")
    static func by(_ person: String, _ count: Int) -> Sentence {
        Sentence(zh: "\(person)，\(count.grouped) 个单位", en: "\(person), \(units(count))")
    }
    static let everybodySigned = Sentence(
        zh: "都签收了，没有要催的单位。", en: "All have signed; there is nobody to urge.")
    static let back = Sentence(zh: "回到签收墙", en: "Back to the wall")

    /// The customary words; they go to units, so they are in the language of papers.
    /// - Parameter notice: its title in 《》, or its number.
    static func customary(_ notice: String, sentAt: Moment, from unit: String) -> String {
        "\(notice)已于\(TimeWords.short(sentAt, .chinese))分送，请尽快签收。签收有困难的，请回电\(unit)，由值班人员代为登记。"
    }

    /// 09:12; 昨天 16:00; 2月4日 16:30
    static func when(_ moment: Moment, now: Moment, _ language: Language) -> String {
        guard Zone.day(moment) == Zone.day(now.adding(days: -1)) else {
            return TimeWords.recent(moment, now: now, language)
        }
        return Sentence(zh: "昨天 \(TimeWords.clock(moment))", en: "yesterday \(TimeWords.clock(moment))")[language]
    }

    private static func units(_ count: Int) -> String { count == 1 ? "1 unit" : "\(count.grouped) units" }
}
