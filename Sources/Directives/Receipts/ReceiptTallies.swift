import Federation
import Storage

/// How far a notice has come in a branch, from what is tallied, and from what the branch was sent as a whole.
enum ReceiptTallies {
    struct Found: Sendable {
        /// When it was first sent, in itself or in a cover.
        var first: Moment?
        /// Units that it has reached, by part of the branch; of those that have not signed, by when they have to.
        var groups: [BranchView.Group]
        /// What the units directly below, and the one that looks, have come to themselves.
        fileprivate var near: [UnitID: [Figure]]
    }

    static func groups(of notice: NoticeID, in view: BranchView, in db: any Transaction) throws -> Found {
        let first = try PictureStore.firstSent(notice, in: db)
        let near = try ReceiptFigures.figures(of: notice, at: view.near, since: first, in: db)
        var groups = try view.groups(of: [notice.raw], near: near, in: db)[notice.raw] ?? []
        let sets = try DispatchSetStore.sets(of: NoticeStore.carrying(notice, in: db), in: db).filter {
            $0.rootPath.contains(view.own.path) || view.own.path.contains($0.rootPath)
        }
        if !sets.isEmpty { groups += try untouched(of: notice, sets, groups, view, in: db) }
        return Found(
            first: first, groups: groups.filter { $0.measure.state != ReceiptFigures.excluded }, near: near)
    }

    /// When those that have signed did.
    static func signatures(
        of notice: NoticeID, _ found: Found, in view: BranchView, in db: any Transaction
    ) throws -> [BranchView.Group] {
        try view.times(of: [notice.raw], near: found.near, in: db)[notice.raw] ?? []
    }

    /// Units of one sort in one part of a branch.
    private struct Sort: Hashable {
        var branch: TreePath
        var depth: Int
        var kind: UnitKind
        var level: UnitLevel

        init(_ group: BranchView.Group) {
            (branch, depth) = (group.branch, group.depth)
            (kind, level) = (group.measure.kind, group.measure.level)
        }
    }

    /// How many units of a sort there are, how many of them have receipts or were left out, and how many have the notice in
    /// their own book alone.
    private struct Known {
        var all = 0
        var touched = 0
        var booked = 0

        mutating func add(_ state: Int, _ n: Int) {
            if state == ReceiptFigures.bookOnly { booked += n } else { touched += n }
        }
    }

    /// Those for which nothing is laid yet: all that stand in a set, but for those that have a receipt. What was in a unit's
    /// own book alone is among them then, and no more beside them.
    private static func untouched(
        of notice: NoticeID, _ sets: [DispatchSet], _ groups: [BranchView.Group], _ view: BranchView,
        in db: any Transaction
    ) throws -> [BranchView.Group] {
        var known: [Sort: Known] = [:]
        for group in view.census { known[Sort(group), default: Known()].all += group.n }
        for group in groups { known[Sort(group), default: Known()].add(group.measure.state, group.n) }
        var found: [BranchView.Group] = []
        for (sort, known) in known {
            // The unit itself, or one directly below, stands below the root; what stands further down, at or below it.
            let over = sets.filter { set in
                set.covers(sort.kind, sort.level) && set.rootPath.contains(sort.branch)
                    && (sort.depth > 1 || set.rootPath != sort.branch)
            }
            if over.isEmpty { continue }
            found += waiting(sort, known, over)
        }
        return try found + inside(of: notice, sets, view, in: db)
    }

    private static func waiting(_ sort: Sort, _ known: Known, _ sets: [DispatchSet]) -> [BranchView.Group] {
        let due = sets.compactMap(\.signBy).min()
        func group(_ measure: TallyMeasure, _ n: Int) -> BranchView.Group {
            BranchView.Group(branch: sort.branch, depth: sort.depth, measure: measure, n: n)
        }
        let sent = ReceiptFigures.Standing(state: .sent, dueAt: due).measure(sort.kind, sort.level, since: nil)
        let booked = ReceiptFigures.Standing().measure(sort.kind, sort.level, since: nil)
        return [group(sent, known.all - known.touched), group(booked, -known.booked)].filter { $0.n != 0 }
    }

    /// Sets whose root stands further down than what the branch is told apart by.
    private static func inside(
        of notice: NoticeID, _ sets: [DispatchSet], _ view: BranchView, in db: any Transaction
    ) throws -> [BranchView.Group] {
        var found: [BranchView.Group] = []
        for set in sets {
            guard let top = view.deep.first(where: { $0.path != set.rootPath && $0.path.contains(set.rootPath) }),
                let root = try UnitStore.find(set.root, in: db)
            else { continue }
            var known: [Sort: Known] = [:]
            for sum in try Tally.below([root], of: [Census.subject, notice.raw], in: db) {
                let sort = Sort(.init(branch: top.path, depth: 2, measure: sum.measure, n: sum.n))
                if sum.subject == Census.subject {
                    known[sort, default: Known()].all += sum.n
                } else {
                    known[sort, default: Known()].add(sum.measure.state, sum.n)
                }
            }
            for (sort, known) in known where set.covers(sort.kind, sort.level) {
                // Where a set from further up means them already, they are counted there.
                let isCounted = sets.contains { other in
                    other.covers(sort.kind, sort.level) && other.rootPath.contains(set.rootPath)
                        && (other.rootPath != set.rootPath
                            || (other.dispatch, other.phrase) < (set.dispatch, set.phrase))
                }
                if isCounted { continue }
                let same = sets.filter { $0.rootPath == set.rootPath && $0.covers(sort.kind, sort.level) }
                found += waiting(sort, known, same)
            }
        }
        return found
    }
}
