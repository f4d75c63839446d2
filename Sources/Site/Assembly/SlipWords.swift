import Federation

/// The sentence that the next page opens with after an act: what was saved, with its counts.
enum SlipWords {
    @Sendable static func sentence(_ entry: JournalEntry) -> Sentence? {
        let detail = Dictionary(entry.detail.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        switch Verb(rawValue: entry.verb) {
        case .noticeRegister where detail["known"] == "yes":
            return Sentence(
                zh: "这份公文早已登记，打开的是原来那一份", en: "This notice was registered before; this is that one")
        case .noticeRegister:
            let inner = detail["contains"] ?? "0"
            return inner == "0"
                ? Sentence(zh: "已登记", en: "Registered")
                : Sentence(zh: "已登记，里面另有 \(inner) 件", en: "Registered, with \(inner) notices inside it")
        case .noticeCorrect: return Sentence(zh: "已改正，原文没有动", en: "Corrected; the text itself is unchanged")
        case .dispatchIssue: return sent(detail, zh: "已分送", en: "Sent to")
        case .receiptRelay: return sent(detail, zh: "已转给下级", en: "Relayed to")
        case .receiptSign: return Sentence(zh: "已签收", en: "Signed for")
        case .receiptConvey: return conveyed(detail["people"])
        case .receiptFile: return Sentence(zh: "已阅存", en: "Filed")
        case .receiptRecord:
            let units = detail["units"] ?? "0"
            return Sentence(
                zh: "已代 \(units) 个单位记下签收",
                en: units == "1"
                    ? "Recorded for 1 unit that it was told" : "Recorded for \(units) units that they were told")
        case .dispatchUrge:
            let units = detail["units"] ?? "0"
            return Sentence(zh: "已催办 \(units) 个单位", en: units == "1" ? "Urged 1 unit" : "Urged \(units) units")
        case .obligationSort where detail["duties"] == nil:
            return Sentence(zh: "已改，原文没有动", en: "Changed; the notice itself is as it was")
        case .obligationSort:
            let (duties, guidance) = (detail["duties"] ?? "0", detail["guidance"] ?? "0")
            return Sentence(zh: "已分类：要办 \(duties)，要求 \(guidance)", en: "Sorted: \(duties) duties, \(guidance) guidance")
        case .reportWrite where detail["remark"] != nil:
            return Sentence(zh: "意见已记，写的人看得到", en: "The remark is kept; whoever writes sees it")
        case .reportWrite:
            return detail["quoted"] == nil
                ? Sentence(zh: "报告已存", en: "The report is saved")
                : Sentence(zh: "已引进来，出处记着", en: "Taken in, with its source")
        case .reportSign where detail["zero"] != nil: return Sentence(zh: "零报告已报出", en: "The zero report was sent up")
        case .reportSign: return Sentence(zh: "已签发，报出", en: "Signed and sent up")
        case .reportAccept where detail["recorded"] != nil:
            return Sentence(zh: "已记在那个单位名下", en: "Recorded under that unit's name")
        case .reportAccept:
            return detail["answer"] == "accepted"
                ? Sentence(zh: "已收下", en: "Accepted") : Sentence(zh: "已退回", en: "Returned")
        case .obligationAdd where detail["reports"] != nil:
            return detail["reports"] == "ended"
                ? Sentence(zh: "不再要了；报过的都在", en: "Asked no more; what was reported stays")
                : Sentence(zh: "下级的今日里看得到", en: "It stands in the Today of those below")
        case .obligationAdd:
            return Sentence(zh: "已加到 \(detail["duties"] ?? "") 件上", en: "Added to \(detail["duties"] ?? "")")
        case .responseOpen:
            return detail["closed"] == nil
                ? Sentence(zh: "已记下，下级看得到", en: "Kept; the levels below see it")
                : Sentence(zh: "已终止", en: "Closed")
        case .responseAttach: return Sentence(zh: "已归进去", en: "It belongs to the response now")
        case .ownerName: return Sentence(zh: "责任人已定，他们的今日里有一条", en: "Named; each of them is told in Today")
        case .ownerAcknowledge: return Sentence(zh: "已记下，你知道了", en: "Noted: you know")
        case .obligationAllocate: return allocated(detail)
        case .assignmentDischarge:
            if let undone = detail["undone"] {
                return Sentence(zh: "已撤销 \(undone) 件，又算欠着", en: "\(undone) undone; owed again")
            }
            if detail["reopened"] != nil { return Sentence(zh: "已重新打开，又算欠着", en: "Opened again; it is owed again") }
            if let under = detail["progressed"] {
                return Sentence(zh: "已记下 \(under) 件的进展", en: "Noted: \(under) under way")
            }
            return Sentence(zh: "已办结 \(detail["duties"] ?? "") 件", en: "\(detail["duties"] ?? "") settled")
        case .assignmentDecline: return Sentence(zh: "原因已记下，上级看得到", en: "Your reason is noted; the level above sees it")
        case .assignmentReturn: return Sentence(zh: "已退回，他们今天就看见", en: "Given back; it stands in their Today")
        case .assignmentUrge:
            let units = detail["units"] ?? "0"
            return Sentence(zh: "已催办 \(units) 个单位", en: units == "1" ? "Urged 1 unit" : "Urged \(units) units")
        case .noticeChange: return changed(detail)
        case .noticeAcknowledge: return Sentence(zh: "已记下，本单位知悉", en: "Noted for your unit")
        case .handlingPropose: return Sentence(zh: "拟办意见已写上办理单", en: "Your proposal is on the handling sheet")
        case .handlingInstruct: return Sentence(zh: "已批办", en: "Your instruction is on the handling sheet")
        case .handlingCirculate:
            let asks = detail["asks"] ?? "0"
            return Sentence(zh: "已送 \(asks) 人", en: asks == "1" ? "Sent to one person" : "Sent to \(asks) people")
        case .handlingAnswer: return handled(detail["step"])
        case .handlingReturn: return Sentence(zh: "已退回", en: "Returned with your remarks")
        case .handlingRecord where detail["step"] == "instructed":
            return Sentence(zh: "已记下，等领导确认", en: "Written down; the leader confirms it later")
        case .handlingConfirm: return Sentence(zh: "已确认", en: "Confirmed")
        case .draftWrite: return drafted(detail)
        case .draftIssue, .draftSignOff: return issued(detail)
        case .handlingRecord where detail["draft"] != nil: return issued(detail)
        case .draftDrop: return Sentence(zh: "这份稿不用了", en: "The draft is dropped")
        case .handlingDischarge: return Sentence(zh: "已办结", en: "The handling has ended")
        case .settingRevise: return Sentence(zh: "设置已保存", en: "The settings are saved")
        case .unitImport:
            return Sentence(zh: "已导入 \(detail["units"] ?? "") 个单位", en: "\(detail["units"] ?? "") units imported")
        case .unitMove: return Sentence(zh: "已改挂到新的上级", en: "Moved under its new parent")
        case .unitMerge: return Sentence(zh: "已并入", en: "Merged")
        case .unitClose: return Sentence(zh: "已撤销这个单位", en: "The unit is closed")
        case .invitationWithdraw: return Sentence(zh: "邀请已收回", en: "The invitation is withdrawn")
        case .postAppoint where detail["newcomer"] == "yes":
            return Sentence(
                zh: "职务已设，账号也有了。下一步：在名单里给一个设口令的码，当面交给本人",
                en: "The post is set, and the account. Next: give them a code for their password, in person")
        case .postAppoint: return Sentence(zh: "职务已设", en: "The post is set")
        case .postSubstitute: return Sentence(zh: "代理已指定", en: "The substitute is named")
        case .numberStart:
            return Sentence(
                zh: "这个代字从 \(detail["next"] ?? "") 号起", en: "The series goes on from \(detail["next"] ?? "")")
        case .numberReserve:
            return Sentence(zh: "\(detail["number"] ?? "") 号已预留", en: "Number \(detail["number"] ?? "") is reserved")
        case .numberEnter:
            return Sentence(zh: "\(detail["number"] ?? "") 号已登记", en: "Number \(detail["number"] ?? "") is entered")
        case .numberVoid:
            return Sentence(zh: "\(detail["number"] ?? "") 号已作废", en: "Number \(detail["number"] ?? "") is void")
        case .calendarRevise: return Sentence(zh: "工作日历已改", en: "The calendar is revised")
        case .jobRetry: return Sentence(zh: "马上再试", en: "It is tried again at once")
        case .jobAbandon: return Sentence(zh: "不再试了", en: "It is tried no more")
        case .credentialChange: return changedPassword(detail)
        case .postEnd: return Sentence(zh: "职务已免", en: "The post has ended")
        default: return nil
        }
    }

    private static func allocated(_ detail: [String: String]) -> Sentence {
        if let recalled = detail["recalled"] {
            return Sentence(zh: "已收回 \(recalled) 件，办了的还在", en: "\(recalled) taken back; what was done stays")
        }
        let duties = detail["duties"] ?? "0"
        return Sentence(
            zh: "已分解 \(duties) 件，公文送到谁，谁就看见", en: "\(duties) allocated; each unit sees them as the notice arrives")
    }

    private static func conveyed(_ people: String?) -> Sentence {
        guard let people, people != "unknown" else {
            return Sentence(zh: "已记下，传达到职工", en: "Noted: the workers were told")
        }
        return Sentence(
            zh: "已记下，传达到 \(people) 人",
            en: people == "1" ? "Noted: one worker was told" : "Noted: \(people) workers were told")
    }

    private static func changed(_ detail: [String: String]) -> Sentence {
        let units = detail["units"] ?? "0"
        let (zh, en) =
            switch detail["change"] {
            case "withdrawn": ("已撤回", "Withdrawn")
            case "replaced": ("已替换", "Replaced")
            default: ("已更正", "Corrected")
            }
        return units == "0"
            ? Sentence(zh: "\(zh)，没有别的单位要告知", en: "\(en); no other unit had it")
            : Sentence(zh: "\(zh)，已告知 \(units) 个单位", en: "\(en); \(units) units are told")
    }

    private static func handled(_ step: String?) -> Sentence {
        switch step {
        case "read": Sentence(zh: "已阅", en: "Marked as read")
        case "countersigned": Sentence(zh: "已会签", en: "Countersigned")
        case "proposed": Sentence(zh: "拟办意见已写上办理单", en: "Your proposal is on the handling sheet")
        default: Sentence(zh: "已办完", en: "Carried out")
        }
    }

    private static func drafted(_ detail: [String: String]) -> Sentence {
        let version = detail["version"] ?? ""
        if detail["carried"] != nil {
            return Sentence(zh: "封面已拟好，每个字都可以改", en: "The cover is drafted; every word can be changed")
        }
        return detail["to"] != nil
            ? Sentence(zh: "第 \(version) 版已送签", en: "Version \(version) is submitted for sign-off")
            : Sentence(zh: "已存，现在是第 \(version) 版", en: "Saved; the newest is version \(version)")
    }

    private static func issued(_ detail: [String: String]) -> Sentence {
        let number = detail["number"].flatMap { $0 == "none" ? nil : $0 }
        return sent(
            detail, zh: "已签发\(number.map { " \($0)" } ?? "")，分送",
            en: "Signed off\(number.map { " as \($0)" } ?? ""); sent to")
    }

    private static func changedPassword(_ detail: [String: String]) -> Sentence {
        let ended = detail["sessions"] ?? "0"
        return ended == "0"
            ? Sentence(zh: "口令已改", en: "The password is changed")
            : Sentence(
                zh: "口令已改，别处登录着的 \(ended) 个都退出了",
                en: "The password is changed; \(ended) signed out elsewhere")
    }

    private static func sent(_ detail: [String: String], zh: String, en: String) -> Sentence {
        let (units, copies) = (detail["recipients"] ?? "0", detail["copies"] ?? "0")
        return copies == "0"
            ? Sentence(zh: "\(zh) \(units) 个单位", en: "\(en) \(units) units")
            : Sentence(zh: "\(zh) \(units) 个单位，另抄送 \(copies) 个", en: "\(en) \(units) units, copies to \(copies)")
    }
}
