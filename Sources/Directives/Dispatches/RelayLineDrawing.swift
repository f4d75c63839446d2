import Federation
import Markup
import Web

/// The relay line: one row per level on one linear axis. It stands in a table, and its words beside the drawing say
/// what the drawing shows.
enum RelayLineDrawing {
    /// Up to so many signatures are a tick each; above, they are counted into bins.
    static let ticksMax = 300
    /// A bin is as wide as 4 pixels of a drawing 800 wide.
    private static let binWidth = 50

    static func section(_ line: RelayLine, in language: Language) -> HTML {
        guard let axis = RelayAxis(line) else { return .empty }
        let isBinned = line.levels.contains { $0.signatures.count > ticksMax }
        return Markup.section(.class("section"), .data("row", "relay")) {
            div(.class("section-head")) {
                h2 { WallWords.relayHead[language] }
                small {
                    (isBinned ? WallWords.relayNoteBins : WallWords.relayNote)[language]
                    if let gap = axis.gap { WallWords.leftOutOfAxis(days: gap.days)[language] }
                }
            }
            drawing(line, axis, language)
            if let last = lastDay(line, axis) {
                div(.class("section-head section")) { h2 { last.head[language] } }
                drawing(last.line, last.axis, language)
            }
            RelayTable.html(line, language)
        }
    }

    /// A second axis where the last level would be crowded into less than 6 % of the first: since it was sent, or the
    /// last 24 hours of it.
    private static func lastDay(
        _ line: RelayLine, _ axis: RelayAxis
    ) -> (line: RelayLine, axis: RelayAxis, head: Sentence)? {
        let dayAgo = line.now.adding(days: -1)
        guard dayAgo > axis.start, let last = line.levels.last(where: { !$0.signatures.isEmpty }),
            let from = last.sentAt ?? last.signatures.min(), axis.place(line.now) - axis.place(from) < 578
        else { return nil }
        let sent = line.levels.compactMap { $0.sentAt ?? $0.signatures.min() }.filter { $0 > dayAgo }.min()
        // A little before the sending, so that its tick does not stand on the edge.
        let start = sent.map { max(dayAgo, $0.adding(seconds: ($0.microseconds - line.now.microseconds) / 12_000_000)) }
        let axis = RelayAxis(start: start ?? dayAgo, end: line.now)
        var recent = line
        recent.levels = line.levels.filter {
            ($0.signatures.max() ?? $0.sentAt ?? $0.issued?.end ?? axis.start) > axis.start
        }
        for place in recent.levels.indices {
            recent.levels[place].signatures.removeAll { $0 < axis.start }
            recent.levels[place].signedDays.removeAll { (RelayLine.Known.day($0).end ?? axis.start) <= axis.start }
            if let end = recent.levels[place].issued?.end, end < axis.start { recent.levels[place].issued = nil }
        }
        return (recent, axis, sent == nil ? WallWords.lastDay : WallWords.sinceSent)
    }

    private static func drawing(_ line: RelayLine, _ axis: RelayAxis, _ language: Language) -> HTML {
        table(.class("relay")) {
            caption(.class("out")) { WallWords.relayNote[language] }
            thead(.class("axis")) {
                tr {
                    td {}
                    td {
                        svg(.aria("hidden", "true")) {
                            axis.marks.map { mark($0, language) }
                        }
                    }
                }
            }
            tbody {
                line.levels.enumerated().map { place, level in
                    row(level, axis, isLast: place == line.levels.count - 1, language)
                }
            }
        }
    }

    private static func mark(_ mark: RelayAxis.Mark, _ language: Language) -> HTML {
        guard let said = mark.words?[language] else { return .empty }
        // Words that begin near the right end would run out of the drawing, a date sooner than an hour.
        return mark.place > (said.count > 6 ? 8_400 : 9_400)
            ? words(said, at: mark.place - 40, y: 14, anchor: "end") : words(said, at: mark.place + 40, y: 14)
    }

    private static func row(
        _ level: RelayLine.Level, _ axis: RelayAxis, isLast: Bool, _ language: Language
    ) -> HTML {
        let small = RelayLevelWords.small(level)
        return tr {
            th(Attribute("scope", "row")) {
                level.name
                Markup.small {
                    small[language]
                    span(.class("phone-only")) {
                        RelayLevelWords.onPhone(level, after: small, now: axis.end, language)[language]
                    }
                }
            }
            td {
                svg(.aria("hidden", "true")) {
                    axis.marks.map { upright("r-day", at: $0.place) }
                    upright("r-now", at: axis.place(axis.end))
                    issue(level, axis, language)
                    wait(level, axis, language)
                    signatures(level, axis, language)
                    if isLast {
                        words(
                            WallWords.now(TimeWords.clock(axis.end))[language], at: axis.place(axis.end) - 40, y: 42,
                            anchor: "end")
                    }
                }
            }
        }
    }

    // MARK: What a row shows

    private static func issue(_ level: RelayLine.Level, _ axis: RelayAxis, _ language: Language) -> HTML {
        guard let issued = level.issued, let start = issued.start, let end = issued.end else { return .empty }
        let at = axis.place(start)
        let said = RelayLevelWords.issued(issued, now: axis.end, language)[language]
        switch issued {
        case .day:
            return group {
                bar("r-hatch", from: at, to: axis.place(end), y: 10, height: 11)
                note(said, at: at < 6_000 ? at + 40 : axis.place(end), y: 37, isBefore: at >= 6_000)
            }
        case .moment:
            return group {
                pixel("r-issue", at: at, width: 3, y: 7, height: 18)
                // The line of waiting goes to the right; words on the left of the tick never cross it.
                at > 4_000 ? note(said, at: at - 70, y: 20, isBefore: true) : note(said, at: at, y: 38, isBefore: false)
            }
        }
    }

    private static func wait(_ level: RelayLine.Level, _ axis: RelayAxis, _ language: Language) -> HTML {
        guard let issued = level.issued, let left = issued.end,
            let until = level.isWaiting ? axis.end : level.passedOnAt, until > left
        else { return .empty }
        let (from, to) = (axis.place(left), axis.place(until))
        return group {
            wait(issued.stay(until: until)?[language], from, to, axis)
            if let gap = axis.gap, from < gap.from, to > gap.to { broken(gap.from, gap.to) }
        }
    }

    private static func wait(_ said: String?, _ from: Int, _ to: Int, _ axis: RelayAxis) -> HTML {
        // Words stand before a break, never on it.
        let shownTo = axis.gap.map { from < $0.from && to > $0.from ? $0.from : to } ?? to
        let middle = (from + shownTo) / 2
        guard let said, shownTo - from > 2_600 else {
            return group {
                dotted(from: from, to: to)
                if let said { words(said, at: middle, y: 10, anchor: shownTo > 9_000 ? "end" : "middle") }
            }
        }
        return group {
            dotted(from: from, to: middle - 950)
            words(said, at: middle, y: 20, anchor: "middle", isStrong: true)
            dotted(from: middle + 950, to: to)
        }
    }

    private static func signatures(_ level: RelayLine.Level, _ axis: RelayAxis, _ language: Language) -> HTML {
        let signed = level.signatures.sorted()
        guard let from = level.sentAt ?? signed.first else { return .empty }
        let last = signed.last ?? from
        let start = axis.place(from)
        return group {
            bar("r-span", from: start, to: axis.place(last), y: 12, height: 8)
            days(level.signedDays, axis)
            if level.signed < level.total { dotted(from: axis.place(last), to: axis.place(axis.end)) }
            signed.count > ticksMax ? bins(signed, axis) : ticks(signed, axis)
            if let median = RelayLevelWords.median(signed) {
                pixel("r-median", at: axis.place(median), width: 2, y: 6, height: 20)
            }
            if let said = RelayLevelWords.signatures(signed, of: level, language)?[language] {
                start > 4_000
                    ? note(said, at: start - 70, y: 20, isBefore: true) : note(said, at: start, y: 38, isBefore: false)
            }
        }
    }

    /// Signatures of which nothing but the day is known.
    private static func days(_ days: [String], _ axis: RelayAxis) -> HTML {
        Set(days).sorted().reduce(into: .empty) { html, day in
            guard let start = RelayLine.Known.day(day).start, let end = RelayLine.Known.day(day).end else { return }
            let from = axis.place(start)
            html += bar("r-hatch", from: from, to: axis.place(end), y: 11, height: 10)
        }
    }

    private static func ticks(_ signed: [Moment], _ axis: RelayAxis) -> HTML {
        var places: Set<Int> = []
        return signed.map(axis.place).filter { places.insert($0).inserted }
            .reduce(into: .empty) { $0 += pixel("r-tick", at: $1, width: 1, y: 12, height: 8) }
    }

    private static func bins(_ signed: [Moment], _ axis: RelayAxis) -> HTML {
        var counts: [Int: Int] = [:]
        for moment in signed { counts[axis.place(moment) / binWidth, default: 0] += 1 }
        let most = counts.values.max() ?? 1
        return counts.keys.sorted().reduce(into: .empty) { html, bin in
            let height = 3 + 15 * (counts[bin] ?? 0) / most
            html += pixel("r-tick", at: bin * binWidth, width: 4, y: 25 - height, height: height)
        }
    }

    // MARK: Strokes

    private static func upright(_ name: String, at place: Int) -> HTML {
        let x = RelayAxis.percent(place)
        return Markup.line(
            .class(name), Attribute("x1", x), Attribute("x2", x), Attribute("y1", "0"), Attribute("y2", "100%"))
    }

    /// Two strokes across a level's line, where time was left out.
    private static func broken(_ start: Int, _ end: Int) -> HTML {
        let middle = (start + end) / 2
        return [middle - 90, middle + 90].reduce(into: .empty) { html, place in
            html += Markup.line(
                .class("r-break"), Attribute("x1", RelayAxis.percent(place - 60)), Attribute("y1", "25"),
                Attribute("x2", RelayAxis.percent(place + 60)), Attribute("y2", "7"))
        }
    }

    private static func dotted(from start: Int, to end: Int) -> HTML {
        Markup.line(
            .class("r-wait"), Attribute("x1", RelayAxis.percent(start)), Attribute("x2", RelayAxis.percent(end)),
            Attribute("y1", "16"), Attribute("y2", "16"))
    }

    private static func bar(_ name: String, from start: Int, to end: Int, y: Int, height: Int) -> HTML {
        rect(
            .class(name), Attribute("x", RelayAxis.percent(start)), Attribute("y", "\(y)"),
            Attribute("width", RelayAxis.percent(max(0, end - start))), Attribute("height", "\(height)"))
    }

    private static func pixel(_ name: String, at place: Int, width: Int, y: Int, height: Int) -> HTML {
        rect(
            .class(name), Attribute("x", RelayAxis.percent(place)), Attribute("y", "\(y)"),
            Attribute("width", "\(width)"), Attribute("height", "\(height)"))
    }

    private static func words(
        _ text: String, at place: Int, y: Int, anchor: String? = nil, isStrong: Bool = false, isNote: Bool = false
    ) -> HTML {
        svgText(
            isStrong ? .class("strong") : isNote ? .class("relay-note") : .none,
            Attribute("x", RelayAxis.percent(place)), Attribute("y", "\(y)"), Attribute("text-anchor", optional: anchor)
        ) { text }
    }

    /// On a phone these words stand under the name of the level instead.
    private static func note(_ text: String, at place: Int, y: Int, isBefore: Bool) -> HTML {
        words(text, at: place, y: y, anchor: isBefore ? "end" : nil, isNote: true)
    }
}
