import Federation
import Storage
import Web

/// Gathers what the page for an urge shows.
enum UrgeReading {
    /// Units that are listed to tick; the rest is urged with them.
    static let listedMax = 500
    private static let titleMax = 40

    static func model(
        of dispatch: Dispatch, _ form: UrgeForm, isFresh: Bool, _ actor: Actor, _ language: Language, act: ActID,
        now: Moment, in db: any Transaction
    ) throws -> UrgeModel {
        guard let notice = try NoticeStore.find(dispatch.notice, in: db) else { throw AccessRefusal.notFound }
        let unsigned = try DispatchStore.unsigned(of: dispatch.id, phrase: form.branch, limit: listedMax, in: db)
        let count = try DispatchStore.countUnsigned(of: dispatch.id, phrase: form.branch, in: db)
        let away = try UnitStore.notOnMuster(unsigned.map(\.receipt.unit), on: Zone.day(now), in: db)
        let units = try waiting(unsigned, of: dispatch, language, now: now, in: db)
        var form = form
        if isFresh { form.text = try customary(dispatch, notice, in: db) }
        var model = UrgeModel(
            notice: NoticeLine(notice), wallPath: DispatchRoutes.wall.path(dispatch.id), sentAt: dispatch.issuedAt,
            path: UrgeRoutes.create.path(dispatch.id), act: act, form: form,
            units: units.filter { !away.contains($0.id) }, byTelephone: units.filter { away.contains($0.id) },
            count: count, now: now)
        model.branch = try form.branch.flatMap { place in
            try DispatchStore.phrases(of: dispatch.id, in: db).first { $0.place == place }?.text
        }
        model.past = try past(of: dispatch, language, in: db)
        if try !away.isEmpty && Access.allows(.receiptRecord, for: actor, at: dispatch.from, in: db) {
            model.recordPath = ReceiptRoutes.newRecord.path(dispatch.id)
        }
        return model
    }

    static func waiting(
        _ unsigned: [Delivery], of dispatch: Dispatch, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> [UrgeModel.Waiting] {
        let urged = try UrgeStore.soFar(unsigned.map(\.receipt.id), in: db)
        let isLate = DispatchRules.isLate(nil, signBy: dispatch.signBy, now: now)
        return unsigned.map { delivery in
            UrgeModel.Waiting(
                id: delivery.receipt.unit, name: delivery.name(language), state: delivery.receipt.state,
                isLate: isLate, openedAt: delivery.receipt.openedAt, urged: urged[delivery.receipt.id])
        }
    }

    static func customary(_ dispatch: Dispatch, _ notice: NoticeHead, in db: any Transaction) throws -> String {
        let sender = try UnitStore.find(dispatch.from, in: db)
        return UrgeWords.customary(called(notice), sentAt: dispatch.issuedAt, from: sender?.name ?? "")
    }

    /// A paper whose title would fill the message is called by its number.
    private static func called(_ notice: NoticeHead) -> String {
        let title = "《\(notice.title)》"
        return title.count > titleMax ? notice.number ?? title : title
    }

    static func past(
        of dispatch: Dispatch, _ language: Language, in db: any Transaction
    ) throws -> [UrgeModel.Past] {
        let urges = try UrgeStore.urges(of: dispatch.id, in: db)
        let names = try PersonStore.names(Array(Set(urges.map(\.person))), language, in: db)
        return urges.map {
            UrgeModel.Past(at: $0.moment, person: names[$0.person] ?? "", text: $0.text, units: $0.units)
        }
    }
}
