import Federation
import Markup

/// The sentences of a registered notice's page: where it stands, and what this unit may do with it.
enum NoticeWords {
    static let notices = Sentence(zh: "公文", en: "Notices")
    static func title(_ title: String, day: String?) -> Sentence {
        Sentence(zh: title, en: day.map { "Notice of \($0)" } ?? "Notice")
    }
    static let noNumber = Sentence(zh: "文号未印", en: "no number printed")
    static let noDate = Sentence(zh: "日期未印", en: "no date printed")
    static func contains(_ count: Int) -> Sentence {
        Sentence(zh: "包含 \(count) 件", en: count == 1 ? "carries one notice" : "carries \(count) notices")
    }

    // MARK: Its way here

    static let received = Sentence(zh: "收到", en: "Received")
    static let opened = Sentence(zh: "打开", en: "Opened")
    static let signed = Sentence(zh: "签收", en: "Signed for")
    static let signBy = Sentence(zh: "签收期限", en: "Sign by")
    static let registered = Sentence(zh: "登记", en: "Entered")
    static let state = Sentence(zh: "到哪一步", en: "How far")
    static func sent(by unit: String, at moment: String) -> Sentence {
        Sentence(zh: "\(moment)，\(unit)送来", en: "\(moment), from \(unit)")
    }
    static func setBy(_ unit: String) -> Sentence {
        Sentence(zh: "\(unit)所定，原文没有", en: "set by \(unit), not in the text")
    }
    static func registered(by unit: String?, _ person: String?, at moment: String) -> Sentence {
        let who = [unit, person].compactMap { $0 }
        return Sentence(
            zh: moment + (who.isEmpty ? "" : "，" + who.joined(separator: " ")),
            en: moment + (who.isEmpty ? "" : ", " + who.joined(separator: ", ")))
    }
    static let wayHead = Sentence(zh: "怎样到这里的", en: "How it came here")

    // MARK: Acts

    static let sign = Sentence(zh: "签收", en: "Sign for it")
    static let seeReceipt = Sentence(zh: "看签收", en: "See the receipt")
    static func send(_ manner: Dispatch.Manner, _ units: Int?) -> Sentence {
        switch (manner, units) {
        case (.issue, nil): Sentence(zh: "核对主送，分送", en: "Check the addressees and send")
        case (.relay, nil): Sentence(zh: "核对后转给下级", en: "Check and relay to those below")
        case (.issue, .some(let units)):
            Sentence(
                zh: "核对主送，分送 \(units.grouped) 个单位",
                en: "Check the addressees and send to \(units == 1 ? "one unit" : "\(units.grouped) units")")
        case (.relay, .some(let units)):
            Sentence(
                zh: "核对后转给下级 \(units.grouped) 个单位",
                en: "Check and relay to \(units == 1 ? "the unit" : "the \(units.grouped) units") below")
        }
    }
    static func sendAgain(_ manner: Dispatch.Manner) -> Sentence {
        switch manner {
        case .issue: Sentence(zh: "再分送…", en: "Send once more…")
        case .relay: Sentence(zh: "再转给下级…", en: "Relay once more…")
        }
    }
    static let sendNote = Sentence(
        zh: "下一页先核对，在那里按下才发出。", en: "The next page shows who gets it; nothing goes out before you send there.")
    static let sendKey = Sentence(zh: "分送", en: "send")
    static let signKey = Sentence(zh: "签收", en: "sign")

    // MARK: Who has it

    static let whoHead = Sentence(zh: "谁收到了", en: "Who has it")
    static let who = Sentence(zh: "谁签了，谁还没有", en: "Who has signed, who has not")
    static func dispatched(_ manner: Dispatch.Manner, from unit: String?, at moment: String) -> Sentence {
        let (zh, en) = manner == .issue ? ("分送", "sent") : ("转给下级", "relayed")
        return Sentence(
            zh: "\(moment) \(unit ?? "本单位")\(zh)", en: "\(moment), \(en) by \(unit ?? "this unit")")
    }
    static func late(_ count: Int) -> Sentence { Sentence(zh: "\(count.grouped) 个逾期", en: "\(count.grouped) late") }
    static let nobodyYet = Sentence(zh: "本单位还没有发出去", en: "This unit has not sent it yet")

    // MARK: Reading

    static let fieldsHead = Sentence(zh: "读出来的", en: "What was read")
    static let readOnly = Sentence(zh: "由登记的单位改正", en: "corrected by the unit that entered it")
    static let inHead = Sentence(zh: "装着它的公文", en: "Notices that carry it")
}
