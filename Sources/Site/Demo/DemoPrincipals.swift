import Federation

/// A principal for every unit in which the cast has none, so that the units of the demo can answer; a few cannot.
enum DemoPrincipals {
    /// Workplaces that are not on Muster: nobody holds a post there, and others record for them (代签收).
    static let absent: Set<String> = [
        "辰字号印刷厂工会", "吕字号乐器厂工会", "称字号衡器厂工会", "昃字号食品厂工会", "盈字号铝材厂工会",
    ]

    /// 121 surnames and the cycle of sixty have no common divisor, so no two of the first 7,260 people are called alike.
    static let all: [DemoPerson] = unitsWithout.enumerated().compactMap { index, unit in
        guard !absent.contains(unit.name) else { return nil }
        let surname = surnames[index % surnames.count]
        let given = cycle[index % cycle.count]
        let title = title(of: unit)
        return DemoPerson(
            login: surname.reading + given.reading, name: surname.character + given.character,
            nameEnglish: "\(DemoNames.capitalised(surname.reading)) \(DemoNames.capitalised(given.reading))",
            posts: [DemoPost(unitCode: unit.code, role: "principal", title: title)],
            caption: Sentence(
                zh: "\(unit.name) · \(title.zh)", en: "\(unit.nameEnglish ?? unit.name) · \(title.en)"),
            intro: intro(of: unit))
    }

    private static var unitsWithout: [UnitRow] {
        let served = Set(DemoFederation.cast.flatMap(\.posts).filter { $0.role == "principal" }.map(\.unitCode))
        return DemoFederation.units.filter { !served.contains($0.code) }
    }

    private static func title(of unit: UnitRow) -> Sentence {
        switch unit.kind {
        case .federation, .industrialUnion, .organsUnion, .jointUnion, .grassrootsUnion:
            Sentence(zh: "主席", en: "Chair")
        case .department, .institution:
            Sentence(zh: "负责人", en: "Head")
        }
    }

    private static func intro(of unit: UnitRow) -> Sentence {
        switch unit.kind {
        case .federation, .industrialUnion, .organsUnion, .jointUnion:
            Sentence(zh: "签收，转发，报出", en: "Sign for it, relay it, report")
        case .grassrootsUnion:
            Sentence(zh: "签收，传达，报出", en: "Sign for it, tell the workers, report")
        case .department, .institution:
            Sentence(zh: "签收，办理，报出", en: "Sign for it, handle it, report")
        }
    }

    /// Characters and their reading in plain letters.
    private typealias Reading = (character: String, reading: String)

    /// The sixty-year cycle: 甲子, 乙丑 … 癸亥.
    private static let cycle: [Reading] = {
        let stems = readings("甲jia 乙yi 丙bing 丁ding 戊wu 己ji 庚geng 辛xin 壬ren 癸gui")
        let branches = readings("子zi 丑chou 寅yin 卯mao 辰chen 巳si 午wu 未wei 申shen 酉you 戌xu 亥hai")
        return (0..<60).map { index in
            let stem = stems[index % stems.count]
            let branch = branches[index % branches.count]
            return (stem.character + branch.character, stem.reading + branch.reading)
        }
    }()

    private static func readings(_ text: String) -> [Reading] {
        DemoTables.words(text).map { (String($0.prefix(1)), String($0.dropFirst())) }
    }

    /// Surnames of 百家姓 in its order, each reading once, so that logins do not collide.
    private static let surnames: [Reading] = readings(
        """
        赵zhao 钱qian 孙sun 李li 周zhou 吴wu 郑zheng 王wang 冯feng 陈chen 褚chu 卫wei 蒋jiang 沈shen 韩han 杨yang 朱zhu
        秦qin 尤you 许xu 何he 吕lyu 施shi 张zhang 孔kong 曹cao 严yan 华hua 金jin 陶tao 戚qi 谢xie 邹zou 喻yu 柏bai 水shui
        窦dou 云yun 苏su 潘pan 葛ge 奚xi 范fan 彭peng 郎lang 鲁lu 昌chang 马ma 苗miao 方fang 任ren 袁yuan 柳liu 鲍bao
        唐tang 费fei 廉lian 岑cen 薛xue 雷lei 倪ni 滕teng 殷yin 罗luo 毕bi 郝hao 安an 乐yue 傅fu 皮pi 卞bian 康kang 卜bu
        顾gu 孟meng 平ping 黄huang 穆mu 萧xiao 姚yao 邵shao 湛zhan 毛mao 狄di 米mi 贝bei 明ming 臧zang 计ji 成cheng 戴dai
        谈tan 宋song 庞pang 熊xiong 舒shu 屈qu 项xiang 董dong 梁liang 杜du 阮ruan 蓝lan 闵min 强qiang 贾jia 娄lou 童tong
        郭guo 梅mei 盛sheng 林lin 刁diao 钟zhong 邱qiu 高gao 夏xia 蔡cai 田tian 胡hu 凌ling
        """)
}
