package import Federation
package import Storage
import Web

/// What Today says of receipts that wait for a signature.
package enum ReceiptDues: DueSource {
    package static let kinds: Set<Verb> = [.receiptSign]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        var lines: [Int64: DueLine] = [:]
        let urged = try UrgeStore.soFar(subjects.map { ReceiptID($0) }, in: db)
        for subject in subjects {
            let receipt = try ReceiptStore.require(ReceiptID(subject), of: unit, in: db)
            guard let notice = try NoticeStore.find(receipt.notice, in: db) else { continue }
            let from = try ReceiptReading.sender(of: receipt, language, in: db)
            lines[subject] = DueLine(
                act: urged[receipt.id].map { UrgeWords.due(ReceiptWords.signDue, urged: $0.times) }
                    ?? ReceiptWords.signDue,
                path: ReceiptRoutes.show.path(receipt.id), about: notice.title, from: from,
                dateSetBy: from)
        }
        return lines
    }
}
