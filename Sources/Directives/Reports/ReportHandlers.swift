import Federation
import Web

enum ReportHandlers {
    static func show(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        .page(ReportPages.page(try await model(visit, id), in: try await visit.frame()))
    }

    static func paper(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let model = try await model(visit, id)
        guard model.paperPath != nil else { throw AccessRefusal.notFound }
        return .page(ReportPages.paper(model, in: try await visit.frame()))
    }

    static func units(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let (own, actor, language) = (try visit.ownUnit(), visit.actor, visit.language)
        let filter = visit.query.first("of").flatMap(ReportUnitsModel.Filter.init) ?? .all
        let model = try await visit.federation.read { db in
            try ReportReading.units(id, filter, at: own, actor, language, in: db)
        }
        return .page(ReportUnitsPages.page(model, in: try await visit.frame()))
    }

    static func remark(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let text = visit.form.first("remark") ?? ""
        return try await attempt(visit, id) { acts, own, act in
            try await acts.remark(text, on: id, as: visit.actor, at: own, id: act)
        }
    }

    static func model(_ visit: Visit, _ id: ReportID) async throws -> ReportModel {
        let (own, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        let acts = (0..<7).map { _ in visit.federation.newActID() }
        let formats = ExportFormat.allCases.filter { $0 != .picture && (!$0.needsPrinter || ExportPrinter.isInstalled) }
        return try await visit.federation.read { db in
            var model = try ReportReading.model(id, at: own, actor, language, now: now, acts: acts, in: db)
            model.exports = formats
            return model
        }
    }

    static func write(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let body = visit.form.first("body") ?? ""
        return try await attempt(visit, id) { acts, own, act in
            try await acts.write(id, body: body, as: visit.actor, at: own, id: act)
        }
    }

    static func quote(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let parts = (visit.form.first("passage") ?? "").split(separator: ":")
        return try await attempt(visit, id) { acts, own, act in
            guard parts.count == 2, let source = ReportID(String(parts[0])), let place = Int(parts[1]) else {
                throw ReportRefusal.passageUnknown
            }
            return try await acts.quote(source, place, into: id, as: visit.actor, at: own, id: act)
        }
    }

    static func sign(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let (body, despite) = (visit.form.first("body") ?? "", visit.form.first("despite") == "1")
        return try await attempt(visit, id) { acts, own, act in
            try await acts.sign(id, body: body, despite: despite, as: visit.actor, at: own, id: act)
        }
    }

    static func accept(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        try await attempt(visit, id) { acts, own, act in
            try await acts.accept(id, as: visit.actor, at: own, id: act)
        }
    }

    static func giveBack(_ visit: Visit, _ id: ReportID) async throws -> Reply {
        let reason = visit.form.first("reason") ?? ""
        return try await attempt(visit, id) { acts, own, act in
            try await acts.giveBack(id, reason: reason, as: visit.actor, at: own, id: act)
        }
    }

    /// What cannot be taken comes back with what was typed.
    private static func attempt(
        _ visit: Visit, _ id: ReportID, _ body: (ReportActs, UnitID, ActID) async throws -> ReportID
    ) async throws -> Reply {
        let act = visit.actID()
        do {
            let report = try await body(ReportActs(visit.federation), try visit.ownUnit(), act)
            return visit.done(act, ReportRoutes.show.path(report))
        } catch let refusal as ReportRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            if let typed = visit.form.first("body") { model.body = typed }
            if case .saysMore(let sentences) = refusal { model.compose?.challenged = sentences }
            model.compose?.errors = [field: refusal.sentence]
            model.compose?.remarkText = visit.form.first("remark") ?? ""
            model.answer?.reason = visit.form.first("reason") ?? ""
            model.answer?.errors = [field: refusal.sentence]
            return .page(ReportPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }
}
