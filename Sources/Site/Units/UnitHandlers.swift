import Federation
import Foundation
import Web

enum UnitHandlers {
    static func list(_ visit: Visit) async throws -> Reply {
        let own = try visit.ownUnit()
        let query = String((visit.query.first("q") ?? "").trimmed.prefix(100))
        let top = visit.query.first("under").flatMap { UnitID($0) } ?? own
        let (actor, language, federation) = (visit.actor, visit.language, visit.federation)
        let now = visit.moment
        let model = try await visit.read(.unitRead, at: own) { db in
            try UnitReading.list(
                query: query, top: top, actor, language, now: now, acts: { federation.newActID() }, in: db)
        }
        return .page(UnitListPages.list(model, in: try await visit.frame()))
    }

    static func show(_ visit: Visit, _ id: UnitID) async throws -> Reply {
        let (actor, language, federation) = (visit.actor, visit.language, visit.federation)
        let now = visit.moment
        let model = try await visit.read(.unitRead, at: id) { db in
            try UnitReading.page(of: id, actor, language, now: now, acts: { federation.newActID() }, in: db)
        }
        return .page(UnitPages.page(model, in: try await visit.frame()))
    }

    private struct Suggestion: Encodable {
        let id: String
        let name: String
        let note: String
        let below: String
    }

    /// The first few units that the typed words fit, for a picker.
    static func suggestions(_ visit: Visit) async throws -> Reply {
        let own = try visit.ownUnit()
        let query = String((visit.query.first("q") ?? "").trimmed.prefix(100))
        let language = visit.language
        let found = try await visit.read(.unitRead, at: own) { db -> [Suggestion] in
            guard !query.isEmpty else { return [Suggestion]() }
            return try UnitStore.search(query, limit: 8, in: db).map { unit -> Suggestion in
                let parent = try UnitStore.ancestors(of: unit.path, in: db).last?.shownName(language) ?? ""
                let below = try Census.count(below: unit, in: db)
                return Suggestion(
                    id: "\(unit.id)", name: unit.name,
                    note: [parent, unit.code].filter { !$0.isEmpty }.joined(separator: " · "),
                    below: below == 0 ? "" : UnitPickerWords.below(below)[language])
            }
        }
        let json = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
        return .text(json, mediaType: "application/json", status: 200)
    }
}

enum UnitPickerWords {
    static func below(_ units: Int) -> Sentence { Sentence(zh: "以下 \(units)", en: "\(units) below") }
}
