package import Federation
import Markup

/// What one unit did with one notice. There is one per notice and unit, however often it was delivered.
package struct Receipt: Sendable, Hashable {
    package var id: ReceiptID
    package var notice: NoticeID
    package var unit: UnitID
    package var purpose: Purpose
    package var state: ReceiptState
    package var urgency: Urgency
    package var sentAt: Moment
    package var openedAt: Moment?
    package var signedAt: Moment?
    /// When it was relayed, conveyed or filed.
    package var passedOnAt: Moment?
}

package typealias ReceiptID = ID<Receipt>

/// For action (主送), or for information (抄送): a copy binds nobody and is not signed for.
package enum Purpose: String, Sendable, CaseIterable, Codable {
    case action, information
}

/// How far a receipt has come. A unit that no delivery has reached has no receipt at all.
package enum ReceiptState: Int, Sendable, CaseIterable, Comparable {
    case sent
    case opened
    case signed
    /// Read and put away. What is still done with it counts for more.
    case filed
    case relayed
    case conveyed

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The class that draws its square.
    package var mark: String {
        switch self {
        case .sent: "delivered"
        case .opened: "opened"
        case .signed: "signed"
        case .relayed: "relayed"
        case .conveyed: "conveyed"
        case .filed: "filed"
        }
    }

    package var isSigned: Bool { self >= .signed }
}

/// Something a unit did with a receipt: who, as which post, when; told by itself or written down for it (代签收).
package struct ReceiptFact: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case opened, signed, relayed, conveyed, filed
    }

    /// How a unit that does not sign here was told.
    package enum Channel: String, Sendable, CaseIterable {
        case telephone, fax, group, paper, visit
    }

    /// What is said of a fact beyond who and when.
    package struct Telling: Sendable, Hashable {
        /// How it was conveyed, why it was filed, who was spoken to.
        package var note: String?
        /// How many workers were told; nil where nobody counted.
        package var people: Int?
        package var channel: Channel?
        /// The unit that wrote it down for the one whose receipt it is; nil where that did it itself.
        package var recordedBy: UnitID?
        /// When it happened, where that is not when it was written.
        package var happenedAt: Moment?
        /// Only the day of `happenedAt` is known.
        package var isDayOnly = false

        package init(note: String? = nil, people: Int? = nil) {
            self.note = note
            self.people = people
        }
    }

    package var kind: Kind
    /// When it was written.
    package var moment: Moment
    package var person: PersonID
    package var post: PostID
    package var telling = Telling()

    /// When it happened, as exactly as it is known.
    package var at: Moment { telling.happenedAt ?? moment }
}

package enum ReceiptRefusal: Refusal {
    case forInformation
    case notSigned
    case reasonMissing
    case wordsMissing
    case peopleUnreadable
    /// What would be conveyed or filed was before, perhaps by another person of the unit a moment ago.
    case doneBefore

    package var code: String {
        switch self {
        case .forInformation: "receipt.for_information"
        case .notSigned: "receipt.not_signed"
        case .reasonMissing: "receipt.reason_missing"
        case .wordsMissing: "receipt.words_missing"
        case .peopleUnreadable: "receipt.people_unreadable"
        case .doneBefore: "receipt.done_before"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .forInformation, .notSigned, .doneBefore: .conflict
        case .reasonMissing, .wordsMissing, .peopleUnreadable: .invalid
        }
    }

    /// The form's field that it is about; nil where no field can mend it.
    package var field: String? {
        switch self {
        case .reasonMissing: "reason"
        case .wordsMissing: "words"
        case .peopleUnreadable: "people"
        case .forInformation, .notSigned, .doneBefore: nil
        }
    }

    package var sentence: Sentence {
        switch self {
        case .forInformation:
            Sentence(zh: "这一份是抄送，只告知，不须签收。", en: "This copy is for information; it is not signed for.")
        case .notSigned: Sentence(zh: "先签收，再往下办。", en: "Sign for it first, then go on.")
        case .reasonMissing:
            Sentence(zh: "写一句为什么阅存，不再往下转。", en: "Say in a sentence why it is filed and goes no further.")
        case .wordsMissing:
            Sentence(zh: "写上怎么传达的，例如：班前会传达。", en: "Say how it was conveyed, for example: at the shift meeting.")
        case .peopleUnreadable:
            Sentence(
                zh: "人数写成数字，最多 \(Receipt.peopleMax.grouped)；没有数过就空着。",
                en: "Write the number in figures, \(Receipt.peopleMax.grouped) at most, or leave it empty.")
        case .doneBefore:
            Sentence(
                zh: "本单位已经记过这一步，以第一次记的为准，没有再记。",
                en: "Your unit has recorded this already; the first record stands and nothing was added.")
        }
    }
}

extension Receipt {
    /// Workers told, and characters of a note, at most.
    package static let peopleMax = 1_000_000
    package static let noteMax = 500

    /// The receipt after the person signed. Signing twice is one fact: the first stands.
    func signed(at moment: Moment) throws -> Receipt {
        var signed = try recorded(at: moment)
        if !state.isSigned { signed.openedAt = openedAt ?? moment }
        return signed
    }

    /// The receipt after somebody else wrote down that the unit was told; that the unit looked at it is not said.
    func recorded(at moment: Moment) throws -> Receipt {
        guard purpose == .action else { throw ReceiptRefusal.forInformation }
        guard !state.isSigned else { return self }
        var recorded = self
        recorded.state = .signed
        recorded.signedAt = moment
        return recorded
    }

    /// The receipt after somebody of the unit looked at it. One that was signed for on its behalf may be opened later.
    func opened(at moment: Moment) -> Receipt {
        guard openedAt == nil else { return self }
        var opened = self
        opened.state = max(state, .opened)
        opened.openedAt = moment
        return opened
    }

    /// What was signed for may be passed on, and a copy for information without that.
    var mayGoOn: Bool { state.isSigned || purpose == .information }

    /// The receipt after the notice went on to the units below.
    func relayed(at moment: Moment) throws -> Receipt { try passedOn(.relayed, at: moment) }

    /// The receipt after the unit told its workers.
    func conveyed(at moment: Moment) throws -> Receipt { try passedOn(.conveyed, at: moment) }

    /// The receipt after the unit filed the notice.
    func filed(at moment: Moment) throws -> Receipt { try passedOn(.filed, at: moment) }

    /// A unit may relay, convey and file, in any order: the state is the furthest of them, the moment that of the first.
    private func passedOn(_ state: ReceiptState, at moment: Moment) throws -> Receipt {
        guard mayGoOn else { throw ReceiptRefusal.notSigned }
        var passedOn = self
        passedOn.state = max(self.state, state)
        passedOn.passedOnAt = passedOnAt ?? moment
        return passedOn
    }
}
