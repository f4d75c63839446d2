package import Federation

/// What notices belong to together (应急响应): a flood, an epidemic. It has a level that can change.
package struct Response: Sendable, Hashable {
    package var id: ResponseID
    package var unit: UnitID
    package var name: String
    package var level: ResponseLevel
    package var openedAt: Moment
    package var closedAt: Moment?
}

package typealias ResponseID = ID<Response>

/// 一级 is the gravest.
package enum ResponseLevel: Int, Sendable, Hashable, CaseIterable {
    case first = 1
    case second, third, fourth

    package var name: Sentence {
        switch self {
        case .first: Sentence(zh: "一级", en: "level I")
        case .second: Sentence(zh: "二级", en: "level II")
        case .third: Sentence(zh: "三级", en: "level III")
        case .fourth: Sentence(zh: "四级", en: "level IV")
        }
    }
}

/// What was done with a response, and stays.
package struct ResponseFact: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case opened, levelled, closed }

    package var kind: Kind
    package var before: ResponseLevel?
    package var after: ResponseLevel?
    package var reason: String
    package var unit: UnitID
    package var person: PersonID
    package var moment: Moment
}

package enum ResponseRefusal: Refusal {
    case nameMissing
    case reasonMissing
    case levelMissing
    case sameLevel
    case closed
    case noticeMissing
    case attachedAlready(String)

    package static let nameMax = 60
    package static let reasonMax = 500

    package var code: String {
        switch self {
        case .nameMissing: "response.name_missing"
        case .reasonMissing: "response.reason_missing"
        case .levelMissing: "response.level_missing"
        case .sameLevel: "response.same_level"
        case .closed: "response.closed"
        case .noticeMissing: "response.notice_missing"
        case .attachedAlready: "response.attached_already"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .nameMissing, .reasonMissing, .levelMissing, .sameLevel, .noticeMissing: .invalid
        case .closed, .attachedAlready: .conflict
        }
    }

    package var sentence: Sentence {
        switch self {
        case .nameMissing:
            Sentence(zh: "写上叫什么，最多 \(Self.nameMax) 个字。", en: "Name it, in \(Self.nameMax) characters at most.")
        case .reasonMissing:
            Sentence(
                zh: "写明依据或原因，最多 \(Self.reasonMax) 个字。", en: "Give the reason, in \(Self.reasonMax) characters at most.")
        case .levelMissing: Sentence(zh: "选一个级别。", en: "Choose a level.")
        case .sameLevel: Sentence(zh: "现在就是这一级。", en: "That is its level already.")
        case .closed: Sentence(zh: "这次响应已经终止。没有改动。", en: "This response is closed. Nothing was changed.")
        case .noticeMissing: Sentence(zh: "选一份公文。", en: "Choose a notice.")
        case .attachedAlready(let name):
            Sentence(zh: "这份公文已归在“\(name)”里。", en: "This notice belongs to “\(name)” already.")
        }
    }

    /// The field it is about.
    package var field: String? {
        switch self {
        case .nameMissing: "name"
        case .reasonMissing: "reason"
        case .levelMissing, .sameLevel: "level"
        case .noticeMissing: "notice"
        case .closed, .attachedAlready: nil
        }
    }
}
