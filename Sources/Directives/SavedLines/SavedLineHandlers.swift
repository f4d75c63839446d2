import Federation
import Web

/// Each shows the addressees page again, with everything on it as it was.
enum SavedLineHandlers {
    static func save(_ visit: Visit) async throws -> Reply {
        let (unit, acts) = (try visit.ownUnit(), SavedLineActs(visit.federation))
        let (act, form) = (visit.actID(), AddresseesForm(visit.form))
        let notice = try await notice(visit)
        let name = (visit.form.first("save_name") ?? "").trimmed
        do {
            if let replaced = visit.form.first("replace") {
                guard let replaced = SavedLineID(replaced) else { throw AccessRefusal.notFound }
                _ = try await acts.replace(
                    replaced, by: form.line, copyLine: form.copyLine, as: visit.actor, at: unit, id: act)
            } else {
                _ = try await acts.save(
                    form.line, copyLine: form.copyLine, named: name, as: visit.actor, at: unit, id: act)
            }
        } catch let refusal as SavedLineRefusal {
            return try await DispatchHandlers.page(visit, notice, form) { model in
                model.saved.name = String(name.prefix(200))
                model.saved.error = refusal.sentence
                model.errors.append(.init(field: "save_name", sentence: refusal.sentence))
            }
        }
        return try await DispatchHandlers.page(visit, notice, form) { $0.saved.note = SavedLineWords.saved }
    }

    static func remove(_ visit: Visit, _ id: SavedLineID) async throws -> Reply {
        let (act, form) = (visit.actID(), AddresseesForm(visit.form))
        let notice = try await notice(visit)
        _ = try await SavedLineActs(visit.federation).remove(
            id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return try await DispatchHandlers.page(visit, notice, form) { $0.saved.note = SavedLineWords.removed }
    }

    /// The notice whose addressees page this was pressed on.
    private static func notice(_ visit: Visit) async throws -> NoticeID {
        let unit = try visit.ownUnit()
        return try await visit.read(.lineSave, at: unit) { db in
            guard let id = visit.form.first("notice").flatMap({ NoticeID($0) }) else { throw AccessRefusal.notFound }
            return try NoticeStore.require(id, for: unit, in: db).id
        }
    }
}
