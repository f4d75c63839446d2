package import Federation

/// What is known of a notice in one part of the federation, in units; every number beside what it is of.
package struct PictureFigures: Sendable, Hashable {
    /// All that work there today.
    package var units = 0
    /// To whom the notice was sent for action.
    package var reached = 0
    package var opened = 0
    package var signed = 0
    /// Of those that signed: passed on, told to the workers, or filed.
    package var passedOn = 0
    /// Not signed, and past the date that was set for it. Never among the signed.
    package var late = 0
    /// Signatures by hours since the notice was first sent.
    package var hours: [Int: Int] = [:]
    /// Signatures by day.
    package var days: [CivilDay: Int] = [:]
    /// Its duties and those of all it carries, in units times duties.
    package var duties = Standing()

    /// What it asks of all its units together, in minutes: one for the paper, and what figures, files and lists add.
    package var minutes = 0

    package init() {}

    /// Minutes that it asks of one unit, rounded up; nil where it has reached nobody.
    package var minutesEach: Int? { reached > 0 ? (minutes + reached - 1) / reached : nil }

    /// Half of those that have signed had done so after so many hours; nil where nobody has.
    package var medianHours: Int? {
        let total = hours.values.reduce(0, +)
        var seen = 0
        for (hour, count) in hours.sorted(by: { $0.key < $1.key }) {
            seen += count
            if seen * 2 >= total { return hour }
        }
        return nil
    }

    /// Reached and silent: neither late nor signed is among them.
    package var waiting: Int { max(0, reached - signed - late) }
    /// Nothing is known of them, which is not the same as nothing.
    package var unreached: Int { max(0, units - reached) }

    package static func + (one: PictureFigures, other: PictureFigures) -> PictureFigures {
        var sum = one
        sum.units += other.units
        sum.reached += other.reached
        sum.opened += other.opened
        sum.signed += other.signed
        sum.passedOn += other.passedOn
        sum.late += other.late
        sum.minutes += other.minutes
        sum.hours.merge(other.hours, uniquingKeysWith: +)
        sum.days.merge(other.days, uniquingKeysWith: +)
        sum.duties = sum.duties + other.duties
        return sum
    }
}

package enum PictureRules {
    /// A whole percentage that never says all where one is missing, nor none where there is one.
    package static func percent(_ part: Int, of whole: Int) -> Int? {
        guard whole > 0 else { return nil }
        guard part < whole else { return 100 }
        return part <= 0 ? 0 : min(99, max(1, part * 100 / whole))
    }

    /// The share of late ones above which a tile carries a red corner.
    package static let latePercentMax = 10

    package static func isMarked(_ figures: PictureFigures) -> Bool {
        figures.late * 100 > figures.reached * latePercentMax
    }

    /// The days from the first signature to today, at most so many, the earliest first.
    package static func days(_ figures: PictureFigures, through today: CivilDay, max count: Int) -> [CivilDay] {
        guard let first = figures.days.keys.min(), first <= today else { return [] }
        let start = Swift.max(first.ordinal, today.ordinal - count + 1)
        return (start...today.ordinal).map { CivilDay(ordinal: $0) }
    }
}
