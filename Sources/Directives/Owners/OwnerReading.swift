import Federation
import Storage
import Web

/// Gathers who answers for a notice at a unit.
enum OwnerReading {
    /// Nil where nothing is asked of the unit.
    static func model(
        of notice: NoticeID, at own: UnitID, _ actor: Actor, _ language: Language, today: String, acts: [ActID],
        in db: any Transaction
    ) throws -> OwnersModel? {
        let duties = try OwnerActs.duties(of: notice, at: own, in: db)
        guard !duties.isEmpty else { return nil }
        let owners = try OwnerStore.owners(of: duties.map(\.id), at: own, on: today, in: db)
        var chosen: [Owner.Part: PostID] = [:]
        for owner in owners { chosen[owner.part] = owner.post }
        let posts = try PersonStore.posts(at: own, on: today, in: db)
        let names = try PersonStore.names(posts.map(\.person), language, in: db)
        let mayName = try Access.allows(.ownerName, for: actor, at: own, in: db)
        let dues = try DueStore.open(by: own, for: actor, in: db)
        return OwnersModel(
            named: Owner.Part.allCases.compactMap { part in
                guard let post = posts.first(where: { $0.id == chosen[part] }) else { return nil }
                return (part, names[post.person] ?? "", post.shownTitle)
            },
            posts: mayName ? posts.map { ($0.id, "\(names[$0.person] ?? "") \($0.shownTitle[language])") } : [],
            chosen: chosen, path: OwnerRoutes.name.path(notice), act: acts[0],
            acknowledge: dues.contains { $0.kind == .ownerAcknowledge && $0.subject == notice.raw }
                ? (OwnerRoutes.acknowledge.path(notice), acts[1]) : nil)
    }
}
