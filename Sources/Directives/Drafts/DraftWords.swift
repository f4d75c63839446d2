import Federation

/// The sentences of the pages of drafts.
enum DraftWords {
    static let notices = Sentence(zh: "公文", en: "Notices")
    static let drafts = Sentence(zh: "拟稿", en: "Drafts")
    static let noDrafts = Sentence(zh: "还没有拟过封面。", en: "No cover has been drafted yet.")
    static let noDraftsNote = Sentence(
        zh: "打开收到的公文，按“转发（拟封面）”。", en: "Open a notice you received and press “Forward under a cover”.")
    static let forward = Sentence(zh: "转发（拟封面）", en: "Forward under a cover")
    static let itsDraft = Sentence(zh: "拟稿和各版", en: "Its draft and versions")
    static let forwardHead = Sentence(zh: "转发：以本单位名义拟封面", en: "Forward: a cover in your unit's name")
    static let forwardNote = Sentence(
        zh: "众志按公文格式拟好标题、主送和正文，每个字都可以改。所转公文整份附在后面。",
        en:
            "Muster drafts title, addressees and text in the form of the genre; every word can be changed. The notice is carried whole."
    )
    static let together = Sentence(zh: "一并转发", en: "Forward along with it")
    static let togetherNote = Sentence(
        zh: "本单位收到的其他公文，勾上的和这一份装在一个封面里。",
        en: "Other notices your unit has received; those ticked go under the same cover.")
    static let startButton = Sentence(zh: "拟封面", en: "Draft the cover")
    static let mayNotStart = Sentence(
        zh: "你现在的职务不拟稿，或者本单位下面没有单位。", en: "Your post does not draft, or there is no unit below yours.")
    static let head = Sentence(zh: "转发的封面", en: "A cover to forward under")
    static let paperNote = Sentence(
        zh: "发出去的样子。文号和日期在签发时填上。", en: "As it will go out. Number and date are set at sign-off.")
    static let issuedNote = Sentence(zh: "签发时的样子。", en: "As it was signed off.")

    // Fields.
    static let title = Sentence(zh: "标题", en: "Title")
    static let line = Sentence(zh: "主送", en: "Addressed to")
    static let copyLine = Sentence(zh: "抄送", en: "Copies to")
    static let opening = Sentence(zh: "正文", en: "Text")
    static let clauses = Sentence(zh: "自己的要求", en: "Own clauses")
    static let clausesNote = Sentence(
        zh: "没有就空着。一条一行，序号自己写：一、", en: "Leave empty where there are none. One to a line, each with its numeral.")
    static let closing = Sentence(zh: "结尾", en: "Closing")
    static let closingNote = Sentence(zh: "没有就空着，例如：特此通知。", en: "May be left empty.")
    static let carried = Sentence(zh: "所转公文", en: "Notices carried")
    static let addAnother = Sentence(zh: "再加一份", en: "Add another")
    static let noOther = Sentence(zh: "没有别的收到的公文。", en: "There is no other notice received.")
    static let check = Sentence(zh: "核对", en: "Check")
    static let save = Sentence(zh: "保存", en: "Save")
    static let saveAnyway = Sentence(zh: "按我写的保存", en: "Save mine")
    static let saveNote = Sentence(
        zh: "每次保存是新的一版，旧版都在。", en: "Every save is a new version; the old ones stay.")
    static let unresolvedNote = Sentence(
        zh: "没有对上的短语，每个选一样；签发前要都对上。", en: "Choose one for each phrase that is not resolved, before sign-off.")

    static func reaches(_ units: Int, _ phrases: Int, open: Int) -> Sentence {
        let rest = open == 0 ? Sentence(zh: "", en: "") : Sentence(zh: "，\(open) 个没有对上", en: ", \(open) open")
        return Sentence(
            zh: "送 \(units) 个单位：\(phrases) 个短语\(rest.zh)", en: "To \(units) units: \(phrases) phrases\(rest.en)")
    }

    // How it stands.
    static func state(_ state: Draft.State) -> Sentence {
        switch state {
        case .drafting: Sentence(zh: "在拟", en: "Being drafted")
        case .issued: Sentence(zh: "已签发", en: "Issued")
        case .dropped: Sentence(zh: "不用了", en: "Dropped")
        }
    }

    static func version(_ number: Int) -> Sentence { Sentence(zh: "第 \(number) 版", en: "Version \(number)") }
    static let versions = Sentence(zh: "各版", en: "Versions")
    static func waiting(_ names: [String]) -> Sentence {
        Sentence(
            zh: "等 \(names.joined(separator: "、"))", en: "Waiting for \(names.joined(separator: "; "))")
    }
    static let handling = Sentence(zh: "办理单", en: "Handling sheet")
    static func returned(by person: String, at moment: String) -> Sentence {
        Sentence(zh: "\(person) \(moment) 退回", en: "Returned by \(person), \(moment)")
    }
    static let issued = Sentence(zh: "已签发，打开公文", en: "Issued: open the notice")
    static func drafts(_ count: Int) -> Sentence {
        Sentence(zh: "\(count) 份稿", en: count == 1 ? "1 draft" : "\(count) drafts")
    }

    // Submitting, dropping.
    static let submitHead = Sentence(zh: "送签", en: "Submit for sign-off")
    static let leader = Sentence(zh: "送哪位领导", en: "To which leader")
    static let submit = Sentence(zh: "送签", en: "Submit")
    static func submitNote(_ version: Int) -> Sentence {
        Sentence(
            zh: "送的是存好的第 \(version) 版；以后再改，要重新送。",
            en: "What is submitted is version \(version) as saved; once changed, it is submitted again.")
    }
    static let signOff = Sentence(zh: "签发", en: "Sign off")
    static let toSignOff = Sentence(zh: "去签发", en: "To sign-off")
    static let drop = Sentence(zh: "不用了", en: "Drop this draft")
    static let dropNote = Sentence(zh: "稿和各版都留着，只是不再办。", en: "Draft and versions stay; nothing more is done with it.")
    static let reason = Sentence(zh: "为什么不用", en: "Why it is dropped")

    // Two at once.
    static let conflictHead = Sentence(zh: "两份对照", en: "The two side by side")
    static let field = Sentence(zh: "项", en: "Field")
    static let yours = Sentence(zh: "你写的", en: "Yours")
    static func theirs(_ saved: String, at moment: String, _ version: Int) -> Sentence {
        Sentence(
            zh: "\(saved) \(moment) 存的第 \(version) 版", en: "Version \(version), saved by \(saved), \(moment)")
    }
    static let conflictNone = Sentence(
        zh: "文字一样，只有分送的单位不同。", en: "The words are the same; only the units differ.")
    static let nothing = Sentence(zh: "空", en: "empty")

    // Versions.
    static let compare = Sentence(zh: "对比", en: "Compare")
    static let older = Sentence(zh: "从", en: "From")
    static let newer = Sentence(zh: "到", en: "To")
    static let savedBy = Sentence(zh: "谁存的", en: "Saved by")
    static let same = Sentence(zh: "两版的文字一样。", en: "The two say the same.")
    static func difference(_ from: Int, _ to: Int) -> Sentence {
        Sentence(zh: "第 \(from) 版到第 \(to) 版", en: "From version \(from) to version \(to)")
    }
    static let removed = Sentence(zh: "删去", en: "Removed")
    static let added = Sentence(zh: "增加", en: "Added")
}

/// The sentences of the sign-off.
enum SignOffWords {
    static let head = Sentence(zh: "签发", en: "Sign off")
    static let sends = Sentence(zh: "分送", en: "Goes to")
    static let date = Sentence(zh: "日期", en: "Dated")
    static func today(_ day: String, _ english: String) -> Sentence {
        Sentence(zh: "签发当天：\(day)", en: "The day of sign-off: \(english)")
    }
    static let number = Sentence(zh: "文号", en: "Number")
    static func next(_ number: String) -> Sentence {
        Sentence(zh: "取下一个号：\(number)", en: "Draw the next: \(number)")
    }
    static let nextNote = Sentence(zh: "已经用掉的号会跳过。", en: "Numbers in use are passed over.")
    static let reserved = Sentence(zh: "用预留的号", en: "Use a reserved one")
    static let hand = Sentence(zh: "手工填", en: "Enter by hand")
    static let handHint = Sentence(zh: "焦工发〔2020〕3号", en: "焦工发〔2020〕3号")
    static let none = Sentence(zh: "不编号", en: "No number")
    static let telephone = Sentence(zh: "领导电话口头签发", en: "Signed off by a leader's word on the telephone")
    static let telephoneNote = Sentence(
        zh: "急件才用。记下是哪位领导、几点说的；领导以后要确认。",
        en: "For urgent papers. Record which leader and when; the leader confirms it later.")
    static let leader = Sentence(zh: "哪位领导", en: "Which leader")
    static let nobody = Sentence(zh: "没有选", en: "None chosen")
    static let said = Sentence(zh: "几点说的", en: "When it was said")
    static let notYours = Sentence(
        zh: "你现在的职务不签发。由领导签发。", en: "Your post does not sign off; a leader does.")
    static let ends = Sentence(
        zh: "按下就编号、填日期、分送，不能改；错了可以撤回。",
        en: "Pressing numbers, dates and sends it; it cannot be changed then, only withdrawn.")
    static func units(_ units: Int, copies: Int) -> Sentence {
        copies == 0
            ? Sentence(zh: "\(units) 个单位", en: "\(units) units")
            : Sentence(zh: "\(units) 个单位，另抄送 \(copies) 个", en: "\(units) units, copies to \(copies)")
    }
    static func sign(_ units: Int) -> Sentence {
        Sentence(zh: "签发，分送 \(units) 个单位", en: "Sign off and send to \(units) units")
    }
    static func record(_ units: Int) -> Sentence {
        Sentence(zh: "记下并发出，分送 \(units) 个单位", en: "Record it and send to \(units) units")
    }
}
