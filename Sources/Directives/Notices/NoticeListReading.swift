import Federation
import Storage
import Web

/// Gathers what the list of notices shows to one unit.
enum NoticeListReading {
    private static let rowsMax = 50

    static func model(
        of unit: UnitID, for actor: Actor, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> NoticeListModel {
        let own = try UnitStore.require(unit, in: db)
        let waiting: [ReceiptState] = [.sent, .opened]
        let mayRegister = try Access.allows(.noticeRegister, for: actor, at: unit, in: db)
        let hasBelow = try UnitStore.hasChildren(unit, in: db)
        let isWorkplace = own.level == .workplace
        var model = NoticeListModel(
            received: try received(
                ReceiptStore.inbox(of: unit, states: waiting, limit: rowsMax, in: db), of: unit, language, now: now,
                in: db),
            underWay: try signedHere(unit, hasBelow, language, in: db) + registeredHere(unit, hasBelow, in: db),
            sent: try sent(DispatchStore.sent(by: unit, limit: rowsMax, in: db), in: db),
            receivedCount: try ReceiptStore.count(of: unit, states: ReceiptState.allCases, in: db),
            readPath: mayRegister && !isWorkplace ? NoticeRoutes.paste.path() : nil, isWorkplace: isWorkplace)
        if hasBelow, try Access.allows(.draftRead, for: actor, at: unit, in: db) {
            model.links.append(.init(name: DraftWords.drafts, path: DraftRoutes.list.path()))
        }
        return model
    }

    private static func received(
        _ receipts: [Receipt], of unit: UnitID, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> [NoticeListModel.Received] {
        let found = try Found(receipts, language, in: db)
        let dates = try DueStore.dates(.receiptSign, about: receipts.map(\.id.raw), by: unit, in: db)
        return receipts.compactMap { receipt in
            guard let notice = found.notices[receipt.notice] else { return nil }
            let (from, due) = (found.senders[receipt.id] ?? notice.issuerName, dates[receipt.id.raw])
            return NoticeListModel.Received(
                title: notice.title, path: ReceiptRoutes.show.path(receipt.id), grade: notice.urgency.grade,
                ended: found.ends[receipt.notice], state: receipt.state, purpose: receipt.purpose,
                isLate: due.map { $0 < now } ?? false, from: from, number: notice.number, at: receipt.sentAt,
                due: due.map { NoticeListModel.DateSet(at: $0, by: from) })
        }
    }

    /// What rows of receipts say besides, each asked for once.
    private struct Found {
        let notices: [NoticeID: NoticeHead]
        let senders: [ReceiptID: String]
        let ends: [NoticeID: Sentence]

        init(_ receipts: [Receipt], _ language: Language, in db: any Transaction) throws {
            notices = try NoticeStore.find(receipts.map(\.notice), in: db)
            senders = try ReceiptReading.senders(of: receipts.map(\.id), language, in: db)
            ends = try ChangeReading.ends(within: receipts.map(\.notice), in: db)
        }
    }

    /// Signed, and not passed on yet.
    private static func signedHere(
        _ unit: UnitID, _ hasBelow: Bool, _ language: Language, in db: any Transaction
    ) throws -> [NoticeListModel.UnderWay] {
        let receipts = try ReceiptStore.inbox(of: unit, states: [.signed], limit: rowsMax, in: db)
        let found = try Found(receipts, language, in: db)
        return receipts.compactMap { receipt in
            guard let notice = found.notices[receipt.notice] else { return nil }
            let end = found.ends[notice.id]
            return NoticeListModel.UnderWay(
                title: notice.title, path: ReceiptRoutes.show.path(receipt.id), grade: notice.urgency.grade,
                ended: end, state: receipt.state, from: found.senders[receipt.id] ?? notice.issuerName,
                number: notice.number, contains: notice.carries, step: NoticeListSteps.signed,
                next: hasBelow && end == nil ? NoticeListSteps.relay : nil,
                nextPath: hasBelow && end == nil ? DispatchRoutes.new.path(notice.id) : nil)
        }
    }

    /// Registered here, and not sent yet.
    private static func registeredHere(
        _ unit: UnitID, _ hasBelow: Bool, in db: any Transaction
    ) throws -> [NoticeListModel.UnderWay] {
        let book = try NoticeStore.book(of: unit, limit: rowsMax, in: db)
        let ends = try ChangeReading.ends(within: book.map(\.id), in: db)
        return try book.compactMap { notice in
            guard ends[notice.id] == nil, try DispatchStore.find(notice: notice.id, from: unit, in: db).isEmpty,
                try ReceiptStore.find(notice: notice.id, unit: unit, in: db) == nil
            else { return nil }
            return NoticeListModel.UnderWay(
                title: notice.title, path: NoticeRoutes.show.path(notice.id), grade: notice.urgency.grade,
                state: .signed, from: notice.issuerName, number: notice.number,
                contains: notice.carries, step: NoticeListSteps.registered,
                next: hasBelow ? NoticeListSteps.send : nil,
                nextPath: hasBelow ? DispatchRoutes.new.path(notice.id) : nil)
        }
    }

    private static func sent(
        _ dispatches: [Dispatch], in db: any Transaction
    ) throws -> [NoticeListModel.Sent] {
        let notices = try NoticeStore.find(dispatches.map(\.notice), in: db)
        let ends = try ChangeReading.ends(within: dispatches.map(\.notice), in: db)
        return try dispatches.compactMap { dispatch in
            guard let notice = notices[dispatch.notice] else { return nil }
            let progress = try DispatchStore.progress(of: dispatch.id, in: db)
            return NoticeListModel.Sent(
                title: notice.title, path: NoticeRoutes.show.path(notice.id),
                wallPath: DispatchRoutes.wall.path(dispatch.id), grade: notice.urgency.grade, ended: ends[notice.id],
                manner: dispatch.manner, at: dispatch.issuedAt, total: dispatch.recipients, signed: progress.signed,
                opened: progress[.opened] ?? 0)
        }
    }
}

private enum NoticeListSteps {
    static let signed = Sentence(zh: "已签收", en: "Signed for")
    static let relay = Sentence(zh: "转给下级", en: "Relay it")
    static let registered = Sentence(zh: "已登记，还没有分送", en: "Registered, not sent yet")
    static let send = Sentence(zh: "核对主送", en: "Check the addressees")
}
