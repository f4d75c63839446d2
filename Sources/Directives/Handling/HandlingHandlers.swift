import Federation
import Web

enum HandlingHandlers {
    static func show(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await page(visit, .notice(notice))
    }

    static func showDraft(_ visit: Visit, _ draft: DraftID) async throws -> Reply {
        try await page(visit, .draft(draft))
    }

    static func propose(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await step(visit, .notice(notice)) { acts, form, unit, act in
            try await acts.propose(notice, form, as: visit.actor, at: unit, id: act)
        }
    }

    static func circulate(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await circulate(visit, about: .notice(notice))
    }

    static func circulateDraft(_ visit: Visit, _ draft: DraftID) async throws -> Reply {
        try await circulate(visit, about: .draft(draft))
    }

    private static func circulate(_ visit: Visit, about subject: HandlingSubject) async throws -> Reply {
        try await step(visit, subject) { acts, form, unit, act in
            try await acts.circulate(subject, form, as: visit.actor, at: unit, id: act)
        }
    }

    static func instruct(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await step(visit, .notice(notice)) { acts, form, unit, act in
            try await acts.instruct(notice, form, as: visit.actor, at: unit, id: act)
        }
    }

    static func telephone(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await step(visit, .notice(notice)) { acts, form, unit, act in
            try await acts.recordInstruction(notice, form, as: visit.actor, at: unit, id: act)
        }
    }

    static func discharge(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await step(visit, .notice(notice)) { acts, form, unit, act in
            try await acts.discharge(notice, form, as: visit.actor, at: unit, id: act)
        }
    }

    static func answer(_ visit: Visit, _ ask: HandlingAskID) async throws -> Reply {
        try await step(visit, try await subject(visit, of: ask)) { acts, form, unit, act in
            try await acts.answer(ask, form, as: visit.actor, at: unit, id: act)
        }
    }

    static func giveBack(_ visit: Visit, _ ask: HandlingAskID) async throws -> Reply {
        try await step(visit, try await subject(visit, of: ask)) { acts, form, unit, act in
            try await acts.giveBack(ask, form, as: visit.actor, at: unit, id: act)
        }
    }

    // MARK: parts

    private static func subject(_ visit: Visit, of ask: HandlingAskID) async throws -> HandlingSubject {
        let unit = try visit.ownUnit()
        return try await visit.read(.handlingRead, at: unit) { db in
            try HandlingStore.require(asked: ask, at: unit, in: db).sheet.about
        }
    }

    /// Does the step, and leads back to the sheet; what is said no to stands on the sheet with what was typed.
    private static func step(
        _ visit: Visit, _ subject: HandlingSubject,
        _ does: (HandlingActs, HandlingForm, UnitID, ActID) async throws -> HandlingID
    ) async throws -> Reply {
        let (form, act, unit) = (HandlingForm(visit.form), visit.actID(), try visit.ownUnit())
        do {
            _ = try await does(HandlingActs(visit.federation), form, unit, act)
            return visit.done(act, HandlingRoutes.page(of: subject))
        } catch let refusal as HandlingRefusal {
            return try await page(visit, subject, refused: refusal, form)
        }
    }

    private static func page(
        _ visit: Visit, _ subject: HandlingSubject, refused refusal: HandlingRefusal? = nil,
        _ form: HandlingForm = HandlingForm()
    ) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language, now, federation) = (visit.actor, visit.language, visit.moment, visit.federation)
        var model = try await visit.read(.handlingRead, at: unit) { db in
            try HandlingReading(subject, at: unit, actor, language, now: now, in: db)
                .model { federation.newActID() }
        }
        if let refusal {
            model.typed = HandlingModel.Typed(
                path: visit.path, form: form, errors: [refusal.field ?? "": refusal.sentence], wayOn: refusal.wayOn)
        }
        return .page(
            HandlingPages.page(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }
}
