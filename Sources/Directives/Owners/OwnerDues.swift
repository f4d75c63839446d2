package import Federation
package import Storage
import Web

/// What Today says to those who were named.
package enum OwnerDues: DueSource {
    package static let kinds: Set<Verb> = [.ownerAcknowledge]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        var lines: [Int64: DueLine] = [:]
        for subject in subjects {
            guard let notice = try NoticeStore.find(NoticeID(subject), in: db) else { continue }
            // A place of its own: it is not the same as settling the duties.
            lines[subject] = DueLine(
                act: OwnerWords.told, path: AssignmentRoutes.duties.path(notice.id) + "#owners", about: notice.title)
        }
        return lines
    }
}
