import Federation
import Storage
import Web

/// The way of a notice through the levels in time: what it carries, who sent it, who signed, where it waits.
enum RelayReading {
    static func line(
        of descent: Descent, _ notice: NoticeHead, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> RelayLine {
        let dispatch = descent.links[0].dispatch
        let above = try Descent.above([dispatch.id], in: db).compactMap { try DispatchStore.find($0, in: db) }
            .sorted { ($0.issuedAt, $0.id.raw) < ($1.issuedAt, $1.id.raw) }
        let sendings = above + [dispatch]
        let senders = try UnitStore.find(sendings.map(\.from), in: db).mapValues { $0.shownName(language) }
        var levels = try carried(
            by: notice, but: Set(above.map(\.notice)), until: sendings[0].issuedAt, in: db)
        for (place, sending) in sendings.enumerated() {
            levels.append(
                RelayLine.Level(
                    name: senders[sending.from] ?? "", note: RelayWords.sent(sending.manner, sending.recipients),
                    issued: .moment(sending.issuedAt),
                    passedOnAt: place + 1 < sendings.count ? sendings[place + 1].issuedAt : nil))
        }
        let arrivals = try descent.arrivals(in: db) ?? []
        let passedOn = Set(descent.links.dropFirst().map(\.dispatch.from))
        levels += try arrivals.enumerated().map { depth, units in
            try level(units, RelayWords.level(depth)[language], passedOn, language, in: db)
        }
        var line = RelayLine(levels: levels, now: now)
        line.expired = RelayRules.expired(
            RelayRules.statements(of: try NoticeStore.whole(notice, in: db)),
            sent: sendings.map { (senders[$0.from] ?? "", $0.issuedAt) },
            levels: arrivals.enumerated().map { (RelayWords.level($0)[language], $1.map(\.sentAt)) })
        return line
    }

    /// The papers inside, which were issued before: known to the day they print. One whose sending is known by the minute
    /// stands there.
    private static func carried(
        by notice: NoticeHead, but known: Set<NoticeID>, until sent: Moment, in db: any Transaction
    ) throws -> [RelayLine.Level] {
        try NoticeStore.contained(in: notice.id, in: db).map(\.notice)
            .filter { !known.contains($0.id) }
            .sorted { ($0.datedOn ?? "") < ($1.datedOn ?? "") }
            .compactMap { inner in
                guard let day = inner.datedOn else { return nil }
                return RelayLine.Level(
                    name: inner.issuerName, note: RelayWords.issued(try NoticeStore.whole(inner, in: db).reading),
                    issued: .day(day),
                    passedOnAt: sent)
            }
    }

    private static func level(
        _ units: [Descent.Arrival], _ name: String, _ passedOn: Set<UnitID>, _ language: Language,
        in db: any Transaction
    ) throws -> RelayLine.Level {
        var level = RelayLine.Level(name: name, sentAt: units.first?.sentAt, total: units.count)
        level.signatures = units.compactMap { $0.signature.flatMap { $0.isDayOnly ? nil : $0.at } }
        level.signedDays = units.compactMap { $0.signature.flatMap { $0.isDayOnly ? Zone.day($0.at) : nil } }
        let spans = units.compactMap { unit in
            unit.signature.flatMap { $0.isDayOnly ? nil : unit.sentAt.seconds(until: $0.at) }
        }.sorted()
        level.medianSeconds = RelayRules.median(spans)
        level.slowestSeconds = spans.last
        let unsigned = units.filter { $0.signature == nil }
        let unrelayed = units.filter { $0.state == .signed && $0.hasBelow && !passedOn.contains($0.unit) }
        level.waits.unsigned = unsigned.count
        level.waits.unrelayed = unrelayed.count
        // Those not signed wait first: the level below them knows nothing yet.
        if let longest = unsigned.first ?? unrelayed.first, let unit = try UnitStore.find(longest.unit, in: db) {
            level.waits.longest = RelayLine.Longest(name: unit.shownName(language), since: longest.sentAt)
        }
        return level
    }
}

private enum RelayWords {
    static func level(_ depth: Int) -> Sentence {
        switch depth {
        case 0: Sentence(zh: "主送各单位", en: "Units addressed")
        case 1: Sentence(zh: "再往下一级", en: "One level further down")
        default: Sentence(zh: "再往下 \(depth) 级", en: "\(depth) levels further down")
        }
    }
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
