/// A day, or a month end, printed somewhere in the ink.
struct ReaderDay: Sendable {
    var ink: Range<Int>
    var year: Int?
    var month: Int
    /// Nil for a bare month; the last day of the month for 月底 once the year is known.
    var day: Int?
    var isMonthEnd = false

    /// ISO, when the year is printed or given.
    func iso(year given: Int? = nil) -> String? {
        guard let year = year ?? given else { return nil }
        let length = ReaderDates.length(ofMonth: month, year: year)
        guard let day = isMonthEnd ? length : day, day <= length else { return nil }
        return ReaderDates.iso(year, month, day)
    }
}

/// Dates in Arabic and Chinese numerals, with and without spaces, with and without a year.
enum ReaderDates {
    static let latestYear = 2199
    static let earliestYear = 1900

    /// Every date of the text, first to last, none overlapping another.
    static func all(in text: ReaderText) -> [ReaderDay] {
        var days: [ReaderDay] = []
        var index = 0
        while index < text.count {
            if let day = day(in: text, at: index) {
                days.append(day)
                index = day.ink.upperBound
            } else {
                // A run of digits is looked at once, from its start: 00002020年 is no year.
                let skip = digits(in: text, at: index)?.end ?? index + 1
                index = max(skip, index + 1)
            }
        }
        return days
    }

    static func day(in text: ReaderText, at start: Int) -> ReaderDay? {
        guard let first = number(in: text, at: start) else { return nil }
        var at = first.end
        guard at < text.count else { return nil }

        if text.ink[at] == year, (earliestYear...latestYear).contains(first.value) {
            guard let month = number(in: text, at: at + 1), (1...12).contains(month.value) else { return nil }
            return rest(in: text, start: start, year: first.value, month: month.value, at: month.end)
        }
        if text.ink[at] == month, (1...12).contains(first.value) {
            return rest(in: text, start: start, year: nil, month: first.value, at: at)
        }
        // 2020-02-05, 2020.2.5, 2020/2/5: only with a four-digit year, or every decimal would be a date.
        let mark = text.ink[at]
        guard first.isArabic, first.end - start == 4, (earliestYear...latestYear).contains(first.value),
            mark == 0x2D || mark == 0x2E || mark == 0x2F,
            let month = digits(in: text, at: at + 1), (1...12).contains(month.value),
            month.end < text.count, text.ink[month.end] == mark,
            let day = digits(in: text, at: month.end + 1), (1...31).contains(day.value), day.end - month.end <= 3
        else { return nil }
        at = day.end
        return ReaderDay(ink: start..<at, year: first.value, month: month.value, day: day.value)
    }

    private static func rest(in text: ReaderText, start: Int, year: Int?, month value: Int, at: Int) -> ReaderDay? {
        guard at < text.count, text.ink[at] == month else { return nil }
        if text.has("底", at: at + 1) || text.has("末", at: at + 1) {
            return ReaderDay(ink: start..<at + 2, year: year, month: value, day: nil, isMonthEnd: true)
        }
        if let day = number(in: text, at: at + 1), (1...31).contains(day.value), day.end < text.count,
            text.ink[day.end] == 0x65E5 || text.ink[day.end] == 0x53F7
        {
            return ReaderDay(ink: start..<day.end + 1, year: year, month: value, day: day.value)
        }
        // A bare month is a date only with its year: 2020年3月, not 两个月.
        guard year != nil else { return nil }
        return ReaderDay(ink: start..<at + 1, year: year, month: value, day: nil)
    }

    // MARK: Numerals

    private static let year: UInt32 = 0x5E74
    private static let month: UInt32 = 0x6708

    private struct Numeral {
        var value: Int
        var end: Int
        var isArabic: Bool
    }

    private static func number(in text: ReaderText, at start: Int) -> Numeral? {
        if let found = digits(in: text, at: start) {
            return found.end - start <= 4 ? Numeral(value: found.value, end: found.end, isArabic: true) : nil
        }
        if text.has("元月", at: start) { return Numeral(value: 1, end: start + 1, isArabic: false) }
        var end = start
        var values: [Int] = []
        while end < text.count, values.count < 5, let value = ReaderNumbers.chinese(text.ink[end]) {
            values.append(value)
            end += 1
        }
        guard let value = ReaderNumbers.value(ofChinese: values) else { return nil }
        return Numeral(value: value, end: end, isArabic: false)
    }

    /// A whole run of digits. White space ends it unless single digits are spaced out one by one.
    private static func digits(in text: ReaderText, at start: Int) -> (value: Int, end: Int)? {
        guard start < text.count, ReaderSign.isDigit(text.ink[start]) else { return nil }
        if start > 0, text.gap[start] == .none, ReaderSign.isDigit(text.ink[start - 1]) { return nil }
        var end = start
        var value = 0
        while end < text.count, end == start || text.gap[end] == .none {
            // A scan takes 0 for the letter O, and 1 for l or I, between digits.
            let digit: Int
            switch text.ink[end] {
            case 0x30...0x39: digit = Int(text.ink[end] - 0x30)
            case 0x4F where end > start, 0x6F where end > start: digit = 0
            case 0x6C where end > start, 0x49 where end > start: digit = 1
            default: return (value, end)
            }
            // Past nine digits the value no longer matters, only that the run is long.
            if end - start < 9 { value = value * 10 + digit }
            end += 1
        }
        return (value, end)
    }

    // MARK: Calendar

    static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The year that brings a day without one nearest to the notice's own month.
    static func nearestYear(month: Int, to iso: String) -> Int? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let distance = month - parts[1]
        if distance > 6 { return parts[0] - 1 }
        if distance < -6 { return parts[0] + 1 }
        return parts[0]
    }
}
