/// Somebody stands in for the holder of a post while they are away (代理): a post of its own, with the other's unit and role,
/// that begins and ends by its dates. Whoever acts as it acts as `Actor.substitutes`, and every trace names both posts.
package struct Substitution: Sendable, Hashable {
    /// The post that is stood in for.
    package var post: PostID
    /// Who stands in.
    package var person: PersonID
    /// ISO days, both included. A substitution without an end would be an appointment.
    package var fromOn: String
    package var toOn: String

    package init(of post: PostID, by person: PersonID, from: String, to: String) {
        self.post = post
        self.person = person
        fromOn = from
        toOn = to
    }

    /// The post that the substitute will hold.
    /// - Parameters:
    ///   - post: the one that is stood in for.
    ///   - others: what stands in for it already.
    /// - Throws: `AppointmentRefusal`.
    func post(_ id: PostID, for post: Post, besides others: [Post], today: String) throws(AppointmentRefusal) -> Post {
        guard post.substitutes == nil else { throw .substitutionOfSubstitution }
        guard post.person != person else { throw .substitutionOfOneself }
        try AppointmentRules.requireDates(from: fromOn, to: toOn, today: today)
        try AppointmentRules.requireSubstitutionLength(from: fromOn, to: toOn)
        guard post.isHeld(on: fromOn), post.isHeld(on: toOn) else { throw .substitutionBeyondPost }
        let overlaps = others.contains { $0.person == person && $0.fromOn <= toOn && fromOn <= ($0.toOn ?? "9999") }
        guard !overlaps else { throw .substitutionOverlaps }
        return Post(
            id: id, unit: post.unit, person: person, role: post.role, title: post.title, substitutes: post.id,
            fromOn: fromOn, toOn: toOn)
    }
}

extension OpenFederation {
    /// Appoints a substitute. It ends by its date; `endPost` ends it earlier.
    /// - Parameter unit: that of the post which is stood in for.
    /// - Throws: `AccessRefusal`, `AppointmentRefusal`.
    package func substitute(
        _ substitution: Substitution, at unit: UnitID, as actor: Actor, id: ActID
    ) async throws -> PostID {
        try await act(.postSubstitute, as: actor, at: unit, id: id) { act in
            guard let original = try PersonStore.find(post: substitution.post, in: act.db), original.unit == unit,
                try PersonStore.find(substitution.person, in: act.db) != nil
            else { throw AccessRefusal.notFound }
            try AppointmentRules.requireGivable(original.role, by: act.actor)
            let others = try PersonStore.substitutions(of: original.id, on: act.today, in: act.db)
            let post = try substitution.post(act.newID(), for: original, besides: others, today: act.today)
            try PersonStore.insert(post, in: act.db)
            act.announce(Topic("unit", unit))
            return try act.record(
                on: Subject("post", post.id), post.id,
                detail: [
                    "from": post.fromOn, "person": "\(post.person)", "substitutes": "\(original.id)",
                    "to": substitution.toOn,
                ])
        }
    }
}
