import Federation
import Markup
import Web

/// How and when a paper from outside came.
enum NoticeArrivalWords {
    static let head = Sentence(zh: "怎么来的、什么时候到的（外面来的公文才填）", en: "How and when it came (only for a paper from outside)")
    static let channel = Sentence(zh: "来文渠道", en: "How it came")
    static let none = Sentence(zh: "在这里录入", en: "Entered here")
    static let day = Sentence(zh: "哪一天到的", en: "On which day")
    static let time = Sentence(zh: "几点", en: "At what hour")
    static let timeNote = Sentence(zh: "只记得日子就空着。", en: "Leave it empty if only the day is known.")
    static let arrived = Sentence(zh: "来文", en: "Came")

    static func channel(_ channel: ReceiptFact.Channel) -> Sentence {
        switch channel {
        case .telephone: Sentence(zh: "电话", en: "by telephone")
        case .fax: Sentence(zh: "传真", en: "by fax")
        case .group: Sentence(zh: "群", en: "in a chat group")
        case .paper: Sentence(zh: "纸质", en: "on paper")
        case .visit: Sentence(zh: "上门", en: "by hand")
        }
    }

    /// 传真，2月3日 15:30
    static func arrival(_ arrival: NoticeArrival) -> Sentence {
        func moment(_ language: Language) -> String? {
            arrival.at.map { arrival.isDayOnly ? TimeWords.day(Zone.day($0), language) : TimeWords.short($0, language) }
        }
        let way = arrival.channel.map(channel)
        return Sentence(
            zh: [way?.zh, moment(.chinese)].compactMap(\.self).joined(separator: "，"),
            en: [way?.en, moment(.english)].compactMap(\.self).joined(separator: ", "))
    }
}
