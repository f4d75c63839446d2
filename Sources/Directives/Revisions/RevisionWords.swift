import Federation

/// The sentences of the pages on which obligations are changed.
enum RevisionWords {
    static let head = Sentence(zh: "改这一句", en: "Change this one")
    static let note = Sentence(
        zh: "原文一个字不动，改的是怎么理解它。", en: "The notice stays as it is; what changes is how it is understood.")
    static let role = Sentence(zh: "工会的角色", en: "Part of the union")
    static let kinds = Sentence(zh: "约束哪些单位", en: "Kinds of unit bound")
    static let levels = Sentence(zh: "哪一级", en: "Levels")
    static let condition = Sentence(zh: "条件（原文的话，没有就空着）", en: "Condition, in the notice's words; empty for none")
    static let proof = Sentence(zh: "怎么算落实", en: "What suffices")
    static let save = Sentence(zh: "存下", en: "Save")
    static let splitHead = Sentence(zh: "分成两句", en: "Split in two")
    static let splitWords = Sentence(zh: "第二句从哪几个字开始", en: "The words with which the second begins")
    static let split = Sentence(zh: "分开", en: "Split")
    static let mergeHead = Sentence(zh: "与下一句并成一件", en: "Merge with the next")
    static let merge = Sentence(zh: "并起来", en: "Merge")
    static let edit = Sentence(zh: "改", en: "Change")
    static let mark = Sentence(zh: "补一句", en: "Add a sentence")
    static let markHead = Sentence(zh: "从原文里补一件要办的", en: "Add a duty from the notice")
    static let markNote = Sentence(
        zh: "在下面的原文里选中一段话，或抄到这里，一个字都不改。",
        en: "Select words in the notice below, or copy them here exactly as they stand.")
    static let words = Sentence(zh: "原文的话", en: "The notice's words")
    static let text = Sentence(zh: "原文", en: "The notice")
}
