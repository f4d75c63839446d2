import Federation
import Markup
import Web

/// The sentences of writing down for others that they were told (代签收).
enum ReceiptRecordWords {
    static let head = Sentence(zh: "代签收", en: "Record for others")
    static let title = Sentence(zh: "代记签收", en: "Record that units were told")
    static let notice = Sentence(
        zh: "不在众志上的单位，用电话、传真告知以后在这里记：谁记的、什么时候告知的，签收墙上画斜线。",
        en:
            "Units that are not on Muster are told by telephone or fax; write it down here. It says who recorded it and "
            + "when they were told, and the wall draws it hatched.")
    static let wall = Sentence(zh: "签收墙", en: "The wall")
    static func sentAt(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 分送", en: "Sent \(moment)") }
    static let absent = Sentence(zh: "不在众志上", en: "Not on Muster")
    static let absentNote = Sentence(zh: "那里没有人能签收。", en: "Nobody there can sign.")
    static let others = Sentence(zh: "在众志上，还没有签收", en: "On Muster, not signed yet")
    static let othersNote = Sentence(
        zh: "他们可以自己签收；确实已经告知的，也可以代记，会标明是代签收。",
        en: "They can sign themselves. If they were told, it can be recorded too, and is marked as recorded for them.")
    static func rest(_ count: Int) -> Sentence {
        Sentence(zh: "还有 \(count.grouped) 个，记完这些再列。", en: "\(count.grouped) more are listed once these are done.")
    }
    static let everybodySigned = Sentence(zh: "都签收了，没有要代记的。", en: "All have signed; there is nothing to record.")
    static let channelHead = Sentence(zh: "怎么告知的", en: "How they were told")
    static let choose = Sentence(zh: "选一样", en: "Choose one")
    static let day = Sentence(zh: "哪一天", en: "On which day")
    static let time = Sentence(zh: "几点", en: "At what hour")
    static let timeNote = Sentence(zh: "只记得日子就空着。", en: "Leave it empty if only the day is known.")
    static let note = Sentence(zh: "备注", en: "Note")
    static let noteNote = Sentence(
        zh: "例如：已口头回复收到。可以不填。", en: "For example: confirmed by word of mouth. May stay empty.")
    static let record = Sentence(zh: "记下，这些单位已告知", en: "Record that these were told")

    static func writtenAt(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 记下", en: "written down \(moment)") }

    static func channel(_ channel: ReceiptFact.Channel) -> Sentence {
        switch channel {
        case .telephone: Sentence(zh: "电话", en: "by telephone")
        case .fax: Sentence(zh: "传真", en: "by fax")
        case .group: Sentence(zh: "工作群", en: "in a chat group")
        case .paper: Sentence(zh: "纸质", en: "on paper")
        case .visit: Sentence(zh: "当面", en: "in person")
        }
    }
}
