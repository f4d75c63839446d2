import Federation
import Web

enum UrgeHandlers {
    static func new(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        let branch = visit.query.first("branch").flatMap { Int($0) }
        return try await page(visit, id, UrgeForm(text: "", branch: branch), isFresh: true, refusal: nil)
    }

    static func create(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        let (act, form) = (visit.actID(), UrgeForm(visit.form))
        do {
            let dispatch = try await UrgeActs(visit.federation).urge(
                id, form.scope, text: form.text, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, DispatchRoutes.wall.path(dispatch))
        } catch let refusal as UrgeRefusal {
            return try await page(visit, id, form, isFresh: false, refusal: refusal)
        }
    }

    private static func page(
        _ visit: Visit, _ id: DispatchID, _ form: UrgeForm, isFresh: Bool, refusal: UrgeRefusal?
    ) async throws -> Reply {
        let (actor, language, now) = (visit.actor, visit.language, visit.moment)
        let act = visit.federation.newActID()
        var model = try await visit.reading(
            .dispatchUrge,
            { db in
                let dispatch = try DispatchStore.require(id, in: db)
                return (dispatch, dispatch.from)
            }
        ) { dispatch, db in
            try UrgeReading.model(of: dispatch, form, isFresh: isFresh, actor, language, act: act, now: now, in: db)
        }
        if let refusal { model.errors = [refusal.field: refusal.sentence] }
        return .page(
            UrgePages.page(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }
}
