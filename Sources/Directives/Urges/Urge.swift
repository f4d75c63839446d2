package import Federation

/// A recorded chase-up (催办): who asked which units to sign for what was sent to them, when, in which words.
package struct Urge: Sendable, Hashable {
    package static let textMax = 500

    package var id: UrgeID
    package var dispatch: DispatchID
    /// The unit that sent the notice and now urges.
    package var unit: UnitID
    package var text: String
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
    /// How many units it went to.
    package var units: Int
}

package typealias UrgeID = ID<Urge>

/// How often a unit was urged about one receipt, and when last.
package struct UrgedSoFar: Sendable, Hashable {
    package var times: Int
    package var last: Moment
}

/// Whom an urge is for.
package enum UrgeScope: Sendable, Hashable {
    /// All that have not signed.
    case unsigned
    /// Those of them that stand in one branch of the wall, by the place of its phrase.
    case branch(Int)
    /// Those of them that were ticked.
    case chosen([UnitID])
}

package enum UrgeRefusal: Refusal {
    case nobody
    case nobodyChosen
    case textMissing
    case textTooLong

    package var code: String {
        switch self {
        case .nobody: "urge.nobody"
        case .nobodyChosen: "urge.nobody_chosen"
        case .textMissing: "urge.text_missing"
        case .textTooLong: "urge.text_too_long"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .nobody: .conflict
        case .nobodyChosen, .textMissing, .textTooLong: .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .nobody:
            Sentence(zh: "都签收了，没有要催的单位。没有发出催办。", en: "All have signed; there is nobody to urge. Nothing was sent.")
        case .nobodyChosen: Sentence(zh: "勾上要催的单位再按。", en: "Tick the units to urge, then press.")
        case .textMissing: Sentence(zh: "写一句催办的话。", en: "Write a sentence to urge them with.")
        case .textTooLong:
            Sentence(
                zh: "催办的话最多 \(Urge.textMax) 个字，删短一些。", en: "At most \(Urge.textMax) characters; make it shorter.")
        }
    }

    /// The field it is about.
    package var field: String {
        switch self {
        case .textMissing, .textTooLong: "text"
        case .nobodyChosen: "unit"
        case .nobody: ""
        }
    }
}
