package import Federation

/// Who answers for the duties of a notice at a unit. Nobody owns without being told.
package struct Owner: Sendable, Hashable {
    package enum Part: String, Sendable, Hashable, CaseIterable {
        /// 负总责
        case overall
        /// 具体负责
        case charge
        /// 承办
        case doer
    }

    package var obligation: ObligationID
    package var unit: UnitID
    package var part: Part
    package var post: PostID
    package var moment: Moment
}

package enum OwnerRefusal: Refusal {
    case nothingHere
    case noSuchPost

    package var code: String {
        switch self {
        case .nothingHere: "owner.nothing_here"
        case .noSuchPost: "owner.no_such_post"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .nothingHere: .conflict
        case .noSuchPost: .invalid
        }
    }

    package var sentence: Sentence {
        switch self {
        case .nothingHere:
            Sentence(
                zh: "这份公文没有要本单位办的，不用定责任人。", en: "Nothing of this notice is asked of your unit, so nobody has to own it."
            )
        case .noSuchPost: Sentence(zh: "选本单位在任的职务。", en: "Choose a post of your unit that is held today.")
        }
    }
}
