import Federation
import Web

/// What is said of a level of the relay line, in the drawing on a desk and under its name on a phone.
enum RelayLevelWords {
    static func issued(_ issued: RelayLine.Known, now: Moment, _ language: Language) -> Sentence {
        switch issued {
        case .day(let iso):
            // The year is said where it is not this one.
            iso.prefix(4) == RelayAxis.civilDay(now).description.prefix(4)
                ? WallWords.knownToTheDay((CivilDay(iso)?.words(withMonth: true))?[language] ?? iso)
                : WallWords.knownToTheDay(TimeWords.day(iso, language))
        case .moment(let moment): WallWords.issuedAt(TimeWords.short(moment, language))
        }
    }

    /// What it did, the median of its signatures, and what waits.
    static func small(_ level: RelayLine.Level) -> Sentence {
        var parts: [Sentence] = [level.note].compactMap(\.self)
        if let median = medianSeconds(level) {
            parts.append(WallWords.medianAfter(hours: median / 3_600, minutes: median / 60 % 60))
        } else if level.total > 0, level.note == nil {
            parts.append(WallWords.signedOf(level.signed, level.total))
        }
        return joined(parts)
    }

    private static func medianSeconds(_ level: RelayLine.Level) -> Int64? {
        if let known = level.medianSeconds { return known }
        guard let sent = level.sentAt, let median = median(level.signatures.sorted()), median >= sent else {
            return nil
        }
        return sent.seconds(until: median)
    }

    /// 3 个等签收，2 个等转发，最久 2 天（武陟县总工会）; nil where nothing waits.
    static func waits(_ waits: RelayLine.Waits, now: Moment) -> Sentence? {
        var parts: [Sentence] = []
        if waits.unsigned > 0 { parts.append(WallWords.toSign(waits.unsigned)) }
        if waits.unrelayed > 0 { parts.append(WallWords.toRelay(waits.unrelayed)) }
        if let longest = waits.longest {
            parts.append(WallWords.longest(stay(since: longest.since, now), longest.name))
        }
        return parts.isEmpty ? nil : joined(parts)
    }

    /// 停留 2 天; 停留 5 小时; 停留 12 分
    static func stay(since: Moment, _ now: Moment) -> Sentence {
        RelayLine.Known.moment(since).stay(until: now)
            ?? WallWords.stay(minutes: max(0, since.seconds(until: now) / 60))
    }

    /// What a phone, whose drawing has no words, adds to `small`.
    static func onPhone(_ level: RelayLine.Level, after small: Sentence, now: Moment, _ language: Language) -> Sentence
    {
        var parts: [Sentence] = small.zh.isEmpty ? [] : [Sentence(zh: "", en: "")]
        if let issued = level.issued { parts.append(self.issued(issued, now: now, language)) }
        if level.total > 0, level.note != nil { parts.append(WallWords.signedOf(level.signed, level.total)) }
        return joined(parts)
    }

    /// - Parameter signed: those that are known to the minute, in order.
    static func signatures(_ signed: [Moment], of level: RelayLine.Level, _ language: Language) -> Sentence? {
        var parts = level.total > 0 ? [WallWords.signedOf(level.signed, level.total)] : []
        if let first = signed.first, let last = signed.last {
            let isOneDay = RelayAxis.civilDay(first) == RelayAxis.civilDay(last)
            parts.append(
                WallWords.span(
                    first: isOneDay ? TimeWords.clock(first) : TimeWords.short(first, language),
                    last: isOneDay ? TimeWords.clock(last) : TimeWords.short(last, language)))
        }
        if !level.signedDays.isEmpty { parts.append(WallWords.onlyTheDay(level.signedDays.count)) }
        return parts.isEmpty ? nil : joined(parts)
    }

    /// The middle signature; of an even number the earlier of the two. `signed` is in order.
    static func median(_ signed: [Moment]) -> Moment? { RelayRules.median(signed) }

    private static func joined(_ parts: [Sentence]) -> Sentence {
        Sentence(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: " · "))
    }
}
