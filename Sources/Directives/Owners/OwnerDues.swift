package import Federation
package import Storage
import Web

/// What Today says to those who were named.
package enum OwnerDues: DueSource {
    package static let kinds: Set<Verb> = [.ownerAcknowledge]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        try NoticeStore.find(subjects.map { NoticeID($0) }, in: db).reduce(into: [:]) { lines, found in
            // A place of its own: it is not the same as settling the duties.
            lines[found.key.raw] = DueLine(
                act: OwnerWords.told, path: AssignmentRoutes.duties.path(found.key) + "#owners",
                about: found.value.title)
        }
    }
}
