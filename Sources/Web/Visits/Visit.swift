package import Federation
package import Storage

/// One request, understood: who, in which language, with what.
package struct Visit: Sendable {
    package let host: WebHost
    package let path: String
    package let query: FormFields
    /// What a form sent; empty for a page that is got.
    package let form: FormFields
    package let files: [UploadedFile]
    package let signedIn: SignedIn?
    package let language: Language
    /// Where the request comes from, for the throttle, which keeps only a keyed hash of it.
    package let clientAddress: String
    /// The session's token as the cookie carries it; nil where nobody is signed in.
    package let token: SessionToken?
    /// What this browser's cookie keeps from before anyone signs in; forms shown then are bound to it.
    package let browser: BrowserKey
    let isNewBrowser: Bool
    /// The proof that a form came from a page of ours, under a mask of this response's own.
    package let csrf: String
    package let moment: Moment
    /// Scheme and host by which this server was reached, for what is printed.
    package let origin: String

    package var federation: OpenFederation { host.federation }

    /// Who acts: the person as their present post.
    package var actor: Actor { signedIn?.actor ?? .newcomer }

    /// The unit one acts for.
    /// - Throws: "not found" for someone without a post, who may not know what there is.
    package func ownUnit() throws -> UnitID {
        guard let unit = actor.unit else { throw AccessRefusal.notFound }
        return unit
    }

    /// The id of the act, made when the form was shown; the same form sent twice is one act.
    package func actID() -> ActID { form.first("act").flatMap { ActID($0) } ?? federation.newActID() }

    /// Reads in one snapshot, after the verb was found to reach the unit.
    package func read<Result: Sendable>(
        _ verb: Verb, at unit: UnitID, _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        let actor = actor
        return try await federation.read { db in
            try Access.require(verb, for: actor, at: unit, in: db)
            return try body(db)
        }
    }

    /// Reads in one snapshot what hangs on a unit that is known only once it was read.
    ///
    /// - Parameters:
    ///   - find: reads the thing and tells its unit.
    /// - Throws: "not found" where the verb does not reach that unit, the same as where there is no such thing.
    package func reading<Thing: Sendable, Result: Sendable>(
        _ verb: Verb, _ find: @escaping @Sendable (any Transaction) throws -> (Thing, unit: UnitID),
        _ body: @escaping @Sendable (Thing, any Transaction) throws -> Result
    ) async throws -> Result {
        let actor = actor
        return try await federation.read { db in
            let (thing, unit) = try find(db)
            guard try Access.allows(verb, for: actor, at: unit, in: db) else { throw AccessRefusal.notFound }
            return try body(thing, db)
        }
    }

    package var today: String { Zone.day(moment) }
}

/// What all requests of one server share.
package struct WebHost: Sendable {
    package let gate: SignInGate
    /// Everybody can enter as one of the cast, and pages say so.
    package let isDemo: Bool
    /// A proxy ends TLS before us: cookies are marked Secure and the proxy's word on addresses is believed.
    package let isBehindProxy: Bool
    /// The sentence that the next page opens with after an act.
    package let slipWords: @Sendable (JournalEntry) -> Sentence?
    /// How many items Today has for somebody at a unit, which every page says.
    package let countToday: @Sendable (Unit, Actor, any Transaction) throws -> Int

    /// What was sent to a branch as a whole comes to a unit of it, before anybody there is shown anything.
    package let arrive: @Sendable (UnitID, OpenFederation) async throws -> Void

    /// Streams that many browsers hold open on the same thing.
    package let feeds = SharedFeeds()

    package var federation: OpenFederation { gate.federation }

    package init(
        gate: SignInGate, isDemo: Bool, isBehindProxy: Bool,
        slipWords: @escaping @Sendable (JournalEntry) -> Sentence?,
        countToday: @escaping @Sendable (Unit, Actor, any Transaction) throws -> Int,
        arrive: @escaping @Sendable (UnitID, OpenFederation) async throws -> Void
    ) {
        self.gate = gate
        self.isDemo = isDemo
        self.isBehindProxy = isBehindProxy
        self.slipWords = slipWords
        self.countToday = countToday
        self.arrive = arrive
    }
}
