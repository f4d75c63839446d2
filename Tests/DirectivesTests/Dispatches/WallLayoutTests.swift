import Directives
import Testing

@Suite("A wall of squares")
struct WallLayoutTests {
    /// The branches of the mission document, and the wall drawn of them.
    let jiaozuo = [10, 8, 51, 11, 4]

    @Test("The 84 units of a city stand as squares of 24")
    func cityWall() {
        let layout = WallLayout.choose(branchCounts: jiaozuo, columnWidth: 570)
        #expect(layout == WallLayout(side: 24, gap: 4, perRow: 20, unitsPerSquare: 1))
        #expect(layout.isOneLinkPerUnit)
    }

    @Test("Two thousand units stand as squares of 9, sorted by state")
    func countyWall() {
        let counts = [214, 132, 118, 241, 156, 173, 228, 186, 204, 161, 127, 96]
        let layout = WallLayout.choose(branchCounts: counts, columnWidth: 990)
        #expect(layout.side == 9)
        #expect(layout.perRow == 90)
        #expect(layout.unitsPerSquare == 1)
        #expect(!layout.isOneLinkPerUnit)
    }

    @Test("The whole federation stands in squares of several units, none of them a link")
    func nationalWall() {
        let layout = WallLayout.choose(branchCounts: Array(repeating: 79_870, count: 31), columnWidth: 700)
        #expect(layout.unitsPerSquare > 1)
        #expect(!layout.isOneLinkPerUnit)
    }

    @Test("A phone allows more height than a desk")
    func phoneHeight() {
        #expect(WallLayout.maxHeight(branches: 5) == 560)
        #expect(WallLayout.maxHeight(branches: 5, isPhone: true) == 900)
        #expect(WallLayout.maxHeight(branches: 40) == 1_200)
    }

    @Test("No branches make an empty wall of the largest squares")
    func noBranches() {
        let layout = WallLayout.choose(branchCounts: [], columnWidth: 570)
        #expect(layout.side == 24)
        #expect(layout.height(branchCounts: []) == 0)
    }

    @Test("A column narrower than a square still holds one square to the line")
    func narrowColumn() {
        #expect(WallLayout.choose(branchCounts: [3], columnWidth: 10).perRow == 1)
    }

    @Test("The wall never grows past its height, and no larger square would have fitted", arguments: 0..<200)
    func heightIsBounded(seed: UInt64) {
        var dice = WallDice(seed: seed)
        let counts = dice.branches()
        let width = dice.number(in: 280...1_300)
        let limit = WallLayout.maxHeight(branches: counts.count)
        let layout = WallLayout.choose(branchCounts: counts, columnWidth: width)

        #expect(layout.height(branchCounts: counts) <= limit)
        #expect(layout.perRow * layout.pitch <= width)
        if layout.unitsPerSquare == 1, let (side, gap) = WallLayout.sizes.last(where: { $0.side > layout.side }) {
            let larger = WallLayout(side: side, gap: gap, perRow: max(1, width / (side + gap)), unitsPerSquare: 1)
            #expect(larger.height(branchCounts: counts) > limit)
        }
    }

    @Test("Filled with any states, the wall keeps the height it was chosen for", arguments: 0..<200)
    func filledHeightIsBounded(seed: UInt64) {
        var dice = WallDice(seed: seed)
        let counts = dice.branches()
        let layout = WallLayout.choose(branchCounts: counts, columnWidth: 570)
        let height = counts.reduce(0) { height, count in
            let squares = layout.squares(of: dice.states(of: count)).values.reduce(0, +)
            return height + layout.lines(squares: squares) * layout.pitch + WallLayout.rowPadding
        }
        #expect(height <= WallLayout.maxHeight(branches: counts.count))
    }

    @Test("One square is one unit until the page says otherwise", arguments: 0..<50)
    func oneToOne(seed: UInt64) {
        var dice = WallDice(seed: seed)
        let states = dice.states(of: dice.number(in: 0...300))
        let layout = WallLayout(side: 12, gap: 3, perRow: 40, unitsPerSquare: 1)
        #expect(layout.squares(of: states) == states.filter { $0.value > 0 })
    }

    @Test("Late and undelivered units keep a square, and the squares sum right", arguments: 0..<400)
    func largestRemainder(seed: UInt64) {
        var dice = WallDice(seed: seed)
        let unitsPerSquare = [10, 100, 1_000, 10_000][dice.number(in: 0...3)]
        let layout = WallLayout(side: 5, gap: 1, perRow: 100, unitsPerSquare: unitsPerSquare)
        let states = dice.states(of: dice.number(in: 0...200_000))
        let total = states.values.reduce(0, +)
        let squares = layout.squares(of: states)
        let sum = squares.values.reduce(0, +)

        let kept = [WallLayout.State.late, .undelivered].filter { states[$0, default: 0] > 0 }
        for state in kept { #expect(squares[state, default: 0] >= 1) }
        for (state, count) in squares {
            #expect(count > 0)
            #expect(states[state, default: 0] > 0)
        }
        let hasRest = states.contains { !kept.contains($0.key) && $0.value > 0 }
        if hasRest { #expect(squares.contains { !kept.contains($0.key) }) }
        #expect(sum == max((total + unitsPerSquare - 1) / unitsPerSquare, kept.count + (hasRest ? 1 : 0)))
    }

    @Test("One late unit among ten thousand is one red square beside the others")
    func oneLate() {
        let layout = WallLayout(side: 5, gap: 1, perRow: 100, unitsPerSquare: 10_000)
        #expect(layout.squares(of: [.late: 1, .signed: 9_999]) == [.late: 1, .signed: 1])
        #expect(layout.squares(of: [.late: 1, .signed: 99_999]) == [.late: 1, .signed: 9])
        #expect(layout.squares(of: [.undelivered: 3]) == [.undelivered: 1])
        #expect(layout.squares(of: [:]) == [:])
    }

    @Test("A run is at most three rectangles and covers its squares once", arguments: 0..<200)
    func runs(seed: UInt64) {
        var dice = WallDice(seed: seed)
        let layout = WallLayout(side: 9, gap: 2, perRow: dice.number(in: 1...90), unitsPerSquare: 1)
        let start = dice.number(in: 0...400)
        let count = dice.number(in: 0...900)
        let blocks = layout.blocks(start: start, count: count)

        #expect(blocks.count <= 3)
        let covered = blocks.flatMap { block in
            (block.row..<block.row + block.rows).flatMap { row in
                (block.column..<block.column + block.columns).map { row * layout.perRow + $0 }
            }
        }
        #expect(covered == Array(start..<start + count))
        #expect(blocks.allSatisfy { $0.column + $0.columns <= layout.perRow })
    }
}

/// A die that falls the same way for the same seed (SplitMix64).
private struct WallDice: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// From one branch of one unit to forty of a hundred thousand.
    mutating func branches() -> [Int] {
        let most = [12, 60, 400, 3_000, 100_000][number(in: 0...4)]
        return (0..<number(in: 1...40)).map { _ in number(in: 0...most) }
    }

    /// So many units, spread over the states; some states stay empty, and late is often rare.
    mutating func states(of count: Int) -> [WallLayout.State: Int] {
        var states: [WallLayout.State: Int] = [:]
        var left = count
        for state in WallLayout.State.allCases.dropLast() {
            let most = number(in: 0...2) == 0 ? left : min(left, 3)
            let some = number(in: 0...most)
            states[state] = some
            left -= some
        }
        states[.relayed] = left
        return states
    }
}
