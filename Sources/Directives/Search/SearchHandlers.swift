import Federation
import Web

enum SearchHandlers {
    /// The list of notices, asked for by words or other marks.
    static func found(_ visit: Visit, _ query: SearchQuery) async throws -> Reply {
        let unit = try visit.ownUnit()
        let wrongs = SearchRules.wrongs(in: query)
        guard wrongs.isEmpty else {
            var model = SearchModel(path: FrameRoutes.notices.path(), query: query)
            model.errors = wrongs.map { .init(field: $0.field, sentence: $0.sentence) }
            return .page(SearchPages.page(model, in: try await visit.frame()), status: 422)
        }
        let last = visit.query.first("after").flatMap { NoticeID($0) }
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try SearchReading.model(query, for: unit, before: last, in: db)
        }
        return .page(SearchPages.page(model, in: try await visit.frame()))
    }
}

extension SearchQuery {
    init(_ query: FormFields) {
        func typed(_ name: String) -> String { (query.first(name) ?? "").trimmed }
        self.init(
            text: typed("q"), issuer: typed("issuer"), grade: Grade(rawValue: typed("grade")), from: typed("from"),
            to: typed("to"))
    }
}
