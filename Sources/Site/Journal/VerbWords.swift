import Federation

/// What was done, in words.
enum VerbWords {
    static func name(of verb: Verb) -> Sentence {
        switch verb {
        case .sessionOpen: Sentence(zh: "登录", en: "signed in")
        case .sessionClose: Sentence(zh: "退出", en: "signed out")
        case .sessionSwitch: Sentence(zh: "换了职务或语言", en: "switched post or language")
        case .invitationIssue: Sentence(zh: "邀请", en: "invited")
        case .invitationAccept: Sentence(zh: "接受邀请", en: "accepted an invitation")
        case .invitationWithdraw: Sentence(zh: "收回邀请", en: "withdrew an invitation")
        case .credentialReset: Sentence(zh: "重设口令", en: "let a password be reset")
        case .credentialChange: Sentence(zh: "改口令", en: "changed the password")
        case .unitRead: Sentence(zh: "看单位", en: "read a unit")
        case .unitCreate: Sentence(zh: "设立单位", en: "created a unit")
        case .unitRevise: Sentence(zh: "改单位名称", en: "revised a unit")
        case .unitImport: Sentence(zh: "导入单位", en: "imported units")
        case .unitMove: Sentence(zh: "换上级", en: "moved a unit")
        case .unitMerge: Sentence(zh: "合并单位", en: "merged a unit")
        case .unitClose: Sentence(zh: "撤销单位", en: "closed a unit")
        case .postRead: Sentence(zh: "看职务", en: "read posts")
        case .postAppoint: Sentence(zh: "任职", en: "appointed")
        case .postEnd: Sentence(zh: "免职", en: "ended a post")
        case .postSubstitute: Sentence(zh: "指定代理", en: "named a substitute")
        case .noticeRead: Sentence(zh: "看公文", en: "read a notice")
        case .noticeRegister: Sentence(zh: "登记公文", en: "registered a notice")
        case .noticeCorrect: Sentence(zh: "改正读出的内容", en: "corrected what was read")
        case .dispatchIssue: Sentence(zh: "发出", en: "issued")
        case .dispatchRead: Sentence(zh: "看分送", en: "read a dispatch")
        case .receiptRead: Sentence(zh: "看签收", en: "read receipts")
        case .receiptOpen: Sentence(zh: "打开", en: "opened")
        case .receiptSign: Sentence(zh: "签收", en: "signed")
        case .receiptRelay: Sentence(zh: "转发", en: "relayed")
        case .journalRead: Sentence(zh: "看日志", en: "read the journal")
        case .journalSeal: Sentence(zh: "封存日志", en: "sealed the journal")
        case .numberRead: Sentence(zh: "看文号登记簿", en: "read the register of numbers")
        case .numberStart: Sentence(zh: "起文号", en: "started a number series")
        case .numberDraw: Sentence(zh: "取文号", en: "drew a number")
        case .numberReserve: Sentence(zh: "预留文号", en: "reserved a number")
        case .numberEnter: Sentence(zh: "手工登记文号", en: "entered a number by hand")
        case .numberVoid: Sentence(zh: "作废文号", en: "voided a number")
        case .blobStore: Sentence(zh: "存文件", en: "stored a file")
        case .blobRead: Sentence(zh: "看文件", en: "read a file")
        case .dueRead: Sentence(zh: "看今日", en: "read today's list")
        case .calendarRead: Sentence(zh: "看工作日历", en: "read the calendar")
        case .jobRead: Sentence(zh: "看后台任务", en: "read the jobs")
        case .jobRetry: Sentence(zh: "重试后台任务", en: "had a job tried again")
        case .jobAbandon: Sentence(zh: "停办后台任务", en: "gave a job up")
        case .calendarRevise: Sentence(zh: "改工作日历", en: "revised the calendar")
        case .demoLay: Sentence(zh: "铺演示数据", en: "laid the demo")
        }
    }

    /// The words for what is stored; the stored word itself where it is of a later or earlier vocabulary.
    static func name(of word: String) -> Sentence {
        Verb(rawValue: word).map { name(of: $0) } ?? Sentence(zh: word, en: word)
    }
}
