import Federation
import Markup

/// The sentences of reports.
enum ReportWords {
    static let link = Sentence(zh: "报告", en: "Reports")
    static let acceptDue = Sentence(zh: "看下级的报告", en: "Look at a report from below")
    static let returnedDue = Sentence(zh: "报告退回，改好再报", en: "A report was returned; write it anew")
    static let listHead = Sentence(zh: "谁报了，谁还没有报", en: "Who has reported, and who has not")
    static let ownHead = Sentence(zh: "本单位的报告", en: "Your unit's reports")
    static let none = Sentence(zh: "还没有写。", en: "None was written yet.")
    static let start = Sentence(zh: "写报告", en: "Write a report")
    static let receivedHead = Sentence(zh: "下级报来的", en: "From below")
    static func silentHead(_ count: Int) -> Sentence {
        Sentence(zh: "公文到了、还没有报的 \(count.grouped) 个", en: "\(count.grouped) have the notice and have not reported")
    }
    static let silentNote = Sentence(zh: "没有报不等于没有做，也不等于零。", en: "Silence is neither nothing done nor zero.")
    static func ordinal(_ ordinal: Int) -> Sentence {
        ordinal == 1
            ? Sentence(zh: "报告", en: "Report") : Sentence(zh: "续报（\(ordinal)）", en: "Follow-up \(ordinal)")
    }
    static func state(_ state: Report.State) -> Sentence {
        switch state {
        case .draft: Sentence(zh: "起草中", en: "being written")
        case .sent: Sentence(zh: "已报出", en: "sent up")
        case .accepted: Sentence(zh: "上级已收下", en: "accepted above")
        case .returned: Sentence(zh: "退回", en: "returned")
        }
    }
    static func head(_ unit: String, _ ordinal: Int) -> Sentence {
        Sentence(zh: "\(unit)的\(self.ordinal(ordinal).zh)", en: "\(self.ordinal(ordinal).en) of \(unit)")
    }
    static func to(_ unit: String) -> Sentence { Sentence(zh: "报给\(unit)", en: "to \(unit)") }
    static let body = Sentence(zh: "报告", en: "The report")
    static let bodyNote = Sentence(
        zh: "提纲和数是现填的，句子由人写。数在签发时定住。",
        en: "Outline and figures were filled in; the sentences are yours. Figures freeze as it is signed.")
    static let save = Sentence(zh: "存下", en: "Save")
    static let sign = Sentence(zh: "签发，报出", en: "Sign and send up")
    static let despite = Sentence(zh: "数字没有到全部，照样报出（记在报告经过里）", en: "Send it all the same; this is kept with the report")
    static let challengeHead = Sentence(zh: "比数字说得多的句子", en: "Sentences that say more than the figures")
    static let quoteHead = Sentence(zh: "引下级的话", en: "Quote from below")
    static let quotePassage = Sentence(zh: "哪一段", en: "Which passage")
    static let quote = Sentence(zh: "引进来", en: "Take it in")
    static let quotedHead = Sentence(zh: "引用的出处", en: "Sources of what is quoted")
    static let offeredHead = Sentence(zh: "上次以后变了的数", en: "Figures that changed since")
    static let figuresHead = Sentence(zh: "数和它的范围", en: "Figures and what they cover")
    static let frozen = Sentence(zh: "签发时的数，不再变", en: "as signed; they do not change")
    static let live = Sentence(zh: "现在的数", en: "as they are now")
    static let reached = Sentence(zh: "送到", en: "Reached")
    static let signed = Sentence(zh: "签收", en: "Signed")
    static let passedOn = Sentence(zh: "转发、传达", en: "Passed on")
    static let settled = Sentence(zh: "要办办结", en: "Duties settled")
    static let late = Sentence(zh: "逾期未签", en: "Overdue")
    static let branch = Sentence(zh: "条块", en: "Branch")
    static let accept = Sentence(zh: "收下", en: "Accept")
    static let giveBackHead = Sentence(zh: "退回", en: "Return it")
    static let reason = Sentence(zh: "原因", en: "Why")
    static let giveBack = Sentence(zh: "退回", en: "Return")
    static let factsHead = Sentence(zh: "经过", en: "What happened")
    static func fact(_ kind: ReportFact.Kind, _ version: Int) -> Sentence {
        switch kind {
        case .written: Sentence(zh: "写了第 \(version) 版", en: "Version \(version) written")
        case .sent: Sentence(zh: "签发第 \(version) 版，报出", en: "Version \(version) signed and sent up")
        case .accepted: Sentence(zh: "收下", en: "Accepted")
        case .returned: Sentence(zh: "退回", en: "Returned")
        }
    }
    static let paper = Sentence(zh: "打印", en: "Print")
    static func title(_ unit: String, _ title: String) -> String { "\(unit)关于《\(title)》落实情况的报告" }
}
