/// A browser in which somebody is signed in.
package struct Session: Sendable, Hashable {
    /// How long one lasts from its opening: half a day at a desk that others may use, a season on a phone one knows.
    package static let seconds: Int64 = 12 * 3600
    package static let secondsOnKnownPhone: Int64 = 90 * 86_400
    /// "Last seen" is written no more often than this, so that reading pages does not become writing.
    package static let secondsBetweenSightings: Int64 = 300

    package var id: SessionID
    package var person: PersonID
    /// The post one acts as; nil for someone who holds none.
    package var post: PostID?
    package var language: Language
    package var isKnownPhone: Bool
    package var createdAt: Moment
    package var seenAt: Moment
    package var expiresAt: Moment

    /// A session that begins now.
    init(id: SessionID, person: PersonID, post: PostID?, language: Language, isKnownPhone: Bool, at moment: Moment) {
        self.id = id
        self.person = person
        self.post = post
        self.language = language
        self.isKnownPhone = isKnownPhone
        createdAt = moment
        seenAt = moment
        expiresAt = moment.adding(seconds: isKnownPhone ? Self.secondsOnKnownPhone : Self.seconds)
    }

    /// A session as it is stored.
    init(
        id: SessionID, person: PersonID, post: PostID?, language: Language, isKnownPhone: Bool, createdAt: Moment,
        seenAt: Moment, expiresAt: Moment
    ) {
        self.id = id
        self.person = person
        self.post = post
        self.language = language
        self.isKnownPhone = isKnownPhone
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.expiresAt = expiresAt
    }

    package func isOpen(at moment: Moment) -> Bool { moment < expiresAt }

    func isToBeSeen(at moment: Moment) -> Bool {
        moment >= seenAt.adding(seconds: Self.secondsBetweenSightings)
    }
}

package typealias SessionID = ID<Session>

/// Who stands behind a request: the person, what they may act as today, and as what they act.
package struct SignedIn: Sendable, Hashable {
    package var session: Session
    package var person: Person
    /// The posts held today, the earliest first, substitutions among them.
    package var posts: [Post]
    /// The units of those posts, by their names.
    package var unitNames: [UnitID: Sentence]

    /// The post one acts as. Nil where none is held, or the one last chosen has ended: Muster does not choose another, since
    /// what is signed must be signed as what one meant.
    package var acting: Post? { posts.first { $0.id == session.post } }

    package var language: Language { session.language }

    package var actor: Actor { acting.map(Actor.init) ?? Actor(person: person.id) }
}

extension Actor {
    /// The holder of a post, acting as it; the post it stands in for is named in every trace.
    package init(_ post: Post) {
        self.init(
            person: post.person, post: post.id, unit: post.unit, role: post.role, substitutes: post.substitutes)
    }
}
