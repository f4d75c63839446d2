import Federation

/// The sentences about who answers.
enum OwnerWords {
    static let head = Sentence(zh: "谁负责", en: "Who answers for it")
    static let told = Sentence(zh: "定了你负责一份公文", en: "You answer for a notice")
    static func part(_ part: Owner.Part) -> Sentence {
        switch part {
        case .overall: Sentence(zh: "负总责", en: "Overall")
        case .charge: Sentence(zh: "具体负责", en: "In charge")
        case .doer: Sentence(zh: "承办", en: "Doer")
        }
    }
    static let byDefault = Sentence(zh: "没有另定，由主要负责人负责。", en: "Nobody was named: the head of the unit answers for it.")
    static let nobody = Sentence(zh: "不另定", en: "Nobody else")
    static let name = Sentence(zh: "定责任人", en: "Name them")
    static let note = Sentence(
        zh: "定了谁，谁的今日里就有一条；请假由代理人看到。",
        en: "Whoever is named sees it in Today; where they are away, their substitute does.")
    static let acknowledge = Sentence(zh: "知道了", en: "I know")
    static let unseen = Sentence(zh: "还没有看到", en: "has not seen it yet")
}
