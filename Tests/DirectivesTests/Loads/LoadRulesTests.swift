import Directives
import Federation
import Testing

/// What a day asked of a unit is told in minutes, by whoever asked.
@Suite struct LoadRulesTests {
    /// 2020-02-05 09:42 in China.
    private let now = Moment(microseconds: 1_580_866_920_000_000)
    private let city = UnitID(1)
    private let county = UnitID(2)

    private func span(
        _ asker: UnitID?, _ minutes: Int, about: Int64? = nil, opened: Int64 = 0, closed: Int64? = nil
    ) -> DueSpan {
        DueSpan(
            unit: UnitID(9), askedBy: asker, about: about, minutes: minutes, openedAt: now.adding(days: opened),
            closedAt: closed.map { now.adding(days: $0) })
    }

    @Test func oneNoticeIsOneMinuteHoweverMuchItAsks() {
        #expect(LoadRules.minutes([]) == 0)
        #expect(LoadRules.minutes([span(city, 0, about: 5), span(city, 0, about: 5), span(city, 2, about: 5)]) == 3)
        #expect(LoadRules.minutes([span(city, 0, about: 5), span(county, 0, about: 6)]) == 2)
        #expect(LoadRules.minutes([span(city, 1)]) == 1, "a signature has its own minute")
    }

    @Test func everyDayIsThereTheLatestFirst() throws {
        let (first, last) = (try #require(CivilDay("2020-02-03")), try #require(CivilDay("2020-02-05")))
        let days = LoadRules.days(
            [span(city, 1, opened: -2, closed: 0), span(county, 4), span(city, 3)], from: first, through: last)
        #expect(days.map(\.askedMinutes) == [7, 0, 1])
        #expect(days.map(\.spentMinutes) == [1, 0, 0])
        #expect(days[0].asked.map(\.asker) == [county, city], "the most minutes first")
        #expect(LoadRules.days([], from: last, through: first).isEmpty)
    }

    @Test func whatWasAskedBeforeIsNobodys() {
        let shares = LoadRules.shares([span(nil, 2), span(city, 1)])
        #expect(shares.map(\.asker) == [nil, city])
    }
}
