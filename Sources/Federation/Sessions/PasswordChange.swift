import Storage

extension SignInGate {
    /// Changes one's own password, which needs the present one, and ends every other session of one's own. Codes that were
    /// given out for a reset open nothing from then on.
    /// - Throws: `PasswordRefusal`, `PasswordChangeRefusal`, `SignInRefusal.slowDown`.
    package func changePassword(
        from present: String, to text: String, by signedIn: SignedIn, id: ActID
    ) async throws {
        let person = signedIn.person
        let password = try Password(choosing: text, for: person.login)
        let key = throttle.key(login: person.login)
        let clock = federation.clock
        // Counted as tries to sign in are: an open browser is no place to guess in.
        let known = try await federation.engine.write { db in
            try Throttle.admit([key], at: clock.now(), in: db)
            return try CredentialStore.find(person: person.id, in: db)
        }
        guard let known else { throw PasswordChangeRefusal.none }
        let isRight = try await hasher.verify(Password(claimed: present), against: known.hash)
        let hash = isRight ? try await hasher.hash(password) : nil
        // The same form sent again finds its password changed already; the act then gives its first outcome.
        let _: PersonID = try await federation.act(
            .credentialChange, as: signedIn.actor, at: signedIn.actor.unit, id: id
        ) { act in
            guard let hash, try CredentialStore.find(person: person.id, in: act.db) == known else {
                throw PasswordChangeRefusal.presentWrong
            }
            try CredentialStore.set(Credential(person: person.id, hash: hash), at: act.moment, in: act.db)
            try InvitationStore.withdrawResets(of: person.id, at: act.moment, in: act.db)
            try Throttle.reset(key, in: act.db)
            let ended = try SessionStore.closeOthers(of: person.id, but: signedIn.session.id, in: act.db)
            return try act.record(on: Subject("person", person.id), person.id, detail: ["sessions": "\(ended)"])
        }
    }
}

package enum PasswordChangeRefusal: Refusal, CaseIterable {
    case presentWrong
    /// Somebody who came in without a password, as the cast of the demo does.
    case none

    package var code: String {
        switch self {
        case .presentWrong: "password.present_wrong"
        case .none: "password.none"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .presentWrong: .invalid
        case .none: .conflict
        }
    }

    package var sentence: Sentence {
        switch self {
        case .presentWrong: Sentence(zh: "现在的口令不对。", en: "The present password is not right.")
        case .none: Sentence(zh: "这个账号还没有口令。", en: "This account has no password yet.")
        }
    }

    package var wayOn: Sentence? {
        Sentence(
            zh: "找本单位办公室当面要一个码，用它设口令。",
            en: "Your office gives you a code face to face, with which you choose one.")
    }
}
