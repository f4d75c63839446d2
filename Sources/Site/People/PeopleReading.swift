import Federation
import Storage
import Web

/// Gathers what the pages of a unit's people show.
enum PeopleReading {
    private static let postsMax = 300

    static func list(
        at id: UnitID, _ actor: Actor, _ language: Language, today: String, acts: () -> ActID, in db: any Transaction
    ) throws -> PeopleModel {
        let unit = try UnitStore.require(id, in: db)
        let posts = try PersonStore.history(at: id, limit: postsMax, in: db)
        let people = posts.map(\.person)
        let names = try PersonStore.names(people, language, in: db)
        let withPassword = try PersonStore.withCredential(people, in: db)
        let mayEnd = try Access.allows(.postEnd, for: actor, at: id, in: db)
        let maySubstitute = try Access.allows(.postSubstitute, for: actor, at: id, in: db)
        let mayReset = try Access.allows(.credentialReset, for: actor, at: id, in: db)
        let givable = Set(AppointmentRules.rolesGivable(by: actor))
        var model = PeopleModel(
            unit: UnitReading.named(unit, language), ancestors: try UnitReading.ancestors(of: unit, language, in: db))
        if unit.isWorking, try Access.allows(.postAppoint, for: actor, at: id, in: db) {
            model.appointPath = PeopleRoutes.appointForm.path(id)
        }
        for post in posts {
            var shown = try self.shown(post, names, language, in: db)
            let hasEnded = post.toOn.map { $0 < today } ?? false
            let isOurs = !hasEnded && givable.contains(post.role)
            if mayEnd, isOurs, post.id != actor.post { shown.endPath = PeopleRoutes.endForm.path(post.id) }
            if maySubstitute, isOurs, post.substitutes == nil {
                shown.substitutePath = PeopleRoutes.substituteForm.path(post.id)
            }
            shown.hasPassword = withPassword.contains(post.person)
            if mayReset, isOurs, post.isHeld(on: today), post.person != actor.person {
                shown.code = FormTarget(path: InvitationRoutes.reset.path(post.id), act: acts())
            }
            if hasEnded {
                model.ended.append(shown)
            } else if post.fromOn > today {
                model.coming.append(shown)
            } else {
                model.present.append(shown)
            }
        }
        model.present.reverse()
        model.coming.reverse()
        return model
    }

    static func shown(
        _ post: Post, _ names: [PersonID: String], _ language: Language, in db: any Transaction
    ) throws -> PeoplePostShown {
        PeoplePostShown(
            personName: names[post.person] ?? "—", title: post.shownTitle, role: post.role.name, fromOn: post.fromOn,
            toOn: post.toOn,
            substitutes: try post.substitutes.flatMap { try HeldPost.words($0, language, in: db) })
    }

    static func shown(_ post: Post, _ language: Language, in db: any Transaction) throws -> PeoplePostShown {
        try shown(post, try PersonStore.names([post.person], language, in: db), language, in: db)
    }

    /// A post and the unit that decides who may touch it.
    static func find(_ id: PostID, in db: any Transaction) throws -> (Post, unit: UnitID) {
        guard let found = try PersonStore.find(post: id, in: db) else { throw AccessRefusal.notFound }
        return (found, unit: found.unit)
    }

    /// Those who hold a post at a unit today, by the order of their posts, each once.
    static func people(
        at unit: UnitID, today: String, _ language: Language, in db: any Transaction
    ) throws -> [(id: PersonID, name: String)] {
        var seen: Set<PersonID> = []
        let ids = try PersonStore.posts(at: unit, on: today, in: db).map(\.person).filter { seen.insert($0).inserted }
        let names = try PersonStore.names(ids, language, in: db)
        return ids.compactMap { id in names[id].map { (id: id, name: $0) } }
    }

    /// Whom a form means.
    /// - Throws: `PersonRefusal.unknown` where account name and name are not one person's, or the person is none of the
    ///   unit's.
    static func person(
        _ who: Appointee, login: String, name: String, at unit: UnitID, today: String, in db: any Transaction
    ) throws -> PersonID {
        switch who {
        case .known(let id):
            let isOurs = try PersonStore.posts(at: unit, on: today, in: db).contains { $0.person == id }
            guard isOurs else { throw PersonRefusal.unknown }
            return id
        case .account, .newcomer:
            let found = try PersonStore.find(login: PersonRules.folded(login: login), in: db)
            guard let found, found.name == name.trimmed || found.nameLatin == name.trimmed else {
                throw PersonRefusal.unknown
            }
            return found.id
        }
    }
}
