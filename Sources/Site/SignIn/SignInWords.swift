import Federation

enum SignInWords {
    static let head = Sentence(zh: "进入", en: "Sign in")
    /// The product in one sentence, broken where it takes breath.
    static let say = [
        Sentence(zh: "一份公文下去，", en: "One notice in,"),
        Sentence(
            zh: "整个组织动起来，一幅真实的图景上来。", en: "the whole federation moving, one true picture back."),
    ]
    /// For those who cannot read the sentence above it.
    static let sayInEnglish = "One notice in, the whole federation moving, one true picture back."

    static let login = Sentence(zh: "账号", en: "Account name")
    static let password = Sentence(zh: "口令", en: "Password")
    static let signIn = Sentence(zh: "登录", en: "Sign in")
    static let knownPhone = Sentence(zh: "这是我自己的手机", en: "This is my own phone")
    static let knownPhoneNote = Sentence(
        zh: "90 天不用再登录；别人也用的机器不要选", en: "Stay signed in for 90 days; not on a machine others use")
    static let noDefault = Sentence(
        zh: "正式使用没有默认口令；第一位管理员用安装时打印的一次性链接设立。",
        en:
            "In real use there is no default password; the first administrator uses the one-time link printed at installation."
    )
    static let codeQuestion = Sentence(zh: "拿到邀请单了？", en: "Have you been given a code?")
    static let codeLink = Sentence(zh: "填上面的码", en: "Type it in")

    static let demoHead = Sentence(zh: "演示：以下面任何一位进入", en: "Demo: enter as any of these")
    static let invented = Sentence(zh: "人物全部虚构", en: "All are invented")
    static let enter = Sentence(zh: "进入", en: "Enter")

    static func drawing(_ counts: FederationCounts) -> Sentence {
        Sentence(
            zh: "组织示意：全国 \(counts.nation)，省 \(counts.provinces)，市 \(counts.cities)，县 \(counts.counties)，"
                + "基层 \(counts.grassroots)；深色是一份通知走的路",
            en: "The federation: nation \(counts.nation), provinces \(counts.provinces), cities \(counts.cities), "
                + "counties \(counts.counties), grassroots \(counts.grassroots); dark is the way of one notice")
    }

    /// A level's name with its count, and what it holds.
    static func levels(_ counts: FederationCounts) -> [(head: Sentence, note: Sentence)] {
        [
            (
                Sentence(zh: "全国 \(counts.nation)", en: "Nation \(counts.nation)"),
                Sentence(zh: "全总", en: "the national body")
            ),
            (
                Sentence(zh: "省 \(counts.provinces)", en: "Provinces \(counts.provinces)"),
                Sentence(zh: "省级总工会", en: "provincial federations")
            ),
            (
                Sentence(zh: "市 \(counts.cities)", en: "Cities \(counts.cities)"),
                Sentence(
                    zh: "河南 \(counts.cities - 1) 市、济源", en: "\(counts.cities - 1) of Henan, and Jiyuan")
            ),
            (
                Sentence(zh: "县 \(counts.counties)", en: "Counties \(counts.counties)"),
                Sentence(zh: "焦作各县（市）区", en: "of Jiaozuo")
            ),
            (
                Sentence(zh: "基层 \(counts.grassroots)", en: "Grassroots \(counts.grassroots)"),
                Sentence(zh: "名称全是虚构，用千字文编号", en: "all names invented")
            ),
        ]
    }

    static func chain(_ counts: FederationCounts) -> Sentence {
        Sentence(
            zh: "深色的一串：全国 → 河南 → 焦作 → 沁阳 → 沁阳以下 \(counts.chain) 个单位。一份通知走的就是这条路。",
            en: "The dark chain: nation → Henan → Jiaozuo → Qinyang → the \(counts.chain) units below it. "
                + "This is the way one notice takes.")
    }
}
