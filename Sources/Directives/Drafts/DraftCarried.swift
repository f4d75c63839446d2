import Federation
import Storage

/// The notices that a cover carries, as they stand in the register.
struct DraftCarried: Sendable {
    var notice: Notice
    /// Its text with what was corrected in its reading.
    var paper: DraftPaper.Carried

    /// Notices that this unit may forward: they came to it, it has signed for them, and they are not its own.
    static func require(_ ids: [NoticeID], at unit: UnitID, in db: any Transaction) throws -> [DraftCarried] {
        for id in ids {
            let notice = try NoticeStore.require(id, for: unit, in: db)
            guard notice.issuer != unit else { throw DraftRefusal.ownNotice(title: notice.title) }
            // One that came inside a cover has no receipt of its own.
            if let receipt = try ReceiptStore.find(notice: id, unit: unit, in: db) {
                guard receipt.state.isSigned || receipt.purpose == .information else { throw ReceiptRefusal.notSigned }
            }
        }
        return try find(ids, in: db)
    }

    static func find(_ ids: [NoticeID], in db: any Transaction) throws -> [DraftCarried] {
        try ids.compactMap { id in
            guard let notice = try NoticeStore.findWhole(id, in: db) else { return nil }
            let reading = notice.reading.corrected(by: try NoticeStore.corrections(of: id, in: db))
            return DraftCarried(notice: notice, paper: DraftPaper.Carried(text: notice.text, reading: reading))
        }
    }

    /// The first of them that no longer holds, by its own end or by that of one inside it.
    static func ended(_ ids: [NoticeID], in db: any Transaction) throws -> ChangeOfNotice? {
        let ends = try ChangeStore.ends(within: ids, in: db)
        return ids.lazy.compactMap { ends[$0] }.first
    }

    static func urgency(of ids: [NoticeID], in db: any Transaction) throws -> Urgency {
        try find(ids, in: db).map(\.notice.urgency).max() ?? .none
    }
}
