import Federation

extension DemoUnitList {
    /// What hangs on 河南省总工会, which stands among the provinces: 17 cities, 济源, and the province's own.
    mutating func addHenan() {
        addHenanCities()
        addHenanIndustrialUnions()
        add(
            "\(DemoFederation.henanCode)-\(DemoSeries.organsUnion + 1)", "河南省直属机关工会",
            shortNames: ["省直工会", "河南省直工会"], english: "Henan Provincial Organs Union",
            kind: .organsUnion, level: .province, parent: DemoFederation.henanCode)
        addHenanWorkplaces()
        let owner = DemoOwner(
            code: DemoFederation.henanCode, name: "河南省总工会", shortNames: ["省总", "省总工会"],
            english: "Henan", level: .province)
        addDepartments(Self.henanDepartments, of: owner)
        addInstitutions(Self.henanInstitutions, of: owner)
    }

    /// The code of a provincial industrial union by the trades in its name.
    static let henanIndustrialCodes: [String: String] = industrialCodes(
        of: DemoFederation.henanCode, in: henanIndustrialUnions)

    private mutating func addHenanCities() {
        for fields in DemoTables.lines(Self.henanCities) where fields.count == 3 {
            addFederation(
                fields[0], fields[1] + "市", english: fields[2],
                shortNames: fields[0] == DemoFederation.jiaozuoCode ? ["市总", "焦作市总"] : nil,
                level: .city, division: .prefectureCity, parent: DemoFederation.henanCode)
        }
        // A county-level city directly under the province: 各省辖市总工会 must not catch it, its own name must.
        addFederation(
            "419001", "济源市", english: "Jiyuan", shortNames: ["济源示范区总工会"],
            level: .county, division: .countyCity, parent: DemoFederation.henanCode)
    }

    private mutating func addHenanIndustrialUnions() {
        for fields in DemoTables.lines(Self.henanIndustrialUnions) where fields.count == 2 {
            guard let code = Self.henanIndustrialCodes[fields[0]] else { continue }
            add(
                code, "河南省\(fields[0])工会", shortNames: ["省\(fields[0])工会"], english: "Henan \(fields[1]) Union",
                kind: .industrialUnion, level: .province, parent: DemoFederation.henanCode,
                secondParent: Self.nationalIndustrialCodes[fields[0]])
        }
    }

    private mutating func addHenanWorkplaces() {
        for (index, workplace) in DemoWorkplaces.province.enumerated() {
            let industry = Self.provincialIndustry[workplace.trade.industry]
            addWorkplace(
                workplace, code: "\(DemoFederation.henanCode)-\(DemoSeries.workplace + index + 1)",
                parent: DemoFederation.henanCode,
                secondParent: workplace.isOnIndustrialLine ? industry.flatMap { Self.henanIndustrialCodes[$0] } : nil)
        }
    }

    /// The provincial industrial union above each of the city's.
    static let provincialIndustry: [String: String] = [
        "教科文卫体": "教科文卫体", "交通运输": "海员建设", "能源化工": "能源化学地质", "机械冶金": "机械冶金建材",
        "轻纺": "财贸轻纺烟草", "建设": "海员建设", "财贸": "财贸轻纺烟草", "农林水": "农林水利气象",
    ]

    private static let henanCities = """
        410100|郑州|Zhengzhou
        410200|开封|Kaifeng
        410300|洛阳|Luoyang
        410400|平顶山|Pingdingshan
        410500|安阳|Anyang
        410600|鹤壁|Hebi
        410700|新乡|Xinxiang
        410800|焦作|Jiaozuo
        410900|濮阳|Puyang
        411000|许昌|Xuchang
        411100|漯河|Luohe
        411200|三门峡|Sanmenxia
        411300|南阳|Nanyang
        411400|商丘|Shangqiu
        411500|信阳|Xinyang
        411600|周口|Zhoukou
        411700|驻马店|Zhumadian
        """

    private static let henanIndustrialUnions = """
        教科文卫体|Education, Science, Culture, Health and Sports
        海员建设|Seafarers and Construction
        能源化学地质|Energy, Chemical and Geology
        机械冶金建材|Machinery, Metals and Building Materials
        国防邮电|Defence Industry, Posts and Telecommunications
        财贸轻纺烟草|Finance, Trade, Light Industry, Textiles and Tobacco
        农林水利气象|Agriculture, Forestry, Water and Weather
        金融|Banking
        """

    private static let henanDepartments = """
        办公室|General Office
        组织部|Organisation Department
        宣传教育部|Publicity and Education Department
        权益保障部|Rights Department
        劳动和经济工作部|Labour and Economy Department
        基层工作部|Grassroots Department
        法律工作部|Legal Department
        网络工作部|Network Department
        女职工部|Women Workers Department
        财务部|Finance Department
        资产监督管理部|Assets Department
        经费审查委员会办公室|Audit Office
        机关党委|Party Committee Office
        """

    private static let henanInstitutions = """
        河南省总工会机关服务中心|机关服务中心|Henan Federation Service Centre
        河南省职工服务中心|省职工服务中心|Henan Workers' Service Centre
        河南省工人文化宫|省工人文化宫|Henan Workers' Cultural Palace
        河南省职工疗养院|省职工疗养院|Henan Workers' Sanatorium
        河南省工会干部学校|省工会干部学校|Henan Union Officers' School
        河南省职工技术协作中心|省职工技术协作中心|Henan Workers' Technical Exchange Centre
        """
}
