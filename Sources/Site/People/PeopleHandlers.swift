import Federation
import Web

enum PeopleHandlers {
    static func list(_ visit: Visit, _ unit: UnitID) async throws -> Reply {
        let (actor, language, today, federation) = (visit.actor, visit.language, visit.today, visit.federation)
        let model = try await visit.read(.postRead, at: unit) { db in
            try PeopleReading.list(
                at: unit, actor, language, today: today, acts: { federation.newActID() }, in: db)
        }
        return .page(PeoplePages.list(model, in: try await visit.frame()))
    }

    static func endForm(_ visit: Visit, _ id: PostID) async throws -> Reply {
        try await endPage(visit, id, day: visit.today, refusal: nil)
    }

    /// Without a day the post is over at once.
    static func end(_ visit: Visit, _ id: PostID) async throws -> Reply {
        let act = visit.actID()
        let post = try await visit.reading(.postEnd, { db in try PeopleReading.find(id, in: db) }) { post, _ in post }
        let day = visit.form.first("day")?.trimmed ?? Zone.day(visit.moment.adding(days: -1))
        do {
            try await visit.federation.endPost(id, at: post.unit, lastDay: day, as: visit.actor, id: act)
        } catch let refusal as AppointmentRefusal where visit.form.contains("day") {
            return try await endPage(visit, id, day: day, refusal: refusal)
        }
        return visit.done(act, PeopleRoutes.list.path(post.unit))
    }

    private static func endPage(
        _ visit: Visit, _ id: PostID, day: String, refusal: (any Refusal)?
    ) async throws -> Reply {
        let (language, act) = (visit.language, visit.federation.newActID())
        var model = try await visit.reading(.postEnd, { db in try PeopleReading.find(id, in: db) }) { post, db in
            let unit = try UnitStore.require(post.unit, in: db)
            return EndPostModel(
                unit: UnitReading.named(unit, language),
                ancestors: try UnitReading.ancestors(of: unit, language, in: db),
                post: try PeopleReading.shown(post, language, in: db),
                target: FormTarget(path: PeopleRoutes.end.path(id), act: act),
                backPath: PeopleRoutes.list.path(unit.id), day: day)
        }
        if let refusal {
            model.errors = ["day": refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(PeopleFormPages.end(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }
}
