import Federation

/// A county of Jiaozuo and how many units the demo puts below it.
struct DemoCounty: Sendable {
    let code: String
    let name: String
    let english: String
    let division: Division
    /// Joint unions of streets, towns and rural townships.
    let streets, towns, townships: Int
    /// Workplaces directly under the county federation.
    let direct: Int
    /// Workplaces below the joint unions, two to each of the first ones.
    let inTownships: Int
    /// Branch unions below two of the direct workplaces at most.
    let branches: Int

    var jointCount: Int { streets + towns + townships }
    var unitCount: Int { jointCount + direct + inTownships + branches }

    static let all: [DemoCounty] = [
        county("410802", "解放区", "Jiefang", .district, joint: (9, 0, 0), (48, 10, 4)),
        county("410803", "中站区", "Zhongzhan", .district, joint: (8, 1, 0), (30, 6, 2)),
        county("410804", "马村区", "Macun", .district, joint: (5, 2, 1), (27, 5, 2)),
        county("410811", "山阳区", "Shanyang", .district, joint: (10, 1, 0), (60, 13, 5)),
        county("410821", "修武县", "Xiuwu", .county, joint: (0, 6, 3), (35, 9, 3)),
        county("410822", "博爱县", "Bo'ai", .county, joint: (2, 6, 2), (40, 9, 3)),
        county("410823", "武陟县", "Wuzhi", .county, joint: (3, 9, 3), (49, 13, 4)),
        county("410825", "温县", "Wenxian", .county, joint: (4, 5, 1), (41, 11, 3)),
        county("410882", "沁阳市", "Qinyang", .countyCity, joint: (3, 4, 1), (25, 6, 2)),
        county("410883", "孟州市", "Mengzhou", .countyCity, joint: (4, 5, 1), (37, 8, 3)),
    ]

    private static func county(
        _ code: String, _ name: String, _ english: String, _ division: Division,
        joint: (streets: Int, towns: Int, townships: Int), _ workplaces: (direct: Int, inTownships: Int, branches: Int)
    ) -> DemoCounty {
        DemoCounty(
            code: code, name: name, english: english, division: division,
            streets: joint.streets, towns: joint.towns, townships: joint.townships,
            direct: workplaces.direct, inTownships: workplaces.inTownships, branches: workplaces.branches)
    }
}
