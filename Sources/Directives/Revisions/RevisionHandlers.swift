import Federation
import Web

enum RevisionHandlers {
    static func edit(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        .page(RevisionPages.page(try await model(visit, id), in: try await visit.frame()))
    }

    private static func model(_ visit: Visit, _ id: ObligationID) async throws -> RevisionModel {
        let unit = try visit.ownUnit()
        let acts = (0..<3).map { _ in visit.federation.newActID() }
        return try await visit.read(.obligationSort, at: unit) { db in
            let one = try ObligationStore.require(id, for: unit, in: db)
            guard let notice = try NoticeStore.findWhole(one.notice, in: db) else { throw AccessRefusal.notFound }
            let next = try RevisionActs.next(after: one, in: db)
            return RevisionModel(
                line: ObligationLine(one, in: notice), listPath: ObligationRoutes.list.path(notice.id),
                form: RevisionForm(
                    role: one.role, kinds: one.bound.kinds, levels: one.bound.levels, condition: one.condition ?? "",
                    proof: one.proof),
                reviseTo: .init(path: RevisionRoutes.revise.path(id), act: acts[0]),
                splitTo: .init(path: RevisionRoutes.split.path(id), act: acts[1]),
                merge: next.map { (.init(path: RevisionRoutes.merge.path(id), act: acts[2]), $0.quote) })
        }
    }

    static func revise(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        let form = RevisionForm(visit.form)
        return try await attempt(visit, id, form) { acts, unit, act in
            try await acts.revise(id, form, as: visit.actor, at: unit, id: act)
        }
    }

    static func split(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        let words = visit.form.first("words") ?? ""
        return try await attempt(visit, id, nil) { acts, unit, act in
            try await acts.split(id, at: words, as: visit.actor, at: unit, id: act)
        }
    }

    static func merge(_ visit: Visit, _ id: ObligationID) async throws -> Reply {
        try await attempt(visit, id, nil) { acts, unit, act in
            try await acts.merge(id, as: visit.actor, at: unit, id: act)
        }
    }

    /// What cannot be taken comes back with what was typed.
    private static func attempt(
        _ visit: Visit, _ id: ObligationID, _ form: RevisionForm?,
        _ body: (RevisionActs, UnitID, ActID) async throws -> NoticeID
    ) async throws -> Reply {
        let act = visit.actID()
        do {
            let notice = try await body(RevisionActs(visit.federation), try visit.ownUnit(), act)
            return visit.done(act, ObligationRoutes.list.path(notice))
        } catch let refusal as RevisionRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            if let form { model.form = form } else { model.form.words = visit.form.first("words") ?? "" }
            model.errors = [field: refusal.sentence]
            return .page(RevisionPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func newMarking(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        .page(RevisionPages.marking(try await marking(visit, id), in: try await visit.frame()))
    }

    private static func marking(_ visit: Visit, _ id: NoticeID) async throws -> MarkingModel {
        let unit = try visit.ownUnit()
        let act = visit.federation.newActID()
        return try await visit.read(.obligationSort, at: unit) { db in
            let notice = try NoticeStore.requireWhole(id, for: unit, in: db)
            return MarkingModel(
                notice: NoticeLine(notice.head), listPath: ObligationRoutes.list.path(id), text: notice.text,
                form: RevisionForm(), target: .init(path: RevisionRoutes.mark.path(id), act: act))
        }
    }

    static func mark(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let (act, form) = (visit.actID(), RevisionForm(visit.form))
        do {
            let notice = try await RevisionActs(visit.federation).add(
                id, form, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, ObligationRoutes.list.path(notice))
        } catch let refusal as RevisionRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await marking(visit, id)
            model.form = form
            model.errors = [field: refusal.sentence]
            return .page(RevisionPages.marking(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }
}

extension RevisionForm {
    init(_ form: FormFields) {
        let all = { (name: String) in form.fields.filter { $0.name == name }.map(\.value) }
        self.init(
            role: form.first("role").flatMap(ObligationRole.init(rawValue:)) ?? .lead,
            kinds: all("kinds").compactMap(ObligationKind.init(rawValue:)),
            levels: all("levels").compactMap(ObligationLevel.init(rawValue:)),
            condition: form.first("condition") ?? "",
            proof: form.first("proof").flatMap(ObligationProof.init(rawValue:)) ?? .sentence,
            words: form.first("words") ?? "")
    }
}
