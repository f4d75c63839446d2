import Federation
import Markup

/// The sentences of receipts: their states, the page to read and sign on, and what follows.
enum ReceiptWords {
    // MARK: States

    static func state(
        _ state: ReceiptState?, _ purpose: Purpose = .action, late: Bool = false, isRecorded: Bool = false
    ) -> Sentence {
        guard purpose == .action else { return copy }
        var words = plain(state)
        if isRecorded { words = Sentence(zh: "\(words.zh)（代签收）", en: "\(words.en) (recorded for it)") }
        guard late else { return words }
        return (state ?? .sent).isSigned
            ? Sentence(zh: "\(words.zh)，迟签", en: "\(words.en), late")
            : Sentence(zh: "逾期，\(words.zh)", en: "Late: \(words.en)")
    }

    private static func plain(_ state: ReceiptState?) -> Sentence {
        switch state {
        case nil: Sentence(zh: "没有送到", en: "not delivered")
        case .sent: Sentence(zh: "已送达，未打开", en: "delivered, not opened")
        case .opened: Sentence(zh: "已打开，未签收", en: "opened, not signed")
        case .signed: Sentence(zh: "已签收", en: "signed")
        case .relayed: Sentence(zh: "已转发到下级", en: "relayed below")
        case .conveyed: Sentence(zh: "已传达", en: "conveyed to the workers")
        case .filed: Sentence(zh: "已阅存", en: "filed")
        }
    }

    static let copy = Sentence(zh: "抄送，不须签收", en: "copy, not signed for")

    static func named(_ name: String, _ state: Sentence) -> Sentence {
        Sentence(zh: "\(name)：\(state.zh)", en: "\(name): \(state.en)")
    }

    // MARK: Reading and signing

    static func title(_ notice: String) -> Sentence { Sentence(zh: "签收：\(notice)", en: "Sign for: \(notice)") }
    static func copyTitle(_ notice: String) -> Sentence { Sentence(zh: "抄送：\(notice)", en: "Copy: \(notice)") }
    static func from(_ unit: String, at moment: String) -> Sentence {
        Sentence(zh: "\(unit)送来，\(moment)", en: "From \(unit), \(moment)")
    }
    static let today = Sentence(zh: "今日", en: "Today")
    static let notices = Sentence(zh: "公文", en: "Notices")
    static func turn(_ place: Int, of count: Int) -> Sentence {
        Sentence(zh: "第 \(place) 件，共 \(count) 件", en: "\(place) of \(count)")
    }
    static let inside = Sentence(zh: "里面有", en: "Inside:")
    static let whole = Sentence(zh: "全文", en: "The whole notice")
    static let goesOn = Sentence(zh: "……后面还有。", en: "… it goes on.")
    static let passed = Sentence(zh: "已过期", en: "Passed")
    static func passedOn(_ day: String) -> Sentence {
        Sentence(
            zh: "是\(day)，送到时已过。现行安排以当地通知为准。",
            en: "is \(day) and had passed when this arrived. What holds now is what local notices say.")
    }
    static let sign = Sentence(zh: "签收", en: "Sign for it")
    static let signDue = Sentence(zh: "签收通知", en: "Sign for a notice")
    static func recordedAs(_ person: String, at moment: String) -> Sentence {
        Sentence(
            zh: "记为：\(person)，\(moment)。签收只表示收到。",
            en: "Recorded as: \(person), \(moment). Signing only says that it was received.")
    }
    static let noSigning = Sentence(
        zh: "这一份是抄送，只告知，不须签收。", en: "This copy is for information. It is not signed for.")
    static let ended = Sentence(
        zh: "这份公文已不再有效，不用签收。", en: "This notice no longer holds; it need not be signed for.")
    static let notThisPost = Sentence(
        zh: "这个职务不签收。由本单位的文书或负责同志签。",
        en: "This post does not sign. Your clerk or your principal does.")
    static let signedHead = Sentence(zh: "已签收", en: "Signed for")
    /// 焦作市总工会孙丙代签收
    static func recorder(_ person: String, of unit: String) -> Sentence {
        Sentence(zh: "\(unit)\(person)代签收", en: "\(person) of \(unit), on its behalf")
    }
    static let recordedHead = Sentence(zh: "已代签收", en: "Signed for on your behalf")
    /// 焦作市总工会孙丙（办公室文书）代签收，电话告知，2月5日 15:30
    static func recordedBy(
        _ person: String, _ post: Sentence?, of unit: String, by channel: Sentence?, at when: Sentence
    ) -> Sentence {
        let (zh, en) = (post.map { "（\($0.zh)）" } ?? "", post.map { " (\($0.en))" } ?? "")
        return Sentence(
            zh: "\(unit)\(person)\(zh)代签收：\(channel.map { "\($0.zh)告知，" } ?? "")\(when.zh)",
            en: "\(person)\(en) of \(unit) recorded that you were told\(channel.map { " \($0.en)" } ?? ""): \(when.en)")
    }
    static let inTime = Sentence(zh: "按时", en: "in time")
    static let late = Sentence(zh: "迟签", en: "late")
    static let past = Sentence(zh: "已经过了", en: "past")
    static func signBy(_ moment: String, setBy unit: String) -> Sentence {
        Sentence(zh: "\(moment) 前签收，\(unit)所定", en: "Sign for it by \(moment), set by \(unit)")
    }
    static func urged(_ times: Int, by unit: String, last: String) -> Sentence {
        Sentence(
            zh: "\(unit)催过 \(times) 次，最近 \(last)：",
            en: "\(unit) has urged you \(times == 1 ? "once" : "\(times) times"), last \(last):")
    }
    static func signedBy(_ person: String, _ post: Sentence?, at moment: String) -> Sentence {
        Sentence(
            zh: "\(moment)，\(person)\(post.map { "（\($0.zh)）" } ?? "")",
            en: "\(moment), \(person)\(post.map { " (\($0.en))" } ?? "")")
    }

    // MARK: What follows

    static let nextHead = Sentence(zh: "下一步", en: "What follows")
    static func relay(_ units: Int) -> Sentence {
        Sentence(
            zh: "转给下级 \(units.grouped) 个单位",
            en: "Relay to \(units == 1 ? "the unit" : "the \(units.grouped) units") below")
    }
    static let relayNote = Sentence(
        zh: "先核对送给谁，再送。原样转，不改一个字。",
        en: "You check first who gets it. It goes on as it is; not a word changes.")
    static let quickNote = Sentence(zh: "一按就送，原样转，不改一个字。", en: "One press sends it, as it is; not a word changes.")
    static let whom = Sentence(zh: "送给", en: "To")
    static func units(_ count: Int) -> Sentence {
        Sentence(zh: "\(count.grouped) 个", en: count == 1 ? "1 unit" : "\(count.grouped) units")
    }
    static func unreached(_ count: Int) -> Sentence {
        Sentence(
            zh: "直接下级里还有 \(count.grouped) 个不在这一行里，要送就改送给谁。",
            en:
                "\(count.grouped) directly below \(count == 1 ? "is" : "are") not in this line; change it to send there."
        )
    }
    static let change = Sentence(zh: "改送给谁", en: "Change the addressees")
    static let askLeader = Sentence(zh: "去办理单", en: "To the handling sheet")
    static func relayed(_ units: Int, at moment: String) -> Sentence {
        Sentence(
            zh: "\(moment) 已转给下级 \(units.grouped) 个单位。",
            en: "Relayed to \(units.grouped) unit\(units == 1 ? "" : "s") below, \(moment).")
    }
    static let wall = Sentence(zh: "看谁签了", en: "See who has signed")
    static func relayByAnother(_ units: Int) -> Sentence {
        Sentence(
            zh: "本单位下面有 \(units.grouped) 个单位，由文书转给下级。",
            en: "There \(units == 1 ? "is 1 unit" : "are \(units.grouped) units") below yours; your clerk relays it.")
    }
    static let end = Sentence(
        zh: "到此为止。本单位下面没有单位，不用再转。", en: "It ends here. There is no unit below yours to pass it to.")
    static let signFirst = Sentence(zh: "签收以后再转给下级。", en: "Sign for it first, then relay it.")

    static let facts = Sentence(zh: "本单位办过什么", en: "What your unit did with it")
    static func factsNote(_ count: Int) -> Sentence {
        Sentence(zh: "\(count) 步", en: count == 1 ? "1 step" : "\(count) steps")
    }

    // MARK: After signing

    static let saved = Sentence(zh: "已签收，已存好", en: "Signed for, and saved")
    static func journal(_ number: String) -> Sentence { Sentence(zh: "日志 \(number)", en: "journal \(number)") }
    static let whoSees = Sentence(zh: "谁现在看得到", en: "Who can see it now")
    static func signedOf(_ signed: Int, _ total: Int) -> Sentence {
        Sentence(
            zh: "\(total.grouped) 个单位，已签 \(signed.grouped) 个",
            en: "\(signed.grouped) of \(total.grouped) units have signed")
    }
    static let onlyReceived = Sentence(
        zh: "签收只表示收到，不用再报什么。", en: "Signing only says that it was received. Nothing more is asked for it.")
    static let again = Sentence(zh: "再看一遍", en: "Read it again")
    static let backToToday = Sentence(zh: "回到今日", en: "Back to Today")
    static func dutiesDue(_ count: Int, minutes: Int) -> Sentence {
        Sentence(
            zh: "去办 \(count.grouped) 件 · \(minutes) 分钟",
            en: "Settle \(count.grouped) dut\(count == 1 ? "y" : "ies") · \(minutes) min")
    }
    static func nextDue(_ minutes: Int) -> Sentence {
        Sentence(zh: "下一件 · \(minutes) 分钟", en: "Next · \(minutes) min")
    }
}
