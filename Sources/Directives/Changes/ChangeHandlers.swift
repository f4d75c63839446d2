import Federation
import Web

enum ChangeHandlers {
    static func new(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await page(visit, notice, ChangeForm(kind: nil))
    }

    static func create(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let (form, act) = (ChangeForm(visit.form), visit.actID())
        do {
            let change = try await ChangeActs(visit.federation).change(
                notice, form, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, ChangeRoutes.show.path(change))
        } catch let refusal as ChangeRefusal where refusal.field != nil {
            let wrongs = ChangeRules.wrongs(in: form)
            return try await page(visit, notice, form, wrongs.isEmpty ? [refusal] : wrongs)
        }
    }

    private static func page(
        _ visit: Visit, _ notice: NoticeID, _ form: ChangeForm, _ wrongs: [ChangeRefusal] = []
    ) async throws -> Reply {
        let unit = try visit.ownUnit()
        let act = visit.federation.newActID()
        var model = try await visit.read(.noticeChange, at: unit) { db in
            try ChangeReading.form(of: notice, form, at: unit, act: act, in: db)
        }
        model.errors = wrongs.compactMap { wrong in
            wrong.field.map { AddresseesModel.FieldError(field: $0, sentence: wrong.sentence) }
        }
        return .page(
            ChangePages.form(model, in: try await visit.frame()), status: wrongs.first?.manner.status ?? 200)
    }

    static func show(_ visit: Visit, _ id: ChangeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language, act) = (visit.actor, visit.language, visit.federation.newActID())
        let name = visit.signedIn?.person.shownName(language) ?? ""
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try ChangeReading.model(of: id, at: unit, actor, name: name, language, act: act, in: db)
        }
        return .page(ChangePages.page(model, in: try await visit.frame()))
    }

    static func acknowledge(_ visit: Visit, _ id: ChangeID) async throws -> Reply {
        let act = visit.actID()
        _ = try await ChangeActs(visit.federation).acknowledge(
            id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, ChangeRoutes.show.path(id))
    }
}

extension ChangeForm {
    init(_ form: FormFields) {
        self.init(
            kind: form.first("kind").flatMap(Change.Kind.init(rawValue:)),
            reason: (form.first("reason") ?? "").withPlainLineEnds.trimmed,
            text: (form.first("text") ?? "").withPlainLineEnds.trimmed,
            replacement: form.first("replacement").flatMap { NoticeID($0) })
    }
}
