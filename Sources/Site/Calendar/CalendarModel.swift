import Federation

/// A year as twelve small months, with what the calendar says beyond Monday to Friday.
struct CalendarModel: Sendable {
    var year: Int
    var months: [CalendarMonth]
    /// The named days in a row under one name.
    var runs: [CalendarRun]
    var workingDays: Int
    var earlierPath: String
    var laterPath: String
    /// Nil where this post may not revise it.
    var importPath: String?
}

/// A month's days by week, Monday first; nil outside of the month.
struct CalendarMonth: Sendable {
    var number: Int
    var weeks: [[CalendarDay?]]
}

struct CalendarDay: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case working, weekend
        /// Off although a weekday, or a weekend within a holiday.
        case holiday
        /// Worked although a weekend.
        case shifted
    }

    var number: Int
    var kind: Kind
    var name: String?
    var isToday = false
}

/// Days one after the other that have one name.
struct CalendarRun: Sendable, Hashable {
    /// ISO days.
    var from: String
    var to: String
    var name: String
    var isWorking: Bool
}

/// An arrangement on its way in: given, read without writing, then imported. Posts `file` and `csv`.
struct CalendarImportModel: Sendable {
    var check: FormTarget
    var text = ""
    var samplePath: String
    var calendarPath: String
    var errors: [String: Sentence] = [:]
    var dryRun: CalendarDryRun?
}

struct CalendarDryRun: Sendable {
    var problems: [WorkingCalendarSheet.Problem]
    /// The days that can be used, as runs.
    var runs: [CalendarRun]
    var daysOff: Int
    var daysWorked: Int
    /// Of these days: what the calendar says otherwise at present, and what it says already.
    var replaced: Int
    var same: Int
    /// The months as they would be.
    var months: [(year: Int, month: CalendarMonth)] = []
    /// Nil where there are problems.
    var apply: FormTarget?
}
