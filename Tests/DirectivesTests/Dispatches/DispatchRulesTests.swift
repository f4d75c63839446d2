import Federation
import Testing

@testable import Directives

@Suite struct DispatchRulesTests {
    private static let signBy = PageModels.moment(5, 9)

    /// When it was signed, whether only the day is known, when one looks, and whether that is late.
    private static let table: [(signed: Moment?, isDayOnly: Bool, now: Moment, isLate: Bool)] = [
        (nil, false, PageModels.moment(5, 9), false),
        (nil, false, PageModels.moment(5, 9).adding(seconds: 1), true),
        (PageModels.moment(5, 9), false, PageModels.moment(6, 9), false),
        (PageModels.moment(5, 9, 1), false, PageModels.moment(6, 9), true),
        // Of that day it may have been the morning.
        (PageModels.moment(5, 23), true, PageModels.moment(6, 9), false),
        (PageModels.moment(6, 0, 1), true, PageModels.moment(6, 9), true),
    ]

    @Test(arguments: table.indices) func latenessFollowsTheDate(_ place: Int) {
        let row = Self.table[place]
        let signature = row.signed.map { Signature(at: $0, isDayOnly: row.isDayOnly) }
        #expect(DispatchRules.isLate(signature, signBy: Self.signBy, now: row.now) == row.isLate)
    }

    @Test(arguments: table.indices) func withoutADateNothingIsLate(_ place: Int) {
        let row = Self.table[place]
        let signature = row.signed.map { Signature(at: $0, isDayOnly: row.isDayOnly) }
        #expect(!DispatchRules.isLate(signature, signBy: nil, now: row.now))
    }
}
