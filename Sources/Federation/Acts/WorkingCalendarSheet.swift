import Foundation

/// A year's arrangement as it was handed in: the days that can be used, and what is wrong with the other lines.
package struct WorkingCalendarSheet: Sendable, Hashable {
    package struct Problem: Sendable, Hashable {
        /// Counted from 1, the header being 1.
        package var line: Int
        /// The line as it was given.
        package var text: String
        package var sentence: Sentence
    }

    /// More than any arrangement has.
    package static let linesMax = 2_000
    static let nameCharactersMax = 40

    package private(set) var days: [WorkingDay] = []
    package private(set) var problems: [Problem] = []

    /// Reads `day,is_working,name` lines.
    /// - Throws: `WorkingCalendarRefusal` where the text as a whole cannot be read.
    package init(csv text: String) throws(WorkingCalendarRefusal) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first.map({ $0.trimmingPrefix("\u{FEFF}").trimmed == WorkingDay.header }) == true else {
            throw .headerMissing
        }
        guard lines.count <= Self.linesMax else { throw .tooLong }
        var seen: [CivilDay: Int] = [:]
        for (place, line) in lines.enumerated().dropFirst() where !line.trimmed.isEmpty {
            switch Self.read(line, seen) {
            case .success(let day):
                seen[day.day] = place + 1
                days.append(day)
            case .failure(let fault):
                problems.append(
                    Problem(line: place + 1, text: String(line.prefix(80)), sentence: fault.sentence))
            }
        }
        guard !days.isEmpty || !problems.isEmpty else { throw .empty }
    }

    private enum Fault: Error {
        case fields(Int)
        case day
        case working
        case name
        case twice(Int)

        var sentence: Sentence {
            switch self {
            case .fields(let count):
                Sentence(zh: "应当是三栏，这里是 \(count) 栏。", en: "There should be three columns; here are \(count).")
            case .day: Sentence(zh: "没有这一天；日期写作 2020-01-24。", en: "There is no such day; write it like 2020-01-24.")
            case .working: Sentence(zh: "第二栏上班写 1，放假写 0。", en: "The second column is 1 for working, 0 for off.")
            case .name:
                Sentence(
                    zh: "第三栏写名称，最多 \(nameCharactersMax) 个字。",
                    en: "The third column is a name of at most \(nameCharactersMax) characters.")
            case .twice(let line):
                Sentence(zh: "这一天在第 \(line) 行已经有了。", en: "This day stands on line \(line) already.")
            }
        }
    }

    private static func read(_ line: Substring, _ seen: [CivilDay: Int]) -> Result<WorkingDay, Fault> {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        guard fields.count == 3 else { return .failure(.fields(fields.count)) }
        guard let day = CivilDay(fields[0]) else { return .failure(.day) }
        guard ["0", "1"].contains(fields[1]) else { return .failure(.working) }
        guard (1...nameCharactersMax).contains(fields[2].count) else { return .failure(.name) }
        if let first = seen[day] { return .failure(.twice(first)) }
        return .success(WorkingDay(day: day, isWorking: fields[1] == "1", name: fields[2]))
    }

    /// The years it speaks of, the first first.
    package var years: [Int] { Set(days.map(\.day.year)).sorted() }
}

extension OpenFederation {
    /// Lays a year's arrangement down in the calendar that the whole installation keeps. What was said about the same days
    /// before is replaced, the others stay.
    /// - Parameter root: the unit at the top, whose administrator keeps the calendar.
    /// - Throws: `AccessRefusal`, `WorkingCalendarRefusal.lineUnusable` with the first line that cannot be used.
    package func reviseCalendar(
        _ sheet: WorkingCalendarSheet, at root: UnitID, as actor: Actor, id: ActID
    ) async throws {
        let _: Int = try await act(.calendarRevise, as: actor, at: root, id: id) { act in
            if let problem = sheet.problems.first { throw WorkingCalendarRefusal.lineUnusable(problem.line) }
            try WorkingCalendarStore.save(sheet.days, of: WorkingCalendar.china, in: act)
            return try act.record(
                on: Subject("calendar", root), sheet.days.count,
                detail: [
                    "off": "\(sheet.days.count { !$0.isWorking })",
                    "worked": "\(sheet.days.count { $0.isWorking })",
                    "years": sheet.years.map(String.init).joined(separator: " "),
                ])
        }
    }
}
