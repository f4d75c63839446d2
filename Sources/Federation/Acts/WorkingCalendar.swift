/// Which days are worked on. Monday to Friday, but for the days that the calendar says otherwise: China moves working days
/// to weekends around its holidays (调休), by a public notice each year, so that they are data and not a rule.
package struct WorkingCalendar: Sendable, Hashable {
    /// The calendar that all of China's public offices keep.
    package static let china = "china"

    package let name: String
    private let exceptions: [CivilDay: Bool]

    package init(name: String, days: [WorkingDay]) {
        self.name = name
        exceptions = Dictionary(days.map { ($0.day, $0.isWorking) }, uniquingKeysWith: { _, last in last })
    }

    package func isWorking(_ day: CivilDay) -> Bool { exceptions[day] ?? (day.weekday <= 5) }

    /// Whether the calendar itself says something about a day.
    package func isException(_ day: CivilDay) -> Bool { exceptions[day] != nil }

    /// The day on which so many working days have passed since `day`, which itself is not counted.
    /// - Parameter count: negative counts back; 0 is the day itself where it is worked on, else the next that is.
    package func adding(workingDays count: Int, to day: CivilDay) -> CivilDay {
        if count == 0 { return isWorking(day) ? day : adding(workingDays: 1, to: day) }
        var (left, reached) = (abs(count), day)
        while left > 0 {
            reached = reached.adding(days: count.signum())
            if isWorking(reached) { left -= 1 }
        }
        return reached
    }

    /// How many working days lie after the first day, up to and with the last; 0 where the last is not later.
    package func workingDays(after first: CivilDay, through last: CivilDay) -> Int {
        guard first < last else { return 0 }
        return (first.ordinal + 1...last.ordinal).count { isWorking(CivilDay(ordinal: $0)) }
    }
}

/// A day about which a calendar says something.
package struct WorkingDay: Sendable, Hashable {
    package var day: CivilDay
    package var isWorking: Bool
    /// What it is called: 春节, 调休上班.
    package var name: String

    package init(day: CivilDay, isWorking: Bool, name: String) {
        self.day = day
        self.isWorking = isWorking
        self.name = name
    }
}

extension WorkingDay {
    /// The header of the CSV in which a year's arrangement is brought in.
    package static let header = "day,is_working,name"

    /// Reads `day,is_working,name` lines: an ISO day, 1 or 0, a name of at most 40 characters.
    /// - Throws: `WorkingCalendarRefusal` with the first line that cannot be used.
    package static func days(csv text: String) throws -> [WorkingDay] {
        let sheet = try WorkingCalendarSheet(csv: text)
        if let problem = sheet.problems.first { throw WorkingCalendarRefusal.lineUnusable(problem.line) }
        return sheet.days
    }

    /// Spring Festival 2020, the time this story is set in.
    ///
    /// State Council General Office, 国办发明电〔2019〕16号 (24 to 30 January off; 19 January and 1 February worked), and
    /// 国办发明电〔2020〕1号 (extended to 2 February; work again from 3 February).
    package static let springFestival2020 = """
        day,is_working,name
        2020-01-19,1,调休上班
        2020-01-24,0,春节
        2020-01-25,0,春节
        2020-01-26,0,春节
        2020-01-27,0,春节
        2020-01-28,0,春节
        2020-01-29,0,春节
        2020-01-30,0,春节
        2020-01-31,0,春节延长假期
        2020-02-01,0,春节延长假期
        2020-02-02,0,春节延长假期

        """
}

package enum WorkingCalendarRefusal: Refusal, Hashable {
    case headerMissing
    /// Counted from 1, the header being 1.
    case lineUnusable(Int)
    case empty
    case tooLong

    package var code: String {
        switch self {
        case .headerMissing: "calendar.header_missing"
        case .lineUnusable: "calendar.line_unusable"
        case .empty: "calendar.empty"
        case .tooLong: "calendar.too_long"
        }
    }

    package var manner: RefusalManner { .invalid }

    package var sentence: Sentence {
        switch self {
        case .headerMissing:
            Sentence(
                zh: "文件第一行应当是 \(WorkingDay.header)。", en: "The file's first line should be \(WorkingDay.header).")
        case .lineUnusable(let line):
            Sentence(
                zh: "第 \(line) 行用不了：日期写作 2020-01-24，上班写 1，放假写 0，后面是名称。",
                en: "Line \(line) cannot be used: a day such as 2020-01-24, 1 for working or 0 for off, then a name.")
        case .empty: Sentence(zh: "表头下面一行也没有。", en: "There is nothing below the header.")
        case .tooLong:
            Sentence(
                zh: "最多 \(WorkingCalendarSheet.linesMax) 行。", en: "At most \(WorkingCalendarSheet.linesMax) lines.")
        }
    }
}
