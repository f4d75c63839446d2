package enum InvitationBatchNoun {}
package typealias InvitationID = ID<Invitation>
/// Invitations that were issued by one act and stand on one sheet.
package typealias InvitationBatchID = ID<InvitationBatchNoun>

/// A one-time code that lets somebody in: into a post, or back in with a new password.
package struct Invitation: Sendable, Hashable {
    package enum Purpose: Sendable, Hashable {
        /// A newcomer, or somebody already here, takes this post at the unit.
        case post(Role)
        /// This person chooses a new password.
        case reset(PersonID)
    }

    package enum State: Sendable, Hashable { case open, used, expired, withdrawn }

    package var id: InvitationID
    package var purpose: Purpose
    /// Where the post is; for a reset, the unit that vouches for the person.
    package var unit: UnitID
    package var batch: InvitationBatchID
    /// Nil where Muster itself invited: the first administrator.
    package var invitedBy: PostID?
    package var createdAt: Moment
    package var expiresAt: Moment
    package var usedAt: Moment?
    package var usedBy: PersonID?
    package var withdrawnAt: Moment?

    package func state(at moment: Moment) -> State {
        if usedAt != nil { return .used }
        if withdrawnAt != nil { return .withdrawn }
        return moment < expiresAt ? .open : .expired
    }
}

/// The printable sheet: a line per invitation, with its code while it is open.
package struct InvitationSheet: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let invitation: Invitation
        package let unitName: Sentence
        /// The person whose password is reset.
        package let personName: String?
        /// Nil once it was used, withdrawn or has expired.
        package let code: InvitationCode?
    }

    package let batch: InvitationBatchID
    package let lines: [Line]
}

/// What the journal keeps of issuing: ids and counts, never a code.
package struct InvitationBatch: Codable, Sendable, Hashable {
    package let id: InvitationBatchID
    package let issued: Int
    /// Subordinates that were left out: they have a principal, an open invitation, or are out of reach.
    package let leftOut: Int
}
