import Federation
import Storage
import Web

/// Gathers what the pages of a receipt show.
enum ReceiptReading {
    /// Paragraphs of the body shown before the fold, in characters: a phone's screen or two.
    private static let bodyScalarsMax = 600

    static func model(of id: ReceiptID, for viewer: ReceiptViewer, in db: any Transaction) throws -> ReceiptModel {
        let (unit, language) = (viewer.unit, viewer.language)
        let receipt = try ReceiptStore.require(id, of: unit, in: db)
        guard let notice = try NoticeStore.findWhole(receipt.notice, in: db) else { throw AccessRefusal.notFound }
        var model = ReceiptModel(
            notice: NoticeLine(notice.head), purpose: receipt.purpose,
            from: try sender(of: receipt, language, in: db) ?? notice.issuerName, sentAt: receipt.sentAt,
            paper: try paper(of: notice, in: db), passed: passed(in: notice.reading),
            next: try next(after: receipt, viewer, in: db), now: viewer.now)
        model.banners = try NoticeReading.banners(of: notice.id, in: db)
        model.isEnded = try ChangeStore.ends(within: [notice.id], in: db)[notice.id]?.change.notice == notice.id
        model.state = receipt.state
        if receipt.purpose == .action {
            model.asked = try DutiesReading.asked(in: receipt.notice, of: unit, in: db)
        }
        let facts = try ReceiptStore.facts(of: id, in: db)
        model.signed = try signature(of: receipt, facts, language, in: db)
        model.deadline = try deadline(of: receipt, facts, viewer, in: db)
        model.urged = try urged(receipt, language, in: db)
        model.conveying = try conveying(receipt, facts, viewer, in: db)
        model.filing = try filing(receipt, facts, viewer, in: db)
        model.links = [
            NoticeLink(
                name: ReceiptWords.facts, path: ReceiptRoutes.facts.path(id), note: ReceiptWords.factsNote(facts.count)),
            NoticeLink(name: ConveyanceWords.group, path: ExportRoutes.group.path(notice.id)),
        ]
        let maySign = try Access.allows(.receiptSign, for: viewer.actor, at: unit, in: db)
        if maySign, !model.isEnded, receipt.purpose == .action, !receipt.state.isSigned {
            model.sign = ReceiptModel.Sign(
                path: ReceiptRoutes.sign.path(id), act: viewer.acts.sign, person: viewer.name)
        }
        return model
    }

    /// Nil where it is not signed.
    static func slip(
        of id: ReceiptID, for viewer: ReceiptViewer, in db: any Transaction
    ) throws -> SignedSlipModel? {
        let (unit, language) = (viewer.unit, viewer.language)
        let receipt = try ReceiptStore.require(id, of: unit, in: db)
        let facts = try ReceiptStore.facts(of: id, in: db)
        guard let notice = try NoticeStore.find(receipt.notice, in: db),
            let signature = try signature(of: receipt, facts, language, in: db)
        else { return nil }
        let dispatch = try dispatch(of: receipt, in: db)
        let seen = try dispatch.flatMap { dispatch -> SignedSlipModel.Seen? in
            let progress = try DispatchStore.progress(of: dispatch.id, in: db)
            return try UnitStore.find(dispatch.from, in: db).map {
                SignedSlipModel.Seen(unit: $0.shownName(language), signed: progress.signed, total: progress.total)
            }
        }
        let asked = try DutiesReading.asked(in: receipt.notice, of: unit, in: db)
        let due = try DueStore.open(by: unit, for: viewer.actor, in: db).first { $0.kind == .receiptSign }
        var model = SignedSlipModel(
            noticeTitle: notice.title, receiptPath: ReceiptRoutes.show.path(id), todayPath: FrameRoutes.today.path(),
            person: signature.person, at: signature.at, journal: signature.journal, recorded: signature.recorded,
            seenBy: seen.map { [$0] } ?? [], next: try next(after: receipt, viewer, in: db),
            nextDue: asked.map { .init(path: $0.path, minutes: $0.minutes) }
                ?? due.map { .init(path: ReceiptRoutes.show.path(ReceiptID($0.subject)), minutes: $0.minutes) })
        model.asked = asked?.count ?? 0
        if case .end = model.next { model.conveying = try conveying(receipt, facts, viewer, in: db) }
        return model
    }

    /// The unit whose sending reached this one first.
    static func sender(of receipt: Receipt, _ language: Language, in db: any Transaction) throws -> String? {
        try senders(of: [receipt.id], language, in: db)[receipt.id]
    }

    /// The same of many, by receipt.
    static func senders(
        of receipts: some Sequence<ReceiptID>, _ language: Language, in db: any Transaction
    ) throws -> [ReceiptID: String] {
        let senders = try ReceiptStore.senders(of: receipts, in: db)
        let units = try UnitStore.find(Array(Set(senders.values)), in: db)
        return senders.compactMapValues { units[$0]?.shownName(language) }
    }

    private static func dispatch(of receipt: Receipt, in db: any Transaction) throws -> Dispatch? {
        try ReceiptStore.dispatches(delivering: receipt.id, in: db).first.flatMap { try DispatchStore.find($0, in: db) }
    }

    private static func signature(
        of receipt: Receipt, _ facts: [ReceiptFact], _ language: Language, in db: any Transaction
    ) throws -> ReceiptModel.Signed? {
        guard let fact = facts.first(where: { $0.kind == .signed }) else { return nil }
        let entry = try JournalStore.entries(on: Subject("receipt", receipt.id), in: db)
            .first { $0.verb == Verb.receiptSign.rawValue }
        var signed = ReceiptModel.Signed(
            person: try PersonStore.names([fact.person], language, in: db)[fact.person] ?? "",
            post: try HeldPost.trace(fact.post, in: db), at: fact.at, journal: entry.map { "\($0.id)" })
        if let unit = fact.telling.recordedBy {
            signed.recorded = .init(
                unit: try UnitStore.find(unit, in: db)?.shownName(language) ?? "", channel: fact.telling.channel,
                isDayOnly: fact.telling.isDayOnly)
        }
        return signed
    }

    /// Who signed, as one line says it: the person, and where another unit wrote it down, that unit.
    static func signer(of fact: ReceiptFact, _ language: Language, in db: any Transaction) throws -> String? {
        let name = try PersonStore.names([fact.person], language, in: db)[fact.person]
        guard let unit = try fact.telling.recordedBy.flatMap({ try UnitStore.find($0, in: db) }) else { return name }
        return ReceiptWords.recorder(name ?? "", of: unit.shownName(language))[language]
    }

    private static func deadline(
        of receipt: Receipt, _ facts: [ReceiptFact], _ viewer: ReceiptViewer, in db: any Transaction
    ) throws -> ReceiptModel.Deadline? {
        guard receipt.purpose == .action, let dispatch = try dispatch(of: receipt, in: db), let signBy = dispatch.signBy
        else { return nil }
        let signature = facts.first { $0.kind == .signed }.map {
            Signature(at: $0.at, isDayOnly: $0.telling.isDayOnly, recordedBy: $0.telling.recordedBy)
        }
        return ReceiptModel.Deadline(
            at: signBy, setBy: try UnitStore.find(dispatch.from, in: db)?.shownName(viewer.language) ?? "",
            isLate: DispatchRules.isLate(signature, signBy: signBy, now: viewer.now))
    }

    private static func urged(
        _ receipt: Receipt, _ language: Language, in db: any Transaction
    ) throws -> ReceiptModel.Urged? {
        let urges = try UrgeStore.urges(about: receipt.id, in: db)
        guard let last = urges.first else { return nil }
        return ReceiptModel.Urged(
            times: urges.count, last: last.moment, by: try UnitStore.find(last.unit, in: db)?.shownName(language) ?? "",
            text: last.text)
    }

    private static func next(
        after receipt: Receipt, _ viewer: ReceiptViewer, in db: any Transaction
    ) throws -> ReceiptModel.NextAct {
        if let relay = try DispatchStore.find(notice: receipt.notice, from: receipt.unit, in: db).first {
            return .relayed(
                path: DispatchRoutes.wall.path(relay.id), units: relay.recipients, at: relay.issuedAt)
        }
        let children = try UnitStore.children(of: receipt.unit, in: db)
        guard !children.isEmpty else { return .end }
        guard try Access.allows(.receiptRelay, for: viewer.actor, at: receipt.unit, in: db) else {
            return .relayByAnother(units: children.count)
        }
        do { try ChangeRules.requireStanding(receipt.notice, in: db) } catch let refusal as ChangeRefusal {
            return .held(refusal.sentence, nil)
        }
        if try HandlingStore.awaitsLeadersWord(on: receipt.notice, at: receipt.unit, viewer.actor, in: db) {
            return .held(
                DispatchRefusal.leaderNeeded.sentence,
                NoticeLink(name: ReceiptWords.askLeader, path: HandlingRoutes.show.path(receipt.notice)))
        }
        return .relay(
            path: DispatchRoutes.new.path(receipt.notice), units: children.count,
            quick: receipt.mayGoOn ? try quickRelay(receipt, children, viewer, in: db) : nil)
    }

    /// Nil where the customary line leaves something to decide.
    private static func quickRelay(
        _ receipt: Receipt, _ children: [Unit], _ viewer: ReceiptViewer, in db: any Transaction
    ) throws -> ReceiptModel.QuickRelay? {
        let form = try AddresseesReading.customaryForm(for: receipt.notice, from: receipt.unit, in: db)
        let examination = try AddresseesReading.examine(form, from: receipt.unit, speaking: viewer.language, in: db)
        guard examination.errors.isEmpty else { return nil }
        let reached = Set(examination.plan.recipients.map(\.unit))
        return ReceiptModel.QuickRelay(
            path: DispatchRoutes.send.path(receipt.notice), act: viewer.acts.relay, line: form.line,
            phrases: examination.plan.phrases.map { .init(text: $0.text, units: $0.units) },
            unreached: children.count { !reached.contains($0.id) })
    }

    private static func conveying(
        _ receipt: Receipt, _ facts: [ReceiptFact], _ viewer: ReceiptViewer, in db: any Transaction
    ) throws -> ReceiptModel.Conveying? {
        guard try mayPassOn(.conveyed, by: .receiptConvey, receipt, facts, viewer, in: db) else { return nil }
        let last = try ReceiptStore.lastConveyance(by: receipt.unit, in: db)?.telling.note
        return ReceiptModel.Conveying(
            path: ReceiptRoutes.convey.path(receipt.id), act: viewer.acts.convey,
            form: ConveyanceForm(words: last ?? ConveyanceWords.customary[0]))
    }

    private static func filing(
        _ receipt: Receipt, _ facts: [ReceiptFact], _ viewer: ReceiptViewer, in db: any Transaction
    ) throws -> ReceiptModel.Filing? {
        guard try mayPassOn(.filed, by: .receiptFile, receipt, facts, viewer, in: db) else { return nil }
        return ReceiptModel.Filing(path: ReceiptRoutes.file.path(receipt.id), act: viewer.acts.file)
    }

    private static func mayPassOn(
        _ kind: ReceiptFact.Kind, by verb: Verb, _ receipt: Receipt, _ facts: [ReceiptFact], _ viewer: ReceiptViewer,
        in db: any Transaction
    ) throws -> Bool {
        guard receipt.mayGoOn, !facts.contains(where: { $0.kind == kind }) else { return false }
        return try Access.allows(verb, for: viewer.actor, at: receipt.unit, in: db)
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
