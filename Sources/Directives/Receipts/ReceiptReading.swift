import Federation
import Storage
import Web

/// Gathers what the pages of a receipt show.
enum ReceiptReading {
    /// Paragraphs of the body shown before the fold, in characters: a phone's screen or two.
    private static let bodyScalarsMax = 600

    static func model(
        of id: ReceiptID, at unit: UnitID, _ actor: Actor, name: String, _ language: Language, act: ActID, now: Moment,
        in db: any Transaction
    ) throws -> ReceiptModel {
        let receipt = try ReceiptStore.require(id, of: unit, in: db)
        guard let notice = try NoticeStore.find(receipt.notice, in: db) else { throw AccessRefusal.notFound }
        var model = ReceiptModel(
            notice: NoticeLine(notice), purpose: receipt.purpose,
            from: try sender(of: receipt, language, in: db) ?? notice.issuerName, sentAt: receipt.sentAt,
            paper: try paper(of: notice, in: db), passed: passed(in: notice.reading),
            next: try next(after: receipt, actor, in: db), now: now)
        model.signed = try signature(of: receipt, language, in: db)
        let maySign = try Access.allows(.receiptSign, for: actor, at: unit, in: db)
        if maySign, receipt.purpose == .action, !receipt.state.isSigned {
            model.sign = ReceiptModel.Sign(path: ReceiptRoutes.sign.path(id), act: act, person: name)
        }
        return model
    }

    /// Nil where it is not signed.
    static func slip(
        of id: ReceiptID, at unit: UnitID, _ actor: Actor, _ language: Language, in db: any Transaction
    ) throws -> SignedSlipModel? {
        let receipt = try ReceiptStore.require(id, of: unit, in: db)
        guard let notice = try NoticeStore.find(receipt.notice, in: db),
            let signature = try signature(of: receipt, language, in: db)
        else { return nil }
        let dispatch = try dispatch(of: receipt, in: db)
        let seen = try dispatch.flatMap { dispatch -> SignedSlipModel.Seen? in
            let progress = try DispatchStore.progress(of: dispatch.id, in: db)
            return try UnitStore.find(dispatch.from, in: db).map {
                SignedSlipModel.Seen(unit: $0.shownName(language), signed: progress.signed, total: progress.total)
            }
        }
        let due = try DueStore.open(by: unit, for: actor, in: db).first { $0.kind == .receiptSign }
        return SignedSlipModel(
            noticeTitle: notice.title, receiptPath: ReceiptRoutes.show.path(id), todayPath: FrameRoutes.today.path(),
            person: signature.person, at: signature.at, journal: signature.journal, seenBy: seen.map { [$0] } ?? [],
            next: try next(after: receipt, actor, in: db),
            nextDue: due.map { .init(path: ReceiptRoutes.show.path(ReceiptID($0.subject)), minutes: $0.minutes) })
    }

    /// The unit whose sending reached this one first.
    static func sender(of receipt: Receipt, _ language: Language, in db: any Transaction) throws -> String? {
        try dispatch(of: receipt, in: db).flatMap { try UnitStore.find($0.from, in: db)?.shownName(language) }
    }

    private static func dispatch(of receipt: Receipt, in db: any Transaction) throws -> Dispatch? {
        try ReceiptStore.dispatches(delivering: receipt.id, in: db).first.flatMap { try DispatchStore.find($0, in: db) }
    }

    private static func signature(
        of receipt: Receipt, _ language: Language, in db: any Transaction
    ) throws -> ReceiptModel.Signed? {
        guard let fact = try ReceiptStore.facts(of: receipt.id, in: db).first(where: { $0.kind == .signed }) else {
            return nil
        }
        let entry = try JournalStore.entries(on: Subject("receipt", receipt.id), in: db)
            .first { $0.verb == Verb.receiptSign.rawValue }
        return ReceiptModel.Signed(
            person: try PersonStore.names([fact.person], language, in: db)[fact.person] ?? "",
            post: try HeldPost.trace(fact.post, in: db), at: fact.moment,
            journal: entry.map { "\($0.id)" })
    }

    private static func next(
        after receipt: Receipt, _ actor: Actor, in db: any Transaction
    ) throws -> ReceiptModel.NextAct {
        if let relay = try DispatchStore.find(notice: receipt.notice, from: receipt.unit, in: db).first {
            return .relayed(
                path: DispatchRoutes.wall.path(relay.id), units: relay.recipients, at: relay.issuedAt)
        }
        let children = try UnitStore.children(of: receipt.unit, in: db).count
        guard children > 0 else { return .end }
        let mayRelay = try Access.allows(.receiptRelay, for: actor, at: receipt.unit, in: db)
        return mayRelay
            ? .relay(path: DispatchRoutes.new.path(receipt.notice), units: children) : .relayByAnother(units: children)
    }

    private static func passed(in reading: ReadNotice) -> [ReceiptModel.PassedDate] {
        (reading.dates + reading.forwarded.flatMap(\.notice.dates)).compactMap { date in
            date.passed ? date.date.map { ReceiptModel.PassedDate(quote: date.text, day: $0) } : nil
        }
    }

    /// The part of the paper before what it carries: between its addressee line and its signature.
    private static func paper(of notice: Notice, in db: any Transaction) throws -> PaperExcerpt {
        let reading = notice.reading.corrected(by: try NoticeStore.corrections(of: notice.id, in: db))
        let own = reading.range.first ?? ReadRange(0, notice.text.unicodeScalars.count)
        let start =
            reading.fields["addressees"]?.ranges.last?.end ?? reading.fields["title"]?.ranges.last?.end ?? own.start
        let end =
            reading.fields["signature"]?.ranges.first?.start ?? reading.fields["date"]?.ranges.first?.start ?? own.end
        let paragraphs = notice.text.scalars(ReadRange(start, max(start, min(end, own.end))))
            .split(whereSeparator: \.isNewline).map(\.trimmed)
            .map { $0.hasPrefix("：") || $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }
            .filter { !$0.isEmpty }
        var body: [String] = []
        var length = 0
        for paragraph in paragraphs where length < bodyScalarsMax {
            body.append(paragraph)
            length += paragraph.unicodeScalars.count
        }
        let contained = try NoticeStore.contained(in: notice.id, in: db)
        return PaperExcerpt(
            title: notice.title, number: notice.number, addresseeLine: reading.addressees?.line, body: body,
            isCut: body.count < paragraphs.count, signature: reading.signature, datedOn: notice.datedOn,
            contained: contained.map { .init(name: $0.notice.title, path: NoticeRoutes.show.path($0.notice.id)) },
            fullPath: NoticeRoutes.show.path(notice.id))
    }
}
