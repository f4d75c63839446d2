import Federation
package import Web

/// Addresses of responses.
package enum ResponseRoutes {
    package static let list = Route<NoParameter>.get("/responses", .verb(.responseRead))
    static let open = Route<NoParameter>.post("/responses", .verb(.responseOpen))
    package static let show = Route<ResponseID>.get("/responses/:id", .verb(.responseRead))
    static let level = Route<ResponseID>.post("/responses/:id/levels", .verb(.responseOpen))
    static let close = Route<ResponseID>.post("/responses/:id/closings", .verb(.responseOpen))
    static let attach = Route<ResponseID>.post("/responses/:id/notices", .verb(.responseAttach))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, ResponseHandlers.list), Endpoint(open, ResponseHandlers.open),
            Endpoint(show, ResponseHandlers.show), Endpoint(level, ResponseHandlers.level),
            Endpoint(close, ResponseHandlers.close), Endpoint(attach, ResponseHandlers.attach),
        ]
    }
}

enum ResponseHandlers {
    static func list(_ visit: Visit) async throws -> Reply {
        .page(ResponsePages.list(try await listModel(visit), in: try await visit.frame()))
    }

    private static func listModel(_ visit: Visit) async throws -> ResponseListModel {
        let (own, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        let act = visit.federation.newActID()
        return try await visit.read(.responseRead, at: own) { db in
            try ResponseReading.list(at: own, actor, language, now: now, act: act, in: db)
        }
    }

    static func open(_ visit: Visit) async throws -> Reply {
        let act = visit.actID()
        do {
            let response = try await ResponseActs(visit.federation).open(
                name: visit.form.first("name") ?? "", level: level(visit), reason: visit.form.first("reason") ?? "",
                as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, ResponseRoutes.show.path(response))
        } catch let refusal as ResponseRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await listModel(visit)
            model.open?.values = typed(visit)
            model.open?.errors = [field: refusal.sentence]
            return .page(
                ResponsePages.list(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func show(_ visit: Visit, _ id: ResponseID) async throws -> Reply {
        .page(ResponsePages.page(try await model(visit, id), in: try await visit.frame()))
    }

    private static func model(_ visit: Visit, _ id: ResponseID) async throws -> ResponseModel {
        let (own, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        let acts = (0..<3).map { _ in visit.federation.newActID() }
        return try await visit.read(.responseRead, at: own) { db in
            try ResponseReading.model(id, at: own, actor, language, now: now, acts: acts, in: db)
        }
    }

    static func level(_ visit: Visit, _ id: ResponseID) async throws -> Reply {
        try await attempt(visit, id, \.level) { acts, own, act in
            try await acts.level(
                id, to: level(visit), reason: visit.form.first("reason") ?? "", as: visit.actor, at: own, id: act)
        }
    }

    static func close(_ visit: Visit, _ id: ResponseID) async throws -> Reply {
        try await attempt(visit, id, \.close) { acts, own, act in
            try await acts.close(
                id, reason: visit.form.first("reason") ?? "", as: visit.actor, at: own, id: act)
        }
    }

    static func attach(_ visit: Visit, _ id: ResponseID) async throws -> Reply {
        try await attempt(visit, id, \.attach) { acts, own, act in
            guard let notice = visit.form.first("notice").flatMap({ NoticeID($0) }) else {
                throw ResponseRefusal.noticeMissing
            }
            return try await acts.attach(notice, to: id, as: visit.actor, at: own, id: act)
        }
    }

    /// What cannot be taken comes back with what was typed.
    private static func attempt(
        _ visit: Visit, _ id: ResponseID, _ form: WritableKeyPath<ResponseModel, ResponseListModel.Form?>,
        _ body: (ResponseActs, UnitID, ActID) async throws -> ResponseID
    ) async throws -> Reply {
        let act = visit.actID()
        do {
            _ = try await body(ResponseActs(visit.federation), try visit.ownUnit(), act)
            return visit.done(act, ResponseRoutes.show.path(id))
        } catch let refusal as ResponseRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            model[keyPath: form]?.values = typed(visit)
            model[keyPath: form]?.errors = [field: refusal.sentence]
            return .page(ResponsePages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    private static func level(_ visit: Visit) -> ResponseLevel? {
        visit.form.first("level").flatMap { Int($0) }.flatMap { ResponseLevel(rawValue: $0) }
    }

    private static func typed(_ visit: Visit) -> [String: String] {
        ["name", "level", "reason", "notice"].reduce(into: [:]) { $0[$1] = visit.form.first($1) }
    }
}
