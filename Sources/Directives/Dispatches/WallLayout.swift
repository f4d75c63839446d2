/// How large the squares of a receipt wall are: one square is one unit for as long as that fits the screen,
/// and k units when it no longer does.
///
/// The wall is a table with one row per branch. Sizes are in CSS pixels. Nothing here knows a unit's name or
/// a database: counts go in, sizes and runs come out.
package struct WallLayout: Sendable, Hashable {
    /// The edge of one square: 24, 20, 16, 12, 9, 7 or 5.
    package var side: Int
    /// The space between two squares, to the right and below.
    package var gap: Int
    /// How many squares stand in one line of a branch, at least 1.
    package var perRow: Int
    /// How many units one square stands for: 1, 10, 100, 1,000 or 10,000. Above 1 the page must say so (一格十个).
    package var unitsPerSquare: Int

    package init(side: Int, gap: Int, perRow: Int, unitsPerSquare: Int) {
        self.side = side
        self.gap = gap
        self.perRow = perRow
        self.unitsPerSquare = unitsPerSquare
    }

    /// From one square to the next.
    package var pitch: Int { side + gap }

    /// Large squares stand in the order of unit codes, so that a square never moves, and each is a link with a name.
    /// Smaller ones are sorted by state, drawn as runs and hidden from screen readers beside their numbers.
    package var isOneLinkPerUnit: Bool { side >= 12 }

    /// Below 8 pixels a square has no outline and no water line, only a colour.
    package var isFlat: Bool { side < 8 }

    /// What the eye must find first stands first; the raw value is the order of the runs.
    package enum State: Int, Sendable, CaseIterable {
        case late, undelivered, delivered, opened, signed, relayed
    }
}

// MARK: Choosing

extension WallLayout {
    /// The sizes tried, largest first.
    package static let sizes: [(side: Int, gap: Int)] = [(24, 4), (20, 4), (16, 3), (12, 3), (9, 2), (7, 2), (5, 1)]

    /// Padding and hairline of one branch's row.
    package static let rowPadding = 18

    /// The height a wall may take: about one screen, more where there are many branches.
    package static func maxHeight(branches: Int, isPhone: Bool = false) -> Int {
        max(isPhone ? 900 : 560, 30 * branches)
    }

    /// The first size at which every branch fits; if even 5 pixels are too many, the first k of 10, 100, 1,000, 10,000.
    ///
    /// Squares that stand for several units are never links, so only sizes below 12 are tried for them.
    /// Where not even 10,000 units in a square of 5 pixels fit, that is what is returned, and the wall is taller
    /// than `maxHeight`.
    ///
    /// - Parameters:
    ///   - branchCounts: how many units stand in each branch, none negative.
    ///   - columnWidth: the width of the column of squares.
    ///   - maxHeight: usually `maxHeight(branches:isPhone:)`, which is what is taken when this is nil.
    package static func choose(branchCounts: [Int], columnWidth: Int, maxHeight: Int? = nil) -> WallLayout {
        precondition(branchCounts.allSatisfy { $0 >= 0 }, "a branch has no fewer than 0 units")
        let limit = maxHeight ?? Self.maxHeight(branches: branchCounts.count)
        var smallest = WallLayout(side: 5, gap: 1, perRow: 1, unitsPerSquare: 1)
        for unitsPerSquare in [1, 10, 100, 1_000, 10_000] {
            for (side, gap) in sizes where unitsPerSquare == 1 || side < 12 {
                let layout = WallLayout(
                    side: side, gap: gap, perRow: max(1, columnWidth / (side + gap)), unitsPerSquare: unitsPerSquare)
                if layout.height(branchCounts: branchCounts) <= limit { return layout }
                smallest = layout
            }
        }
        return smallest
    }

    /// How high the wall becomes at most, whatever the states of its units are.
    package func height(branchCounts: [Int]) -> Int {
        branchCounts.reduce(0) { $0 + lines(squares: maxSquares(units: $1)) * pitch + Self.rowPadding }
    }

    /// How many lines so many squares take.
    package func lines(squares: Int) -> Int { (squares + perRow - 1) / perRow }

    /// The most squares a branch of so many units can take: `squares(of:)` may need one each for late, for undelivered
    /// and for the rest.
    func maxSquares(units: Int) -> Int {
        unitsPerSquare == 1 ? units : max(whole(units), min(units, 3))
    }

    private func whole(_ units: Int) -> Int { (units + unitsPerSquare - 1) / unitsPerSquare }
}

// MARK: Filling

extension WallLayout {
    /// How many squares each state gets in one branch.
    ///
    /// One square per unit as long as `unitsPerSquare` is 1. Above that, squares are divided by largest remainder,
    /// but late and undelivered units keep a square even where there is one of them in ten thousand,
    /// and the rest of the branch keeps one beside them, so that one late unit never paints a whole branch red.
    ///
    /// - Parameter units: how many units are in each state; a missing state is none.
    package func squares(of units: [State: Int]) -> [State: Int] {
        let counts = State.allCases.map { units[$0] ?? 0 }
        precondition(counts.allSatisfy { $0 >= 0 }, "a state has no fewer than 0 units")
        guard unitsPerSquare > 1 else { return Self.named(counts) }

        let total = counts.reduce(0, +)
        guard total > 0 else { return [:] }
        // One square each for late, for undelivered, and for the largest of the other states.
        var kept = counts.map { _ in 0 }
        for state in [State.late, .undelivered] where counts[state.rawValue] > 0 { kept[state.rawValue] = 1 }
        let rest = counts.indices.filter { $0 > State.undelivered.rawValue && counts[$0] > 0 }
        if let largest = rest.max(by: { (counts[$0], $1) < (counts[$1], $0) }) { kept[largest] = 1 }

        let wanted = max(whole(total), kept.reduce(0, +))
        let shares = counts.map { $0 * wanted / total }
        let remainders = counts.map { $0 * wanted % total }
        var squares = zip(shares, kept).map { max($0, $1) }
        var open = wanted - squares.reduce(0, +)

        // Ties go to the state that stands first, so that the same counts always give the same wall.
        // A state that was given its kept square has had its remainder.
        for state in counts.indices.sorted(by: { (remainders[$1], $0) < (remainders[$0], $1) })
        where open > 0 && remainders[state] > 0 && squares[state] == shares[state] {
            squares[state] += 1
            open -= 1
        }
        // Kept squares may have come on top; the largest states give them back.
        while open < 0 {
            let giver = squares.indices.max { (squares[$0] - kept[$0], $1) < (squares[$1] - kept[$1], $0) }!
            squares[giver] -= 1
            open += 1
        }
        return Self.named(squares)
    }

    private static func named(_ counts: [Int]) -> [State: Int] {
        Dictionary(uniqueKeysWithValues: State.allCases.map { ($0, counts[$0.rawValue]) }.filter { $0.1 > 0 })
    }
}

// MARK: Drawing

extension WallLayout {
    /// A block of squares, counted in squares from the branch's upper left corner.
    package struct Block: Sendable, Hashable {
        package var column: Int
        package var row: Int
        package var columns: Int
        package var rows: Int

        package var squares: Int { columns * rows }
    }

    /// A run of squares that begins after `start` others, as at most three rectangles: the end of a line,
    /// the whole lines, the beginning of a line. So a wall of 2.5 million units stays a few dozen elements.
    package func blocks(start: Int, count: Int) -> [Block] {
        var blocks: [Block] = []
        var at = start
        var left = count
        let column = at % perRow
        if column > 0, left > 0 {
            let head = min(left, perRow - column)
            blocks.append(Block(column: column, row: at / perRow, columns: head, rows: 1))
            at += head
            left -= head
        }
        if left >= perRow {
            let rows = left / perRow
            blocks.append(Block(column: 0, row: at / perRow, columns: perRow, rows: rows))
            at += rows * perRow
            left -= rows * perRow
        }
        if left > 0 {
            blocks.append(Block(column: 0, row: at / perRow, columns: left, rows: 1))
        }
        return blocks
    }
}
