package import Federation

/// Minutes by whoever asked for them.
package struct LoadShare: Sendable, Hashable {
    /// Nil for what was asked before it was written down by whom.
    package var asker: UnitID?
    package var minutes: Int
}

/// What one day brought to a unit, and what it settled on it.
package struct LoadDay: Sendable, Hashable {
    package var day: CivilDay
    package var asked: [LoadShare]
    package var spent: [LoadShare]

    package var askedMinutes: Int { asked.reduce(0) { $0 + $1.minutes } }
    package var spentMinutes: Int { spent.reduce(0) { $0 + $1.minutes } }
}

package enum LoadRules {
    /// The days from one to another, the latest first; a day on which nothing was is among them.
    package static func days(_ spans: [DueSpan], from first: CivilDay, through last: CivilDay) -> [LoadDay] {
        guard first <= last else { return [] }
        let asked = Dictionary(grouping: spans) { CivilDay(Zone.day($0.openedAt)) }
        let settled = Dictionary(grouping: spans.filter { $0.closedAt != nil }) { span in
            span.closedAt.flatMap { CivilDay(Zone.day($0)) }
        }
        return (first.ordinal...last.ordinal).reversed().map { ordinal in
            let day = CivilDay(ordinal: ordinal)
            return LoadDay(day: day, asked: shares(asked[day] ?? []), spent: shares(settled[day] ?? []))
        }
    }

    /// By asker, the most minutes first.
    package static func shares(_ spans: [DueSpan]) -> [LoadShare] {
        Dictionary(grouping: spans, by: \.askedBy).map { LoadShare(asker: $0, minutes: minutes($1)) }
            .sorted { ($0.minutes, $1.asker?.raw ?? 0) > ($1.minutes, $0.asker?.raw ?? 0) }
    }

    /// A minute for each thing that asks anything, and what its figures and files add.
    package static func minutes(_ spans: [DueSpan]) -> Int {
        Set(spans.compactMap(\.about)).count + spans.reduce(0) { $0 + $1.minutes }
    }
}
