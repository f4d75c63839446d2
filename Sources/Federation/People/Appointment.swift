/// Who is to hold which post, where and when (任命).
package struct Appointment: Sendable, Hashable {
    package var person: PersonID
    package var unit: UnitID
    package var role: Role
    /// The title as the unit calls it; the role's name where it gives none.
    package var title: Sentence?
    /// ISO days, both included. Nil: from today; until it is ended.
    package var fromOn: String?
    package var toOn: String?

    package init(
        person: PersonID, unit: UnitID, role: Role, title: Sentence? = nil, fromOn: String? = nil, toOn: String? = nil
    ) {
        self.person = person
        self.unit = unit
        self.role = role
        self.title = title
        self.fromOn = fromOn
        self.toOn = toOn
    }

    /// Makes the post, within an act whose caller records it.
    func carryOut(in act: Act) throws -> Post {
        let from = fromOn ?? act.today
        try AppointmentRules.requireGivable(role, by: act.actor)
        try AppointmentRules.requireDates(from: from, to: toOn, today: act.today)
        guard try PersonStore.find(person, in: act.db) != nil else { throw AccessRefusal.notFound }
        guard try UnitStore.require(unit, in: act.db).closedOn == nil else { throw AppointmentRefusal.unitClosed }
        let others = try PersonStore.postsNotEnded(of: person, on: from, in: act.db)
        let isHeld = others.contains {
            $0.unit == unit && $0.role == role && $0.substitutes == nil && $0.fromOn <= (toOn ?? "9999")
        }
        guard !isHeld else { throw AppointmentRefusal.alreadyHeld }
        let post = Post(id: act.newID(), unit: unit, person: person, role: role, title: title, fromOn: from, toOn: toOn)
        try PersonStore.insert(post, in: act.db)
        return post
    }
}

extension OpenFederation {
    /// Appoints somebody to a post.
    /// - Throws: `AccessRefusal`, `AppointmentRefusal`.
    package func appoint(_ appointment: Appointment, as actor: Actor, id: ActID) async throws -> PostID {
        try await act(.postAppoint, as: actor, at: appointment.unit, id: id) { act in
            let post = try appointment.carryOut(in: act)
            act.announce(Topic("unit", post.unit))
            return try act.record(
                on: Subject("post", post.id), post.id,
                detail: ["from": post.fromOn, "person": "\(post.person)", "role": post.role.rawValue])
        }
    }

    /// Ends a post, and whatever stands in for it. Sessions that act as it act as nothing from the day after.
    /// - Parameters:
    ///   - unit: the post's.
    ///   - lastDay: ISO; yesterday where it is to end at once.
    /// - Throws: `AccessRefusal`, `AppointmentRefusal`.
    package func endPost(
        _ post: PostID, at unit: UnitID, lastDay: String, as actor: Actor, id: ActID
    ) async throws {
        let _: PostID = try await act(.postEnd, as: actor, at: unit, id: id) { act in
            guard let found = try PersonStore.find(post: post, in: act.db), found.unit == unit else {
                throw AccessRefusal.notFound
            }
            try AppointmentRules.requireGivable(found.role, by: act.actor)
            try AppointmentRules.requireLastDay(lastDay, today: act.today)
            // A post that ends later anyway may be ended earlier, never the other way round.
            guard found.toOn ?? "9999" > lastDay, found.toOn ?? "9999" >= act.today else {
                throw AppointmentRefusal.endedAlready
            }
            if found.role == .administrator, found.substitutes == nil {
                try Self.requireAnotherAdministrator(than: found, in: act)
            }
            try PersonStore.end(post, on: lastDay, in: act.db)
            act.announce(Topic("unit", unit))
            return try act.record(on: Subject("post", post), post, detail: ["to": lastDay])
        }
    }

    /// Without an administrator at the top nobody could let anybody in again.
    private static func requireAnotherAdministrator(than post: Post, in act: Act) throws {
        guard try UnitStore.root(in: act.db)?.id == post.unit else { return }
        let others = try PersonStore.posts(at: post.unit, on: act.today, in: act.db).filter {
            $0.role == .administrator && $0.id != post.id && $0.substitutes == nil && $0.toOn == nil
        }
        guard !others.isEmpty else { throw AppointmentRefusal.lastAdministrator }
    }
}
