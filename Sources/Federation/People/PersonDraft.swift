/// Somebody who has no account yet, as a form names them.
package struct PersonDraft: Sendable, Hashable {
    package let login: String
    package let name: String
    package let nameLatin: String?

    /// - Throws: `PersonRefusal`.
    package init(login: String, name: String, nameLatin: String) throws(PersonRefusal) {
        self.login = try PersonRules.login(login)
        self.name = try PersonRules.name(name)
        self.nameLatin = try PersonRules.nameLatin(nameLatin)
    }
}

/// A post that somebody is to hold, before it is said who.
package struct PostDraft: Sendable, Hashable {
    package var unit: UnitID
    package var role: Role
    package var title: Sentence?
    /// ISO days.
    package var fromOn: String
    package var toOn: String?

    package init(unit: UnitID, role: Role, title: Sentence?, fromOn: String, toOn: String?) {
        self.unit = unit
        self.role = role
        self.title = title
        self.fromOn = fromOn
        self.toOn = toOn
    }

    package func appointment(of person: PersonID) -> Appointment {
        Appointment(person: person, unit: unit, role: role, title: title, fromOn: fromOn, toOn: toOn)
    }
}

extension OpenFederation {
    /// Makes somebody's account and appoints them, in one act. They choose a password with a code, as for a reset.
    /// - Throws: `AccessRefusal`, `AppointmentRefusal`, `PersonRefusal.loginTaken`.
    package func appoint(
        _ newcomer: PersonDraft, to draft: PostDraft, as actor: Actor, id: ActID
    ) async throws -> PostID {
        try await act(.postAppoint, as: actor, at: draft.unit, id: id) { act in
            let person = Person(
                id: act.newID(), login: newcomer.login, name: newcomer.name, nameLatin: newcomer.nameLatin)
            try PersonStore.insert(person, at: act.moment, in: act.db)
            let post = try draft.appointment(of: person.id).carryOut(in: act)
            act.announce(Topic("unit", post.unit))
            return try act.record(
                on: Subject("post", post.id), post.id,
                detail: [
                    "from": post.fromOn, "newcomer": "yes", "person": "\(person.id)", "role": post.role.rawValue,
                ])
        }
    }
}
