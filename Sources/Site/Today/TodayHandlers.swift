import Directives
import Federation
import Storage
import Web

enum TodayRoutes {
    /// What was settled since midnight.
    static let settled = Route<NoParameter>.get("/today/settled", .verb(.dueRead))

    static func endpoints() -> [Endpoint] {
        [Endpoint(FrameRoutes.today, TodayHandlers.page), Endpoint(settled, TodayHandlers.settled)]
    }
}

enum TodayHandlers {
    static func page(_ visit: Visit) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, now, language) = (visit.actor, visit.moment, visit.language)
        let model = try await visit.read(.dueRead, at: unit) { db in
            let own = try UnitStore.require(unit, in: db)
            let dues = try DueStore.owed(by: own, for: actor, gate: ObligationGate.self, in: db)
            return TodayModel(
                now: now,
                dues: TodayItems.reminded(
                    TodayItems.merged(try lines(of: dues, for: unit, language, in: db)), now: now,
                    try WorkingCalendarStore.calendar(WorkingCalendar.china, in: db)),
                doneCount: try done(at: unit, for: actor, now: now, language, in: db).count,
                donePath: TodayRoutes.settled.path(),
                week: (
                    try LoadReading.week(of: own, now: now, in: db), LoadRoutes.show.path(unit)
                ))
        }
        return .page(TodayPages.page(model, in: try await visit.frame()))
    }

    static func settled(_ visit: Visit) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, now, language) = (visit.actor, visit.moment, visit.language)
        let found = try await visit.read(.dueRead, at: unit) { db in
            try done(at: unit, for: actor, now: now, language, in: db)
        }
        return .page(TodayPages.settled(found, in: try await visit.frame()))
    }

    /// What was settled since midnight, as items; the latest first.
    private static func done(
        at unit: UnitID, for actor: Actor, now: Moment, _ language: Language, in db: any Transaction
    ) throws -> [TodayDone] {
        let closed = try DueStore.closed(by: unit, for: actor, since: Zone.midnight(before: now), in: db)
        var places: Set<String> = []
        return try lines(of: closed, for: unit, language, in: db).compactMap { due, line in
            guard places.insert("\(due.kind.rawValue) \(line.path)").inserted else { return nil }
            return TodayDone(act: line.act, path: line.path, about: line.about, at: due.openedAt)
        }
    }

    /// Asks each kind's source once, for all of its dues.
    private static func lines(
        of dues: [Due], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [(due: Due, line: DueLine)] {
        var lines: [Verb: [Int64: DueLine]] = [:]
        for (kind, some) in Dictionary(grouping: dues, by: \.kind) {
            guard let source = DueSources.all.first(where: { $0.kinds.contains(kind) }) else { continue }
            lines[kind] = try source.lines(of: kind, some.map(\.subject), for: unit, language, in: db)
        }
        return dues.compactMap { due in lines[due.kind]?[due.subject].map { (due, $0) } }
    }
}
