package import Federation
package import Storage
import Web

/// What Today says of changes that a unit has not noted yet.
package enum ChangeDues: DueSource {
    package static let kinds: Set<Verb> = [.noticeAcknowledge]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        let changes = try ChangeStore.find(subjects.map { ChangeID($0) }, in: db)
        let units = try UnitStore.find(Array(Set(changes.map(\.change.unit))), in: db)
        return changes.reduce(into: [:]) { lines, found in
            lines[found.change.id.raw] = DueLine(
                act: ChangeWords.due(found.change.kind), path: ChangeRoutes.show.path(found.change.id),
                about: found.title, from: units[found.change.unit]?.shownName(language))
        }
    }
}
