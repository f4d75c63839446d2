package import Federation
package import Storage
import Web

/// What was asked of a unit and what it settled, day by day and by whom.
package struct LoadModel: Sendable {
    package var unit: String
    package var unitPath: String
    package var isOwn: Bool
    package var days: [Day]
    /// What is owed now.
    package var openMinutes: Int
    package var thisWeek: Int
    package var lastWeek: Int
    package var below: [Below]

    package struct Day: Sendable {
        package var day: String
        package var asked: Int
        package var spent: Int
        /// 焦作市总工会 9
        package var askers: [(name: String?, minutes: Int)]
    }

    package struct Below: Sendable {
        package var unit: String
        package var path: String
        package var minutes: Int
    }

    /// The most that any day brought, for the bars.
    package var peak: Int { max(1, days.map(\.asked).max() ?? 1) }
}

package enum LoadReading {
    /// Minutes that were asked of a unit in the last seven days.
    package static func week(of unit: Unit, now: Moment, in db: any Transaction) throws -> Int {
        let since = Zone.midnight(before: now).adding(days: -6)
        return LoadRules.minutes(try spans(of: unit, since: since, in: db).filter { $0.openedAt >= since })
    }

    static let daysShown = 14
    private static let belowMax = 10

    static func model(
        of id: UnitID, for own: UnitID, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> LoadModel {
        let unit = try UnitStore.require(id, in: db)
        let today = CivilDay(Zone.day(now)) ?? CivilDay(ordinal: 0)
        let since = Zone.midnight(before: now).adding(days: Int64(1 - daysShown))
        let spans = try spans(of: unit, since: since, in: db)
        let days = LoadRules.days(spans, from: today.adding(days: 1 - daysShown), through: today)
        let askers = try UnitStore.find(Array(Set(days.flatMap { $0.asked.compactMap(\.asker) })), in: db)
        return LoadModel(
            unit: unit.shownName(language), unitPath: FrameRoutes.unit.path(id), isOwn: id == own,
            days: days.map { day in
                LoadModel.Day(
                    day: day.day.description, asked: day.askedMinutes, spent: day.spentMinutes,
                    askers: day.asked.map { share in
                        (share.asker.flatMap { askers[$0]?.shownName(language) }, share.minutes)
                    })
            },
            openMinutes: LoadRules.minutes(spans.filter { $0.closedAt == nil }),
            thisWeek: days.prefix(7).reduce(0) { $0 + $1.askedMinutes },
            lastWeek: days.dropFirst(7).reduce(0) { $0 + $1.askedMinutes },
            below: try below(unit, since: Zone.midnight(before: now).adding(days: -6), language, in: db))
    }

    /// Its own rows, and what it owes or has settled as part of branches, from the day the notice reached it.
    static func spans(of unit: Unit, since: Moment, in db: any Transaction) throws -> [DueSpan] {
        let own = try DueStore.asked(of: [unit.id], since: since, in: db)
        let open = try DueScopeStore.owed(by: unit, gate: ObligationGate.self, in: db).map { due in
            DueSpan(
                unit: unit.id, askedBy: due.askedBy, about: due.about, minutes: due.minutes, openedAt: due.openedAt)
        }
        let settled = try DueScopeStore.settled(by: unit.id, since: since, in: db)
        let opened = try ObligationGate.opened(Set(settled.compactMap(\.gate)), to: unit.id, in: db)
        let scoped =
            open
            + settled.map { gate, span in
                var span = span
                if let gate, let arrived = opened[gate] { span.openedAt = max(span.openedAt, arrived) }
                return span
            }
        // What came in one paper is one thing, however many notices it carries.
        let papers = try ObligationGate.arrivals(of: Set(scoped.compactMap(\.about)), at: unit.id, in: db)
        return own
            + scoped.map { span in
                var span = span
                span.about = span.about.map { papers[$0]?.notice.raw ?? $0 }
                return span
            }
    }

    /// The units directly below of which most was asked in the last seven days.
    private static func below(
        _ unit: Unit, since: Moment, _ language: Language, in db: any Transaction
    ) throws -> [LoadModel.Below] {
        let children = try UnitStore.children(of: unit.id, in: db).filter(\.isWorking)
        guard !children.isEmpty else { return [] }
        let rows = Dictionary(grouping: try DueStore.asked(of: children.map(\.id), since: since, in: db), by: \.unit)
        let scopes = try DueScopeStore.scopes(
            rootedAt: UnitStore.ancestors(of: unit.path, in: db).map(\.id) + [unit.id], in: db
        ).filter(\.isBinding)
        var reached: [Int64: [UnitID: ObligationGate.Arrival]] = [:]
        for gate in Set(scopes.compactMap(\.gate)) {
            reached[gate] = try SupervisionStore.arrivals(of: NoticeID(gate), at: children.map(\.id), in: db)
        }
        return children.map { child in
            let bound = scopes.filter { scope in
                guard scope.binding.binds(child.kind, child.level), let gate = scope.gate else { return false }
                return reached[gate]?[child.id].map { $0.at >= since } ?? false
            }
            let spans =
                (rows[child.id] ?? []).filter { $0.openedAt >= since }
                + bound.map {
                    DueSpan(
                        unit: child.id, askedBy: $0.askedBy,
                        about: $0.gate.flatMap { reached[$0]?[child.id]?.notice.raw }, minutes: $0.minutes,
                        openedAt: since)
                }
            return LoadModel.Below(
                unit: child.shownName(language), path: LoadRoutes.show.path(child.id),
                minutes: LoadRules.minutes(spans))
        }
        .filter { $0.minutes > 0 }.sorted { $0.minutes > $1.minutes }.prefix(belowMax).map(\.self)
    }
}
