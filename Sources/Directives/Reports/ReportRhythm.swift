package import Federation

/// How often reports about a notice are asked for: only where the notice prints it or a unit has added it.
package enum ReportRhythm: String, Sendable, Hashable, CaseIterable {
    case daily, weekly, monthly

    /// The rhythm that words of a notice or of an addition name; nil where they name none.
    package init?(words: String) {
        let named: [(Self, [String])] = [
            (.daily, ["每日", "每天", "逐日", "日报", "零报告"]), (.weekly, ["每周", "周报"]), (.monthly, ["每月", "月报"]),
        ]
        guard let found = named.first(where: { $0.1.contains { words.contains($0) } }) else { return nil }
        self = found.0
    }

    /// The first and the last day of the period in which a day lies. Weeks begin on Monday.
    package func period(of day: CivilDay) -> ClosedRange<CivilDay> {
        switch self {
        case .daily: return day...day
        case .weekly:
            let monday = day.adding(days: 1 - day.weekday)
            return monday...monday.adding(days: 6)
        case .monthly:
            let month = String(day.description.prefix(7))
            let first = CivilDay(month + "-01") ?? day
            let last = (27...30).reversed().lazy.map { first.adding(days: $0) }.first {
                $0.description.hasPrefix(month)
            }
            return first...(last ?? first)
        }
    }
}

/// What became of one unit's report for one period. Late is not missing, zero is neither, and a period that still runs
/// is none of them.
package enum ReportCell: Sendable, Hashable {
    /// It did not stand below the asking unit at the period's end, was closed, or the notice had not reached it.
    case notExpected
    /// The period has not ended and nothing has come yet.
    case waiting
    case missing
    case inTime(isZero: Bool)
    case late(isZero: Bool)

    package var isIn: Bool {
        switch self {
        case .inTime, .late: true
        case .notExpected, .waiting, .missing: false
        }
    }
}

/// How complete the reports of a period are, in units; shares are of those that were expected, never of those that reported.
package struct ReportCompleteness: Sendable, Hashable {
    package var expected = 0
    package var inTime = 0
    package var late = 0
    /// Of those that are in, in time or late.
    package var zero = 0
    package var missing = 0
    package var waiting = 0

    package init(_ cells: some Sequence<ReportCell>) {
        for cell in cells {
            guard cell != .notExpected else { continue }
            expected += 1
            switch cell {
            case .inTime(let isZero):
                inTime += 1
                zero += isZero ? 1 : 0
            case .late(let isZero):
                late += 1
                zero += isZero ? 1 : 0
            case .missing: missing += 1
            case .waiting: waiting += 1
            case .notExpected: break
            }
        }
    }

    package var isIn: Int { inTime + late }
}

/// When a unit stood below another: from its first day there up to, not including, its last.
package struct ReportMembership: Sendable, Hashable {
    package var unit: UnitID
    package var from: CivilDay
    package var until: CivilDay?

    package init(unit: UnitID, from: CivilDay, until: CivilDay?) {
        (self.unit, self.from, self.until) = (unit, from, until)
    }

    package func contains(_ day: CivilDay) -> Bool { from <= day && (until.map { day < $0 } ?? true) }
}

extension ReportRules {
    /// What became of a unit's report for a period.
    /// - Parameters:
    ///   - memberships: when it stood below the asking unit; after its closing it stands nowhere.
    ///   - reachedOn: the day on which the notice came to it; nil where it has not.
    ///   - sent: the days on which reports for this period went up, with whether each was a zero report.
    package static func cell(
        _ period: ClosedRange<CivilDay>, _ memberships: [ReportMembership], reachedOn: CivilDay?,
        sent: [(on: CivilDay, isZero: Bool)], today: CivilDay
    ) -> ReportCell {
        let day = min(period.upperBound, today)
        guard memberships.contains(where: { $0.contains(day) }), let reachedOn, reachedOn <= period.upperBound else {
            return .notExpected
        }
        guard let first = sent.min(by: { $0.on < $1.on }) else {
            return today > period.upperBound ? .missing : .waiting
        }
        return first.on > period.upperBound ? .late(isZero: first.isZero) : .inTime(isZero: first.isZero)
    }
}
