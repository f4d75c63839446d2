import Federation
import Storage
import Web

/// Gathers the chain of a notice.
enum ChainReading {
    private static let rowsMax = 200

    static func scope(of actor: Actor, at unit: UnitID, in db: any Transaction) throws -> ChainScope {
        let reaches = try Access.reaches(of: .receiptRead, by: actor, in: db)
        return ChainScope(
            own: try UnitStore.require(unit, in: db),
            reachesBelow: reaches.contains(.primarySubtree) || reaches.contains(.federation))
    }

    static func model(
        of id: NoticeID, _ filter: ChainFilter, after last: ChainCursor?, at unit: UnitID, _ actor: Actor,
        _ language: Language, in db: any Transaction
    ) throws -> ChainModel {
        let notice = try NoticeStore.require(id, for: unit, in: db)
        let scope = try scope(of: actor, at: unit, in: db)
        let links = try ChainStore.links(of: id, scope, filter, after: last, limit: rowsMax + 1, in: db)
        let shown = Array(links.prefix(rowsMax))
        return ChainModel(
            notice: NoticeLine(notice), path: ChainRoutes.show.path(id),
            csvPath: ChainRoutes.csv.path(id, filter.items), filter: filter,
            rows: try rows(shown, at: unit, language, in: db),
            morePath: links.count > rowsMax
                ? shown.last.map { ChainRoutes.show.path(id, filter.items + [("after", $0.cursor.text)]) } : nil,
            goesOn: last != nil, reachesBelow: scope.reachesBelow)
    }

    /// What the links say, with the names of all of them asked for at once.
    static func rows(
        _ links: [ChainLink], at own: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [ChainModel.Row] {
        let units = try UnitStore.find(Array(Set(links.map(\.unit) + links.compactMap(\.recordedBy))), in: db)
        let people = try Array(Set(links.compactMap(\.person))).boundLists.reduce(into: [PersonID: String]()) {
            $0.merge(try PersonStore.names($1, language, in: db)) { first, _ in first }
        }
        let posts = try PersonStore.find(posts: Array(Set(links.compactMap(\.post))), in: db)
        return links.map { link in
            let unit = units[link.unit]
            return ChainModel.Row(
                at: link.moment, isDayOnly: link.isDayOnly, unit: unit?.shownName(language) ?? "", level: unit?.level,
                person: link.person.flatMap { people[$0] }, post: link.post.flatMap { posts[$0]?.shownTitle },
                act: ChainWords.done(link), known: ChainWords.known(link, by: link.recordedBy.flatMap { units[$0] }),
                text: text(of: link), path: path(of: link, at: own))
        }
    }

    private static func text(of link: ChainLink) -> String? {
        link.text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Pages of another unit's sendings and drafts are its own.
    private static func path(of link: ChainLink, at own: UnitID) -> String? {
        guard let subject = link.subject else { return nil }
        switch link.act {
        case .sent, .urged: return link.unit == own ? DispatchRoutes.wall.path(DispatchID(subject)) : nil
        case .changed, .noted: return ChangeRoutes.show.path(ChangeID(subject))
        case .carried: return link.unit == own ? NoticeRoutes.show.path(NoticeID(subject)) : nil
        case .drafted, .handled: return DraftRoutes.show.path(DraftID(subject))
        case .registered, .corrected, .received, .exported: return nil
        }
    }
}
