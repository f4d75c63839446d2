import Federation
import Testing

@testable import Directives

@Suite struct RelayRulesTests {
    @Test func theMedianIsAValueThatWasThere() {
        #expect(RelayRules.median([Int]()) == nil)
        #expect(RelayRules.median([7]) == 7)
        #expect(RelayRules.median([1, 9]) == 1)
        #expect(RelayRules.median([1, 5, 9]) == 5)
    }

    private static let day = RelayRules.Statement(quote: "2月2日24时", day: "2020-02-02")

    @Test func aDateExpiresWhereItWasFirstSentAfterIt() {
        let expired = RelayRules.expired(
            [Self.day], sent: [("Province", PageModels.moment(2, 23)), ("City", PageModels.moment(4, 16))],
            levels: [("Addressed", [PageModels.moment(4, 16)])])
        #expect(expired.map(\.level) == ["City"] && expired.map(\.units) == [nil])
        #expect(expired.map(\.reachedOn) == ["2020-02-04"])
    }

    @Test func furtherDownTheUnitsAreCounted() {
        let expired = RelayRules.expired(
            [Self.day], sent: [("City", PageModels.moment(1, 9))],
            levels: [
                ("Addressed", [PageModels.moment(1, 9)]),
                ("Below", [PageModels.moment(2, 9), PageModels.moment(3, 9), PageModels.moment(4, 9)]),
            ])
        #expect(expired.map(\.level) == ["Below"] && expired.map(\.units) == [2])
        #expect(expired.map(\.reachedOn) == ["2020-02-03"])
    }

    @Test func onTheDayItselfItStillHolds() {
        let reached = [("Addressed", [PageModels.moment(2, 23, 59)])]
        #expect(RelayRules.expired([Self.day], sent: [("City", PageModels.moment(2, 1))], levels: reached).isEmpty)
    }
}
