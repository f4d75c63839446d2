package import Federation

package enum FrameWords {
    package static let product = Sentence(zh: "众志", en: "Muster")
    static let skip = Sentence(zh: "跳到正文", en: "Skip to the page")
    static let sections = Sentence(zh: "主栏目", en: "Sections")
    static let demoMark = Sentence(zh: "演示", en: "Demo")
    static let demoMarkRest = Sentence(zh: "数据", en: " data")
    static let demoData = Sentence(
        zh: "这里的单位、人物都是虚构的演示数据", en: "The units and people here are invented, for demonstration")
    static let search = Sentence(zh: "查找", en: "Search")
    static let searchHint = Sentence(zh: "查找单位", en: "Find a unit")
    static let keys = Sentence(zh: "快捷键", en: "Keys")
    /// At the foot of a printed page.
    static func printed(_ unit: String?, _ time: String, _ person: String) -> Sentence {
        let place = unit.map { "\($0) · " } ?? ""
        return Sentence(zh: "\(place)\(time) · \(person)打印", en: "\(place)\(time) · printed by \(person)")
    }
    static let close = Sentence(zh: "关上这张单子", en: "Close this list")
    static let singleKeys = Sentence(zh: "字母键有用；在格里打字时总是不管用", en: "Single keys act; never while a field is typed in")
    static let allKeys = Sentence(zh: "全部快捷键", en: "All keys")
    static let noPost = Sentence(zh: "没有职务", en: "no post")
    static let backToToday = Sentence(zh: "回到今日", en: "Back to Today")
    static let toSignIn = Sentence(zh: "去登录", en: "Sign in")
    static func journal(_ number: String) -> Sentence { Sentence(zh: "日志 \(number)", en: "journal \(number)") }
    static let wayOn = Sentence(zh: "可以这样办", en: "What you can do")
    static let faultHead = Sentence(zh: "这一步没有做成", en: "This step did not go through")
    static func fault(_ number: String) -> Sentence {
        Sentence(
            zh: "程序出了错，已记下，编号 \(number)。没有保存任何东西。",
            en: "Something went wrong in Muster itself. It is noted as number \(number). Nothing was saved.")
    }
    static let faultWayOn = Sentence(
        zh: "回到上一页再试一次；还不行，把编号告诉管理员。",
        en: "Go back and try again; if it fails again, give the number to your administrator.")
    static let kept = Sentence(
        zh: "填的内容都留在这一页上：过一分钟，按“再试一次”。",
        en: "What you entered is kept on this page: wait a minute, then press Try again.")
    static let tryAgain = Sentence(zh: "再试一次", en: "Try again")
    static func code(_ code: String) -> Sentence { Sentence(zh: "代号 \(code)", en: "Code \(code)") }
    static let conflictHead = Sentence(zh: "现在不能这样做", en: "Not possible now")
    static let invalidHead = Sentence(zh: "这样填不行", en: "This cannot be used")
    static let notFoundHead = Sentence(zh: "没有这一页", en: "No such page")
    static let forbiddenHead = Sentence(zh: "这件事不归这个职务", en: "Not for this post")
    static let signInHead = Sentence(zh: "先登录", en: "Sign in first")
    static let slowDownHead = Sentence(zh: "慢一点", en: "A little slower")
    static let tooLargeHead = Sentence(zh: "太大了", en: "Too large")
    static let awayHead = Sentence(zh: "暂时办不了", en: "Not available just now")

    /// What heads the page of a refusal.
    static func head(_ manner: RefusalManner) -> Sentence {
        switch manner {
        case .notFound: notFoundHead
        case .signIn: signInHead
        case .forbidden: forbiddenHead
        case .conflict: conflictHead
        case .invalid: invalidHead
        case .tooLarge: tooLargeHead
        case .slowDown: slowDownHead
        case .unavailable: awayHead
        }
    }
}
