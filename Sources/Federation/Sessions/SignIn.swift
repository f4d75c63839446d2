import Storage

/// What the sign-in form says.
package struct SignInForm: Sendable {
    package var login: String
    package var password: Password
    /// "This is my own phone": the session lasts 90 days.
    package var isKnownPhone: Bool
    /// The language of the page; nil leaves the one last used.
    package var language: Language?

    package init(login: String, password: String, isKnownPhone: Bool = false, language: Language? = nil) {
        self.login = PersonRules.folded(login: login)
        self.password = Password(claimed: password)
        self.isKnownPhone = isKnownPhone
        self.language = language
    }
}

/// A session that was just opened, and the token for its cookie. The token is shown this once.
package struct OpenedSession: Sendable, Hashable {
    package let token: SessionToken
    package let session: SessionID
    package let person: PersonID
    package let post: PostID?
    package let expiresAt: Moment
}

/// What the journal keeps of an opened session: ids, never a token.
struct SessionOutcome: Codable, Sendable {
    let session: SessionID
    let person: PersonID
    let post: PostID?
    let expiresAt: Moment

    init(_ session: Session) {
        self.session = session.id
        person = session.person
        post = session.post
        expiresAt = session.expiresAt
    }

    func opened(with token: SessionToken) -> OpenedSession {
        OpenedSession(token: token, session: session, person: person, post: post, expiresAt: expiresAt)
    }
}

/// Where people come in: sign-in, sessions, invitations.
package struct SignInGate: Sendable {
    package let federation: OpenFederation
    package let hasher: PasswordHasher
    package let secret: InstallationSecret

    package init(federation: OpenFederation, hasher: PasswordHasher, secret: InstallationSecret) {
        self.federation = federation
        self.hasher = hasher
        self.secret = secret
    }

    var throttle: Throttle { Throttle(secret: secret) }

    /// Signs in with login and password.
    /// - Parameters:
    ///   - browser: the key in the browser's cookie.
    ///   - client: the address the request comes from, or any text that stands for it.
    /// - Throws: `SignInRefusal`.
    package func signIn(
        _ form: SignInForm, in browser: BrowserKey, from client: String, id: ActID
    ) async throws -> OpenedSession {
        let keys = (login: throttle.key(login: form.login), client: throttle.key(client: client))
        let clock = federation.clock
        // Not an act: counting tries belongs to the lock, not to the office's book, and the journal may hold no login.
        let known = try await federation.engine.write { db in
            try Throttle.admit([keys.login, keys.client], at: clock.now(), in: db)
            return try CredentialStore.find(login: form.login, in: db)
        }
        let isRight: Bool
        do {
            isRight = try await hasher.verify(form.password, against: known?.hash)
        } catch {
            try await federation.engine.write { db in
                try Throttle.takeBack(keys.login, in: db)
                try Throttle.takeBack(keys.client, in: db)
            }
            throw error
        }
        guard isRight, let known else { throw SignInRefusal.wrong }
        return try await open(
            known.person, in: browser, isKnownPhone: form.isKnownPhone, language: form.language, id: id
        ) {
            db in
            // The password may have been reset while this one was being checked.
            guard try CredentialStore.find(person: known.person, in: db) == known else { throw SignInRefusal.wrong }
            try Throttle.reset(keys.login, in: db)
            try Throttle.takeBack(keys.client, in: db)
        }
    }

    /// Opens a session for somebody without a password. Only where the demo federation is laid, so that everybody can enter
    /// as each member of its cast.
    package func enterDemo(
        as person: PersonID, in browser: BrowserKey, language: Language? = nil, id: ActID
    ) async throws -> OpenedSession {
        try await open(person, in: browser, isKnownPhone: false, language: language, id: id) { _ in }
    }

    private func open(
        _ person: PersonID, in browser: BrowserKey, isKnownPhone: Bool, language: Language?, id: ActID,
        _ check: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> OpenedSession {
        let token = SessionToken(of: id, in: browser, secret: secret)
        let now = federation.clock.now()
        let post = try await federation.read { try Self.firstPost(of: person, at: now, in: $0) }
        let actor = post.map(Actor.init) ?? Actor(person: person)
        let outcome = try await federation.act(.sessionOpen, as: actor, at: actor.unit, id: id) { act in
            try check(act.db)
            guard try PersonStore.find(person, in: act.db) != nil else { throw SignInRefusal.wrong }
            return try act.open(for: person, post: actor.post, isKnownPhone: isKnownPhone, language: language, token) {
                try act.record(on: Subject("session", $0.id), SessionOutcome($0))
            }
        }
        return outcome.opened(with: token)
    }

    /// What one acts as at first: one's own earliest post, a substitution only where there is no other.
    private static func firstPost(of person: PersonID, at moment: Moment, in db: any Transaction) throws -> Post? {
        let posts = try PersonStore.posts(of: person, on: Zone.day(moment), in: db)
        return posts.first { $0.substitutes == nil } ?? posts.first
    }

    /// Who stands behind a request; nil where nobody is signed in with this token.
    package func signedIn(_ token: SessionToken) async throws -> SignedIn? {
        try await signedIn(token, asking: nil)?.who
    }

    /// The same, and whether their present post holds a verb, from one snapshot.
    package func signedIn(_ token: SessionToken, asking verb: Verb?) async throws -> (who: SignedIn, holds: Bool)? {
        let now = federation.clock.now()
        let found = try await federation.read { db -> (who: SignedIn, holds: Bool)? in
            guard let who = try SessionStore.signedIn(token, at: now, in: db) else { return nil }
            return (who, try verb.map { try Access.holds($0, by: who.actor, in: db) } ?? true)
        }
        guard let found else { return nil }
        let signedIn = found.who
        if signedIn.session.isToBeSeen(at: now) {
            // Not an act: that somebody is still there is no fact of the office.
            try await federation.engine.write { try SessionStore.saw(signedIn.session.id, at: now, in: $0) }
        }
        return found
    }

    /// Signs out, here or in another browser of one's own. One that is closed already stays closed.
    /// - Throws: `AccessRefusal.notFound` for somebody else's session.
    package func signOut(of session: SessionID? = nil, by signedIn: SignedIn, id: ActID) async throws {
        let session = session ?? signedIn.session.id
        let _: SessionID = try await federation.act(.sessionClose, as: signedIn.actor, at: signedIn.actor.unit, id: id)
        {
            act in
            if let found = try SessionStore.find(session, in: act.db) {
                guard found.person == signedIn.person.id else { throw AccessRefusal.notFound }
            } else if session != signedIn.session.id {
                throw AccessRefusal.notFound
            }
            try SessionStore.close(session, in: act.db)
            return try act.record(on: Subject("session", session), session)
        }
    }

    /// Acts as another post from now on, in this browser.
    /// - Throws: `AccessRefusal.notFound` for a post that this person does not hold today.
    package func act(as post: PostID, by signedIn: SignedIn, id: ActID) async throws {
        let _: PostID = try await federation.act(.sessionSwitch, as: signedIn.actor, at: signedIn.actor.unit, id: id) {
            act in
            guard let found = try PersonStore.find(post: post, in: act.db), found.person == signedIn.person.id,
                found.isHeld(on: act.today)
            else { throw AccessRefusal.notFound }
            try SessionStore.set(post: post, of: signedIn.session.id, in: act.db)
            return try act.record(
                on: Subject("session", signedIn.session.id), post, detail: ["post": "\(post)"])
        }
    }

    /// Reads in another language from now on, in this browser and at the next sign-in.
    package func read(in language: Language, by signedIn: SignedIn, id: ActID) async throws {
        let _: Language = try await federation.act(.sessionSwitch, as: signedIn.actor, at: signedIn.actor.unit, id: id)
        {
            act in
            try SessionStore.set(language: language, of: signedIn.session.id, in: act.db)
            try PersonStore.set(language: language, of: signedIn.person.id, in: act.db)
            return try act.record(
                on: Subject("session", signedIn.session.id), language, detail: ["language": language.rawValue])
        }
    }
}

extension Act {
    /// Opens a session within this act, and hands it to what records the act.
    func open<Outcome>(
        for person: PersonID, post: PostID?, isKnownPhone: Bool, language: Language?, _ token: SessionToken,
        _ record: (Session) throws -> Recorded<Outcome>
    ) throws -> Recorded<Outcome> {
        let session = Session(
            id: newID(), person: person, post: post, language: try language ?? PersonStore.language(of: person, in: db),
            isKnownPhone: isKnownPhone, at: moment)
        try SessionStore.insert(session, token: token, in: db)
        return try record(session)
    }
}
