import Storage

/// What a newcomer gives beside the code.
package struct NewcomerForm: Sendable {
    package let login: String
    package let name: String
    package let nameLatin: String?
    package let password: Password

    /// - Throws: `PersonRefusal`, `PasswordRefusal`; a form checks field by field with the same rules.
    package init(login: String, name: String, nameLatin: String = "", password: String) throws {
        self.login = try PersonRules.login(login)
        self.name = try PersonRules.name(name)
        self.nameLatin = try PersonRules.nameLatin(nameLatin)
        self.password = try Password(choosing: password, for: self.login)
    }
}

/// What a code opens, for the page that asks for the rest.
package struct InvitationOffer: Sendable, Hashable {
    package let invitation: Invitation
    package let unitName: Sentence
    /// The person who chooses a new password, login and name; nil for a post.
    package let person: Person?
}

/// What the journal keeps of an accepted post: ids.
package struct AcceptedPost: Codable, Sendable, Hashable {
    package let invitation: InvitationID
    package let post: PostID
}

extension SignInGate {
    /// What the code opens. Not slowed down: 60 bits cannot be guessed through a network.
    /// - Throws: `InvitationRefusal.unusable`, whatever the reason.
    package func offer(_ code: String) async throws -> InvitationOffer {
        let (now, secret) = (federation.clock.now(), secret)
        return try await federation.read { db in
            let invitation = try Self.open(code, secret, at: now, in: db)
            let unit = try UnitStore.require(invitation.unit, in: db)
            var person: Person?
            if case .reset(let id) = invitation.purpose { person = try PersonStore.find(id, in: db) }
            return InvitationOffer(
                invitation: invitation, unitName: Sentence(zh: unit.name, en: unit.nameEnglish ?? unit.name),
                person: person)
        }
    }

    /// A newcomer becomes a person with a post and is signed in, in one act.
    /// - Throws: `InvitationRefusal.unusable`, `PersonRefusal.loginTaken`; the code stays open.
    package func accept(
        _ code: String, _ form: NewcomerForm, isKnownPhone: Bool = false, language: Language = .chinese,
        in browser: BrowserKey, id: ActID
    ) async throws -> OpenedSession {
        let (token, secret) = (SessionToken(of: id, in: browser, secret: secret), secret)
        let unit = try await unit(of: code, id)
        let hash = try await hasher.hash(form.password)
        let outcome = try await federation.act(.invitationAccept, as: .newcomer, at: unit, id: id) { act in
            let invitation = try Self.open(code, secret, at: act.moment, in: act.db)
            guard case .post(let role) = invitation.purpose else { throw InvitationRefusal.unusable }
            let person = Person(id: act.newID(), login: form.login, name: form.name, nameLatin: form.nameLatin)
            try PersonStore.insert(person, at: act.moment, in: act.db)
            try PersonStore.set(language: language, of: person.id, in: act.db)
            try CredentialStore.set(Credential(person: person.id, hash: hash), at: act.moment, in: act.db)
            let post = try act.take(invitation, role, by: person.id)
            return try act.open(
                for: person.id, post: post.id, isKnownPhone: isKnownPhone, language: language, token
            ) { session in
                try act.record(
                    on: Subject("invitation", invitation.id), SessionOutcome(session),
                    detail: ["person": "\(person.id)", "post": "\(post.id)", "role": role.rawValue])
            }
        }
        return outcome.opened(with: token)
    }

    /// Somebody who is signed in takes one more post; the code is used, they stay as who they are.
    /// - Throws: `InvitationRefusal.unusable`, `InvitationRefusal.alreadyHeld`.
    package func accept(_ code: String, by signedIn: SignedIn, id: ActID) async throws -> AcceptedPost {
        let secret = secret
        let unit = try await unit(of: code, id)
        return try await federation.act(.invitationAccept, as: signedIn.actor, at: unit, id: id) { act in
            let invitation = try Self.open(code, secret, at: act.moment, in: act.db)
            guard case .post(let role) = invitation.purpose else { throw InvitationRefusal.unusable }
            let held = try PersonStore.posts(of: signedIn.person.id, on: act.today, in: act.db)
            guard !held.contains(where: { $0.unit == invitation.unit && $0.role == role && $0.substitutes == nil })
            else {
                throw InvitationRefusal.alreadyHeld
            }
            let post = try act.take(invitation, role, by: signedIn.person.id)
            return try act.record(
                on: Subject("invitation", invitation.id), AcceptedPost(invitation: invitation.id, post: post.id),
                detail: ["post": "\(post.id)", "role": role.rawValue])
        }
    }

    /// Somebody chooses a new password, is signed out everywhere else and signed in here.
    /// - Throws: `InvitationRefusal.unusable`, `PasswordRefusal`; the code stays open.
    package func acceptReset(
        _ code: String, password text: String, isKnownPhone: Bool = false, language: Language? = nil,
        in browser: BrowserKey, id: ActID
    ) async throws -> OpenedSession {
        let (token, secret) = (SessionToken(of: id, in: browser, secret: secret), secret)
        let unit = try await unit(of: code, id)
        let now = federation.clock.now()
        let login = try await federation.read { try Self.personToReset(code, secret, in: $0).login }
        let hash = try await hasher.hash(try Password(choosing: text, for: login))
        let failures = throttle.key(login: login)
        let outcome = try await federation.act(.invitationAccept, as: .newcomer, at: unit, id: id) { act in
            let invitation = try Self.open(code, secret, at: act.moment, in: act.db)
            let person = try Self.personToReset(code, secret, in: act.db)
            guard try InvitationStore.use(invitation.id, by: person.id, at: act.moment, in: act.db) else {
                throw InvitationRefusal.unusable
            }
            try CredentialStore.set(Credential(person: person.id, hash: hash), at: act.moment, in: act.db)
            try SessionStore.closeAll(of: person.id, in: act.db)
            try Throttle.reset(failures, in: act.db)
            let posts = try PersonStore.posts(of: person.id, on: Zone.day(now), in: act.db)
            let post = posts.first { $0.substitutes == nil } ?? posts.first
            return try act.open(
                for: person.id, post: post?.id, isKnownPhone: isKnownPhone, language: language, token
            ) { session in
                try act.record(
                    on: Subject("invitation", invitation.id), SessionOutcome(session),
                    detail: ["person": "\(person.id)"])
            }
        }
        return outcome.opened(with: token)
    }

    /// The invitation behind a code that can be used now.
    private static func open(
        _ text: String, _ secret: InstallationSecret, at moment: Moment, in db: any Transaction
    ) throws -> Invitation {
        guard let code = InvitationCode(text),
            let found = try InvitationStore.find(codeDigest: code.digest(secret), in: db),
            found.state(at: moment) == .open,
            try UnitStore.find(found.unit, in: db)?.closedOn == nil
        else { throw InvitationRefusal.unusable }
        return found
    }

    private static func personToReset(
        _ text: String, _ secret: InstallationSecret, in db: any Transaction
    ) throws -> Person {
        guard let code = InvitationCode(text),
            let found = try InvitationStore.find(codeDigest: code.digest(secret), in: db),
            case .reset(let id) = found.purpose, let person = try PersonStore.find(id, in: db)
        else { throw InvitationRefusal.unusable }
        return person
    }

    /// The unit of an open code; of a used one only where this very act used it, so that a form sent twice gets its first
    /// outcome. Everything else is refused here, before a hash is computed for it.
    private func unit(of text: String, _ id: ActID) async throws -> UnitID {
        let (now, secret) = (federation.clock.now(), secret)
        return try await federation.read { db in
            if let code = InvitationCode(text),
                let found = try InvitationStore.find(codeDigest: code.digest(secret), in: db),
                try JournalStore.entries(on: Subject("invitation", found.id), in: db).contains(where: { $0.id == id })
            {
                return found.unit
            }
            return try Self.open(text, secret, at: now, in: db).unit
        }
    }
}

extension Act {
    /// Uses the invitation and makes its post.
    /// - Throws: `InvitationRefusal.unusable` where somebody was first.
    fileprivate func take(_ invitation: Invitation, _ role: Role, by person: PersonID) throws -> Post {
        guard try InvitationStore.use(invitation.id, by: person, at: moment, in: db) else {
            throw InvitationRefusal.unusable
        }
        if invitation.invitedBy == nil {
            try InvitationStore.withdrawFromSystem(role, at: invitation.unit, at: moment, in: db)
        }
        let post = Post(id: newID(), unit: invitation.unit, person: person, role: role, fromOn: today)
        try PersonStore.insert(post, in: db)
        return post
    }
}
