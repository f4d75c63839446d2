/// A node of the federation (单位).
///
/// Kind, level and division are attributes, never a position: a group company's union has branch unions below it,
/// and 济源 is a county that hangs directly on its province. Where a unit hangs is told by `UnitLink`.
package struct Unit: Sendable, Hashable {
    package var id: UnitID
    /// The unit's registration code in this installation, unique: a GB/T 2260 code with a suffix, or any code of its own.
    package var code: String
    /// Full name, as it stands in a notice (焦作市总工会).
    package var name: String
    /// Short names and other names by which notices call it (市总, 济源示范区总工会); the first is the customary one.
    package var shortNames: [String]
    /// English name, where the unit has given one.
    package var nameEnglish: String?
    package var kind: UnitKind
    package var level: UnitLevel
    /// The kind of territory, for territorial federations only.
    package var division: Division?
    /// GB/T 2260 code of the territory today, six digits.
    package var regionCode: String?
    /// Fixed-width opaque segments from the root along primary links. Rules scope, counting and summaries.
    package var path: TreePath
    /// The same along the secondary line, where the unit hangs on one; for addressees and for views marked "not added up".
    package var secondaryPath: TreePath?
    /// The day it was closed or merged, ISO; nil while it works.
    package var closedOn: String?

    package init(
        id: UnitID, code: String, name: String, shortNames: [String] = [], nameEnglish: String? = nil,
        kind: UnitKind, level: UnitLevel, division: Division? = nil, regionCode: String? = nil,
        path: TreePath, secondaryPath: TreePath? = nil, closedOn: String? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.shortNames = shortNames
        self.nameEnglish = nameEnglish
        self.kind = kind
        self.level = level
        self.division = division
        self.regionCode = regionCode
        self.path = path
        self.secondaryPath = secondaryPath
        self.closedOn = closedOn
    }
}

extension Unit {
    /// The name in the reader's language: the Chinese one where the unit has given no other.
    package func shownName(_ language: Language) -> String {
        language == .english ? nameEnglish ?? name : name
    }

    package var isWorking: Bool { closedOn == nil }
}

package typealias UnitID = ID<Unit>

/// What a unit is. Stored and imported by these words.
package enum UnitKind: String, Sendable, CaseIterable, Codable {
    /// 总工会: a territorial federation, from the nation to the county.
    case federation
    /// 产业工会: national, provincial or city.
    case industrialUnion = "industrial_union"
    /// 省直工会, 中央和国家机关工会联合会: the union for the organs directly run by a level.
    case organsUnion = "organs_union"
    /// 乡镇（街道）工会联合会, 联合工会: a federation below the county, or several workplaces together.
    case jointUnion = "joint_union"
    /// 基层工会: the union at a workplace; it may have branch unions below it.
    case grassrootsUnion = "grassroots_union"
    /// 部门: an office department of a federation.
    case department
    /// 事业单位, 直属单位: a public institution under a federation.
    case institution
}

/// How high a unit stands, whatever it hangs on.
package enum UnitLevel: String, Sendable, CaseIterable, Codable {
    case national, province, city, county, township, workplace

    /// 0 for the nation, growing downward.
    package var depth: Int { Self.allCases.firstIndex(of: self)! }

    package var name: Sentence {
        switch self {
        case .national: Sentence(zh: "全国", en: "national")
        case .province: Sentence(zh: "省", en: "province")
        case .city: Sentence(zh: "市", en: "city")
        case .county: Sentence(zh: "县", en: "county")
        case .township: Sentence(zh: "乡镇（街道）", en: "township")
        case .workplace: Sentence(zh: "基层", en: "workplace")
        }
    }
}

/// The kind of territory a territorial federation stands for; addressee lines name exactly these words.
package enum Division: String, Sendable, CaseIterable, Codable {
    /// 省
    case province
    /// 自治区
    case autonomousRegion = "autonomous_region"
    /// 直辖市
    case municipality
    /// 新疆生产建设兵团
    case corps
    /// 省辖市, 地级市
    case prefectureCity = "prefecture_city"
    /// 示范区, 开发区 and other zones that have no place in GB/T 2260 or a special one
    case zone
    /// 县
    case county
    /// 县级市
    case countyCity = "county_city"
    /// 区
    case district
    /// 乡
    case townshipRural = "township"
    /// 镇
    case town
    /// 街道
    case street
}
