package enum NumberRefusal: Refusal, Hashable {
    case wordUnusable
    case yearUnusable
    case numberUnusable
    case taken(DocumentNumber, NumberFate)
    case notReserved(DocumentNumber)
    case alreadyVoid(DocumentNumber)
    case reasonMissing
    case exhausted

    package var code: String {
        switch self {
        case .wordUnusable: "number.word_unusable"
        case .yearUnusable: "number.year_unusable"
        case .numberUnusable: "number.unusable"
        case .taken: "number.taken"
        case .notReserved: "number.not_reserved"
        case .alreadyVoid: "number.already_void"
        case .reasonMissing: "number.reason_missing"
        case .exhausted: "number.exhausted"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .wordUnusable, .yearUnusable, .numberUnusable, .reasonMissing: .invalid
        case .taken, .notReserved, .alreadyVoid, .exhausted: .conflict
        }
    }

    package var sentence: Sentence {
        switch self {
        case .wordUnusable:
            Sentence(
                zh: "代字用 1 到 \(DocumentNumber.wordLengthMax) 个字，不带空格和括号，例如焦工发。",
                en: "A series word has 1 to \(DocumentNumber.wordLengthMax) characters and no spaces or brackets.")
        case .yearUnusable:
            Sentence(
                zh: "年份用四位数字，\(DocumentNumber.years.lowerBound) 年以后。",
                en: "Give the year in four digits, \(DocumentNumber.years.lowerBound) or later.")
        case .numberUnusable:
            Sentence(
                zh: "序号用 1 到 \(DocumentNumber.numbers.upperBound) 的整数。",
                en: "The number is a whole number from 1 to \(DocumentNumber.numbers.upperBound).")
        case .taken(let number, let fate):
            Sentence(
                zh: "\(number.text) 已经有了：\(fate.name.zh)。",
                en: "\(number.text) is in the register already: \(fate.name.en).")
        case .notReserved(let number):
            Sentence(zh: "\(number.text) 没有预留。", en: "\(number.text) was not reserved.")
        case .alreadyVoid(let number):
            Sentence(zh: "\(number.text) 早已作废。", en: "\(number.text) is void already.")
        case .reasonMissing:
            Sentence(zh: "写明原因，以后查得清楚。", en: "Give the reason, so that it can be understood later.")
        case .exhausted:
            Sentence(zh: "这个代字今年的号用完了。", en: "This series has no number left for the year.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .taken: Sentence(zh: "查登记簿，换一个号。", en: "Look into the register and choose another number.")
        case .notReserved: Sentence(zh: "先预留，或者直接取下一个号。", en: "Reserve it first, or draw the next number.")
        case .exhausted: Sentence(zh: "换一个代字。", en: "Use another series word.")
        case .wordUnusable, .yearUnusable, .numberUnusable, .alreadyVoid, .reasonMissing: nil
        }
    }
}
