import Federation
import Storage

/// Whom a unit has sent a notice to, by name: what went to a branch as a whole is not told one by one.
enum ExportStore {
    static func recipients(
        of notice: NoticeID, sentBy unit: UnitID, in db: any Transaction
    ) throws -> [UnitID] {
        try db.query(
            """
            select distinct d.unit as unit from delivery d join dispatch s on s.id = d.dispatch
            where s.notice = \(notice) and s.from_unit = \(unit) and not exists (
                select 1 from dispatch_set w where w.dispatch = d.dispatch and w.phrase = d.phrase)
            order by d.unit
            """
        ).map { try $0["unit"] }
    }

    static func wasSent(
        _ notice: NoticeID, to recipient: UnitID, by unit: UnitID, in db: any Transaction
    ) throws -> Bool {
        try !db.query(
            """
            select 1 as one from delivery d join dispatch s on s.id = d.dispatch
            where s.notice = \(notice) and s.from_unit = \(unit) and d.unit = \(recipient) limit 1
            """
        ).isEmpty
    }
}
