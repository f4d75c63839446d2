package import Federation

/// What a unit adds to an obligation beside its quotation, in its own name and with its reason.
package struct Addition: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// By when. The earliest date that anyone above has set counts.
        case due
        /// How often.
        case cadence
        /// What it wants to see.
        case evidence
        /// On which form.
        case form
    }

    package var id: AdditionID
    package var obligation: ObligationID
    package var unit: UnitID
    package var kind: Kind
    /// In words; of a date, the date as it was typed.
    package var value: String
    package var dueAt: Moment?
    package var reason: String
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
}

package typealias AdditionID = ID<Addition>

package enum AdditionRules {
    /// - Parameter above: the dates that levels above have set.
    /// - Throws: `AdditionRefusal.past`, `.laterThanAbove` where it would give more time than was given.
    package static func require(_ due: Moment, above: [(unit: String, at: Moment)], now: Moment) throws {
        guard due > now else { throw AdditionRefusal.past }
        if let tightest = above.min(by: { $0.at < $1.at }), due > tightest.at {
            throw AdditionRefusal.laterThanAbove(tightest.unit, tightest.at)
        }
    }

    /// What each level took from the time that the one above had given, in seconds; nil for the first that set a date.
    /// - Parameter dates: from the top down.
    package static func slack(_ dates: [Moment]) -> [Int64?] {
        var tightest: Moment?
        return dates.map { date in
            let before = tightest
            tightest = before.map { min($0, date) } ?? date
            return before.map { max(0, ($0.microseconds - date.microseconds) / 1_000_000) }
        }
    }
}

package enum AdditionRefusal: Refusal {
    case dueMissing
    case past
    case laterThanAbove(String, Moment)
    case valueMissing
    case reasonMissing
    case tooLong
    case nothingBound

    package static let textMax = 500

    package var code: String {
        switch self {
        case .dueMissing: "addition.due_missing"
        case .past: "addition.past"
        case .laterThanAbove: "addition.later_than_above"
        case .valueMissing: "addition.value_missing"
        case .reasonMissing: "addition.reason_missing"
        case .tooLong: "addition.too_long"
        case .nothingBound: "addition.nothing_bound"
        }
    }

    package var manner: RefusalManner {
        if case .nothingBound = self { return .conflict }
        return .invalid
    }

    package var sentence: Sentence {
        switch self {
        case .dueMissing: Sentence(zh: "写明期限的日期和时间。", en: "Give the date and the time.")
        case .past: Sentence(zh: "期限要在现在以后。", en: "The date has to lie ahead.")
        case .laterThanAbove(let unit, let at):
            Sentence(
                zh: "\(unit)定的是 \(Zone.typed(at).replacing("T", with: " "))，只能更早，不能更晚。",
                en: "\(unit) has set \(Zone.typed(at).replacing("T", with: " ")); it can be earlier, not later.")
        case .valueMissing: Sentence(zh: "写明要加什么。", en: "Say what is added.")
        case .reasonMissing: Sentence(zh: "写明为什么加；下面每个单位都看得到。", en: "Give the reason; every unit below reads it.")
        case .tooLong: Sentence(zh: "最多 \(Self.textMax) 个字，删短一些。", en: "At most \(Self.textMax) characters.")
        case .nothingBound:
            Sentence(zh: "先分类、分解，再加期限和要求。没有改动。", en: "Sort and allocate first, then add. Nothing was changed.")
        }
    }

    /// The field it is about.
    package var field: String? {
        switch self {
        case .dueMissing, .past, .laterThanAbove: "due"
        case .valueMissing: "value"
        case .reasonMissing, .tooLong: "reason"
        case .nothingBound: nil
        }
    }
}
