package import Federation
import Storage

/// Gathers what levels have added, from the top down.
enum AdditionReading {
    static func lines(
        of obligation: ObligationID, for own: Unit, _ language: Language, in db: any Transaction
    ) throws -> [AdditionLine] {
        let levels = try UnitStore.ancestors(of: own.path, in: db) + [own]
        let units = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1.id, (place: $0, unit: $1)) })
        let additions = try AdditionStore.additions(to: [obligation], by: levels.map(\.id), in: db)
            .sorted { (units[$0.unit]?.place ?? 0) < (units[$1.unit]?.place ?? 0) }
        let names = try PersonStore.names(Array(Set(additions.map(\.person))), language, in: db)
        var slack = AdditionRules.slack(additions.compactMap(\.dueAt)).makeIterator()
        return additions.map { one in
            AdditionLine(
                kind: one.kind, value: one.value, dueAt: one.dueAt,
                unit: units[one.unit]?.unit.shownName(language) ?? "", person: names[one.person] ?? "",
                at: one.moment, reason: one.reason, slackSeconds: one.dueAt == nil ? nil : slack.next() ?? nil)
        }
    }
}

/// One addition, as it stands beside the quotation.
package struct AdditionLine: Sendable {
    package var kind: Addition.Kind
    package var value: String
    package var dueAt: Moment?
    package var unit: String
    package var person: String
    package var at: Moment
    package var reason: String
    /// How much less time it gives than the level above had given.
    package var slackSeconds: Int64?
}
