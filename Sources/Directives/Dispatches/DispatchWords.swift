import Federation
import Markup

/// What is said of a sending and of how far it went.
enum DispatchWords {
    static func own(_ units: Int) -> Sentence {
        Sentence(zh: "本级 \(units.grouped)", en: "This level \(units.grouped)")
    }
    static func all(_ units: Int) -> Sentence {
        Sentence(zh: "连以下各级 \(units.grouped)", en: "With all below \(units.grouped)")
    }
    static let byState = Sentence(zh: "按状态排", en: "By state")
    static let table = Sentence(zh: "换成表格", en: "As a table")
    static let setByUs = Sentence(zh: "本单位所定，原文没有", en: "Set by your unit; not in the notice")
    static let setBySender = Sentence(zh: "发送单位所定，原文没有", en: "Set by the sender; not in the notice")
    static func signer(_ name: String, standingInFor other: String) -> Sentence {
        Sentence(zh: "\(name)（代\(other)）", en: "\(name) (for \(other))")
    }
    static func recorder(_ unit: String) -> Sentence {
        Sentence(zh: "\(unit)代签收", en: "recorded by \(unit)")
    }
    static let addedByHand = Sentence(zh: "另加的单位", en: "Added by hand")
    static func notPassedOn(_ isSigned: Bool) -> Sentence {
        isSigned
            ? Sentence(zh: "签收了，还没有转发", en: "signed, not sent on yet")
            : Sentence(zh: "还没有签收，下面没有收到", en: "not signed; nothing has come below it")
    }
    static func partlyReached(_ units: Int) -> Sentence {
        Sentence(zh: "下面还有 \(units.grouped) 个没有收到", en: "\(units.grouped) below have not got it")
    }
}
