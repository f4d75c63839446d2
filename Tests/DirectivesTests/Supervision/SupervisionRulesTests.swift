import Directives
import Federation
import Testing

/// Whom allocations bind as one unit sees its branches, whose turn it is, and what comes before a leader first.
@Suite struct SupervisionRulesTests {
    private let nation = TreePath("00001")
    private var province: TreePath { nation.appending(segment: "00002") }
    private var city: TreePath { province.appending(segment: "00003") }
    private var county: TreePath { city.appending(segment: "00004") }
    private var other: TreePath { city.appending(segment: "00005") }

    private func depths(_ path: TreePath, _ depth: DueScope.Depth, _ branch: TreePath) -> [Int] {
        (0...3).filter { SupervisionRules.binds([(path: path, depth: depth)], branch, depth: $0, seenFrom: city) }
    }

    @Test func fromAboveOrHereItBindsAllTheWayDown() {
        for allocator in [nation, province, city] {
            #expect(depths(allocator, .all, county) == [0, 1, 2, 3], "\(allocator.text)")
        }
    }

    @Test func toTheNextLevelItStopsThere() {
        #expect(depths(city, .next, county) == [0, 1])
        #expect(depths(province, .next, county) == [0], "the city alone")
        #expect(depths(nation, .next, county).isEmpty)
    }

    @Test func aBranchBindsItself() {
        #expect(depths(county, .all, county) == [1, 2, 3])
        #expect(depths(county, .next, county) == [1, 2])
        #expect(depths(county, .all, other).isEmpty)
    }

    @Test func whoseTurnItIs() {
        let standing = Standing(bound: 10, unreached: 9, settled: 1)
        #expect(SupervisionRules.turn(standing, isSigned: nil) == .send)
        #expect(SupervisionRules.turn(standing, isSigned: false) == .sign)
        #expect(SupervisionRules.turn(standing, isSigned: true) == .relay, "whoever owes it has not got it")
        #expect(SupervisionRules.turn(Standing(bound: 10, unreached: 3), isSigned: true) == .act)
        #expect(SupervisionRules.turn(Standing(bound: 1), isSigned: true) == .act)
    }

    @Test func theWorstComesFirst() {
        let moment = Moment(microseconds: 1)
        func stuck(_ branch: Int64, late: Int = 0, grade: Int = 0, left: Int = 1, since: Int64 = 0) -> Stuck {
            Stuck(
                place: .init(branch: UnitID(branch), notice: NoticeID(1), turn: .act), obligations: [ObligationID(1)],
                standing: Standing(bound: left, late: late), grade: grade, since: moment.adding(seconds: since))
        }
        let inOrder = [
            stuck(1, late: 1), stuck(2, grade: 3), stuck(3, left: 9), stuck(4, left: 2), stuck(5, left: 2, since: 9),
        ]
        #expect(inOrder.reversed().sorted(by: SupervisionRules.isWorse).map(\.place) == inOrder.map(\.place))
    }

    @Test func whatIsLeftIsNeverLessThanNothing() {
        let standing = Standing(bound: 5, unreached: 2, settled: 2, declined: 1, underWay: 1)
        #expect(standing.left == 2 && standing.untouched == 0)
        #expect((standing + standing).bound == 10)
    }
}
