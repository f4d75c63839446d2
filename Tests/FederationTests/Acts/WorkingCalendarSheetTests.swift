import Federation
import MusterTesting
import Storage
import Testing

@Suite struct WorkingCalendarSheetTests {
    @Test func eachWrongLineIsNamed() throws {
        let sheet = try WorkingCalendarSheet(
            csv: "\u{FEFF}day,is_working,name\r\n2020-02-01,1,调休上班\r\n\r\n2020-02-30,0,x\r\n2020-02-01,0,y\r\nx\r\n")
        #expect(sheet.days.map(\.name) == ["调休上班"])
        #expect(sheet.problems.map(\.line) == [4, 5, 6])
        #expect(sheet.problems[0].text == "2020-02-30,0,x")
        #expect(sheet.problems[1].sentence.en == "This day stands on line 2 already.")
        #expect(sheet.years == [2020])
    }

    @Test func whatIsNoSheetIsRefusedAsAWhole() {
        for (text, refusal) in [
            ("", WorkingCalendarRefusal.headerMissing), ("day,name", .headerMissing),
            ("day,is_working,name\n \n", .empty),
        ] {
            #expect(throws: refusal) { try WorkingCalendarSheet(csv: text) }
        }
    }

    @Test(arguments: TestDatabase.dialects) func theTopAloneRevisesAndOtherDaysStay(_ dialect: Dialect) async throws {
        try await SmallOffice.with(dialect) { office in
            let sheet = try WorkingCalendarSheet(csv: "day,is_working,name\n2020-01-19,0,休\n2020-05-01,0,劳动节\n")
            for actor in [office.outsider, office.clerk, office.chair] {
                await expectRefusal("access.forbidden") {
                    try await office.federation.reviseCalendar(sheet, at: office.city, as: actor, id: office.newID())
                }
            }
            let before = try await days(office)
            try await office.federation.reviseCalendar(
                sheet, at: office.city, as: office.administrator, id: office.newID())
            let after = try await days(office)
            #expect(after.count == before.count + 1)
            #expect(after.first { $0.day.description == "2020-01-19" }?.isWorking == false)
            let broken = try WorkingCalendarSheet(csv: "day,is_working,name\n2020-06-01,0,x\n2020-06-02,7,x\n")
            await expectRefusal("calendar.line_unusable") {
                try await office.federation.reviseCalendar(
                    broken, at: office.city, as: office.administrator, id: office.newID())
            }
            #expect(try await days(office) == after)
        }
    }

    private func days(_ office: SmallOffice) async throws -> [WorkingDay] {
        try await office.federation.read { try WorkingCalendarStore.days(of: WorkingCalendar.china, in: $0) }
    }
}
