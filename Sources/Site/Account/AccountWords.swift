import Federation

enum AccountWords {
    static let head = Sentence(zh: "我是谁，以什么职务", en: "Who I am, and as which post")
    static let account = Sentence(zh: "账号", en: "Account")
    static let name = Sentence(zh: "姓名", en: "Name")
    static let login = Sentence(zh: "账号名", en: "Account name")
    static let language = Sentence(zh: "语言", en: "Language")
    static let signOut = Sentence(zh: "退出", en: "Sign out")

    static let posts = Sentence(zh: "我的职务", en: "My posts")
    static let postsNote = Sentence(
        zh: "做的每一件事都记在一个职务上", en: "Whatever is done is recorded under one post")
    static let unit = Sentence(zh: "单位", en: "Unit")
    static let post = Sentence(zh: "职务", en: "Post")
    static let since = Sentence(zh: "任职", en: "Held")
    static let actAs = Sentence(zh: "以这个职务办事", en: "Act as this")
    static let acting = Sentence(zh: "现在是这个职务", en: "Acting as this")
    static func standsIn(for title: String) -> Sentence {
        Sentence(zh: "代 \(title)", en: "standing in for \(title)")
    }
    static func from(_ day: String) -> Sentence { Sentence(zh: "\(day)起", en: "since \(day)") }
    static func until(_ day: String) -> Sentence { Sentence(zh: "\(day)止", en: "until \(day)") }
    static let noPost = Sentence(zh: "没有职务", en: "no post")
    static let noPosts = Sentence(zh: "现在没有职务", en: "No post at present")
    static let noPostsNote = Sentence(
        zh: "没有职务，什么也看不到。拿到邀请单，填上面的码；或者找本单位的组织管理员。",
        en: "Without a post nothing can be seen. Type in the code you were given, or ask your unit's administrator.")
    static let noneActing = Sentence(
        zh: "现在没有以哪个职务办事，选一个。", en: "You are not acting as any post at present. Choose one.")

    static let sessions = Sentence(zh: "在哪些地方登录着", en: "Where I am signed in")
    static let browser = Sentence(zh: "哪里", en: "Where")
    static let opened = Sentence(zh: "登录", en: "Signed in")
    static let seen = Sentence(zh: "最近一次", en: "Last seen")
    static let expires = Sentence(zh: "到期", en: "Ends")
    static let here = Sentence(zh: "就在这里", en: "Right here")
    static let ownPhone = Sentence(zh: "自己的手机", en: "Own phone")
    static let elsewhere = Sentence(zh: "另一台机器", en: "Another machine")
    static let close = Sentence(zh: "让它退出", en: "Sign it out")
    static let sessionsNote = Sentence(
        zh: "不认得的，让它退出，再找本单位办公室当面重设口令。",
        en: "Sign out what you do not recognise, then have your office reset the password face to face.")
}
