import Federation
import Testing

/// Reminders follow the working days: the holidays of early 2020, and a Saturday that was worked.
@Suite struct ReminderTests {
    private static let calendar = WorkingCalendar(
        name: WorkingCalendar.china,
        days: [
            ("2020-01-19", true), ("2020-01-24", false), ("2020-01-27", false), ("2020-01-28", false),
            ("2020-01-29", false), ("2020-01-30", false), ("2020-01-31", false),
        ].compactMap { day, isWorking in
            CivilDay(day).map { WorkingDay(day: $0, isWorking: isWorking, name: "") }
        })

    struct Case: Sendable, CustomTestStringConvertible {
        var today: String
        var due: String?
        var reminder: Reminder?
        var why: String

        init(_ today: String, _ due: String?, _ reminder: Reminder?, _ why: String) {
            (self.today, self.due, self.reminder, self.why) = (today, due, reminder, why)
        }

        var testDescription: String { why }
    }

    @Test(arguments: [
        Case("2020-02-05", nil, nil, "without a date nobody is reminded"),
        Case("2020-02-05", "2020-02-06", .dayBefore, "the day before"),
        Case("2020-02-05", "2020-02-07", nil, "two days before it is too early"),
        Case("2020-02-06", "2020-02-06", .today, "the day itself"),
        Case("2020-02-07", "2020-02-10", .dayBefore, "Friday reminds of Monday"),
        Case("2020-02-08", "2020-02-10", nil, "a Saturday reminds of nothing"),
        Case("2020-02-10", "2020-02-07", .overdue(workingDays: 1), "a weekend does not make it later"),
        Case("2020-02-09", "2020-02-07", nil, "on a day off nobody is told that it is late"),
        Case("2020-01-23", "2020-02-03", .dayBefore, "the last day before the holiday reminds of the first after it"),
        Case("2020-01-18", "2020-01-19", nil, "the Saturday was free, the Sunday worked"),
        Case("2020-01-17", "2020-01-19", .dayBefore, "Friday reminds of a Sunday that is worked"),
        Case("2020-02-01", "2020-02-01", .today, "a date on a day off is said on its day"),
    ])
    func onThisDay(_ one: Case) throws {
        let today = try #require(CivilDay(one.today))
        #expect(Reminder.on(today, of: one.due.flatMap { CivilDay($0) }, Self.calendar) == one.reminder)
    }
}
