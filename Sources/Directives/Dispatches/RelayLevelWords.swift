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

    /// What it did, and the median of its signatures.
    static func small(_ level: RelayLine.Level) -> Sentence {
        var parts: [Sentence] = [level.note].compactMap(\.self)
        let signed = level.signatures.sorted()
        if let sent = level.sentAt, let median = median(signed), median >= sent {
            let minutes = (median.microseconds - sent.microseconds) / 60_000_000
            parts.append(WallWords.medianAfter(hours: minutes / 60, minutes: minutes % 60))
        } else if level.total > 0, level.note == nil {
            parts.append(WallWords.signedOf(signed.count, level.total))
        }
        return joined(parts)
    }

    /// What a phone, whose drawing has no words, adds to `small`.
    static func onPhone(_ level: RelayLine.Level, after small: Sentence, now: Moment, _ language: Language) -> Sentence
    {
        var parts: [Sentence] = small.zh.isEmpty ? [] : [Sentence(zh: "", en: "")]
        if let issued = level.issued { parts.append(self.issued(issued, now: now, language)) }
        if level.total > 0, level.note != nil { parts.append(WallWords.signedOf(level.signatures.count, level.total)) }
        return joined(parts)
    }

    static func signatures(_ signed: [Moment], total: Int, _ language: Language) -> Sentence? {
        guard let first = signed.first, let last = signed.last else {
            return total > 0 ? WallWords.signedOf(0, total) : nil
        }
        let isOneDay = RelayAxis.civilDay(first) == RelayAxis.civilDay(last)
        let span = WallWords.span(
            first: isOneDay ? TimeWords.clock(first) : TimeWords.short(first, language),
            last: isOneDay ? TimeWords.clock(last) : TimeWords.short(last, language))
        return total > 0 ? joined([WallWords.signedOf(signed.count, total), span]) : span
    }

    /// The middle signature; of an even number the earlier of the two. `signed` is in order.
    static func median(_ signed: [Moment]) -> Moment? {
        signed.isEmpty ? nil : signed[(signed.count - 1) / 2]
    }

    private static func joined(_ parts: [Sentence]) -> Sentence {
        Sentence(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: " · "))
    }
}
