import Federation
import Web

enum DutiesHandlers {
    static func show(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        .page(DutiesPages.page(try await model(visit, id), in: try await visit.frame()))
    }

    private static func model(_ visit: Visit, _ id: NoticeID) async throws -> DutiesModel {
        let (unit, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        let acts = (0..<5).map { _ in visit.federation.newActID() }
        return try await visit.read(.assignmentRead, at: unit) { db in
            try DutiesReading.model(of: id, at: unit, actor, language, now: now, acts: acts, in: db)
        }
    }

    static func discharge(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let (act, form) = (visit.actID(), DischargeForm(visit.form))
        do {
            _ = try await AssignmentActs(visit.federation).discharge(
                id, form, visit.files.first { !$0.bytes.isEmpty }, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, AssignmentRoutes.duties.path(id))
        } catch let refusal as AssignmentRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            model.form?.text = form.text
            model.form?.done = form.done
            model.form?.figures = form.figures
            model.form?.ticks = form.ticks
            model.form?.errors = [field: refusal.sentence]
            return .page(DutiesPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func undo(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        _ = try await AssignmentActs(visit.federation).undo(id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, AssignmentRoutes.duties.path(id))
    }

    static func decline(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let (act, form) = (visit.actID(), visit.form)
        let (how, reason) = (form.first("how") ?? "", form.first("reason") ?? "")
        do {
            guard let obligation = form.first("duty").flatMap({ ObligationID($0) }) else {
                throw AssignmentRefusal.nothingOwed
            }
            _ = try await AssignmentActs(visit.federation).decline(
                obligation, reason: reason, isNotApplicable: how == "not_applicable", as: visit.actor,
                at: try visit.ownUnit(), id: act)
            return visit.done(act, AssignmentRoutes.duties.path(id))
        } catch let refusal as AssignmentRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            model.refusal?.chosen = form.first("duty")
            model.refusal?.how = how
            model.refusal?.reason = reason
            model.refusal?.errors = [field: refusal.sentence]
            return .page(DutiesPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }
}

extension DischargeForm {
    /// `duty` is a box for each duty that a sentence settles; `figure-ID` and `item-ID` stand in its place where a number
    /// or ticked heads do. What cannot be read is as if it had not been sent.
    init(_ form: FormFields) {
        self.init(text: form.first("text") ?? "", done: [], isProgress: form.first("how") == "progress")
        for field in form.fields {
            let parts = field.name.split(separator: "-", maxSplits: 1)
            switch (parts.first, parts.last.flatMap { ObligationID(String($0)) }) {
            case ("duty", _):
                if let id = ObligationID(field.value) { done.insert(id) }
            case ("figure", let id?) where !field.value.trimmed.isEmpty:
                figures[id] = field.value
                done.insert(id)
            case ("item", let id?):
                guard let place = Int(field.value) else { continue }
                ticks[id, default: []].insert(place)
                done.insert(id)
            default: continue
            }
        }
    }
}
