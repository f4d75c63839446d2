import Federation
package import Storage

/// What was done with a notice, from the facts of every slice, in one statement.
package enum ChainStore {
    /// The links after a cursor that somebody may see, in time.
    package static func links(
        of notice: NoticeID, _ scope: ChainScope, _ filter: ChainFilter, after last: ChainCursor?, limit: Int,
        in db: any Transaction
    ) throws -> [ChainLink] {
        let stored = try db.query(statement(of: notice, scope, filter, after: last, limit: limit)).map(link)
        guard filter.act ?? .exported == .exported else { return stored }
        // Exports are facts of the journal alone.
        let exported = try exports(of: notice, scope, filter, after: last, limit: limit, in: db)
        guard !exported.isEmpty else { return stored }
        return Array((stored + exported).sorted { $0.cursor < $1.cursor }.prefix(limit))
    }

    /// What everyone who holds the notice sees (`is_open`), and what the scope reaches.
    static func statement(
        of notice: NoticeID, _ scope: ChainScope, _ filter: ChainFilter, after last: ChainCursor?, limit: Int
    ) -> SQL {
        var conditions: SQL = "(l.is_open = 1 or \(reach(scope)))"
        if let level = filter.level { conditions += " and u.level = \(level)" }
        // Both engines have `replace`, and what is replaced stood in it.
        if !filter.unit.isEmpty { conditions += " and replace(u.name, \(filter.unit), '') <> u.name" }
        if let last {
            conditions += " and (l.moment > \(last.moment) or l.moment = \(last.moment) and l.place > \(last.order))"
        }
        return """
            select l.act, l.word, l.moment, l.place, l.unit, l.person, l.post, l.text, l.amount, l.channel,
                l.recorded_by, l.recorded_at, l.is_day_only, l.subject
            from (\(all(of: notice, at: scope.own.id, filter.act))) l join unit u on u.id = l.unit
            where \(conditions) order by l.moment, l.place limit \(limit)
            """
    }

    private static func reach(_ scope: ChainScope) -> SQL {
        let own: SQL = "u.id = \(scope.own.id)"
        guard scope.reachesBelow else { return own }
        return "\(own) or u.path >= \(scope.own.path) and u.path < \(scope.own.path.upperBound)"
    }

    private static func all(of notice: NoticeID, at own: UnitID, _ act: ChainLink.Act?) -> SQL {
        let acts = ChainLink.Act.allCases.filter { $0 != .exported && (act == nil || act == $0) }
        let parts = acts.flatMap { ChainParts.statements($0, of: notice, at: own) }
        guard let first = parts.first else { return ChainParts.none }
        return parts.dropFirst().reduce(first) { $0 + " union all " + $1 }
    }

    private static func exports(
        of notice: NoticeID, _ scope: ChainScope, _ filter: ChainFilter, after last: ChainCursor?, limit: Int,
        in db: any Transaction
    ) throws -> [ChainLink] {
        let entries = try JournalStore.entries(
            of: .noticeExport, on: Subject("notice", notice),
            after: last.map { (moment: $0.moment, id: ActID($0.order)) }, limit: limit, in: db)
        let units = try UnitStore.find(Array(Set(entries.compactMap(\.unit))), in: db)
        return entries.compactMap { entry in
            guard let id = entry.unit, let unit = units[id],
                id == scope.own.id || scope.reachesBelow && unit.path.isWithin(scope.own.path),
                filter.level ?? unit.level == unit.level,
                filter.unit.isEmpty || unit.name.contains(filter.unit)
            else { return nil }
            return ChainLink(
                act: .exported, word: "", moment: entry.moment, order: entry.id.raw, unit: id, person: entry.person,
                post: entry.post, isDayOnly: false)
        }
    }

    private static func link(_ row: Row) throws -> ChainLink {
        let word: String = try row["act"]
        guard let act = ChainLink.Act(rawValue: word) else { throw StorageError.unexpectedShape("a link \(word)") }
        return ChainLink(
            act: act, word: try row["word"], moment: try row["moment"], order: try row["place"],
            unit: try row["unit"], person: try row["person"], post: try row["post"], text: try row["text"],
            count: try row["amount"], channel: try row["channel"], recordedBy: try row["recorded_by"],
            recordedAt: try row["recorded_at"], isDayOnly: try row["is_day_only"], subject: try row["subject"])
    }
}

extension TreePath {
    /// The unit at `top`, or one below it.
    fileprivate func isWithin(_ top: TreePath) -> Bool { text.hasPrefix(top.text) }
}
