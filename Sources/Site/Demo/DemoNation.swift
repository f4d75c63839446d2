import Federation

extension DemoUnitList {
    /// The national body, its offices and institutions, the ten national industrial unions, the union of the central organs,
    /// 31 provincial federations and the corps.
    mutating func addNation() {
        let owner = DemoOwner(
            code: DemoFederation.nationalCode, name: "中华全国总工会", shortNames: ["全总"],
            english: "ACFTU", level: .national)
        // Its code is of this installation: GB/T 2260 has divisions of the nation only, so there is no region code.
        add(
            owner.code, owner.name, shortNames: ["全总"], english: "All-China Federation of Trade Unions",
            kind: .federation, level: .national, parent: nil)
        addDepartments(Self.nationalDepartments, of: owner)
        addInstitutions(Self.nationalInstitutions, of: owner)
        addNationalIndustrialUnions()
        add(
            "\(owner.code)-\(DemoSeries.organsUnion + 1)", "中央和国家机关工会联合会",
            english: "Federation of Unions of Central and State Organs",
            kind: .organsUnion, level: .national, parent: owner.code)
        addProvinces()
    }

    /// The code of a national industrial union by the trades in its name.
    static let nationalIndustrialCodes: [String: String] = industrialCodes(
        of: DemoFederation.nationalCode, in: nationalIndustrialUnions)

    /// Codes by the first field of a table of industrial unions.
    static func industrialCodes(of owner: String, in table: String) -> [String: String] {
        Dictionary(
            DemoTables.lines(table).enumerated().map { ($1[0], "\(owner)-\(DemoSeries.industrialUnion + $0 + 1)") },
            uniquingKeysWith: { first, _ in first })
    }

    private mutating func addNationalIndustrialUnions() {
        for fields in DemoTables.lines(Self.nationalIndustrialUnions) where fields.count == 2 {
            guard let code = Self.nationalIndustrialCodes[fields[0]] else { continue }
            add(
                code, "中国\(fields[0])工会", shortNames: ["全国\(fields[0])工会"], english: "China \(fields[1]) Union",
                kind: .industrialUnion, level: .national, parent: DemoFederation.nationalCode)
        }
    }

    private mutating func addProvinces() {
        for fields in DemoTables.lines(Self.provinces) where fields.count == 4 {
            guard let division = Division(rawValue: fields[3]) else { continue }
            addFederation(
                fields[0] + "0000", fields[1], english: fields[2],
                shortNames: fields[0] == "41" ? ["省总", "河南省总"] : nil,
                level: .province, division: division, parent: DemoFederation.nationalCode)
        }
        // GB/T 2260 has no division for the corps, so it has a code of its own and no region code.
        add(
            "660000", "新疆生产建设兵团总工会", shortNames: ["兵团总工会"],
            english: "Xinjiang Production and Construction Corps Federation of Trade Unions",
            kind: .federation, level: .province, division: .corps, parent: DemoFederation.nationalCode)
    }

    private static let nationalDepartments = """
        办公厅|General Office
        组织部|Organisation Department
        宣传教育部|Publicity and Education Department
        权益保障部|Rights Department
        劳动和经济工作部|Labour and Economy Department
        基层工作部|Grassroots Department
        网络工作部|Network Department
        女职工部|Women Workers Department
        资产监督管理部|Assets Department
        社会联络部|Social Liaison Department
        财务部|Finance Department
        国际联络部|International Department
        经费审查委员会办公室|Audit Office
        机关党委|Party Committee Office
        """

    private static let nationalInstitutions = """
        中华全国总工会机关服务中心|机关服务中心|ACFTU Service Centre
        中国职工之家||China Workers' House
        中国劳动关系学院||China Labour Relations College
        工人日报社||Workers' Daily
        中国工人出版社||China Workers' Press
        中国职工发展基金会||China Workers' Development Foundation
        """

    private static let nationalIndustrialUnions = """
        教科文卫体|Education, Science, Culture, Health and Sports
        海员建设|Seafarers and Construction
        能源化学地质|Energy, Chemical and Geology
        机械冶金建材|Machinery, Metals and Building Materials
        国防邮电|Defence Industry, Posts and Telecommunications
        财贸轻纺烟草|Finance, Trade, Light Industry, Textiles and Tobacco
        农林水利气象|Agriculture, Forestry, Water and Weather
        铁路|Railway
        民航|Civil Aviation
        金融|Banking
        """

    /// First two digits of GB/T 2260, name, English, division.
    private static let provinces = """
        11|北京市|Beijing|municipality
        12|天津市|Tianjin|municipality
        13|河北省|Hebei|province
        14|山西省|Shanxi|province
        15|内蒙古自治区|Inner Mongolia|autonomous_region
        21|辽宁省|Liaoning|province
        22|吉林省|Jilin|province
        23|黑龙江省|Heilongjiang|province
        31|上海市|Shanghai|municipality
        32|江苏省|Jiangsu|province
        33|浙江省|Zhejiang|province
        34|安徽省|Anhui|province
        35|福建省|Fujian|province
        36|江西省|Jiangxi|province
        37|山东省|Shandong|province
        41|河南省|Henan|province
        42|湖北省|Hubei|province
        43|湖南省|Hunan|province
        44|广东省|Guangdong|province
        45|广西壮族自治区|Guangxi|autonomous_region
        46|海南省|Hainan|province
        50|重庆市|Chongqing|municipality
        51|四川省|Sichuan|province
        52|贵州省|Guizhou|province
        53|云南省|Yunnan|province
        54|西藏自治区|Xizang|autonomous_region
        61|陕西省|Shaanxi|province
        62|甘肃省|Gansu|province
        63|青海省|Qinghai|province
        64|宁夏回族自治区|Ningxia|autonomous_region
        65|新疆维吾尔自治区|Xinjiang|autonomous_region
        """
}
