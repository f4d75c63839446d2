/// A day without zone, as documents are dated: proleptic Gregorian, years 1 … 9999.
package struct CivilDay: Sendable, Hashable, Comparable, LosslessStringConvertible {
    /// Days since 1970-01-01.
    package let ordinal: Int

    package init(ordinal: Int) { self.ordinal = ordinal }

    package static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }

    /// The day behind `YYYY-MM-DD`; nil where there is no such day.
    package init?(_ iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
            (1...12).contains(month), day > 0
        else { return nil }
        // Years begin in March, so that the leap day is the last of its year.
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        ordinal = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - Self.epoch
        guard description == iso else { return nil }
    }

    /// From 1 March of the year 0 to 1970-01-01.
    private static let epoch = 719_468

    package var description: String {
        let days = ordinal + Self.epoch
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// As its first four digits say.
    package var year: Int { Int(description.prefix(4)) ?? 0 }

    /// 1 Monday … 7 Sunday.
    package var weekday: Int {
        let sinceMonday = (ordinal + 3) % 7
        return (sinceMonday >= 0 ? sinceMonday : sinceMonday + 7) + 1
    }

    package func adding(days: Int) -> CivilDay { CivilDay(ordinal: ordinal + days) }
}
