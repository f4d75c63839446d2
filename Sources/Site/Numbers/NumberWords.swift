import Federation

enum NumberWords {
    static let crumb = Sentence(zh: "发文字号", en: "Document numbers")
    static func head(_ unit: String) -> Sentence { Sentence(zh: "\(unit)的发文字号", en: "Document numbers of \(unit)") }
    static let word = Sentence(zh: "代字", en: "Series word")
    static let wordNote = Sentence(zh: "例如 焦工发，不带年份和括号。", en: "For example 焦工发, without year and brackets.")
    static let year = Sentence(zh: "年份", en: "Year")
    static let next = Sentence(zh: "下一个号", en: "Next number")
    static let fates = Sentence(zh: "登记簿里", en: "In the register")
    static let none = Sentence(zh: "还没有代字", en: "There is no series yet")
    static let noneNote = Sentence(
        zh: "从哪个号起都行：今年用到 12 号，就从 13 起。", en: "A series may begin anywhere: after number 12 it begins at 13.")
    static let startHead = Sentence(zh: "起一个代字，或者改下一个号", en: "Begin a series, or set its next number")
    static let startNext = Sentence(zh: "从几号起", en: "Begin at number")
    static let startNextNote = Sentence(
        zh: "用过的、预留的号会跳过去，不会重。", en: "Numbers that are used or reserved are jumped over, never used twice.")
    static let start = Sentence(zh: "从这个号起", en: "Begin there")
    static func fate(_ fate: NumberFate, _ count: Int) -> Sentence {
        Sentence(zh: "\(fate.name.zh) \(count)", en: "\(count) \(fate.name.en.lowercased())")
    }

    static func registerHead(_ series: String) -> Sentence {
        Sentence(zh: "\(series)发文号登记簿", en: "The register of \(series)")
    }
    static func nextIs(_ number: String) -> Sentence { Sentence(zh: "下一个 \(number)", en: "next \(number)") }
    static let number = Sentence(zh: "号", en: "Number")
    static let fate = Sentence(zh: "去向", en: "Fate")
    static let why = Sentence(zh: "事由", en: "What for")
    static let who = Sentence(zh: "经手", en: "By")
    static let void = Sentence(zh: "作废", en: "Void")
    static func unused(_ from: Int, _ to: Int) -> Sentence {
        from == to
            ? Sentence(zh: "\(from) 号没有用过", en: "Number \(from) was never used")
            : Sentence(zh: "\(from) 到 \(to) 号没有用过", en: "Numbers \(from) to \(to) were never used")
    }
    static let empty = Sentence(zh: "一个号也没有用过", en: "No number has been used yet")
    static let emptyNote = Sentence(
        zh: "发文时自动取号；纸上已经发的，在这里手工登记。",
        en: "Issuing a paper draws one; papers that went out by hand are entered here.")
    static let more = Sentence(zh: "往后", en: "Further numbers")

    static func head(_ decision: NumberDecision) -> Sentence {
        switch decision {
        case .reserve: Sentence(zh: "预留一个号", en: "Reserve a number")
        case .enter: Sentence(zh: "手工登记一个号", en: "Enter a number by hand")
        case .void: Sentence(zh: "作废一个号", en: "Void a number")
        }
    }
    static func note(_ decision: NumberDecision) -> Sentence {
        switch decision {
        case .reserve: Sentence(zh: "留给还没有定稿的一份，取号时跳过它。", en: "For a paper still to come; draws jump over it.")
        case .enter: Sentence(zh: "不在这里发的文，号也记在这里。", en: "For a paper that was not issued here.")
        case .void:
            Sentence(zh: "作废的号不再用，原来在哪份文上还查得到。", en: "It is never used again; what it stood on can still be seen.")
        }
    }
    static func press(_ decision: NumberDecision) -> Sentence {
        switch decision {
        case .reserve: Sentence(zh: "预留", en: "Reserve")
        case .enter: Sentence(zh: "登记", en: "Enter")
        case .void: Sentence(zh: "作废", en: "Void")
        }
    }
    static func reason(_ decision: NumberDecision) -> Sentence {
        decision == .void
            ? Sentence(zh: "为什么", en: "Why") : Sentence(zh: "哪份文、什么事（可以不填）", en: "Which paper, what for (optional)")
    }
}
