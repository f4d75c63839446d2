import Federation
import Storage
import Web

/// Gathers the recipients that have not signed, those first that cannot.
enum ReceiptRecordReading {
    /// Recipients that are listed at once; the rest comes when these are done.
    private static let listedMax = 500

    static func model(
        of dispatch: Dispatch, _ form: ReceiptRecordForm?, _ language: Language, act: ActID, now: Moment,
        in db: any Transaction
    ) throws -> ReceiptRecordModel {
        guard let notice = try NoticeStore.find(dispatch.notice, in: db) else { throw AccessRefusal.notFound }
        let isWhole = try !DispatchSetStore.sets(of: dispatch.id, in: db).isEmpty
        let unsigned = try DispatchStore.unsigned(of: dispatch.id, limit: isWhole ? listedMax : .max, in: db)
        let absent = try UnitStore.notOnMuster(unsigned.map(\.receipt.unit), on: Zone.day(now), in: db)
        let isLate = DispatchRules.isLate(nil, signBy: dispatch.signBy, now: now)
        func listed(_ isAbsent: Bool, limit: Int) -> [ReceiptRecordModel.Waiting] {
            unsigned.filter { absent.contains($0.receipt.unit) == isAbsent }.prefix(max(0, limit)).map {
                .init(id: $0.receipt.unit, name: $0.name(language), state: $0.receipt.state, isLate: isLate)
            }
        }
        let first = listed(true, limit: listedMax)
        return ReceiptRecordModel(
            notice: NoticeLine(notice), wallPath: DispatchRoutes.wall.path(dispatch.id), sentAt: dispatch.issuedAt,
            path: ReceiptRoutes.record.path(dispatch.id), act: act, form: form ?? ReceiptRecordForm(day: Zone.day(now)),
            absent: first, others: listed(false, limit: listedMax - first.count),
            count: isWhole ? try DispatchStore.countUnsigned(of: dispatch.id, in: db) : unsigned.count,
            today: Zone.day(now))
    }
}
