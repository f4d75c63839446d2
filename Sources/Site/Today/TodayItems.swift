import Directives
import Federation
import Storage

/// Makes items of dues: those that are settled at one place are one thing to do.
enum TodayItems {
    /// What one place takes beside what its duties add, in minutes.
    static let minutesOfDuties = 1

    /// - Parameter dues: in the order of Today, each with its line.
    /// - Returns: the items, each where its most urgent due stood.
    static func merged(_ dues: [(due: Due, line: DueLine)]) -> [TodayDue] {
        var items: [TodayDue] = []
        var places: [String: Int] = [:]
        var (hasDuties, isLed): (Set<String>, Set<String>) = ([], [])
        for (due, line) in dues {
            let path = line.path
            var minutes = due.minutes
            if due.about != nil, hasDuties.insert(path).inserted { minutes += minutesOfDuties }
            let date = due.dueAt.map { TodayDue.DateSet(at: $0, by: line.dateSetBy ?? "") }
            guard let place = places[path] else {
                places[path] = items.count
                if due.about == nil { isLed.insert(path) }
                items.append(
                    TodayDue(
                        act: line.act, path: path, grade: Urgency(due.grade).grade, about: line.about,
                        from: line.from, minutes: minutes, date: date))
                continue
            }
            items[place].minutes += minutes
            items[place].date = [items[place].date, date].compactMap(\.self).min { $0.at < $1.at }
            if due.about == nil, isLed.insert(path).inserted {
                // A signature comes first; what is asked stands behind it.
                (items[place].also, items[place].act) = (items[place].act, line.act)
                (items[place].about, items[place].from) = (line.about, line.from)
            } else if due.about != nil, isLed.contains(path) {
                items[place].also = line.act
            }
        }
        return items
    }

    /// With what each item's date calls for today.
    static func reminded(_ items: [TodayDue], now: Moment, _ calendar: WorkingCalendar) -> [TodayDue] {
        guard let today = CivilDay(Zone.day(now)) else { return items }
        return items.map { item in
            var item = item
            item.reminder = Reminder.on(today, of: item.date.flatMap { CivilDay(Zone.day($0.at)) }, calendar)
            return item
        }
    }

    /// How many items Today has, without gathering their words.
    @Sendable static func count(at unit: Unit, for actor: Actor, in db: any Transaction) throws -> Int {
        let dues = try DueStore.owed(by: unit, for: actor, gate: ObligationGate.self, in: db)
        return try dues.count { $0.about == nil } + AssignmentDues.countItems(dues, for: unit.id, in: db)
    }
}
