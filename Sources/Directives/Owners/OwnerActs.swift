package import Federation
import Storage

/// Naming who answers for the duties of a notice, and hearing of it.
package struct OwnerActs: Sendable {
    let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Names the posts that answer for what a notice and all it carries ask of this unit; each is told in Today. A part
    /// that is left out is nobody's: then it is the head of the unit's.
    /// - Throws: `OwnerRefusal`.
    package func name(
        _ posts: [Owner.Part: PostID], of notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.ownerName, as: actor, at: unit, id: id) { act in
            let duties = try Self.duties(of: notice, at: unit, in: act.db)
            guard !duties.isEmpty else { throw OwnerRefusal.nothingHere }
            let held = Set(try PersonStore.posts(at: unit, on: act.today, in: act.db).map(\.id))
            guard posts.values.allSatisfy(held.contains) else { throw OwnerRefusal.noSuchPost }
            let ids = duties.map(\.id)
            let before = Set(try OwnerStore.owners(of: ids, at: unit, on: act.today, in: act.db).map(\.post))
            for part in Owner.Part.allCases {
                if let post = posts[part] {
                    try OwnerStore.name(post, part, of: ids, at: unit, in: act)
                } else {
                    try OwnerStore.end(part, of: ids, at: unit, in: act)
                }
            }
            let grade = try NoticeStore.require(notice, for: unit, in: act.db).urgency.rank
            try DueStore.close(
                .ownerAcknowledge, about: notice.raw, by: unit, posts: before.subtracting(posts.values), in: act)
            // Who names themselves knows it.
            if let own = actor.post { try OwnerStore.told(own, of: ids, at: unit, in: act) }
            for post in Set(posts.values).subtracting(before) where post != actor.post {
                try DueStore.open(
                    .ownerAcknowledge, about: notice.raw, by: unit, post: post, grade: grade, minutes: 1, in: act)
            }
            return try act.record(on: Subject("notice", notice), notice, detail: ["owners": "\(posts.count)"])
        }
    }

    /// The owner has seen it; whoever stands in for them may say so too.
    package func acknowledge(
        _ notice: NoticeID, as actor: Actor, at unit: UnitID, id: ActID
    ) async throws -> NoticeID {
        try await federation.act(.ownerAcknowledge, as: actor, at: unit, id: id) { act in
            let ids = try Self.duties(of: notice, at: unit, in: act.db).map(\.id)
            let posts = [try act.post(), actor.substitutes].compactMap(\.self)
            for post in posts { try OwnerStore.told(post, of: ids, at: unit, in: act) }
            try DueStore.close(.ownerAcknowledge, about: notice.raw, by: unit, posts: Set(posts), in: act)
            return try act.record(on: Subject("notice", notice), notice)
        }
    }

    /// The duties of a notice and of all it carries that bind a unit, done or not.
    static func duties(of notice: NoticeID, at unit: UnitID, in db: any Transaction) throws -> [Obligation] {
        let cover = try NoticeStore.require(notice, for: unit, in: db)
        let own = try UnitStore.require(unit, in: db)
        let roots = try UnitStore.ancestors(of: own.path, in: db) + [own]
        let byID = Dictionary(uniqueKeysWithValues: roots.map { ($0.id, $0) })
        let all = try ObligationStore.family(of: cover, in: db)
            .flatMap { try ObligationStore.obligations(of: $0.id, in: db).filter { $0.sort == .duty } }
        let active = Dictionary(grouping: try AllocationStore.active(of: all.map(\.id), in: db), by: \.obligation)
        return all.filter { duty in
            (active[duty.id] ?? []).contains { allocation in
                byID[allocation.unit].map { AllocationRule.binds(own, from: $0, allocation.depth, duty.binding) }
                    ?? false
            }
        }
    }
}
