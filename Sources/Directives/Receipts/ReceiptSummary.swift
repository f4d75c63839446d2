package import Federation
package import Storage
import Web

/// What a list elsewhere says of a receipt.
package struct ReceiptSummary: Sendable, Hashable {
    package var path: String
    package var title: String
    package var from: String?
    package var grade: Grade?

    package static func of(
        _ id: ReceiptID, for unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> ReceiptSummary? {
        let receipt = try ReceiptStore.require(id, of: unit, in: db)
        guard let notice = try NoticeStore.find(receipt.notice, in: db) else { return nil }
        return ReceiptSummary(
            path: ReceiptRoutes.show.path(id), title: notice.title,
            from: try ReceiptReading.sender(of: receipt, language, in: db), grade: notice.urgency.grade)
    }
}
