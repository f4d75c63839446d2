import Federation
import Storage

/// The way of a notice through the levels in time: what it carries, who sent it, who signed.
enum RelayReading {
    static func line(
        of dispatch: Dispatch, _ notice: Notice, _ deliveries: [Delivery], _ language: Language, now: Moment,
        in db: any Transaction
    ) throws -> RelayLine {
        let first = try origin(of: dispatch, in: db)
        var levels = try carried(by: notice, until: first.issuedAt, in: db)
        for above in try chain(above: dispatch, in: db) {
            levels.append(try sending(above, passedOnAt: nil, language, in: db))
        }
        levels.append(try sending(dispatch, passedOnAt: nil, language, in: db))
        levels.append(signatures(RelayWords.recipients[language], deliveries.map(\.receipt), sentAt: dispatch.issuedAt))
        let relays = try DispatchStore.relays(of: dispatch.id, in: db)
        let below = try relays.flatMap { try DispatchStore.deliveries(of: $0.id, in: db).map(\.receipt) }
        if let sentAt = relays.first?.issuedAt {
            levels.append(signatures(RelayWords.below[language], below, sentAt: sentAt))
        }
        return RelayLine(levels: levels, now: now)
    }

    /// The papers inside, which were issued before: known to the day they print.
    private static func carried(by notice: Notice, until sent: Moment, in db: any Transaction) throws -> [RelayLine
        .Level]
    {
        try NoticeStore.contained(in: notice.id, in: db).map(\.notice)
            .sorted { ($0.datedOn ?? "") < ($1.datedOn ?? "") }
            .compactMap { inner in
                guard let day = inner.datedOn else { return nil }
                return RelayLine.Level(
                    name: inner.issuerName, note: RelayWords.issued(inner.reading), issued: .day(day),
                    passedOnAt: sent)
            }
    }

    private static func origin(of dispatch: Dispatch, in db: any Transaction) throws -> Dispatch {
        try chain(above: dispatch, in: db).first ?? dispatch
    }

    /// The sendings by which it came here, the first first.
    private static func chain(above dispatch: Dispatch, in db: any Transaction) throws -> [Dispatch] {
        var chain: [Dispatch] = []
        var next = dispatch.parent
        while let id = next, let above = try DispatchStore.find(id, in: db), chain.count < 16 {
            chain.insert(above, at: 0)
            next = above.parent
        }
        return chain
    }

    private static func sending(
        _ dispatch: Dispatch, passedOnAt: Moment?, _ language: Language, in db: any Transaction
    ) throws -> RelayLine.Level {
        let from = try UnitStore.find(dispatch.from, in: db)
        return RelayLine.Level(
            name: from?.shownName(language) ?? "",
            note: RelayWords.sent(dispatch.manner, dispatch.recipients), issued: .moment(dispatch.issuedAt),
            passedOnAt: passedOnAt)
    }

    private static func signatures(_ name: String, _ receipts: [Receipt], sentAt: Moment) -> RelayLine.Level {
        let binding = receipts.filter { $0.purpose == .action }
        return RelayLine.Level(
            name: name, signatures: binding.compactMap(\.signedAt), sentAt: sentAt, total: binding.count)
    }
}

private enum RelayWords {
    static let recipients = Sentence(zh: "主送各单位", en: "Units addressed")
    static let below = Sentence(zh: "再往下一级", en: "One level further down")
    /// A telegram is what prints a telegram's head; a number of the telegram series (工发电) alone makes none.
    static func issued(_ reading: ReadNotice) -> Sentence {
        reading.telegram != nil
            ? Sentence(zh: "电报签发", en: "Telegram issued")
            : Sentence(zh: "\(reading.kind ?? "公文")签发", en: "Notice issued")
    }
    static func sent(_ manner: Dispatch.Manner, _ units: Int) -> Sentence {
        switch manner {
        case .issue: Sentence(zh: "分送 \(units) 个单位", en: "Sent to \(units) units")
        case .relay: Sentence(zh: "转给 \(units) 个单位", en: "Relayed to \(units) units")
        }
    }
}
