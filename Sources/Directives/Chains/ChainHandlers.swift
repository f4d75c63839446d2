import Federation
import Storage
import Web

enum ChainHandlers {
    /// Lines of one CSV; a chain of three thousand units with three facts each is a third of it.
    private static let csvLinesMax = 30_000

    static func show(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        if visit.query.first("format") == "csv" { return try await csv(visit, notice) }
        let unit = try visit.ownUnit()
        let (actor, language, filter) = (visit.actor, visit.language, ChainFilter(visit.query))
        let last = visit.query.first("after").flatMap { ChainCursor($0) }
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try ChainReading.model(of: notice, filter, after: last, at: unit, actor, language, in: db)
        }
        return .page(ChainPages.page(model, in: try await visit.frame()))
    }

    static func csv(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language, filter) = (visit.actor, visit.language, ChainFilter(visit.query))
        let rows = try await visit.read(.noticeRead, at: unit) { db in
            _ = try NoticeStore.require(notice, for: unit, in: db)
            let scope = try ChainReading.scope(of: actor, at: unit, in: db)
            let links = try ChainStore.links(of: notice, scope, filter, after: nil, limit: csvLinesMax + 1, in: db)
            return try ChainReading.rows(links, at: unit, language, in: db)
        }
        return .file(
            Array(ChainCSV.text(of: Array(rows.prefix(csvLinesMax)), isCut: rows.count > csvLinesMax, language).utf8),
            mediaType: "text/csv; charset=utf-8", name: "chain.csv")
    }
}

extension ChainFilter {
    init(_ query: FormFields) {
        self.init(
            act: query.first("act").flatMap(ChainLink.Act.init(rawValue:)),
            level: query.first("level").flatMap(UnitLevel.init(rawValue:)), unit: (query.first("unit") ?? "").trimmed)
    }
}
