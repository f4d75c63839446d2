import Directives
import Federation
import Testing

@testable import Site

/// One place, one item.
@Suite struct TodayItemsTests {
    private let now = Moment(microseconds: 1_580_866_920_000_000)

    private func due(
        _ kind: Verb, _ path: String, grade: Int = 0, minutes: Int, about: Int64? = nil, at: Moment? = nil
    ) -> (due: Due, line: DueLine) {
        (
            Due(
                unit: UnitID(1), post: nil, kind: kind, subject: 1, grade: grade, dueAt: at, minutes: minutes,
                openedAt: now, about: about, askedBy: nil),
            DueLine(act: Sentence(zh: kind.rawValue, en: kind.rawValue), path: path, about: "A", dateSetBy: "B")
        )
    }

    @Test func dutiesOfOnePaperAreOneItem() {
        let items = TodayItems.merged([
            due(.assignmentDischarge, "/a", minutes: 0, about: 7, at: now.adding(days: 2)),
            due(.assignmentDischarge, "/a", minutes: 2, about: 7, at: now.adding(days: 1)),
            due(.assignmentDischarge, "/b", minutes: 0, about: 8),
        ])
        #expect(items.map(\.minutes) == [3, 1], "a minute for the paper, and what figures add")
        #expect(items[0].date?.at == now.adding(days: 1), "the earliest date counts")
    }

    @Test func whatWaitsForASignatureStandsWithIt() {
        let duty = due(.assignmentDischarge, "/a", grade: 3, minutes: 2, about: 7)
        let sign = due(.receiptSign, "/a", grade: 3, minutes: 1)
        for order in [[duty, sign], [sign, duty]] {
            let items = TodayItems.merged(order)
            #expect(items.count == 1)
            #expect(items[0].act.zh == "receipt.sign" && items[0].also?.zh == "assignment.discharge")
            #expect(items[0].minutes == 4)
        }
    }

    @Test func theOrderIsKept() {
        let items = TodayItems.merged([
            due(.receiptSign, "/c", minutes: 1), due(.receiptSign, "/a", minutes: 1),
            due(.assignmentDischarge, "/c", minutes: 0, about: 1),
        ])
        #expect(items.map(\.path) == ["/c", "/a"])
    }
}
