package import Federation

/// What a clerk changes about an obligation, or adds by marking words.
package struct RevisionForm: Sendable, Hashable {
    package var role: ObligationRole
    package var kinds: [ObligationKind]
    package var levels: [ObligationLevel]
    package var condition: String
    package var proof: ObligationProof
    /// Of what is added or split off: the words as they stand in the notice.
    package var words: String

    package init(
        role: ObligationRole = .lead, kinds: [ObligationKind] = [], levels: [ObligationLevel] = [.all],
        condition: String = "", proof: ObligationProof = .sentence, words: String = ""
    ) {
        (self.role, self.kinds, self.levels) = (role, kinds, levels)
        (self.condition, self.proof, self.words) = (condition, proof, words)
    }

    package var bound: ObligationBound {
        ObligationBound(kinds: kinds, levels: levels.isEmpty || levels.contains(.all) ? [.all] : levels)
    }
}

package enum RevisionRefusal: Refusal {
    case wordsMissing
    case wordsNotFound
    case wordsNotUnique(Int)
    case atItsStart
    case overlaps
    case noNext
    case nobodyBound
    case conditionTooLong

    package static let conditionMax = 200

    package var code: String {
        switch self {
        case .wordsMissing: "revision.words_missing"
        case .wordsNotFound: "revision.words_not_found"
        case .wordsNotUnique: "revision.words_not_unique"
        case .atItsStart: "revision.at_its_start"
        case .overlaps: "revision.overlaps"
        case .noNext: "revision.no_next"
        case .nobodyBound: "revision.nobody_bound"
        case .conditionTooLong: "revision.condition_too_long"
        }
    }

    package var manner: RefusalManner {
        if case .noNext = self { return .conflict }
        return .invalid
    }

    package var sentence: Sentence {
        switch self {
        case .wordsMissing: Sentence(zh: "从原文里抄一段话。", en: "Copy some words of the notice.")
        case .wordsNotFound:
            Sentence(zh: "原文里没有这段话，一个字都不能改。", en: "The notice has no such words; they have to be exactly its own.")
        case .wordsNotUnique(let times):
            Sentence(zh: "这段话在原文里有 \(times) 处，多抄几个字。", en: "These words stand there \(times) times; copy a few more.")
        case .atItsStart: Sentence(zh: "从句子中间分开，不能从头上。", en: "Split it in its midst, not at its start.")
        case .overlaps:
            Sentence(zh: "这段话里已经有一件了，去改那一件。", en: "An obligation stands in these words already; revise that one.")
        case .noNext: Sentence(zh: "后面没有可以并进来的。没有改动。", en: "Nothing follows that could be merged. Nothing was changed.")
        case .nobodyBound: Sentence(zh: "至少选一种单位。", en: "Choose at least one kind of unit.")
        case .conditionTooLong:
            Sentence(zh: "最多 \(Self.conditionMax) 个字，删短一些。", en: "At most \(Self.conditionMax) characters.")
        }
    }

    /// The field it is about.
    package var field: String? {
        switch self {
        case .wordsMissing, .wordsNotFound, .wordsNotUnique, .atItsStart, .overlaps: "words"
        case .nobodyBound: "kinds"
        case .conditionTooLong: "condition"
        case .noNext: nil
        }
    }
}
