import Federation
import Markup
import Web

/// The sentences of responses.
enum ResponseWords {
    static let link = Sentence(zh: "应急响应", en: "The response")
    static let title = Sentence(zh: "应急响应", en: "Emergency responses")
    static let none = Sentence(zh: "没有启动过应急响应。", en: "No response was ever opened.")
    static let openHead = Sentence(zh: "启动应急响应", en: "Open a response")
    static let name = Sentence(zh: "叫什么", en: "Name")
    static let level = Sentence(zh: "级别", en: "Level")
    static let reason = Sentence(zh: "依据或原因", en: "Reason")
    static let open = Sentence(zh: "启动", en: "Open")
    static let choose = Sentence(zh: "选一样", en: "Choose")
    static func since(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 启动", en: "opened \(moment)") }
    static func closed(_ moment: String) -> Sentence { Sentence(zh: "\(moment) 终止", en: "closed \(moment)") }
    static let pictureHead = Sentence(zh: "各份公文到哪里了", en: "How far each notice is")
    static let branchesHead = Sentence(zh: "各条块（公文合计，件次）", en: "Branches, all notices together")
    static let noNotice = Sentence(zh: "还没有公文归进来。", en: "No notice belongs to it yet.")
    static let notice = Sentence(zh: "公文", en: "Notice")
    static let levelHead = Sentence(zh: "调整级别", en: "Change the level")
    static let change = Sentence(zh: "调整", en: "Change")
    static let closeHead = Sentence(zh: "终止响应", en: "Close it")
    static let close = Sentence(zh: "终止", en: "Close")
    static let attachHead = Sentence(zh: "归进一份公文", en: "Put a notice into it")
    static let attach = Sentence(zh: "归进来", en: "Put it in")
    static let factsHead = Sentence(zh: "经过", en: "What happened")
    static func banner(_ name: String) -> Sentence { Sentence(zh: "“\(name)”有变化。", en: "“\(name)” has changed.") }
    static func fact(_ fact: ResponseFact) -> Sentence {
        switch fact.kind {
        case .opened:
            Sentence(zh: "启动，\(fact.after?.name.zh ?? "")", en: "Opened at \(fact.after?.name.en ?? "")")
        case .levelled:
            Sentence(
                zh: "由\(fact.before?.name.zh ?? "")调为\(fact.after?.name.zh ?? "")",
                en: "From \(fact.before?.name.en ?? "") to \(fact.after?.name.en ?? "")")
        case .closed: Sentence(zh: "终止", en: "Closed")
        }
    }
    static func changed(_ fact: ResponseFact) -> Sentence {
        Sentence(
            zh: "\(TimeWords.short(fact.moment, .chinese)) \(self.fact(fact).zh)：\(fact.reason)",
            en: "\(TimeWords.short(fact.moment, .english)): \(self.fact(fact).en). \(fact.reason)")
    }
}
