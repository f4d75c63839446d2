import Federation
import Testing

@Suite struct CivilDayTests {
    @Test func everyDayOfFourCenturiesComesBackFromItsText() throws {
        let first = try #require(CivilDay("1801-01-01"))
        #expect(CivilDay("1970-01-01")?.ordinal == 0)
        for place in 0..<146_097 {
            let day = first.adding(days: place)
            guard CivilDay(day.description) == day else { return #expect(CivilDay(day.description) == day) }
        }
        #expect(first.adding(days: 146_097).description == "2201-01-01")
    }

    @Test(arguments: [
        "2020-02-30", "2019-02-29", "2020-13-01", "2020-00-10", "2020-1-1", "20200101", "2020-01-00", "", "2020-01-011",
        "+020-01-01", "二〇二〇",
    ]) func whatIsNoDayIsNone(_ text: String) { #expect(CivilDay(text) == nil) }

    @Test func weekdaysAreRight() {
        // The mission document was signed on a Tuesday.
        #expect(CivilDay("2020-02-04")?.weekday == 2)
        #expect(CivilDay("1970-01-01")?.weekday == 4)
        #expect(CivilDay("1900-01-01")?.weekday == 1)
        #expect(CivilDay("2020-02-29")?.weekday == 6)
    }
}
