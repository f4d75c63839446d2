import Federation
import Web

/// A linear axis of time, from the first issue to now. Places are hundredths of a per cent of the drawing's width, so
/// that a drawing stretches without its words. A long time in which nothing happened is left out, and said.
struct RelayAxis {
    /// A stretch of time that is drawn to scale; before the second stands the break.
    struct Part {
        let start: Moment
        let end: Moment
        let from: Int
        let to: Int
    }

    let parts: [Part]

    /// Where the axis begins and ends: room for the first and the last line.
    private static let left = 80
    private static let right = 9_720
    private static let breakWidth = 700
    private static let marksMax: Int64 = 8
    private static let minute: Int64 = 60
    private static let hour: Int64 = 3_600
    private static let day: Int64 = 86_400
    /// A gap as long as this, and longer than all else together, is left out.
    private static let gapDaysMin: Int64 = 30

    var start: Moment { parts[0].start }
    var end: Moment { parts[parts.count - 1].end }

    init(start: Moment, end: Moment) {
        // Nothing is drawn on no time at all.
        let start = min(start, end.adding(seconds: -10 * Self.minute))
        parts = [Part(start: start, end: end, from: Self.left, to: Self.right)]
    }

    /// From the first thing known of any level until now.
    init?(_ line: RelayLine) {
        let busy = line.levels.flatMap(\.busy).sorted { $0.start < $1.start }
        guard let first = busy.first?.start, first < line.now else { return nil }
        self = Self.broken(busy, until: line.now) ?? RelayAxis(start: first, end: line.now)
    }

    /// In two parts of one scale, where what lies between is long and empty.
    private static func broken(_ busy: [(start: Moment, end: Moment)], until now: Moment) -> RelayAxis? {
        var gap: (start: Moment, end: Moment)?
        var reached = busy[0].end
        for next in busy.dropFirst() + [(start: now, end: now)] {
            let isLonger = gap.map { reached.seconds(until: next.start) > $0.start.seconds(until: $0.end) } ?? true
            if next.start > reached, isLonger { gap = (reached, next.start) }
            reached = max(reached, next.end)
        }
        guard let gap else { return nil }
        let (start, empty) = (busy[0].start, gap.start.seconds(until: gap.end))
        let rest = start.seconds(until: now) - empty
        guard empty > max(gapDaysMin * day, rest) else { return nil }
        // Some of the emptiness is drawn on each side, so that nothing stands at the very break.
        let margin = max(day / 2, rest / 8)
        let (before, after) = (gap.start.adding(seconds: margin), gap.end.adding(seconds: -margin))
        let room = Int64(right - left - breakWidth)
        let middle =
            left + Int(start.seconds(until: before) * room / (start.seconds(until: before) + after.seconds(until: now)))
        return RelayAxis(parts: [
            Part(start: start, end: before, from: left, to: middle),
            Part(start: after, end: now, from: middle + breakWidth, to: right),
        ])
    }

    private init(parts: [Part]) { self.parts = parts }

    /// Of what is drawn.
    var seconds: Int64 { parts.reduce(0) { $0 + $1.start.seconds(until: $1.end) } }

    /// Where the break begins and ends, and how many days it leaves out.
    var gap: (from: Int, to: Int, days: Int)? {
        guard parts.count > 1 else { return nil }
        return (parts[0].to, parts[1].from, Int(parts[0].end.seconds(until: parts[1].start) / Self.day))
    }

    /// The place of a moment, within the axis; what was left out is spread over the break.
    func place(_ moment: Moment) -> Int {
        let inside = min(max(moment, start), end)
        for part in parts where inside <= part.end {
            guard inside >= part.start else { return (parts[0].to + part.from) / 2 }
            let passed = (inside.microseconds - part.start.microseconds) / 1_000
            let all = max(1, (part.end.microseconds - part.start.microseconds) / 1_000)
            return part.from + Int(passed * Int64(part.to - part.from) / all)
        }
        return Self.right
    }

    static func percent(_ place: Int) -> String {
        let cents = abs(place) % 100
        return "\(place < 0 ? "-" : "")\(abs(place) / 100).\(cents < 10 ? "0" : "")\(cents)%"
    }

    /// A midnight or a full hour; one without words stands too close to others for them.
    struct Mark {
        let place: Int
        let words: Sentence?
    }

    /// Midnights; on a short axis full hours.
    var marks: [Mark] {
        if parts.count > 1 { return parts.flatMap(datedMarks) }
        return seconds > Self.day * 3 / 2 ? dayMarks : hourMarks
    }

    private var dayMarks: [Mark] {
        var month: Substring = ""
        return midnights(of: parts[0]).map { day in
            let parts = day.description.split(separator: "-")
            defer { month = parts[1] }
            return Mark(
                place: place(day.midnight),
                words: day.words(withMonth: parts[1] != month, withYear: seconds > 300 * Self.day))
        }
    }

    /// Of a part of a broken axis: the first mark says the year, others speak where there is room.
    private func datedMarks(_ part: Part) -> [Mark] {
        var spoken: Int?
        return midnights(of: part).map { day in
            let place = place(day.midnight)
            let isFirst = spoken == nil
            // Before the break there must be room for the words that stand behind it.
            let isRoom = place - (spoken ?? place) > 2_800 && (part.to == Self.right || place < part.to - 3_200)
            guard isFirst || isRoom else { return Mark(place: place, words: nil) }
            spoken = place
            let iso = day.description
            let dated = Sentence(zh: TimeWords.day(iso, .chinese), en: TimeWords.day(iso, .english))
            return Mark(place: place, words: isFirst ? dated : day.words(withMonth: true))
        }
    }

    private func midnights(of part: Part) -> [CivilDay] {
        let days = (seconds + Self.day - 1) / Self.day
        // Every day while that is few; else fewer, since most of them then name their month.
        let step = days <= Self.marksMax ? 1 : Int((days + 5) / 6)
        var midnights: [CivilDay] = []
        var day = Self.civilDay(part.start)
        if day.midnight < part.start { day = day.adding(days: 1) }
        while day.midnight < part.end {
            midnights.append(day)
            day = day.adding(days: step)
        }
        return midnights
    }

    private var hourMarks: [Mark] {
        let steps: [Int64] = [120, 300, 600, 1_800, 3_600, 7_200, 10_800, 21_600]
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

extension Moment {
    func seconds(until later: Moment) -> Int64 { (later.microseconds - microseconds) / 1_000_000 }
}

extension RelayLine.Level {
    /// When something is known to have happened.
    fileprivate var busy: [(start: Moment, end: Moment)] {
        var spans: [(start: Moment, end: Moment)] = []
        if let start = issued?.start, let end = issued?.end { spans.append((start, end)) }
        if let sentAt { spans.append((sentAt, sentAt)) }
        if let first = signatures.min(), let last = signatures.max() { spans.append((first, last)) }
        for day in signedDays {
            if let start = RelayLine.Known.day(day).start, let end = RelayLine.Known.day(day).end {
                spans.append((start, end))
            }
        }
        return spans
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
