/// When somebody is reminded of a date: on the working day before it, on the day itself, and on every working day after.
package enum Reminder: Sendable, Hashable {
    case dayBefore
    case today
    /// So many working days have passed since.
    case overdue(workingDays: Int)

    /// Nil where there is nothing to remind of: no date, a day off, or a date that lies further ahead.
    package static func on(_ today: CivilDay, of due: CivilDay?, _ calendar: WorkingCalendar) -> Reminder? {
        guard let due, calendar.isWorking(today) || due == today else { return nil }
        if due == today { return .today }
        if due < today { return .overdue(workingDays: calendar.workingDays(after: due, through: today)) }
        // Of a date on a day off, the last working day before it reminds.
        return calendar.adding(workingDays: -1, to: due) == today ? .dayBefore : nil
    }
}
