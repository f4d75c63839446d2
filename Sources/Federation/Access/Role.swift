/// What a post is for. Which person holds 一把手 or 分管 is a unit's own affair: roles are mapped to people by posts.
package enum Role: String, Sendable, CaseIterable, Codable {
    /// 主要负责同志
    case principal
    /// 党组主要负责同志: not always the chair
    case partyPrincipal = "party_principal"
    /// 分管领导
    case deputy
    /// 办公室文书
    case clerk
    /// 值班员
    case dutyOfficer = "duty_officer"
    /// 宣传
    case publicity
    /// 物资
    case reliefOfficer = "relief_officer"
    /// 权益
    case rightsOfficer = "rights_officer"
    /// 财务
    case treasurer
    /// 心理援助
    case counsellor
    /// 部门负责人
    case departmentHead = "department_head"
    /// 经审
    case auditor
    /// 组织管理员
    case administrator

    package var name: Sentence {
        switch self {
        case .principal: Sentence(zh: "主要负责同志", en: "Principal")
        case .partyPrincipal: Sentence(zh: "党组主要负责同志", en: "Party-group principal")
        case .deputy: Sentence(zh: "分管领导", en: "Deputy in charge")
        case .clerk: Sentence(zh: "办公室文书", en: "Office clerk")
        case .dutyOfficer: Sentence(zh: "值班员", en: "Duty officer")
        case .publicity: Sentence(zh: "宣传", en: "Publicity")
        case .reliefOfficer: Sentence(zh: "物资", en: "Relief officer")
        case .rightsOfficer: Sentence(zh: "权益", en: "Rights officer")
        case .treasurer: Sentence(zh: "财务", en: "Treasurer")
        case .counsellor: Sentence(zh: "心理援助", en: "Counsellor")
        case .departmentHead: Sentence(zh: "部门负责人", en: "Department head")
        case .auditor: Sentence(zh: "经审", en: "Auditor")
        case .administrator: Sentence(zh: "组织管理员", en: "Administrator")
        }
    }
}
