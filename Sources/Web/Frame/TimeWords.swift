package import Federation
import Foundation

/// How moments are written: short, in the reader's language, in China's zone.
package enum TimeWords {
    /// 2月5日 周三 09:42 / Wed 5 Feb 09:42
    package static func full(_ moment: Moment, _ language: Language) -> String {
        let parts = Zone.parts(moment)
        let weekday = (parts.weekday ?? 1) - 1
        let clock = clock(moment)
        switch language {
        case .chinese:
            let day = ["日", "一", "二", "三", "四", "五", "六"][weekday]
            return "\(parts.month ?? 0)月\(parts.day ?? 0)日 周\(day) \(clock)"
        case .english:
            let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday]
            return "\(day) \(parts.day ?? 0) \(month(parts.month)) \(clock)"
        }
    }

    /// 2月5日 09:42 / 5 Feb 09:42
    package static func short(_ moment: Moment, _ language: Language) -> String {
        let parts = Zone.parts(moment)
        switch language {
        case .chinese: return "\(parts.month ?? 0)月\(parts.day ?? 0)日 \(clock(moment))"
        case .english: return "\(parts.day ?? 0) \(month(parts.month)) \(clock(moment))"
        }
    }

    /// Today by the clock alone: 09:42; else 2月5日 09:42 / 5 Feb 09:42
    package static func recent(_ moment: Moment, now: Moment, _ language: Language) -> String {
        let (then, today) = (Zone.parts(moment), Zone.parts(now))
        let isToday = then.day == today.day && then.month == today.month && then.year == today.year
        return isToday ? clock(moment) : short(moment, language)
    }

    /// An ISO day as a document writes it: 2020年2月4日 / 4 February 2020
    package static func day(_ iso: String, _ language: Language) -> String {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return iso }
        switch language {
        case .chinese: return "\(parts[0])年\(parts[1])月\(parts[2])日"
        case .english: return "\(parts[2]) \(month(parts[1])) \(parts[0])"
        }
    }

    package static func clock(_ moment: Moment) -> String {
        let parts = Zone.parts(moment)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(two(parts.hour)):\(two(parts.minute))"
    }

    /// 3:05 for three hours five minutes.
    package static func duration(seconds: Int64) -> String {
        let minutes = max(0, seconds) / 60
        return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }

    private static func month(_ number: Int?) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let place = (number ?? 1) - 1
        return names.indices.contains(place) ? names[place] : ""
    }
}
