package import Federation

/// A cover in a unit's own name around notices it received, until it is signed off (转发稿).
package struct Draft: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case drafting, issued, dropped
    }

    package var id: DraftID
    package var unit: UnitID
    package var state: State
    /// The newest version, counted from 1. Every save makes the next.
    package var version: Int
    /// What became of it: the notice it was issued as.
    package var notice: NoticeID?
    package var person: PersonID
    package var startedAt: Moment
    package var endedAt: Moment?
}

package typealias DraftID = ID<Draft>

/// What a cover says, as one version of a draft keeps it. Number and date are the sign-off's, the signature the unit's.
package struct DraftContent: Sendable, Hashable, Codable {
    package var title: String
    /// The first paragraph: 现将…转发给你们，请认真贯彻落实。
    package var opening: String
    /// The unit's own clauses, a paragraph each, with their numerals; empty where it adds none.
    package var clauses: [String]
    /// The last paragraph, 特此通知。; empty where there is none.
    package var closing: String
    /// To whom, and what was decided about each phrase of it.
    package var addressees: AddresseesForm
    /// The notices it carries, in this order.
    package var carried: [NoticeID]

    package init(
        title: String, opening: String, clauses: [String] = [], closing: String = "", addressees: AddresseesForm,
        carried: [NoticeID]
    ) {
        self.title = title
        self.opening = opening
        self.clauses = clauses
        self.closing = closing
        self.addressees = addressees
        self.carried = carried
    }
}

/// One saved state of a draft. None is ever changed or deleted.
package struct DraftVersion: Sendable, Hashable {
    package var number: Int
    package var content: DraftContent
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
}
