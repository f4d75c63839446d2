import Federation
import Web

enum AssignmentHandlers {
    static func show(_ visit: Visit, _ place: Pair<ObligationID, UnitID>) async throws -> Reply {
        .page(AssignmentPages.page(try await model(visit, place), in: try await visit.frame()))
    }

    private static func model(_ visit: Visit, _ place: Pair<ObligationID, UnitID>) async throws -> AssignmentModel {
        let (own, actor, language) = (try visit.ownUnit(), visit.actor, visit.language)
        let act = visit.federation.newActID()
        return try await visit.federation.read { db in
            guard try Access.allows(.assignmentRead, for: actor, at: place.second, in: db) else {
                throw AccessRefusal.notFound
            }
            return try AssignmentReading.model(
                of: place.first, by: place.second, for: own, actor, language, act: act, in: db)
        }
    }

    static func reopen(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        let (act, reason) = (visit.actID(), visit.form.first("reason") ?? "")
        let place = Pair(id, try visit.ownUnit())
        do {
            _ = try await AssignmentActs(visit.federation).reopen(
                id, reason: reason, as: visit.actor, at: place.second, id: act)
            return visit.done(act, AssignmentRoutes.show.path(place))
        } catch let refusal as AssignmentRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, place)
            model.giveBack?.reason = reason
            model.giveBack?.errors = [field: refusal.sentence]
            return .page(AssignmentPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func giveBack(_ visit: Visit, _ place: Pair<ObligationID, UnitID>) async throws -> Reply {
        let (act, reason) = (visit.actID(), visit.form.first("reason") ?? "")
        do {
            _ = try await AssignmentActs(visit.federation).giveBack(
                place.first, to: place.second, reason: reason, as: visit.actor, id: act)
            return visit.done(act, AssignmentRoutes.show.path(place))
        } catch let refusal as AssignmentRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, place)
            model.giveBack?.reason = reason
            model.giveBack?.errors = [field: refusal.sentence]
            return .page(AssignmentPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }
}
