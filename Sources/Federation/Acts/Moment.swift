package import Foundation
import Synchronization

/// A moment: microseconds UTC since 1970.
package struct Moment: Sendable, Hashable, Comparable, Codable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package init(from decoder: any Decoder) throws {
        microseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }

    package static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }

    package func adding(seconds: Int64) -> Moment { Moment(microseconds: microseconds + seconds * 1_000_000) }

    package func adding(days: Int64) -> Moment { adding(seconds: days * 86_400) }

    package var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
}

/// Where moments come from. Only acts, jobs and the web's frame ask it; rules are given a moment.
package protocol Clock: Sendable {
    /// Never earlier than what it said before.
    func now() -> Moment
}

/// The machine's clock, kept from going backwards.
package final class SystemClock: Clock {
    private let last = Mutex<Int64>(0)

    package init() {}

    package func now() -> Moment {
        let read = Int64(Date().timeIntervalSince1970 * 1_000_000)
        return last.withLock { last in
            last = max(last, read)
            return Moment(microseconds: last)
        }
    }
}

/// The zone in which a unit's days begin and end. China keeps one.
package enum Zone {
    package static let china = TimeZone(secondsFromGMT: 8 * 3600)!

    /// Year, month, day, hour, minute and weekday (1 = Sunday) in China.
    package static func parts(_ moment: Moment) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = china
        return calendar.dateComponents([.year, .month, .day, .hour, .minute, .weekday], from: moment.date)
    }

    /// When the day of this moment began in China.
    package static func midnight(before moment: Moment) -> Moment {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = china
        return Moment(
            microseconds: Int64(calendar.startOfDay(for: moment.date).timeIntervalSince1970) * 1_000_000)
    }

    /// The ISO day in China.
    package static func day(_ moment: Moment) -> String {
        let parts = parts(moment)
        func padded(_ number: Int?, _ width: Int) -> String {
            let text = String(number ?? 0)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }
}
