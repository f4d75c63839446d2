import Federation

extension DemoUnitList {
    /// What hangs directly on 焦作市总工会: 10 counties, 8 industrial unions, 51 workplaces, 11 departments, 4 institutions.
    ///
    /// These 84 are the recipients of the mission document's cover. 410871 (示范区) is a statistical division only and has
    /// no unit, so that an addressee line naming it is seen to resolve to nothing.
    mutating func addJiaozuo() {
        for county in DemoCounty.all {
            addFederation(
                county.code, county.name, english: county.english,
                level: .county, division: county.division, parent: DemoFederation.jiaozuoCode)
        }
        addCityIndustrialUnions()
        for (index, workplace) in DemoWorkplaces.city.enumerated() {
            addWorkplace(
                workplace, code: "\(DemoFederation.jiaozuoCode)-\(DemoSeries.workplace + index + 1)",
                parent: DemoFederation.jiaozuoCode, secondParent: Self.cityIndustrialUnion(of: workplace))
        }
        let owner = DemoOwner(
            code: DemoFederation.jiaozuoCode, name: "焦作市总工会", shortNames: ["市总", "市总工会"],
            english: "Jiaozuo", level: .city)
        addDepartments(Self.jiaozuoDepartments, of: owner)
        addInstitutions(Self.jiaozuoInstitutions, of: owner)
    }

    /// The code of the city industrial union on which the workplace hangs besides its territory, or nil.
    static func cityIndustrialUnion(of workplace: DemoWorkplace) -> String? {
        workplace.isOnIndustrialLine ? cityIndustrialCodes[workplace.trade.industry] : nil
    }

    private static let cityIndustrialCodes: [String: String] = industrialCodes(
        of: DemoFederation.jiaozuoCode, in: cityIndustrialUnions)

    private mutating func addCityIndustrialUnions() {
        for fields in DemoTables.lines(Self.cityIndustrialUnions) where fields.count == 2 {
            guard let code = Self.cityIndustrialCodes[fields[0]] else { continue }
            let above = Self.provincialIndustry[fields[0]].flatMap { Self.henanIndustrialCodes[$0] }
            add(
                code, "焦作市\(fields[0])工会", shortNames: ["\(fields[0])工会", "市\(fields[0])工会"],
                english: "Jiaozuo \(fields[1]) Union", kind: .industrialUnion, level: .city,
                parent: DemoFederation.jiaozuoCode, secondParent: above)
        }
    }

    private static let cityIndustrialUnions = """
        教科文卫体|Education, Science, Culture, Health and Sports
        交通运输|Transport
        能源化工|Energy and Chemical
        机械冶金|Machinery and Metals
        轻纺|Light Industry and Textiles
        建设|Construction
        财贸|Finance and Trade
        农林水|Agriculture, Forestry and Water
        """

    private static let jiaozuoDepartments = """
        办公室|General Office
        组织部|Organisation Department
        宣教部|Publicity and Education Department
        权益保障部|Rights Department
        经济部|Economy Department
        基层工作部|Grassroots Department
        网络工作部|Network Department
        女工部|Women Workers Department
        财务部|Finance Department
        经审办|Audit Office
        机关党委|Party Committee Office
        """

    private static let jiaozuoInstitutions = """
        焦作市职工服务中心|职工服务中心|Jiaozuo Workers' Service Centre
        焦作市工人文化宫|工人文化宫|Jiaozuo Workers' Cultural Palace
        焦作市职工疗养院|职工疗养院|Jiaozuo Workers' Sanatorium
        焦作市职工学校|职工学校|Jiaozuo Workers' School
        """
}
