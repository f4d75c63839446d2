import Federation

enum JournalWords {
    static let head = Sentence(zh: "谁在什么时候做了什么", en: "Who did what, and when")
    static let when = Sentence(zh: "时间", en: "When")
    static let who = Sentence(zh: "谁，什么职务", en: "Who, as which post")
    static let whoShort = Sentence(zh: "谁", en: "Who")
    static let did = Sentence(zh: "做了", en: "Did")
    static let toWhat = Sentence(zh: "对什么", en: "To what")
    static let seal = Sentence(zh: "封存", en: "Seal")
    static let unsealed = Sentence(zh: "未封存", en: "not sealed")
    static let muster = Sentence(zh: "系统", en: "Muster itself")
    static let newcomer = Sentence(zh: "持邀请码的人", en: "somebody with a code")
    static let noPost = Sentence(zh: "没有职务", en: "no post")
    static func standsIn(for title: String) -> Sentence { Sentence(zh: "代 \(title)", en: "for \(title)") }
    static let older = Sentence(zh: "更早的", en: "Earlier ones")
    static let newest = Sentence(zh: "回到最新", en: "Back to the newest")
    static let empty = Sentence(zh: "这里还没有记下什么", en: "Nothing is recorded here yet")
    static let emptyNote = Sentence(
        zh: "登录、签收、转发、改动，一件一条，从第一件起都在这里。",
        en: "Signing in, signing, relaying, changing: one line each, from the first one on.")
    static let keyNext = Sentence(zh: "上下一条", en: "next, last line")
    static let keyOpen = Sentence(zh: "打开", en: "open")

    static let lastSeal = Sentence(zh: "最近一次封存", en: "The latest seal")
    static let noSeal = Sentence(zh: "还没有封存过", en: "Nothing has been sealed yet")
    static let unsealedCount = Sentence(zh: "还没有封存的", en: "Not sealed yet")
    static func entries(_ count: Int) -> Sentence {
        Sentence(zh: "\(Figures.grouped(count)) 条", en: count == 1 ? "1 line" : "\(Figures.grouped(count)) lines")
    }
    static let allSeals = Sentence(zh: "全部封存", en: "All seals")
    static let keepHead = Sentence(
        zh: "把封存头抄在别处。谁改了、截了前面的，就对不上。",
        en: "Keep the head of a seal elsewhere: it no longer fits if anything before it is rewritten or cut off.")
    static let verify = Sentence(zh: "在自己的机器上验：", en: "Verify on your own machine: ")

    static let seals = Sentence(zh: "封存", en: "Seals")
    static let sealsHead = Sentence(zh: "日志封存了什么", en: "What of the journal is sealed")
    static let sealsNote = Sentence(
        zh: "每一次封存定住一批日志和它前面的全部封存。", en: "Each seal fixes a batch of lines, and every seal before it.")
    static let number = Sentence(zh: "号", en: "No.")
    static let count = Sentence(zh: "条数", en: "Lines")
    static let root = Sentence(zh: "根", en: "Root")
    static let digest = Sentence(zh: "封存头", en: "Head")
    static let key = Sentence(zh: "密钥", en: "Key")
    static let publicKey = Sentence(zh: "公钥", en: "Public key")
    static let publicKeyNote = Sentence(
        zh: "抄在别处，验日志的时候用它。", en: "Keep it elsewhere; verifying the journal needs it.")
    static let journal = Sentence(zh: "日志", en: "Journal")

    /// What kind of thing an act was done to.
    static func subject(_ kind: String) -> Sentence {
        switch kind {
        case "unit": Sentence(zh: "单位", en: "unit")
        case "person": Sentence(zh: "人", en: "person")
        case "post": Sentence(zh: "职务", en: "post")
        case "session": Sentence(zh: "登录", en: "session")
        case "invitation": Sentence(zh: "邀请", en: "invitation")
        case "notice": Sentence(zh: "公文", en: "notice")
        case "dispatch": Sentence(zh: "分送", en: "dispatch")
        case "receipt": Sentence(zh: "签收", en: "receipt")
        case "number": Sentence(zh: "文号", en: "number")
        case "job": Sentence(zh: "后台任务", en: "job")
        case "blob": Sentence(zh: "文件", en: "file")
        case "calendar": Sentence(zh: "工作日历", en: "calendar")
        case "installation": Sentence(zh: "这一处众志", en: "installation")
        default: Sentence(zh: kind, en: kind)
        }
    }

    /// A detail of an act; nil for those that only ids stand in, which say nothing to a reader.
    static func detail(_ name: String, _ value: String) -> Sentence? {
        switch name {
        case "batch", "person", "post", "substitutes", "parent", "unit", "manner": nil
        case "number": Sentence(zh: "\(value) 号", en: "number \(value)")
        case "next": Sentence(zh: "从 \(value) 号起", en: "from number \(value)")
        case "year", "years": Sentence(zh: "\(value) 年", en: value)
        case "off": value == "0" ? nil : Sentence(zh: "放假 \(value) 天", en: "\(value) days off")
        case "worked": value == "0" ? nil : Sentence(zh: "上班 \(value) 天", en: "\(value) days worked")
        case "sessions": value == "0" ? nil : Sentence(zh: "别处退出 \(value) 个", en: "\(value) signed out elsewhere")
        case "newcomer": Sentence(zh: "新账号", en: "a new account")
        case "from": Sentence(zh: "\(value) 起", en: "from \(value)")
        case "to": Sentence(zh: "到 \(value)", en: "to \(value)")
        case "known": value == "yes" ? Sentence(zh: "已经登记过", en: "known already") : nil
        case "change": change(value)
        case "first": value == "yes" ? nil : Sentence(zh: "先前已签", en: "signed before")
        case "contains": value == "0" ? nil : Sentence(zh: "内含 \(value) 份", en: "\(value) within")
        case "units": Sentence(zh: "\(value) 个单位", en: "\(value) units")
        case "issued": Sentence(zh: "\(value) 份", en: "\(value) codes")
        case "days": Sentence(zh: "\(value) 天有效", en: "valid \(value) days")
        case "recipients": Sentence(zh: "\(value) 个单位", en: "\(value) units")
        case "copies" where value == "0", "corrections" where value == "0": nil
        case "copies": Sentence(zh: "抄送 \(value)", en: "\(value) copies")
        case "children": Sentence(zh: "下面 \(value) 个单位", en: "\(value) units below")
        case "posts": Sentence(zh: "\(value) 个职务", en: "\(value) posts")
        case "corrections": Sentence(zh: "改正 \(value) 处", en: "\(value) corrections")
        case "fields": fields(value)
        case "second_lines", "ended_second_lines", "national", "province", "city", "county", "township", "workplace":
            value == "0" ? nil : counted(name, value)
        case "role", "roles": roles(value)
        case "language": Sentence(zh: value == "zh" ? "中文" : "英文", en: value == "zh" ? "Chinese" : "English")
        default: Sentence(zh: "\(name) \(value)", en: "\(name) \(value)")
        }
    }

    private static func change(_ word: String) -> Sentence {
        switch word {
        case "withdrawn": Sentence(zh: "撤回", en: "withdrawn")
        case "replaced": Sentence(zh: "替换", en: "replaced")
        default: Sentence(zh: "更正", en: "corrected")
        }
    }

    private static func fields(_ words: String) -> Sentence {
        let count = words.split(separator: " ").count
        return Sentence(zh: "\(count) 项", en: count == 1 ? "1 field" : "\(count) fields")
    }

    private static func counted(_ name: String, _ value: String) -> Sentence {
        switch name {
        case "second_lines": return Sentence(zh: "第二上级 \(value)", en: "\(value) second lines")
        case "ended_second_lines": return Sentence(zh: "取消第二上级 \(value)", en: "\(value) second lines ended")
        default:
            guard let level = UnitLevel(rawValue: name)?.name else {
                return Sentence(zh: value, en: value)
            }
            return Sentence(zh: "\(level.zh) \(value)", en: "\(level.en) \(value)")
        }
    }

    private static func roles(_ words: String) -> Sentence {
        let names = words.split(separator: " ").map { word in
            Role(rawValue: String(word))?.name ?? Sentence(zh: String(word), en: String(word))
        }
        return Sentence(
            zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }
}
