import Directives
import Federation
import Storage
import Web

enum TodayRoutes {
    static func endpoints() -> [Endpoint] { [Endpoint(FrameRoutes.today, TodayHandlers.page)] }
}

enum TodayHandlers {
    static func page(_ visit: Visit) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, now, language) = (visit.actor, visit.moment, visit.language)
        let model = try await visit.read(.dueRead, at: unit) { db in
            TodayModel(
                now: now,
                dues: try lines(of: try DueStore.open(by: unit, for: actor, in: db), for: unit, language, in: db),
                doneCount: try DueStore.countClosed(by: unit, for: actor, since: Zone.midnight(before: now), in: db))
        }
        return .page(TodayPages.page(model, in: try await visit.frame()))
    }

    /// Asks each kind's source once, for all of its dues.
    private static func lines(
        of dues: [Due], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [TodayDue] {
        var lines: [Verb: [Int64: DueLine]] = [:]
        for (kind, some) in Dictionary(grouping: dues, by: \.kind) {
            guard let source = DueSources.all.first(where: { $0.kinds.contains(kind) }) else { continue }
            lines[kind] = try source.lines(of: kind, some.map(\.subject), for: unit, language, in: db)
        }
        return dues.compactMap { due in
            guard let line = lines[due.kind]?[due.subject] else { return nil }
            return TodayDue(
                act: line.act, path: line.path, grade: Urgency(due.grade).grade, about: line.about, from: line.from,
                minutes: due.minutes, date: due.dueAt.map { .init(at: $0, by: line.dateSetBy ?? "") })
        }
    }
}
