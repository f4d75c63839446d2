/// What two versions of a text have in common, line by line.
package struct DraftDifference: Sendable, Hashable {
    package enum Line: Sendable, Hashable {
        case same(String)
        case removed(String)
        case added(String)
    }

    package var lines: [Line]
    /// Of both texts together.
    package static let linesMax = 2_000

    /// Removed lines stand before those that came in their place.
    package init(from old: [String], to new: [String]) {
        // Comparing takes memory by the square of what differs; a text of so many lines is shown whole, twice.
        guard old.count + new.count <= Self.linesMax else {
            lines = old.map(Line.removed) + new.map(Line.added)
            return
        }
        var (removals, insertions): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removals.insert(offset)
            case .insert(let offset, _, _): insertions.insert(offset)
            }
        }
        lines = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removals.contains(before) {
                lines.append(.removed(old[before]))
                before += 1
            } else if insertions.contains(after) {
                lines.append(.added(new[after]))
                after += 1
            } else {
                lines.append(.same(new[after]))
                before += 1
                after += 1
            }
        }
    }

    package var isEmpty: Bool {
        lines.allSatisfy { if case .same = $0 { true } else { false } }
    }
}

extension DraftContent {
    /// The cover's own words as lines, for comparing.
    package var lines: [String] {
        [title, line.isEmpty ? "" : line + "：", opening].filter { !$0.isEmpty } + clauses
            + [closing, copyLine.isEmpty ? "" : "抄送：" + copyLine].filter { !$0.isEmpty }
    }
}
