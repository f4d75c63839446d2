import Federation

enum InvitationWords {
    // MARK: inviting

    static let inviteHere = Sentence(zh: "请人进来", en: "Invite somebody")
    static let inviteBelow = Sentence(zh: "请下面的人进来", en: "Invite the level below")
    static let role = Sentence(zh: "职务", en: "Post")
    static let roles = Sentence(zh: "哪些职务", en: "Which posts")
    static let days = Sentence(zh: "有效几天", en: "Valid for how many days")
    static let inviteOne = Sentence(zh: "发 1 个邀请码", en: "Issue 1 code")
    static func inviteUnits(_ count: Int) -> Sentence {
        Sentence(
            zh: "邀请 \(Figures.grouped(count)) 个单位",
            en: count == 1 ? "Invite 1 unit" : "Invite \(Figures.grouped(count)) units")
    }
    static let everyoneInvited = Sentence(
        zh: "直接以下的单位都有主要负责同志了，或者有没用过的码。",
        en: "Every unit directly below has a principal, or a code that is not used yet.")
    static let note = Sentence(
        zh: "一个职务一个一次性的码，用过作废。打印出来，当面交给本人。",
        en: "One code for each post, used once. Print it and hand it over in person.")
    static let openOnes = Sentence(zh: "发出的邀请", en: "Codes given out")

    // MARK: the sheet

    static func sheetHead(_ count: Int) -> Sentence {
        Sentence(zh: "邀请单 \(Figures.grouped(count)) 份", en: count == 1 ? "1 code" : "\(Figures.grouped(count)) codes")
    }
    static let sheetNote = Sentence(
        zh: "沿虚线裁开，当面交给本人。码只给发码的人当天看，过后要重发。",
        en:
            "Cut along the dashes and hand over in person. Codes are shown to you today only; later they must be issued anew."
    )
    static func leftOut(_ count: Int) -> Sentence {
        Sentence(
            zh: "另有 \(Figures.grouped(count)) 个单位没有发：已经有人，或者有没用过的码。",
            en: "\(Figures.grouped(count)) more got none: somebody is there, or a code is not used yet.")
    }
    static func print(_ count: Int) -> Sentence {
        Sentence(zh: "打印 \(Figures.grouped(count)) 份", en: "Print \(Figures.grouped(count))")
    }
    static let printKey = Sentence(zh: "打印", en: "Print")
    static let printHow = Sentence(zh: "用浏览器的打印", en: "Print with your browser")
    static func use(_ address: String, until: String) -> Sentence {
        Sentence(
            zh: "扫码，或到 \(address) 填码。只能用一次，\(until) 前。",
            en: "Scan it, or type the code in at \(address). It works once, until \(until).")
    }
    static func issued(by name: String, at unit: String, _ day: String) -> Sentence {
        Sentence(zh: "\(unit) \(name) 发，\(day)", en: "Given by \(name), \(unit), \(day)")
    }
    static let gone = Sentence(zh: "不能用了", en: "no longer works")
    static func reset(_ name: String) -> Sentence { Sentence(zh: "\(name) 重设口令", en: "\(name): a new password") }
    static func foot(_ unit: String, _ count: Int, at time: String, by name: String) -> Sentence {
        Sentence(
            zh: "\(unit) · 邀请单 \(count) 份 · \(time) · \(name) 打印",
            en: "\(unit) · \(count) codes · \(time) · printed by \(name)")
    }

    // MARK: coming in

    static let codeHead = Sentence(zh: "填邀请单上的码", en: "Type in the code from your sheet")
    static let code = Sentence(zh: "码", en: "Code")
    static let codeNote = Sentence(
        zh: "12 个字母和数字，大小写、横线都不要紧", en: "12 letters and digits; capitals and hyphens do not matter")
    static let goOn = Sentence(zh: "往下", en: "Go on")
    static let toSignIn = Sentence(zh: "已经有账号，去登录", en: "I have an account: sign in")

    static let newcomerHead = Sentence(zh: "设一个账号和口令", en: "Choose an account name and a password")
    static let anotherHead = Sentence(zh: "再接一个职务", en: "Take one more post")
    static let resetHead = Sentence(zh: "设新的口令", en: "Choose a new password")
    /// Who invites; the name before, the post between, what to do if it is a mistake after.
    static func invites(_ name: String, of unit: String) -> Sentence {
        Sentence(zh: "\(unit) \(name) 请你以 ", en: "\(name) of \(unit) invites you to come in as ")
    }
    static let musterInvites = Sentence(zh: "请你以 ", en: "You are invited to come in as ")
    static func place(_ unit: String, _ role: Sentence) -> Sentence {
        Sentence(zh: "\(unit) \(role.zh)", en: "\(role.en), \(unit)")
    }
    static let asInvited = Sentence(zh: " 的职务进来。", en: ".")
    static func vouches(_ name: String, of unit: String) -> Sentence {
        Sentence(zh: "\(unit) \(name) 为你重设口令。", en: "\(name) of \(unit) lets you choose a new password.")
    }
    static let notYou = Sentence(
        zh: "不是你，就关掉这一页，把单子交还。", en: "If this is not you, close this page and hand the sheet back.")
    static func until(_ time: String) -> Sentence {
        Sentence(zh: "码到 \(time) 为止。", en: "The code works until \(time).")
    }

    static let name = Sentence(zh: "姓名", en: "Name")
    static let nameNote = Sentence(
        zh: "签收、填报都记这个名字，上级看得到。", en: "What you sign and report carries this name; the levels above see it.")
    static let nameLatin = Sentence(zh: "拼音姓名（可以不填）", en: "Name in Latin letters (optional)")
    static let nameLatinNote = Sentence(
        zh: "例如 Zhao Jia，英文页面上用它。", en: "For example Zhao Jia; English pages use it.")
    static let login = Sentence(zh: "账号", en: "Account name")
    static let loginNote = Sentence(
        zh: "3 到 32 个小写字母、数字、点和横线；手机号也可以。",
        en: "3 to 32 small letters, digits, dots and hyphens; a phone number will do.")
    static let password = Sentence(zh: "口令", en: "Password")
    static let newPassword = Sentence(zh: "新的口令", en: "New password")
    static let passwordNote = Sentence(
        zh: "至少 \(Password.charactersMin) 个字，一句自己记得住的话最好。",
        en: "At least \(Password.charactersMin) characters; a sentence you remember is best.")
    static let knownPhone = Sentence(zh: "这是我自己的手机，90 天不用再登录", en: "This is my own phone: stay signed in for 90 days")
    static let comeIn = Sentence(zh: "设好，进入", en: "Done, sign me in")
    static let takePost = Sentence(zh: "接这个职务", en: "Take this post")
    static func stays(_ name: String) -> Sentence {
        Sentence(
            zh: "你现在是 \(name)。接了以后，账号还是这一个，多一个职务。",
            en: "You are signed in as \(name). You keep your account and hold one more post.")
    }
    static func loginStays(_ login: String) -> Sentence {
        Sentence(
            zh: "账号还是 \(login)。设好以后，别处登录着的都退出。",
            en: "Your account name stays \(login). You are signed out everywhere else.")
    }
    static func forgot(_ unit: String) -> Sentence {
        Sentence(
            zh: "码用过就作废。以后忘了口令，找\(unit)当面重设。",
            en: "The code works once. If you forget the password later, \(unit) resets it face to face.")
    }
    /// A password is never sent back, so it has to be typed again whatever was wrong.
    static let passwordAgain = Sentence(
        zh: "口令要再填一遍，别的都在。", en: "Type the password once more; the rest is here.")

    // MARK: those given out

    static let listHead = Sentence(zh: "发出去、还没有用的码", en: "Codes given out and not used")
    static let unit = Sentence(zh: "单位", en: "Unit")
    static let purpose = Sentence(zh: "做什么用", en: "For")
    static let issuedAt = Sentence(zh: "发出", en: "Given out")
    static let expires = Sentence(zh: "到期", en: "Ends")
    static let state = Sentence(zh: "状态", en: "State")
    static let withdraw = Sentence(zh: "收回", en: "Withdraw")
    static let sheet = Sentence(zh: "再打印", en: "Print again")
    static let none = Sentence(zh: "没有发出去的码", en: "No codes are out")
    static let noneNote = Sentence(
        zh: "在单位那一页发邀请。", en: "Codes are issued on a unit's page.")
    static func name(of state: InvitationRowShown.State) -> Sentence {
        switch state {
        case .open: Sentence(zh: "没用过", en: "not used")
        case .used: Sentence(zh: "用过了", en: "used")
        case .expired: Sentence(zh: "过期", en: "expired")
        case .withdrawn: Sentence(zh: "收回了", en: "withdrawn")
        }
    }
}
