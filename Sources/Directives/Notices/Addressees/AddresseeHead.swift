import Federation

/// The kinds of body an addressee line can ask for by their common name.
enum AddresseeHead: String {
    case federation = "总工会"
    case federationShort = "总"
    case localFederation = "地方总工会"
    case union = "工会"
    case unionOrganisation = "工会组织"
    case industrialUnion = "产业工会"
    case systemUnion = "产业（系统）工会"
    case jointUnion = "工会联合会"
    case grassrootsUnion = "基层工会"
    case grassrootsCommittee = "基层工会委员会"
    case grassrootsOrganisation = "基层工会组织"
    case workplaceUnion = "企事业单位工会"
    case department = "部门"
    case officeRoom = "部室"
    case officeSection = "处室"
    case officeDivision = "科室"
    case officePart = "部"
    case room = "室"
    case publicInstitution = "事业单位"
    case enterprisesAndInstitutions = "企事业单位"
    case unit = "单位"
    case body = "机构"

    /// What the head means where no territory stands before it, or nil where it means nothing by itself.
    func kinds(link: AddresseeItem.Link?) -> [UnitKind]? {
        switch self {
        case .federation, .federationShort, .localFederation: [.federation]
        case .industrialUnion, .systemUnion: [.industrialUnion]
        case .jointUnion: [.jointUnion]
        case .grassrootsUnion, .grassrootsCommittee, .grassrootsOrganisation: [.grassrootsUnion]
        // 直属单位 are institutions; a bare 单位 may be anything, so it is left to a person.
        case .unit, .body, .enterprisesAndInstitutions: link == .direct ? [.institution] : nil
        case .workplaceUnion: link == .direct ? [.grassrootsUnion] : nil
        case .publicInstitution: [.institution]
        case .department, .officeRoom, .officeSection, .officeDivision, .officePart, .room: [.department]
        case .union, .unionOrganisation: nil
        }
    }

    /// Every kind that is a union, which is what 各级工会 speaks to; an office department is not one.
    static let unions: [UnitKind] = [.federation, .industrialUnion, .organsUnion, .jointUnion, .grassrootsUnion]

    /// What the head means after territories of one tier, or nil where it does not go with them.
    func kinds(at tier: AddresseeTier) -> [UnitKind]? {
        switch self {
        // Below the county a 总工会 may be registered as either, so both are asked for rather than one left out.
        case .federation, .federationShort, .union: tier == .township ? [.jointUnion, .federation] : [.federation]
        case .jointUnion: tier == .township ? [.jointUnion] : nil
        default: nil
        }
    }
}
