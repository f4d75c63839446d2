import Federation

/// What proposals of obligations are called.
enum ObligationRowWords {
    static let name = Sentence(zh: "要做的事", en: "What is asked")
    static let show = Sentence(zh: "逐句看", en: "Sentence by sentence")
    static let proposed = Sentence(
        zh: "这是读出来的建议，登记不等于分派。", en: "These are proposals of the reader; registering assigns nothing.")
    static let condition = Sentence(zh: "条件：", en: "Condition: ")
    static func counts(duties: Int, guidance: Int) -> Sentence {
        let parts = [
            duties == 0
                ? nil : Sentence(zh: "须落实 \(duties) 条", en: "\(duties) \(duties == 1 ? "duty" : "duties")"),
            guidance == 0 ? nil : Sentence(zh: "精神类 \(guidance) 条", en: "\(guidance) guidance"),
        ].compactMap { $0 }
        return Sentence(zh: parts.map(\.zh).joined(separator: " · "), en: parts.map(\.en).joined(separator: " · "))
    }
}

extension ObligationSort {
    var words: Sentence {
        switch self {
        case .duty: Sentence(zh: "须落实", en: "duty")
        case .guidance: Sentence(zh: "精神类", en: "guidance")
        }
    }
}

extension ObligationRole {
    var words: Sentence {
        switch self {
        case .lead: Sentence(zh: "牵头办", en: "leads")
        case .assist: Sentence(zh: "配合", en: "assists")
        case .supervise: Sentence(zh: "督促", en: "supervises")
        case .mobilise: Sentence(zh: "发动", en: "mobilises")
        case .publish: Sentence(zh: "宣传发布", en: "publishes")
        case .report: Sentence(zh: "报告", en: "reports")
        case .study: Sentence(zh: "学习", en: "studies")
        }
    }
}

extension ObligationKind {
    var words: Sentence {
        switch self {
        case .federation: Sentence(zh: "总工会", en: "federations")
        case .industrialUnion: Sentence(zh: "产业工会", en: "industrial unions")
        case .grassrootsUnion: Sentence(zh: "基层工会", en: "grassroots unions")
        case .department: Sentence(zh: "部门", en: "departments")
        case .institution: Sentence(zh: "直属单位", en: "institutions")
        case .unionMedia: Sentence(zh: "工会媒体", en: "union media")
        case .leader: Sentence(zh: "领导干部", en: "leaders")
        case .member: Sentence(zh: "职工、会员", en: "workers and members")
        }
    }
}

extension ObligationLevel {
    var words: Sentence {
        switch self {
        case .all: Sentence(zh: "各级", en: "every level")
        case .national: Sentence(zh: "全国", en: "national")
        case .province: Sentence(zh: "省", en: "province")
        case .city: Sentence(zh: "市", en: "city")
        case .county: Sentence(zh: "县", en: "county")
        case .township: Sentence(zh: "乡镇街道", en: "township")
        case .workplace: Sentence(zh: "企业单位", en: "workplace")
        }
    }
}
