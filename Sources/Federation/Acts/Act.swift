package import Storage

package enum ActNoun {}
package typealias ActID = ID<ActNoun>

/// One transaction, one actor, one moment. Everything an act needs that is not a fact comes from here: the clock, ids,
/// randomness; so that running the closure again gives a whole act again.
package final class Act {
    package let db: any Transaction
    package let id: ActID
    package let verb: Verb
    package let actor: Actor
    /// The unit at which the act is done.
    package let unit: UnitID?
    package let moment: Moment

    let figureSources: [any FigureSource.Type]

    private let minter: IDMinter
    private(set) var topics: Set<Topic> = []

    init(
        db: any Transaction, id: ActID, verb: Verb, actor: Actor, unit: UnitID?, moment: Moment, minter: IDMinter,
        figureSources: [any FigureSource.Type] = []
    ) {
        self.db = db
        self.id = id
        self.verb = verb
        self.actor = actor
        self.unit = unit
        self.moment = moment
        self.minter = minter
        self.figureSources = figureSources
    }

    package func newID<Noun>(_ noun: Noun.Type = Noun.self) -> ID<Noun> { minter.mint(noun) }

    /// Bytes that nobody can guess.
    package func randomBytes(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return source.bytes(count)
    }

    /// Today in China, ISO.
    package var today: String { Zone.day(moment) }

    /// The person who acts.
    /// - Throws: `AccessRefusal.signIn` for what only a person may do.
    package func person() throws -> PersonID {
        guard let person = actor.person else { throw AccessRefusal.signIn }
        return person
    }

    /// The post the person acts as.
    package func post() throws -> PostID {
        guard let post = actor.post else { throw AccessRefusal.notFound }
        return post
    }

    /// Pages that show this are told after the commit, and only then.
    package func announce(_ topic: Topic) { topics.insert(topic) }

    /// Writes the journal entry. Only this makes a `Recorded`, and an act's closure must return one: an act that leaves no
    /// trace does not compile.
    /// - Parameters:
    ///   - subject: what the act was done to.
    ///   - outcome: what the first caller got, and what every repetition gets.
    ///   - detail: ids, counts and words of the vocabulary; never a personal value.
    package func record<Outcome: Codable & Sendable>(
        on subject: Subject, _ outcome: Outcome, detail: JournalDetail = [:]
    ) throws -> Recorded<Outcome> {
        let entry = JournalEntry(
            id: id, verb: verb.rawValue, person: actor.person, post: actor.post, substitutes: actor.substitutes,
            unit: unit, moment: moment, subject: subject, detail: detail)
        try JournalStore.insert(entry, outcome: outcome, in: db)
        return Recorded(outcome: outcome)
    }
}

/// The outcome of an act that has been written into the journal.
package struct Recorded<Outcome: Sendable>: Sendable {
    package let outcome: Outcome

    fileprivate init(outcome: Outcome) { self.outcome = outcome }
}

/// What an act was done to: a noun of the vocabulary and its id.
package struct Subject: Sendable, Hashable {
    package let kind: String
    package let id: Int64

    package init<Noun>(_ kind: StaticString, _ id: ID<Noun>) {
        self.kind = "\(kind)"
        self.id = id.raw
    }

    init(kind: String, id: Int64) {
        self.kind = kind
        self.id = id
    }
}

/// What a page watches: a noun and the id of what it shows.
package struct Topic: Sendable, Hashable {
    package let text: String

    package init<Noun>(_ kind: StaticString, _ id: ID<Noun>) { text = "\(kind):\(id)" }

    init(text: String) { self.text = text }
}
