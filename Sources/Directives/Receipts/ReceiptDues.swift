package import Federation
package import Storage
import Web

/// What Today says of receipts that wait for a signature.
package enum ReceiptDues: DueSource {
    package static let kinds: Set<Verb> = [.receiptSign]

    package static func lines(
        of kind: Verb, _ subjects: [Int64], for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [Int64: DueLine] {
        let ids = subjects.map { ReceiptID($0) }
        let urged = try UrgeStore.soFar(ids, in: db)
        let receipts = try ReceiptStore.find(ids, of: unit, in: db)
        let notices = try NoticeStore.find(receipts.values.map(\.notice), in: db)
        let senders = try ReceiptReading.senders(of: receipts.keys, language, in: db)
        var lines: [Int64: DueLine] = [:]
        for (id, receipt) in receipts {
            guard let notice = notices[receipt.notice] else { continue }
            lines[id.raw] = DueLine(
                act: urged[id].map { UrgeWords.due(ReceiptWords.signDue, urged: $0.times) } ?? ReceiptWords.signDue,
                path: ReceiptRoutes.show.path(id), about: notice.title, from: senders[id], dateSetBy: senders[id])
        }
        return lines
    }
}
