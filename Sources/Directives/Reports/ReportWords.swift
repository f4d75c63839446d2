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

    // What is asked of reports, and who reported when.
    static let periodDue = Sentence(zh: "报情况", en: "Report")
    static func covers(_ day: String) -> Sentence { Sentence(zh: "截至 \(day)", en: "as of \(day)") }
    static func recordedBy(_ unit: String) -> Sentence { Sentence(zh: "\(unit)代记", en: "recorded by \(unit)") }
    static func seal(_ seal: SealHead) -> Sentence {
        let digits = Array(Hex.text(Array(seal.digest.prefix(16))))
        // In fours, so that a line can end between them.
        let words = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: " ")
        return Sentence(
            zh: "签发时的日志封印：第 \(seal.number) 号 \(words)", en: "Journal seal at signing: no. \(seal.number) \(words)")
    }
    static func then(_ count: Int) -> Sentence { Sentence(zh: "上次 \(count.grouped)", en: "was \(count.grouped)") }
    static func today(_ count: Int) -> Sentence { Sentence(zh: "现在 \(count.grouped)", en: "now \(count.grouped)") }
    static let answersHead = Sentence(zh: "这份报告答复", en: "What it answers")
    static let remarksHead = Sentence(zh: "对草稿的意见", en: "Remarks on the draft")
    static let remark = Sentence(zh: "意见", en: "Remark")
    static let remarkSend = Sentence(zh: "提意见", en: "Remark")
    static func version(_ version: Int) -> Sentence { Sentence(zh: "第 \(version) 版", en: "version \(version)") }
    static let freshNote = Sentence(zh: "标出的段落是上次报告没有的。", en: "Marked paragraphs were not in the report before.")
    static let answerHow = Sentence(zh: "怎么报", en: "How it is asked")
    static func rhythm(_ rhythm: ReportRhythm?) -> Sentence {
        switch rhythm {
        case .daily?: Sentence(zh: "每天报一次", en: "every day")
        case .weekly?: Sentence(zh: "每周报一次", en: "every week")
        case .monthly?: Sentence(zh: "每月报一次", en: "every month")
        case nil: Sentence(zh: "不定期", en: "no rhythm")
        }
    }
    static func asked(_ unit: String, _ rhythm: ReportRhythm?) -> Sentence {
        Sentence(zh: "\(unit)要求\(self.rhythm(rhythm).zh)", en: "\(unit) asks for reports, \(self.rhythm(rhythm).en)")
    }
    static let printedHead = Sentence(zh: "原文怎么说", en: "What the notice says")
    static let askHead = Sentence(zh: "要下级怎么报", en: "Ask those below")
    static let askRhythm = Sentence(zh: "多久报一次", en: "How often")
    static let askOutline = Sentence(zh: "提纲（可不写）", en: "Outline (optional)")
    static let askOutlineNote = Sentence(
        zh: "一行一个标题；\(ReportRules.outlineWords.map { "【\($0)】" }.joined())会换成数。",
        en:
            "One heading to a line; \(ReportRules.outlineWords.map { "【\($0)】" }.joined()) are replaced by figures.")
    static let askReason = Sentence(zh: "为什么要", en: "Why")
    static let ask = Sentence(zh: "要下级报", en: "Ask for reports")
    static let stop = Sentence(zh: "不再要了", en: "Stop asking")
    static let period = Sentence(zh: "报哪一期", en: "For which period")
    static func period(_ period: ReportPeriod) -> Sentence {
        let words =
            period.first == period.last ? "\(period.last)" : "\(period.first) – \(period.last)"
        return Sentence(zh: words, en: words)
    }
    static let byReceiver = Sentence(zh: "按上级的提纲", en: "by the outline from above")
    static let byOwn = Sentence(zh: "按本单位的提纲", en: "by your own")
    static let outlineChoice = Sentence(zh: "提纲", en: "Outline")
    static let zero = Sentence(zh: "零报告：没有新情况", en: "Zero report: nothing new")
    static let zeroNote = Sentence(zh: "只说没有新情况，别的什么都不说。", en: "It says that nothing new happened, and nothing else.")
    static let isZero = Sentence(zh: "零报告", en: "zero report")
    static let isRecorded = Sentence(zh: "代记", en: "recorded")
    static let recordHead = Sentence(zh: "代记电话报告", en: "Record a report by telephone")
    static let recordNote = Sentence(
        zh: "这些单位还没有人在用；来电来人说的，记在它们名下，注明谁记的。",
        en: "Nobody of these units is on Muster yet. What they say is kept under their name, with who wrote it down.")
    static let recordUnit = Sentence(zh: "哪个单位", en: "Which unit")
    static let recordChannel = Sentence(zh: "怎么报来的", en: "How it came")
    static let recordDay = Sentence(zh: "哪一天", en: "On which day")
    static let recordBody = Sentence(zh: "说了什么", en: "What they said")
    static let record = Sentence(zh: "记下", en: "Record it")
    static let choose = Sentence(zh: "选一样", en: "Choose")
    static let tableHead = Sentence(zh: "每期谁报了", en: "Who reported when")
    static let tableNote = Sentence(
        zh: "报 按时；迟 过期才报；零 零报告；缺 没有报；· 还没到期；– 这一期不用报。",
        en: "in: in time; late; 0: zero report; missing; · still open; – not expected then.")
    static func cell(_ cell: ReportCell) -> Sentence {
        switch cell {
        case .notExpected: Sentence(zh: "–", en: "–")
        case .waiting: Sentence(zh: "·", en: "·")
        case .missing: Sentence(zh: "缺", en: "missing")
        case .inTime(let isZero): isZero ? Sentence(zh: "零", en: "0") : Sentence(zh: "报", en: "in")
        case .late(let isZero): isZero ? Sentence(zh: "迟零", en: "late, 0") : Sentence(zh: "迟", en: "late")
        }
    }
    static let completeness = Sentence(zh: "报齐", en: "Complete")
    static let timeliness = Sentence(zh: "按时", en: "In time")
    static func share(_ part: Int, _ whole: Int) -> String {
        PictureRules.percent(part, of: whole).map { "\(part)/\(whole) \($0)%" } ?? "–"
    }
    static let unitsHead = Sentence(zh: "签发那天的单位", en: "The units on the day it was signed")
    static func unitsNote(_ moment: String) -> Sentence {
        Sentence(zh: "\(moment) 定住，之后不变。", en: "Frozen on \(moment); they do not change.")
    }
    static func filter(_ filter: ReportUnitsModel.Filter) -> Sentence {
        switch filter {
        case .all: Sentence(zh: "全部", en: "all")
        case .reached: reached
        case .signed: signed
        case .passed: passedOn
        case .late: late
        case .unreached: Sentence(zh: "没有送到", en: "Not reached")
        }
    }
    static func unitState(_ state: ReportUnit.State) -> Sentence {
        switch state {
        case .unreached: filter(.unreached)
        case .reached: Sentence(zh: "送到，没有签收", en: "reached, not signed")
        case .signed: signed
        case .passedOn: passedOn
        }
    }
    static func unitSettled(_ count: Int) -> Sentence { Sentence(zh: "办结 \(count) 件", en: "\(count) settled") }
    static let unitName = Sentence(zh: "单位", en: "Unit")
}
