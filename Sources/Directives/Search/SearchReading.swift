import Federation
import Storage
import Web

/// Gathers what a search shows.
enum SearchReading {
    private static let rowsMax = 20
    /// Scalars of the text shown of each, and of these before the first place.
    private static let (excerptLength, excerptBefore) = (110, 34)

    static func model(
        _ query: SearchQuery, for unit: UnitID, before last: NoticeID?, in db: any Transaction
    ) throws -> SearchModel {
        var model = SearchModel(path: FrameRoutes.notices.path(), query: query, goesOn: last != nil)
        let found = try SearchStore.find(query, for: unit, before: last, limit: rowsMax + 1, in: db)
        let shown = Array(found.prefix(rowsMax))
        let words = query.words
        let ends = try ChangeReading.ends(within: shown, in: db)
        model.rows = try SearchStore.shown(shown, in: db).map { notice in
            SearchModel.Row(
                path: NoticeRoutes.show.path(notice.id), title: SearchExcerpt(whole: notice.title, finding: words),
                number: notice.number.map { SearchExcerpt(whole: $0, finding: words) },
                issuer: SearchExcerpt(whole: notice.issuer, finding: words), grade: notice.urgency.grade,
                datedOn: notice.datedOn,
                text: SearchExcerpt(of: notice.text, finding: words, before: excerptBefore, length: excerptLength),
                ended: ends[notice.id])
        }
        if found.count > rowsMax, let last = shown.last {
            model.morePath = FrameRoutes.notices.path(query.items + [("after", "\(last)")])
        }
        return model
    }
}
