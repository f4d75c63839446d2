import Federation
import Web

enum NumberHandlers {
    static func list(_ visit: Visit, _ unit: UnitID) async throws -> Reply {
        try await listPage(visit, unit, NumberStartForm(year: year(visit)), refusal: nil)
    }

    static func start(_ visit: Visit, _ unit: UnitID) async throws -> Reply {
        let (act, form) = (visit.actID(), NumberStartForm(visit.form))
        do {
            let (word, year, next) = try form.read()
            let series = try await NumberActs(visit.federation).start(
                word: word, year: year, next: next, at: unit, as: visit.actor, id: act)
            return visit.done(act, NumberRoutes.register.path(series))
        } catch let refusal as NumberRefusal {
            return try await listPage(visit, unit, form, refusal: refusal)
        }
    }

    private static func year(_ visit: Visit) -> Int { CivilDay(visit.today)?.year ?? 0 }

    private static func listPage(
        _ visit: Visit, _ unit: UnitID, _ form: NumberStartForm, refusal: NumberRefusal?
    ) async throws -> Reply {
        let (actor, language, act) = (visit.actor, visit.language, visit.federation.newActID())
        var model = try await visit.read(.numberRead, at: unit) { db in
            try NumberReading.list(at: unit, actor, language, form: form, act: act, in: db)
        }
        if let refusal {
            model.errors = [refusal.field == "number" ? "next" : refusal.field: refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(NumberPages.list(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }

    static func register(_ visit: Visit, _ id: ID<NumberSeries>) async throws -> Reply {
        var form = NumberDecisionForm()
        form.number = String((visit.query.first("void") ?? "").prefix(8))
        return try await registerPage(visit, id, form, form.number.isEmpty ? nil : .void, refusal: nil)
    }

    static func decide(
        _ visit: Visit, _ id: ID<NumberSeries>, _ decision: NumberDecision
    ) async throws -> Reply {
        let (act, form, actor) = (visit.actID(), NumberDecisionForm(visit.form), visit.actor)
        let acts = NumberActs(visit.federation)
        let reason = form.reason.isEmpty ? nil : form.reason
        do {
            let series = try await visit.reading(verb(decision), { db in try NumberReading.find(id, in: db) }) {
                series, _ in series
            }
            let number = try form.read()
            switch decision {
            case .reserve: try await acts.reserve(number, of: series, reason: reason, as: actor, id: act)
            case .enter: try await acts.enter(number, of: series, reason: reason, as: actor, id: act)
            case .void: try await acts.void(number, of: series, reason: form.reason, as: actor, id: act)
            }
            return visit.done(act, NumberRoutes.register.path(id))
        } catch let refusal as NumberRefusal {
            return try await registerPage(visit, id, form, decision, refusal: refusal)
        }
    }

    private static func verb(_ decision: NumberDecision) -> Verb {
        switch decision {
        case .reserve: .numberReserve
        case .enter: .numberEnter
        case .void: .numberVoid
        }
    }

    private static func registerPage(
        _ visit: Visit, _ id: ID<NumberSeries>, _ form: NumberDecisionForm, _ decision: NumberDecision?,
        refusal: NumberRefusal?
    ) async throws -> Reply {
        let (actor, language, federation) = (visit.actor, visit.language, visit.federation)
        let last = visit.query.first("after").flatMap { Int($0) } ?? 0
        var model = try await visit.reading(.numberRead, { db in try NumberReading.find(id, in: db) }) { series, db in
            try NumberReading.register(
                of: series, after: max(0, last), actor, language, acts: { federation.newActID() }, in: db)
        }
        model.form = form
        model.typed = decision
        if let refusal {
            model.errors = [refusal.field: refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(NumberPages.register(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }
}
