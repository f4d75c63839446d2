/// What a workplace of the demo makes or does.
struct DemoTrade: Sendable, Hashable {
    /// The word that follows 字号 in its name (纺织厂).
    let name: String
    let english: String
    /// The city industrial union of the trade, by its short word (轻纺).
    let industry: String

    static let all: [DemoTrade] = DemoTables.lines(table).compactMap { fields in
        fields.count == 3 ? DemoTrade(name: fields[0], english: fields[1], industry: fields[2]) : nil
    }

    /// Trades of workplaces directly under a county, in the order in which they are dealt out.
    static let county: [DemoTrade] = named(countyOrder)

    /// Trades of workplaces in a township.
    static let township: [DemoTrade] = named(townshipOrder)

    /// Trades whose workplaces below the counties hang on the city's industrial union too.
    static let onIndustrialLine: Set<String> = ["中学", "小学", "幼儿园", "医院", "卫生院", "中心小学", "客运站", "供电所"]

    /// The trade of that name, or one without English and industry where the catalogue has none.
    static func of(_ name: String) -> DemoTrade {
        byName[name] ?? DemoTrade(name: name, english: "", industry: "")
    }

    private static func named(_ names: String) -> [DemoTrade] {
        DemoTables.words(names).map { of(String($0)) }
    }

    private static let byName: [String: DemoTrade] = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    private static let countyOrder = """
        轴承厂 酒厂 中学 水泥厂 服装厂 客运站 煤矿 超市 农机厂 食品厂 医院 陶瓷厂 电缆厂 毛纺厂 环卫所 化肥厂 宾馆
        铸造厂 面粉厂 小学 砖瓦厂 制鞋厂 供电所 橡胶厂 百货商场 水泵厂 乳品厂 文化馆 耐火材料厂 阀门厂 印刷厂 公路段
        农药厂 供销社 锻造厂 饮料厂 幼儿园 建筑安装公司 针织厂 物流园 热电厂 饭店 电机厂 调味品厂 剧团 园林处 变压器厂
        皮革厂 燃气站 涂料厂 粮站 标准件厂 罐头厂 卫生院 装饰公司 家具厂 货运站 塑料厂 信用社 锅炉厂 茶厂 影院 房产公司
        汽车配件厂 造纸厂 自来水厂 选矿厂 林场 仪表厂 制药厂 电器厂 污水处理厂 五金厂 玻璃厂 种子站 摩托车厂 印染厂
        软件公司 工具厂 苗圃 自行车厂 铝材厂 水利站 铜材厂 制冷设备厂
        """

    private static let townshipOrder = """
        中心小学 砖瓦厂 面粉厂 卫生院 快递站 农机站 木器厂 供销社 养殖场 物业公司 豆制品厂 编织厂 敬老院 修理厂 门窗厂
        粮油店 彩印厂 加油站 苗圃
        """
}

extension DemoTrade {
    /// Name, English, industry; one trade a line.
    private static let table = """
        轮胎厂|Tyre Works|能源化工
        煤业|Coal Company|能源化工
        煤矿|Colliery|能源化工
        选矿厂|Ore Dressing Plant|能源化工
        化工总厂|General Chemical Works|能源化工
        化肥厂|Fertiliser Works|能源化工
        农药厂|Pesticide Works|能源化工
        涂料厂|Paint Works|能源化工
        橡胶厂|Rubber Works|能源化工
        塑料厂|Plastics Works|能源化工
        电厂|Power Station|能源化工
        热电厂|Heat and Power Plant|能源化工
        供电公司|Electricity Company|能源化工
        供电所|Electricity Office|能源化工
        热力公司|Heating Company|能源化工
        燃气公司|Gas Company|能源化工
        燃气站|Gas Depot|能源化工
        加油站|Filling Station|能源化工
        油田|Oilfield|能源化工
        制药厂|Pharmaceutical Works|能源化工
        机床厂|Machine Tool Works|机械冶金
        重型机器厂|Heavy Machinery Works|机械冶金
        重型机械集团|Heavy Machinery Group|机械冶金
        农机厂|Farm Machinery Works|机械冶金
        汽车配件厂|Car Parts Works|机械冶金
        摩托车厂|Motorcycle Works|机械冶金
        自行车厂|Bicycle Works|机械冶金
        标准件厂|Fastener Works|机械冶金
        轴承厂|Bearing Works|机械冶金
        工具厂|Tool Works|机械冶金
        五金厂|Hardware Works|机械冶金
        阀门厂|Valve Works|机械冶金
        水泵厂|Pump Works|机械冶金
        电机厂|Motor Works|机械冶金
        电器厂|Electrical Works|机械冶金
        电缆厂|Cable Works|机械冶金
        变压器厂|Transformer Works|机械冶金
        锅炉厂|Boiler Works|机械冶金
        冷冻机厂|Refrigerator Works|机械冶金
        制冷设备厂|Cooling Equipment Works|机械冶金
        矿灯厂|Miners' Lamp Works|机械冶金
        仪表厂|Instrument Works|机械冶金
        衡器厂|Scales Works|机械冶金
        铸造厂|Foundry|机械冶金
        锻造厂|Forge|机械冶金
        钢厂|Steelworks|机械冶金
        铝业|Aluminium Company|机械冶金
        铝材厂|Aluminium Works|机械冶金
        铜业|Copper Company|机械冶金
        铜材厂|Copper Works|机械冶金
        修理厂|Repair Works|机械冶金
        纺织厂|Textile Mill|轻纺
        毛纺厂|Woollen Mill|轻纺
        针织厂|Knitwear Mill|轻纺
        印染厂|Dye Works|轻纺
        制衣厂|Clothing Factory|轻纺
        服装厂|Garment Factory|轻纺
        制鞋厂|Shoe Factory|轻纺
        皮革厂|Tannery|轻纺
        编织厂|Weaving Factory|轻纺
        造纸厂|Paper Mill|轻纺
        印刷厂|Printing Works|轻纺
        彩印厂|Colour Printing Works|轻纺
        家具厂|Furniture Factory|轻纺
        木器厂|Joinery|轻纺
        乐器厂|Musical Instrument Factory|轻纺
        食品厂|Food Factory|轻纺
        乳品厂|Dairy|轻纺
        饮料厂|Drinks Factory|轻纺
        酒厂|Distillery|轻纺
        罐头厂|Cannery|轻纺
        调味品厂|Condiment Factory|轻纺
        豆制品厂|Bean Curd Factory|轻纺
        面粉厂|Flour Mill|轻纺
        茶厂|Tea Factory|轻纺
        水泥厂|Cement Works|建设
        砖瓦厂|Brickworks|建设
        陶瓷厂|Pottery|建设
        玻璃厂|Glassworks|建设
        耐火材料厂|Refractories Works|建设
        防水材料厂|Waterproofing Works|建设
        石料厂|Quarry|建设
        门窗厂|Joinery and Window Works|建设
        建筑公司|Construction Company|建设
        建筑安装公司|Building and Fitting Company|建设
        装饰公司|Decoration Company|建设
        房产公司|Housing Company|建设
        物业公司|Property Services|建设
        市政公司|Municipal Works Company|建设
        自来水公司|Water Company|建设
        自来水厂|Waterworks|建设
        污水处理厂|Sewage Works|建设
        园林处|Parks Office|建设
        环卫所|Street Cleaning Office|建设
        公交公司|Bus Company|交通运输
        客运公司|Coach Company|交通运输
        客运站|Coach Station|交通运输
        货运公司|Freight Company|交通运输
        货运站|Freight Depot|交通运输
        出租车公司|Taxi Company|交通运输
        公路段|Road Maintenance Section|交通运输
        物流园|Logistics Park|交通运输
        快递站|Courier Depot|交通运输
        航运公司|Shipping Company|交通运输
        冷链|Cold Chain|财贸
        百货公司|Department Store Company|财贸
        百货商场|Department Store|财贸
        超市|Supermarket|财贸
        宾馆|Hotel|财贸
        饭店|Restaurant|财贸
        供销社|Supply and Marketing Cooperative|财贸
        信用社|Credit Cooperative|财贸
        粮库|Granary|财贸
        粮站|Grain Station|财贸
        粮油店|Grain and Oil Shop|财贸
        粮油集团|Grain and Oil Group|财贸
        盐业公司|Salt Company|财贸
        软件公司|Software Company|财贸
        医院|Hospital|教科文卫体
        中医院|Hospital of Chinese Medicine|教科文卫体
        妇幼保健院|Maternity and Child Hospital|教科文卫体
        卫生院|Health Centre|教科文卫体
        敬老院|Home for the Aged|教科文卫体
        职业学院|Vocational College|教科文卫体
        中学|Secondary School|教科文卫体
        小学|Primary School|教科文卫体
        中心小学|Central Primary School|教科文卫体
        幼儿园|Kindergarten|教科文卫体
        图书馆|Library|教科文卫体
        文化馆|Cultural Centre|教科文卫体
        博物院|Museum|教科文卫体
        剧团|Theatre Company|教科文卫体
        影院|Cinema|教科文卫体
        出版社|Publishing House|教科文卫体
        广播电视台|Broadcasting Station|教科文卫体
        科学院|Academy of Sciences|教科文卫体
        种业集团|Seed Group|农林水
        种子站|Seed Station|农林水
        苗圃|Nursery Garden|农林水
        林场|Forest Farm|农林水
        养殖场|Stock Farm|农林水
        农机站|Farm Machinery Station|农林水
        水利站|Water Conservancy Station|农林水
        水利工程局|Hydraulic Engineering Bureau|农林水
        茶业集团|Tea Group|农林水
        """
}
