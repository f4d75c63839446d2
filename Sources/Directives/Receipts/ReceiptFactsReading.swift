import Federation
import Storage
import Web

/// Gathers what was done with a receipt.
enum ReceiptFactsReading {
    static func model(
        of id: ReceiptID, at unit: UnitID, _ language: Language, in db: any Transaction
    ) throws -> ReceiptFactsModel {
        let receipt = try ReceiptStore.require(id, of: unit, in: db)
        guard let notice = try NoticeStore.find(receipt.notice, in: db) else { throw AccessRefusal.notFound }
        let facts = try ReceiptStore.facts(of: id, in: db)
        let names = try PersonStore.names(Array(Set(facts.map(\.person))), language, in: db)
        let units = try UnitStore.find(facts.compactMap(\.telling.recordedBy), in: db)
        return ReceiptFactsModel(
            notice: NoticeLine(notice), purpose: receipt.purpose, receiptPath: ReceiptRoutes.show.path(id),
            from: try ReceiptReading.sender(of: receipt, language, in: db) ?? notice.issuerName,
            sentAt: receipt.sentAt,
            rows: try facts.map { fact in
                ReceiptFactsModel.Row(
                    kind: fact.kind, at: fact.at, isDayOnly: fact.telling.isDayOnly, person: names[fact.person] ?? "",
                    post: try HeldPost.trace(fact.post, in: db), note: fact.telling.note, people: fact.telling.people,
                    channel: fact.telling.channel,
                    recordedBy: fact.telling.recordedBy.map { units[$0]?.shownName(language) ?? "" },
                    recordedAt: fact.moment)
            })
    }
}
