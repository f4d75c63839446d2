import Federation
import Markup
import Web

/// The sentences of telling the workers, of filing, and of what was done with a receipt.
enum ConveyanceWords {
    /// The ways of a workplace, as they are written there; the first one is proposed to who never conveyed anything.
    static let customary = ["班前会传达", "职工群传达", "公告栏张贴", "广播传达"]

    static let head = Sentence(zh: "传达到职工", en: "Tell the workers")
    static let words = Sentence(zh: "怎么传达的", en: "How they were told")
    static let wordsNote = Sentence(zh: "照实改一改。常用：", en: "Change it to what was done. Customary: ")
    static let people = Sentence(zh: "传达到多少人", en: "How many were told")
    static let peopleNote = Sentence(zh: "没有数过就空着。", en: "Leave it empty if nobody counted.")
    static let convey = Sentence(zh: "已传达", en: "They were told")
    static let group = Sentence(zh: "发到职工群的一页", en: "One page for the workers' group")

    static let fileHead = Sentence(zh: "阅存", en: "File it")
    static let fileReason = Sentence(zh: "为什么阅存", en: "Why it is filed")
    static let fileNote = Sentence(
        zh: "看过、存下，不再往下转。写一句理由，例如：与本单位无关。",
        en: "Read and kept; it goes no further. Give a reason, for example: does not concern our unit.")
    static let file = Sentence(zh: "阅存", en: "File it")

    // MARK: What was done

    static let factsTitle = Sentence(zh: "本单位办过什么", en: "What your unit did with it")
    static let receipt = Sentence(zh: "签收页", en: "The receipt")
    static let sent = Sentence(zh: "送达", en: "Delivered")
    static let none = Sentence(zh: "还没有人打开。", en: "Nobody has opened it yet.")

    static func fact(_ kind: ReceiptFact.Kind, isRecorded: Bool) -> Sentence {
        switch kind {
        case .opened: Sentence(zh: "打开", en: "Opened")
        case .signed where isRecorded: Sentence(zh: "代签收", en: "Signed for on its behalf")
        case .signed: Sentence(zh: "签收", en: "Signed for")
        case .relayed: Sentence(zh: "转给下级", en: "Relayed below")
        case .conveyed: Sentence(zh: "传达", en: "Workers told")
        case .filed: Sentence(zh: "阅存", en: "Filed")
        }
    }

    static func people(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 人", en: count == 1 ? "1 person" : "\(count.grouped) people")
    }

    /// 2月5日 15:30; where only the day is known: 2月5日，只知道是哪一天
    static func when(_ moment: Moment, isDayOnly: Bool) -> Sentence {
        guard isDayOnly else {
            return Sentence(zh: TimeWords.short(moment, .chinese), en: TimeWords.short(moment, .english))
        }
        return Sentence(
            zh: "\(TimeWords.day(Zone.day(moment), .chinese))，不知钟点",
            en: "\(TimeWords.day(Zone.day(moment), .english)), hour not known")
    }
}
