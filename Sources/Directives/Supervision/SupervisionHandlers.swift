import Federation
import Web

enum SupervisionHandlers {
    static func list(_ visit: Visit) async throws -> Reply {
        let (unit, language, now) = (try visit.ownUnit(), visit.language, visit.moment)
        let model = try await visit.read(.obligationRead, at: unit) { db in
            try SupervisionReading.list(at: unit, language, now: now, in: db)
        }
        return .page(SupervisionPages.list(model, in: try await visit.frame()))
    }

    static func matrix(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        .page(MatrixPages.page(try await matrixModel(visit, id), in: try await visit.frame()))
    }

    static func matrixModel(_ visit: Visit, _ id: NoticeID) async throws -> MatrixModel {
        let (unit, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        let isStuckOnly = visit.query.first("only") == "stuck"
        let act = visit.federation.newActID()
        return try await visit.read(.obligationRead, at: unit) { db in
            var model = try SupervisionReading.matrix(
                of: id, at: unit, isStuckOnly: isStuckOnly, language, now: now, in: db)
            if !model.groups.isEmpty, try Access.allows(.obligationAdd, for: actor, at: unit, in: db) {
                model.adding = .init(path: AdditionRoutes.addToAll.path(id), act: act)
            }
            return model
        }
    }

    static func sheet(_ visit: Visit, _ id: NoticeID, _ format: Sheet.Format) async throws -> Reply {
        let model = try await matrixModel(visit, id)
        return try .sheet(MatrixSheet.sheet(model, visit.language), as: format, name: "\(id)-duties")
    }

    static func obligationSheet(_ visit: Visit, _ id: ObligationID, _ format: Sheet.Format) async throws -> Reply {
        let model = try await model(visit, id)
        return try .sheet(MatrixSheet.sheet(model, visit.language), as: format, name: "\(id)")
    }

    static func obligation(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        .page(ObligationPages.page(try await model(visit, id), in: try await visit.frame()))
    }

    static func model(_ visit: Visit, _ id: ObligationID) async throws -> ObligationModel {
        let (unit, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        let acts = (0..<2).map { _ in visit.federation.newActID() }
        let branch = try PictureHandlers.branch(visit)
        return try await visit.read(.obligationRead, at: unit) { db in
            try SupervisionReading.obligation(
                id, branch: branch, at: unit, actor, language, now: now, acts: acts, in: db)
        }
    }

    static func branch(_ visit: Visit, _ place: Pair<ObligationID, UnitID>) async throws -> Reply {
        let (unit, language) = (try visit.ownUnit(), visit.language)
        let kind = visit.query.first("kind").flatMap(UnitKind.init(rawValue:))
        let after = visit.query.first("after").flatMap { Int($0) }.map { min(max(0, $0), 1_000_000) } ?? 0
        let model = try await visit.read(.obligationRead, at: unit) { db in
            try SupervisionReading.branch(
                place.first, place.second, kind: kind, after: after, at: unit, language, in: db)
        }
        return .page(ObligationPages.branch(model, in: try await visit.frame()))
    }

    static func urge(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        let (act, text) = (visit.actID(), visit.form.first("text") ?? "")
        do {
            _ = try await SupervisionActs(visit.federation).urge(
                id, text: text, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, SupervisionRoutes.obligation.path(id))
        } catch let refusal as UrgeRefusal {
            var model = try await model(visit, id)
            guard model.urge != nil else { throw refusal }
            model.urge?.text = text
            model.urge?.errors = [refusal.field: refusal.sentence]
            return .page(ObligationPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }
}
