import Federation
package import Web

/// Addresses under which units add to obligations.
package enum AdditionRoutes {
    static let add = Route<ObligationID>.post("/obligations/:id/additions", .verb(.obligationAdd))
    static let addToAll = Route<NoticeID>.post("/notices/:id/additions", .verb(.obligationAdd))

    package static func endpoints() -> [Endpoint] {
        [Endpoint(add, AdditionHandlers.add), Endpoint(addToAll, AdditionHandlers.addToAll)]
    }
}

enum AdditionHandlers {
    static func add(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        let (act, form) = (visit.actID(), AdditionForm(visit.form))
        do {
            _ = try await AdditionActs(visit.federation).add(
                form, to: id, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, SupervisionRoutes.obligation.path(id))
        } catch let refusal as AdditionRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await SupervisionHandlers.model(visit, id)
            model.adding?.form = form
            model.adding?.errors = [field: refusal.sentence]
            return .page(ObligationPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func addToAll(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let (act, form) = (visit.actID(), AdditionForm(visit.form))
        do {
            _ = try await AdditionActs(visit.federation).add(
                form, toAllOf: id, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, SupervisionRoutes.matrix.path(id))
        } catch let refusal as AdditionRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await SupervisionHandlers.matrixModel(visit, id)
            model.adding?.form = form
            model.adding?.errors = [field: refusal.sentence]
            return .page(MatrixPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }
}
