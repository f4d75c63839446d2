/// Hours and days as people type them, in China's zone.
extension Zone {
    private static let minutesAhead: Int64 = 8 * 60

    /// The moment behind `2020-02-05T03:10`, as a browser's field for day and hour sends it; nil where there is none.
    package static func moment(typed text: String) -> Moment? {
        let parts = text.trimmed.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2, let day = CivilDay(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        // Some browsers send seconds too.
        guard (2...3).contains(clock.count), clock.allSatisfy({ $0.utf8.count == 2 }), let hour = Int64(clock[0]),
            let minute = Int64(clock[1]), (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        return moment(day, minute: hour * 60 + minute)
    }

    /// The same moment as such a field shows it.
    package static func typed(_ moment: Moment) -> String {
        let minute = (moment.microseconds - midnight(before: moment).microseconds) / 60_000_000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day(moment))T\(two(minute / 60)):\(two(minute % 60))"
    }

    /// 23:59 of a day: by when something is due that is due that day.
    package static func lastMinute(of day: CivilDay) -> Moment { moment(day, minute: 24 * 60 - 1) }

    private static func moment(_ day: CivilDay, minute: Int64) -> Moment {
        let minutes = Int64(day.ordinal) * 24 * 60 + minute - minutesAhead
        return Moment(microseconds: minutes * 60_000_000)
    }
}
