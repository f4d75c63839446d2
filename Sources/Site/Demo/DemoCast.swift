import Federation

/// The people whom every page, test and picture knows: 百家姓 in order with 天干 in order.
enum DemoCast {
    static let groups: [DemoCastGroup] = [
        DemoCastGroup(
            title: Sentence(zh: "焦作市总工会", en: "Jiaozuo Federation of Trade Unions"),
            people: [sunBing, qianYi, zhaoJia, wuJi]),
        DemoCastGroup(
            title: Sentence(zh: "沁阳市总工会，和它下面的一家厂", en: "Qinyang Federation, and a mill below it"),
            people: [liDing, zhouWu]),
        DemoCastGroup(
            title: Sentence(zh: "其他", en: "Others"),
            people: [zhengGeng, wangXin, fengRen]),
        DemoCastGroup(
            title: Sentence(zh: "全国总工会，和组织管理员", en: "The national body, and administrators"),
            people: [chenGui, chuJia, weiYi]),
    ]

    private static let sunBing = DemoPerson(
        login: "sunbing", name: "孙丙", nameEnglish: "Sun Bing",
        posts: [jiaozuo("clerk", zh: "办公室文书", en: "Office Clerk")],
        caption: Sentence(zh: "办公室 · 文书", en: "General Office · Clerk"),
        intro: Sentence(
            zh: "粘贴一份公文，读，分送，看谁签了", en: "Paste a notice, read it, send it out, see who has signed"))

    private static let qianYi = DemoPerson(
        login: "qianyi", name: "钱乙", nameEnglish: "Qian Yi",
        posts: [jiaozuo("deputy", zh: "副主席", en: "Vice-Chair")],
        caption: Sentence(zh: "副主席 · 分管", en: "Vice-Chair · Deputy in charge"),
        intro: Sentence(zh: "看公文送到了谁、谁还没有签", en: "See whom a notice has reached and who has not signed"))

    private static let zhaoJia = DemoPerson(
        login: "zhaojia", name: "赵甲", nameEnglish: "Zhao Jia",
        posts: [
            jiaozuo("principal", zh: "主要负责同志", en: "Principal"),
            jiaozuo("party_principal", zh: "党组书记", en: "Secretary of the Party Group"),
        ],
        caption: Sentence(zh: "党组书记 · 主要负责同志", en: "Secretary of the Party Group · Principal"),
        intro: Sentence(zh: "今天等本单位的事，发出的签到几成", en: "What waits for the unit today, how far its notices are signed"))

    private static let wuJi = DemoPerson(
        login: "wuji", name: "吴己", nameEnglish: "Wu Ji",
        posts: [jiaozuo("duty_officer", zh: "值班员", en: "Duty Officer")],
        caption: Sentence(zh: "值班员 · 今夜", en: "Duty Officer · Tonight"),
        intro: Sentence(zh: "夜里来的公文，也是今日里的一件", en: "A notice that comes at night is in Today too"))

    private static let liDing = DemoPerson(
        login: "liding", name: "李丁", nameEnglish: "Li Ding",
        posts: [
            DemoPost(unitCode: DemoFederation.qinyangCode, role: "clerk", title: Sentence(zh: "文书", en: "Clerk"))
        ],
        caption: Sentence(zh: "沁阳市总工会 · 文书", en: "Qinyang Federation · Clerk"),
        intro: Sentence(zh: "签收，三步转发到下面", en: "Sign for it, relay it below in three steps"))

    private static let zhouWu = DemoPerson(
        login: "zhouwu", name: "周戊", nameEnglish: "Zhou Wu",
        posts: [
            DemoPost(
                unitCode: DemoFederation.textileMillCode, role: "principal", title: Sentence(zh: "主席", en: "Chair"))
        ],
        caption: Sentence(zh: "玄字号纺织厂工会 · 主席", en: "Xuan Textile Mill Union · Chair"),
        intro: Sentence(zh: "用手机：今天欠什么，几分钟", en: "On a phone: what is owed today, how many minutes"))

    private static let zhengGeng = DemoPerson(
        login: "zhenggeng", name: "郑庚", nameEnglish: "Zheng Geng",
        posts: [
            DemoPost(
                unitCode: DemoFederation.henanCode, role: "clerk",
                title: Sentence(zh: "办公室文书", en: "Office Clerk"))
        ],
        caption: Sentence(zh: "河南省总工会 · 办公室", en: "Henan Federation · General Office"),
        intro: Sentence(zh: "给 18 个市发一份，看谁签了、谁没有签", en: "Send to 18 cities; see which have signed and which have not"))

    private static let wangXin = DemoPerson(
        login: "wangxin", name: "王辛", nameEnglish: "Wang Xin",
        posts: [jiaozuo("auditor", zh: "经审", en: "Auditor")],
        caption: Sentence(zh: "焦作市总工会 · 经审", en: "Jiaozuo Federation · Auditor"),
        intro: Sentence(zh: "看日志和封印，一条命令验完", en: "See the journal and its seals; one command verifies them all"))

    private static let fengRen = DemoPerson(
        login: "fengren", name: "冯壬", nameEnglish: "Feng Ren",
        posts: [],
        caption: Sentence(zh: "外人", en: "An outsider"),
        intro: Sentence(zh: "什么也看不到：查“没有这一页”", en: "Sees nothing: try it, and read “no such page”"))

    private static let chenGui = DemoPerson(
        login: "chengui", name: "陈癸", nameEnglish: "Chen Gui",
        posts: [
            DemoPost(
                unitCode: DemoFederation.nationalCode, role: "clerk",
                title: Sentence(zh: "办公厅文书", en: "Office Clerk"))
        ],
        caption: Sentence(zh: "中华全国总工会 · 办公厅", en: "National body · General Office"),
        intro: Sentence(zh: "发一份全国的通知，看接力到哪一级", en: "Issue a national notice, see which level it has reached"))

    private static let chuJia = DemoPerson(
        login: "chujia", name: "褚甲", nameEnglish: "Chu Jia",
        posts: [jiaozuo("administrator", zh: "组织管理员", en: "Administrator")],
        caption: Sentence(zh: "焦作市总工会 · 组织管理员", en: "Jiaozuo Federation · Administrator"),
        intro: Sentence(zh: "管名册和账号，请下一级进来", en: "Keep the units and accounts, invite the level below"))

    private static let weiYi = DemoPerson(
        login: "weiyi", name: "卫乙", nameEnglish: "Wei Yi",
        posts: [
            DemoPost(
                unitCode: DemoFederation.nationalCode, role: "administrator",
                title: Sentence(zh: "组织管理员", en: "Administrator"))
        ],
        caption: Sentence(zh: "中华全国总工会 · 组织管理员", en: "National body · Administrator"),
        intro: Sentence(zh: "导入单位名册，看全国的单位树", en: "Import the units, see the whole tree"))

    private static func jiaozuo(_ role: String, zh: String, en: String) -> DemoPost {
        DemoPost(unitCode: DemoFederation.jiaozuoCode, role: role, title: Sentence(zh: zh, en: en))
    }
}
