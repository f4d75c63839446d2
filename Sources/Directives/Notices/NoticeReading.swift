import Federation
import Storage
import Web

/// Gathers what the page of a registered notice shows to one unit.
enum NoticeReading {
    static func model(
        of id: NoticeID, for own: UnitID, _ actor: Actor, _ language: Language, act: ActID, now: Moment,
        in db: any Transaction
    ) throws -> NoticeModel {
        let whole = try NoticeStore.requireWhole(id, for: own, in: db)
        let notice = whole.head
        let unit = try UnitStore.require(own, in: db)
        let corrections = try shownCorrections(of: id, own, language, in: db)
        let shown = whole.reading.corrected(by: try NoticeStore.corrections(of: id, in: db))
        let send = try sending(notice, from: unit, actor, in: db)
        var reading = ReadingModel(text: whole.text, reading: whole.reading)
        reading.corrections = corrections
        reading.isIssuedHere = notice.issuer == own
        if notice.issuer == own {
            reading.addressees = try addressees(of: shown, for: unit, checkPath: send?.path, in: db)
        }
        reading.take(try OriginalStore.originals(of: id, for: own, at: now, in: db))
        if try Access.allows(.obligationRead, for: actor, at: own, in: db) {
            reading.obligationPaths = Dictionary(
                try ObligationStore.obligations(of: id, in: db)
                    .map { ($0.place, SupervisionRoutes.obligation.path($0.id)) },
                uniquingKeysWith: { first, _ in first })
        }
        reading.containedPaths = try containedPaths(in: notice, in: db)
        let registrar = try UnitStore.find(notice.registeredBy, in: db)
        var model = NoticeModel(
            reading: reading, grade: notice.urgency.grade, path: NoticeRoutes.show.path(id),
            listPath: NoticeRoutes.list.path(),
            registered: NoticeModel.Registered(
                unit: notice.registeredBy == own ? nil : registrar?.shownName(language),
                person: try registrarName(notice, language, in: db), at: notice.registeredAt),
            now: now)
        if notice.registeredBy == own, try Access.allows(.noticeCorrect, for: actor, at: own, in: db) {
            model.correct = NoticeModel.Correct(path: NoticeRoutes.correct.path(id), act: act)
        }
        model.send = send
        model.dispatches = try DispatchStore.find(notice: id, from: own, in: db).reversed().map { dispatch in
            let progress = try DispatchStore.progress(of: dispatch.id, in: db)
            let isLate = DispatchRules.isLate(nil, signBy: dispatch.signBy, now: now)
            return NoticeModel.DispatchLine(
                wallPath: DispatchRoutes.wall.path(dispatch.id), manner: dispatch.manner, at: dispatch.issuedAt,
                total: dispatch.recipients, signed: progress.signed, opened: isLate ? 0 : progress[.opened] ?? 0,
                late: isLate ? dispatch.recipients - progress.signed : 0)
        }
        model.receipt = try receiptLine(of: notice, own, actor, language, in: db)
        model.arrival = try NoticeStore.arrival(of: id, at: own, in: db)
        model.covers = try NoticeStore.covers(of: id, visibleTo: own, in: db).map { NoticeLine($0) }
        model.banners = try banners(of: id, in: db)
        model.links = try links(of: notice, at: own, actor, in: db)
        return model
    }

    /// What everyone who holds the notice must see first, of itself and of what it carries.
    static func banners(of id: NoticeID, in db: any Transaction) throws -> [NoticeBanner] {
        try ChangeReading.banners(of: id, in: db) + ResponseReading.banners(of: id, in: db)
    }

    /// The other pages about the notice that this actor may open, each slice giving its own.
    private static func links(
        of notice: NoticeHead, at own: UnitID, _ actor: Actor, in db: any Transaction
    ) throws -> [NoticeLink] {
        try [
            SortingReading.link(to: notice, actor, at: own, in: db),
            NoticeLink(name: PictureWords.link, path: PictureRoutes.show.path(notice.id)),
            NoticeLink(name: ReportWords.link, path: ReportRoutes.list.path(notice.id)),
            NoticeLink(name: ResponseWords.link, path: ResponseRoutes.list.path()),
            HandlingLinks.link(to: .notice(notice.id), at: own, actor, in: db),
            DraftReading.link(of: notice, at: own, actor, in: db),
            ExportReading.link(to: notice.id, at: own, actor, in: db),
        ].compactMap(\.self)
            + [NoticeLink(name: ChainWords.linkName, path: ChainRoutes.show.path(notice.id))]
            + ChangeReading.links(of: notice, at: own, actor, in: db)
    }

    /// How many units the addressee line means, as the unit's own line.
    static func addressees(
        of reading: ReadNotice, for unit: Unit, checkPath: String?, in db: any Transaction
    ) throws -> ReadingModel.Addressees? {
        guard let line = reading.addressees?.line, reading.issuers.contains(unit.name) else { return nil }
        let resolution = try AddresseeResolution.resolve(
            line: AddresseeLine(line), issuer: unit, lookup: StoredUnitLookup(db))
        return ReadingModel.Addressees(
            units: resolution.count, open: resolution.unresolved.count, checkPath: checkPath)
    }

    private static func shownCorrections(
        of id: NoticeID, _ own: UnitID, _ language: Language, in db: any Transaction
    ) throws -> [ReadingModel.Correction] {
        let rows = try NoticeStore.signedCorrections(of: id, in: db)
        let names = try PersonStore.names(rows.map(\.person), language, in: db)
        let units = try UnitStore.find(rows.map(\.unit), in: db)
        return rows.map { row in
            ReadingModel.Correction(
                place: row.correction.place, value: row.correction.value, person: names[row.person],
                unit: row.unit == own ? nil : units[row.unit]?.shownName(language), at: row.moment)
        }
    }

    /// Whether and how this post may send the notice on.
    private static func sending(
        _ notice: NoticeHead, from unit: Unit, _ actor: Actor, in db: any Transaction
    ) throws -> NoticeModel.Send? {
        guard let (manner, _) = try? DispatchActs.manner(of: notice, from: unit.id, in: db),
            try Access.allows(manner == .issue ? .dispatchIssue : .receiptRelay, for: actor, at: unit.id, in: db),
            try UnitStore.hasChildren(unit.id, in: db)
        else { return nil }
        return NoticeModel.Send(path: DispatchRoutes.new.path(notice.id), manner: manner)
    }

    private static func containedPaths(in notice: NoticeHead, in db: any Transaction) throws -> [String?] {
        let inner = try NoticeStore.containedIDs(in: notice.id, in: db)
        return (0..<notice.carries).map { place in inner[place].map { NoticeRoutes.show.path($0) } }
    }

    private static func registrarName(
        _ notice: NoticeHead, _ language: Language, in db: any Transaction
    ) throws -> String? {
        guard let person = try NoticeStore.bookkeeper(of: notice.id, at: notice.registeredBy, in: db) else {
            return nil
        }
        return try PersonStore.names([person], language, in: db)[person]
    }

    private static func receiptLine(
        of notice: NoticeHead, _ own: UnitID, _ actor: Actor, _ language: Language, in db: any Transaction
    ) throws -> NoticeModel.ReceiptLine? {
        guard let receipt = try ReceiptStore.find(notice: notice.id, unit: own, in: db) else { return nil }
        let signature = try ReceiptStore.facts(of: receipt.id, in: db).first { $0.kind == .signed }
        let mayAct = try Access.allows(.receiptSign, for: actor, at: own, in: db)
        return NoticeModel.ReceiptLine(
            path: ReceiptRoutes.show.path(receipt.id), state: receipt.state, purpose: receipt.purpose,
            from: try ReceiptReading.sender(of: receipt, language, in: db) ?? notice.issuerName, sentAt: receipt.sentAt,
            openedAt: receipt.openedAt, signedAt: receipt.signedAt,
            signer: try signature.flatMap { try ReceiptReading.signer(of: $0, language, in: db) },
            maySign: mayAct && !receipt.state.isSigned && receipt.purpose == .action)
    }
}

extension NoticeLine {
    init(_ notice: NoticeHead) {
        self.init(
            title: notice.title, path: NoticeRoutes.show.path(notice.id), listPath: NoticeRoutes.list.path(),
            grade: notice.urgency.grade)
    }
}

extension [ReceiptState: Int] {
    /// How many have signed, or gone further.
    var signed: Int { filter { $0.key.isSigned }.values.reduce(0, +) }
    var total: Int { values.reduce(0, +) }
}
