import Federation
import Storage

/// Whom a unit has sent a notice to.
enum ExportStore {
    static func recipients(
        of notice: NoticeID, sentBy unit: UnitID, in db: any Transaction
    ) throws -> [UnitID] {
        try db.query(
            """
            select distinct d.unit as unit from delivery d join dispatch s on s.id = d.dispatch
            where s.notice = \(notice) and s.from_unit = \(unit) order by d.unit
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
