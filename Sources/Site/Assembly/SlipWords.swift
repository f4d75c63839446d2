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
