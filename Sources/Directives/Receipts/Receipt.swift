package import Federation

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
    case sent = 1
    case opened
    case signed
    case relayed
    case conveyed
    case filed

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

/// Something a unit did with a receipt: who, as which post, when.
package struct ReceiptFact: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case opened, signed, relayed, conveyed, filed
    }
    package var kind: Kind
    package var moment: Moment
    package var person: PersonID
    package var post: PostID
}

package enum ReceiptRefusal: Refusal {
    case forInformation
    case notSigned

    package var code: String {
        switch self {
        case .forInformation: "receipt.for_information"
        case .notSigned: "receipt.not_signed"
        }
    }

    package var manner: RefusalManner { .conflict }

    package var sentence: Sentence {
        switch self {
        case .forInformation:
            Sentence(zh: "这一份是抄送，只告知，不须签收。", en: "This copy is for information; it is not signed for.")
        case .notSigned: Sentence(zh: "先签收，再转给下级。", en: "Sign for it first, then relay it.")
        }
    }
}

extension Receipt {
    /// The receipt after the person signed. Signing twice is one fact: the first stands.
    func signed(at moment: Moment) throws -> Receipt {
        guard purpose == .action else { throw ReceiptRefusal.forInformation }
        guard !state.isSigned else { return self }
        var signed = self
        signed.state = .signed
        signed.openedAt = openedAt ?? moment
        signed.signedAt = moment
        return signed
    }

    /// The receipt after somebody of the unit looked at it.
    func opened(at moment: Moment) -> Receipt {
        guard state == .sent else { return self }
        var opened = self
        opened.state = .opened
        opened.openedAt = moment
        return opened
    }

    /// The receipt after the notice went on to the units below.
    func relayed(at moment: Moment) throws -> Receipt {
        guard state.isSigned || purpose == .information else { throw ReceiptRefusal.notSigned }
        guard state < .relayed else { return self }
        var relayed = self
        relayed.state = .relayed
        relayed.passedOnAt = moment
        return relayed
    }
}
