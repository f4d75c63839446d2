import Federation

enum PeopleWords {
    static let crumb = Sentence(zh: "人和职务", en: "People and posts")
    static func head(_ unit: String) -> Sentence { Sentence(zh: "\(unit)的人和职务", en: "People and posts of \(unit)") }
    static let present = Sentence(zh: "现任", en: "At present")
    static let coming = Sentence(zh: "以后到任", en: "To come")
    static let ended = Sentence(zh: "历任", en: "Before")
    static let presentNote = Sentence(
        zh: "做的每一件事记在一个职务上", en: "Whatever is done is recorded under one post")
    static let appoint = Sentence(zh: "任命", en: "Appoint somebody")
    static let substitute = Sentence(zh: "指定代理", en: "Name a substitute")
    static let end = Sentence(zh: "免职", en: "End")
    static let endSubstitution = Sentence(zh: "结束代理", en: "End it")
    static let giveCode = Sentence(zh: "给设口令的码", en: "Give a code")
    static let newCode = Sentence(zh: "重设口令", en: "Reset password")
    static func standsIn(for words: String) -> Sentence { Sentence(zh: "代 \(words)", en: "for \(words)") }

    // MARK: appointing

    static func appointHead(_ unit: String) -> Sentence {
        Sentence(zh: "任命到\(unit)", en: "Appoint somebody at \(unit)")
    }
    static let who = Sentence(zh: "谁", en: "Who")
    static let newcomer = Sentence(zh: "还没有账号的人", en: "Somebody without an account")
    static let account = Sentence(zh: "别处已有账号的人", en: "Somebody with an account elsewhere")
    static let whoNote = Sentence(
        zh: "名单里有的直接选，下面三栏不用填。", en: "Whoever is in the list is chosen there; leave the next fields empty.")
    static let name = Sentence(zh: "姓名", en: "Name")
    static let nameNote = Sentence(
        zh: "已有账号的，姓名和账号都要对上。", en: "For an account elsewhere, name and account name must both be right.")
    static let nameLatin = Sentence(zh: "拼音姓名（可以不填）", en: "Name in Latin letters (optional)")
    static let nameLatinNote = Sentence(zh: "例如 Zhao Jia，英文页面上用它。", en: "For example Zhao Jia; English pages use it.")
    static let login = Sentence(zh: "账号", en: "Account name")
    static let loginNote = Sentence(
        zh: "3 到 32 个小写字母、数字、点和横线；新账号由你起。",
        en: "3 to 32 small letters, digits, dots and hyphens; you choose that of a new account.")
    static let role = Sentence(zh: "职务", en: "Post")
    static let title = Sentence(zh: "本单位怎么称呼（可以不填）", en: "Title in Chinese (optional)")
    static let titleNote = Sentence(zh: "例如 副主席。不填就用上面的。", en: "For example 副主席. Without one the post's name is used.")
    static let titleEnglish = Sentence(zh: "英文称呼（可以不填）", en: "Title in English (optional)")
    static let from = Sentence(zh: "从哪天起", en: "From")
    static let to = Sentence(zh: "到哪天止（可以不填）", en: "Until (optional)")
    static let doAppoint = Sentence(zh: "任命", en: "Appoint")
    static let back = Sentence(zh: "不改了", en: "Leave it")
    static let whatHappens = Sentence(zh: "会怎样", en: "What it does")
    static let appointDoes = [
        Sentence(
            zh: "从那天起，他在这里以这个职务办事，一件一件记日志。", en: "From that day they act here as this post; the journal keeps each act."
        ),
        Sentence(
            zh: "新账号还没有口令：任命以后，在名单里给一个码，当面交给本人，由他自己设。",
            en: "A new account has no password yet: give them a code from the list, in person, and they choose one."),
        Sentence(zh: "组织管理员和经审只能由组织管理员任命。", en: "Only an administrator appoints administrators and auditors."),
    ]

    // MARK: ending

    static func endHead(_ name: String, _ title: String) -> Sentence {
        Sentence(zh: "\(name)不再任\(title)", en: "\(name) no longer \(title)")
    }
    static func endSubstitutionHead(_ name: String) -> Sentence {
        Sentence(zh: "\(name)提前结束代理", en: "\(name) stands in no longer")
    }
    static let lastDay = Sentence(zh: "最后一天", en: "Last day")
    static let lastDayNote = Sentence(
        zh: "填昨天，现在就完；填今天，今天还能办事。", en: "Yesterday ends it now; with today they still act until tonight.")
    static let endDoes = [
        Sentence(zh: "过了那天，这个职务什么也不能做。", en: "After that day this post can do nothing."),
        Sentence(zh: "代这个职务的，也到那天为止。", en: "Whoever stands in for it stops that day too."),
        Sentence(zh: "签过、做过的都不改；账号还在。", en: "What was signed and done stays, and so does the account."),
    ]

    // MARK: standing in

    static func substituteHead(_ name: String, _ title: String) -> Sentence {
        Sentence(zh: "谁代\(name)的\(title)", en: "Who stands in for \(name), \(title)")
    }
    static let until = Sentence(zh: "到哪天止", en: "Until")
    static let doSubstitute = Sentence(zh: "指定代理", en: "Name the substitute")
    static let substituteDoes = [
        Sentence(
            zh: "这几天里，他可以选用这个职务办事，签的、转的都写明代谁。",
            en: "On these days they may act as this post; whatever they sign or relay says for whom."),
        Sentence(zh: "到日子自己结束，也可以提前结束。", en: "It ends by itself on its last day, or earlier if you end it."),
        Sentence(
            zh: "原来的人照样可以办事。最长 \(AppointmentRules.substitutionDaysMax) 天。",
            en: "The holder may still act. At most \(AppointmentRules.substitutionDaysMax) days."),
    ]
    static let substituteWhoNote = Sentence(
        zh: "名单里没有的，选“别处已有账号的人”，再填姓名和账号。",
        en: "For others choose “with an account elsewhere” and give name and account name.")
}
