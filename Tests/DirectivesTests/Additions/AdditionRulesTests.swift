import Directives
import Federation
import Testing

@Suite struct AdditionRulesTests {
    private let now = Moment(microseconds: 1_580_866_920_000_000)

    private func day(_ days: Int64) -> Moment { now.adding(days: days) }

    @Test func earlierOrTheSameIsTaken() throws {
        try AdditionRules.require(day(3), above: [], now: now)
        try AdditionRules.require(day(3), above: [("省", day(5)), ("市", day(3))], now: now)
    }

    @Test func laterThanTheTightestAboveIsNot() {
        #expect(throws: AdditionRefusal.self) {
            try AdditionRules.require(day(4), above: [("省", day(5)), ("市", day(3))], now: now)
        }
        #expect(throws: AdditionRefusal.self) { try AdditionRules.require(now, above: [], now: now) }
    }

    @Test func theSlackIsWhatALevelTookAway() {
        #expect(AdditionRules.slack([]).isEmpty)
        #expect(AdditionRules.slack([day(5), day(3), day(3)]) == [nil, 2 * 86_400, 0])
        #expect(AdditionRules.slack([day(3), day(5)]) == [nil, 0], "a later one takes nothing, and gives nothing")
    }

    @Test func everyRefusalSpeaksBothLanguages() {
        let all: [AdditionRefusal] = [
            .dueMissing, .past, .laterThanAbove("省总", now), .valueMissing, .reasonMissing, .tooLong, .nothingBound,
        ]
        for one in all { #expect(!one.sentence.zh.isEmpty && !one.sentence.en.isEmpty) }
        #expect(Set(all.map(\.code)).count == all.count)
    }
}
