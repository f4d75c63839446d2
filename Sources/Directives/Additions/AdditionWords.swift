import Federation

/// The sentences about what units add.
enum AdditionWords {
    static let head = Sentence(zh: "各级加的", en: "What levels have added")
    static let noDate = Sentence(zh: "原文没有时限，也没有单位加。", en: "The notice sets no date, and no unit has added one.")
    static func kind(_ kind: Addition.Kind) -> Sentence {
        switch kind {
        case .due: Sentence(zh: "期限", en: "Due by")
        case .cadence: Sentence(zh: "频次", en: "How often")
        case .evidence: Sentence(zh: "要看的凭据", en: "What it wants to see")
        case .form: Sentence(zh: "用哪张表", en: "On which form")
        }
    }
    static func slack(_ seconds: Int64) -> Sentence {
        let hours = seconds / 3_600
        if hours < 1 { return Sentence(zh: "与上级同", en: "the same as above") }
        return hours < 48
            ? Sentence(zh: "比上级早 \(hours) 小时", en: "\(hours) h earlier than above")
            : Sentence(zh: "比上级早 \(hours / 24) 天", en: "\(hours / 24) days earlier than above")
    }
    static func by(_ unit: String, _ person: String, _ at: String) -> Sentence {
        Sentence(zh: "\(unit)所加（\(person)，\(at)）", en: "added by \(unit) (\(person), \(at))")
    }
    static let formHead = Sentence(zh: "加期限或要求", en: "Add a date or a demand")
    static let formHeadAll = Sentence(zh: "给全部要办的加期限或要求", en: "Add a date or a demand to all duties")
    static let what = Sentence(zh: "加什么", en: "What")
    static let due = Sentence(zh: "期限", en: "By when")
    static let dueNote = Sentence(zh: "只能比上级早，不能晚。", en: "Earlier than the level above, never later.")
    static let value = Sentence(zh: "内容（不是期限时填）", en: "In words (where it is no date)")
    static let reason = Sentence(zh: "为什么", en: "Why")
    static let reasonNote = Sentence(
        zh: "记在本单位名下，下面每个单位都看得到；原句不动。",
        en: "In your unit's name, read by every unit below; the quotation stays as it is.")
    static let add = Sentence(zh: "加上", en: "Add it")
}
