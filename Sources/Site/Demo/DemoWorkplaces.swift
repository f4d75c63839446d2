/// A workplace before it is a row: its sign, its trade, and whether it hangs on an industrial union too.
struct DemoWorkplace: Sendable, Hashable {
    let sign: DemoNames.Sign
    let trade: DemoTrade
    let isOnIndustrialLine: Bool

    /// 玄字号纺织厂
    var shortName: String { "\(sign.character)字号\(trade.name)" }
    /// 玄字号纺织厂工会
    var name: String { shortName + "工会" }
    /// Xuan Textile Mill Union
    var english: String { "\(sign.readingCapitalised) \(trade.english) Union" }
}

/// Gives every workplace a sign that no other has.
struct DemoWorkplaces {
    /// The 51 unions directly affiliated to Jiaozuo, `+` where they hang on a city industrial union too.
    static let city = listed(
        """
        天轮胎厂+ 地煤业 黄水泥厂 宇电厂+ 宙医院+ 洪机床厂+ 荒化工总厂 日公交公司+ 月制药厂 辰印刷厂 宿造纸厂 列冷链 张铝业
        寒冷冻机厂 来客运公司+ 暑制衣厂 往货运公司 秋粮库 收农机厂 冬热力公司 藏图书馆+ 闰自来水公司 余百货公司+ 成建筑公司+
        岁中医院+ 律仪表厂 吕乐器厂 调调味品厂 阳矿灯厂 云燃气公司 腾汽车配件厂 致职业学院+ 雨防水材料厂 露乳品厂
        结标准件厂 为中学+ 霜制冷设备厂 金铜业 生妇幼保健院+ 丽印染厂+ 水污水处理厂 玉玻璃厂 出出租车公司 昆钢厂+ 冈石料厂
        剑工具厂 巨重型机器厂 阙市政公司 珠轴承厂 称衡器厂 夜供电公司
        """)

    /// The 12 unions directly affiliated to Henan, `+` where they hang on a provincial industrial union too.
    static let province = listed(
        """
        光广播电视台+ 果种业集团 珍博物院+ 李出版社 柰科学院 菜粮油集团 重重型机械集团+ 芥油田+ 姜茶业集团 海航运公司
        咸盐业公司 河水利工程局+
        """)

    /// The first three directly affiliated to Qinyang; the mill of the cast is the first of all.
    static let qinyang = listed("玄纺织厂+ 盈铝材厂 昃食品厂")

    private var signs: ArraySlice<DemoNames.Sign>
    private var englishNames: Set<String>
    private var countyCount = 0
    private var townshipCount = 0

    init() {
        let given = Self.city + Self.province + Self.qinyang
        let taken = Set(given.map(\.sign))
        signs = DemoNames.brands.filter { !taken.contains($0) }[...]
        englishNames = Set(given.map(\.english))
    }

    /// The next workplace directly under a county. Trades are dealt out in turn, so a county has nearly all of them once.
    mutating func nextInCounty() -> DemoWorkplace {
        defer { countyCount += 1 }
        return next(DemoTrade.county[countyCount % DemoTrade.county.count])
    }

    /// The next workplace in a township.
    mutating func nextInTownship() -> DemoWorkplace {
        defer { townshipCount += 1 }
        return next(DemoTrade.township[townshipCount % DemoTrade.township.count])
    }

    /// A sign that reads like an earlier one of the same trade is passed over, so that English names differ too.
    private mutating func next(_ trade: DemoTrade) -> DemoWorkplace {
        while true {
            precondition(!signs.isEmpty, "the demo has more workplaces than the Thousand Character Text has signs")
            let workplace = DemoWorkplace(
                sign: signs.removeFirst(), trade: trade,
                isOnIndustrialLine: DemoTrade.onIndustrialLine.contains(trade.name))
            if englishNames.insert(workplace.english).inserted { return workplace }
        }
    }

    private static func listed(_ text: String) -> [DemoWorkplace] {
        DemoTables.words(text).compactMap { word in
            guard let character = word.first else { return nil }
            let isOnIndustrialLine = word.last == "+"
            let trade = word.dropFirst().dropLast(isOnIndustrialLine ? 1 : 0)
            return DemoWorkplace(
                sign: DemoNames.sign(of: character), trade: .of(String(trade)), isOnIndustrialLine: isOnIndustrialLine)
        }
    }
}
