import Federation
import MusterTesting
import Storage
import Testing

@Suite struct WorkingCalendarTests {
    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    @Test(arguments: [
        ("calendar.header_missing", "day,working\n"), ("calendar.header_missing", ""),
        ("calendar.line_unusable", "day,is_working,name\n2020-02-30,0,无此日"),
        ("calendar.line_unusable", "day,is_working,name\n2020-02-03,yes,上班"),
        ("calendar.line_unusable", "day,is_working,name\n2020-02-03,1,"),
        ("calendar.line_unusable", "day,is_working,name\n2020-02-03"),
    ]) func aFileThatCannotBeUsedIsRefused(_ code: String, _ text: String) {
        do {
            _ = try WorkingDay.days(csv: text)
            Issue.record("accepted: \(text)")
        } catch let refusal as any Refusal {
            #expect(refusal.code == code)
        } catch {
            Issue.record(error)
        }
    }

    @Test func theSpringFestivalOf2020IsKnown() throws {
        let calendar = WorkingCalendar(
            name: WorkingCalendar.china, days: try WorkingDay.days(csv: WorkingDay.springFestival2020))
        #expect(calendar.isWorking(try day("2020-01-19")))  // A Sunday.
        #expect(calendar.isWorking(try day("2020-01-23")))
        for place in 0..<10 { #expect(!calendar.isWorking(try day("2020-01-24").adding(days: place))) }
        #expect(calendar.isWorking(try day("2020-02-03")))
        #expect(calendar.adding(workingDays: 1, to: try day("2020-01-23")) == (try day("2020-02-03")))
        #expect(calendar.adding(workingDays: 0, to: try day("2020-01-25")) == (try day("2020-02-03")))
        #expect(calendar.adding(workingDays: -1, to: try day("2020-02-03")) == (try day("2020-01-23")))
        #expect(calendar.adding(workingDays: -5, to: try day("2020-01-23")) == (try day("2020-01-17")))
        #expect(calendar.workingDays(after: try day("2020-01-17"), through: try day("2020-02-03")) == 6)
    }

    @Test func addingAndCountingAgree() throws {
        let calendar = WorkingCalendar(
            name: WorkingCalendar.china, days: try WorkingDay.days(csv: WorkingDay.springFestival2020))
        for start in 0..<60 {
            let first = try day("2020-01-01").adding(days: start)
            for count in 1...30 {
                let last = calendar.adding(workingDays: count, to: first)
                #expect(calendar.isWorking(last))
                #expect(calendar.workingDays(after: first, through: last) == count)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aYearIsBroughtInAndReplaced(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let laid = try await ground.federation.read { try WorkingCalendarStore.days(of: "china", in: $0) }
            #expect(laid.count == 11)
            _ = try await ground.federation.act(
                .calendarRevise, as: .system, at: nil, id: ground.federation.newActID()
            ) { act in
                let days = try WorkingDay.days(csv: "\u{FEFF}day,is_working,name\r\n2020-02-01,1,调休上班\r\n")
                try WorkingCalendarStore.save(days, of: WorkingCalendar.china, in: act)
                return try act.record(on: Subject("unit", ground.unit), days.count)
            }
            let calendar = try await ground.federation.read {
                try WorkingCalendarStore.calendar(WorkingCalendar.china, in: $0)
            }
            #expect(calendar.isWorking(try day("2020-02-01")))
            let other = try await ground.federation.read { try WorkingCalendarStore.calendar("none", in: $0) }
            #expect(!other.isWorking(try day("2020-02-01")))
        }
    }
}
