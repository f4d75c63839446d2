import Federation
import Web

/// A linear axis of time, from the first issue to now. Places are hundredths of a per cent of the drawing's width, so
/// that a drawing stretches without its words.
struct RelayAxis {
    let start: Moment
    let end: Moment

    /// Where the axis begins and ends: room for the first and the last line.
    private static let left = 80
    private static let right = 9_720
    private static let marksMax: Int64 = 8
    private static let hour: Int64 = 3_600
    private static let day: Int64 = 86_400

    init(start: Moment, end: Moment) {
        self.start = start
        // Nothing is drawn on no time at all.
        self.end = max(end, start.adding(seconds: Self.hour))
    }

    /// From the first thing known of any level until now.
    init?(_ line: RelayLine) {
        let firsts = line.levels.flatMap { level in
            [level.issued?.start, level.sentAt, level.signatures.min()].compactMap(\.self)
        }
        guard let first = firsts.min(), first < line.now else { return nil }
        self.init(start: first, end: line.now)
    }

    var seconds: Int64 { (end.microseconds - start.microseconds) / 1_000_000 }

    /// The place of a moment, within the axis.
    func place(_ moment: Moment) -> Int {
        let inside = min(max(moment, start), end)
        let passed = (inside.microseconds - start.microseconds) / 1_000
        let all = max(1, (end.microseconds - start.microseconds) / 1_000)
        return Self.left + Int(passed * Int64(Self.right - Self.left) / all)
    }

    static func percent(_ place: Int) -> String {
        let cents = abs(place) % 100
        return "\(place < 0 ? "-" : "")\(abs(place) / 100).\(cents < 10 ? "0" : "")\(cents)%"
    }

    struct Mark {
        let place: Int
        let words: Sentence
    }

    /// Midnights; on a short axis full hours.
    var marks: [Mark] { seconds > Self.day * 3 / 2 ? dayMarks : hourMarks }

    private var dayMarks: [Mark] {
        let days = (seconds + Self.day - 1) / Self.day
        // Every day while that is few; else fewer, since most of them then name their month.
        let step = days <= Self.marksMax ? 1 : Int((days + 5) / 6)
        var marks: [Mark] = []
        var month: Substring = ""
        var day = Self.civilDay(start)
        if day.midnight < start { day = day.adding(days: 1) }
        while day.midnight < end {
            let parts = day.description.split(separator: "-")
            marks.append(
                Mark(place: place(day.midnight), words: day.words(withMonth: parts[1] != month, withYear: days > 300)))
            month = parts[1]
            day = day.adding(days: step)
        }
        return marks
    }

    private var hourMarks: [Mark] {
        let steps: [Int64] = [600, 1_800, 3_600, 7_200, 10_800, 21_600]
        let step = steps.first { seconds / $0 <= Self.marksMax } ?? 21_600
        // China's hours are full when UTC's are.
        var at = (start.microseconds / 1_000_000 + step - 1) / step * step
        var marks: [Mark] = []
        while at < end.microseconds / 1_000_000 {
            let moment = Moment(microseconds: at * 1_000_000)
            let isMidnight = Self.civilDay(moment).midnight == moment
            let clock = TimeWords.clock(moment)
            marks.append(
                Mark(
                    place: place(moment),
                    words: isMidnight ? Self.civilDay(moment).words(withMonth: true) : Sentence(zh: clock, en: clock)))
            at += step
        }
        return marks
    }

    static func civilDay(_ moment: Moment) -> CivilDay {
        let seconds = moment.microseconds / 1_000_000 + CivilDay.chinaSeconds
        return CivilDay(ordinal: Int((seconds - (seconds % day + day) % day) / day))
    }
}

extension CivilDay {
    fileprivate static let chinaSeconds: Int64 = 8 * 3_600

    /// When it begins in China.
    var midnight: Moment { Moment(microseconds: (Int64(ordinal) * 86_400 - Self.chinaSeconds) * 1_000_000) }

    /// 1月30日 / 30 Jan; without the month 31日 / 31
    func words(withMonth: Bool, withYear: Bool = false) -> Sentence {
        let parts = description.split(separator: "-").compactMap { Int($0) }
        let (year, month, day) = (parts[0], parts[1], parts[2])
        guard withMonth || withYear else { return Sentence(zh: "\(day)日", en: "\(day)") }
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // On an axis of years the day would be noise.
        if withYear { return Sentence(zh: "\(year)年\(month)月", en: "\(names[month - 1]) \(year)") }
        return Sentence(zh: "\(month)月\(day)日", en: "\(day) \(names[month - 1])")
    }
}

extension RelayLine.Known {
    /// The first moment it may have been.
    var start: Moment? {
        switch self {
        case .moment(let moment): moment
        case .day(let iso): CivilDay(iso)?.midnight
        }
    }

    /// The last.
    var end: Moment? {
        switch self {
        case .moment(let moment): moment
        case .day(let iso): CivilDay(iso)?.adding(days: 1).midnight
        }
    }

    /// How long something lay until it was passed on; nil for less than an hour, which needs no words.
    func stay(until moment: Moment) -> Sentence? {
        switch self {
        case .day(let iso):
            guard let day = CivilDay(iso) else { return nil }
            let days = RelayAxis.civilDay(moment).ordinal - day.ordinal
            return days > 0 ? WallWords.stay(days: days) : nil
        case .moment(let start):
            let hours = Int((moment.microseconds - start.microseconds) / 3_600_000_000)
            guard hours > 0 else { return nil }
            return hours < 48 ? WallWords.stay(hours: hours) : WallWords.stay(days: hours / 24)
        }
    }
}
