import Federation
import Storage

/// How far a sending has come among those that it was sent to as a whole, from what is tallied: what became of the notice at
/// them, in whichever paper it came.
struct DispatchSetCounts {
    /// By the place of the phrase.
    private(set) var byPhrase: [Int: Counts] = [:]

    struct Counts: Sendable, Hashable {
        var units: [ReceiptState: Int] = [:]
        /// Of them, late.
        var late: [ReceiptState: Int] = [:]

        mutating func add(_ state: ReceiptState, _ n: Int, late isLate: Bool = false) {
            units[state, default: 0] += n
            if isLate { late[state, default: 0] += n }
        }
    }

    /// All of it together. Costs as much for the nation as for a county.
    init(of dispatch: DispatchID, in db: any Transaction) throws {
        let sets = try DispatchSetStore.sets(of: dispatch, in: db)
        guard let first = sets.first, let root = try UnitStore.find(first.root, in: db) else { return }
        let sums = try Tally.below([root], of: [Census.subject, first.notice.raw], in: db)
        var waiting: [TallyMeasure: Int] = [:]
        for sum in sums {
            let sort = TallyMeasure(kind: sum.measure.kind, level: sum.measure.level)
            guard let phrase = Self.phrase(sets, sort) else { continue }
            if sum.subject == Census.subject {
                waiting[sort, default: 0] += sum.n
            } else if let state = ReceiptState(rawValue: sum.measure.state) {
                byPhrase[phrase, default: Counts()].add(state, sum.n)
                waiting[sort, default: 0] -= sum.n
            } else if sum.measure.state == ReceiptFigures.excluded {
                waiting[sort, default: 0] -= sum.n
            }
        }
        for (sort, n) in waiting {
            guard let phrase = Self.phrase(sets, sort) else { continue }
            byPhrase[phrase, default: Counts()].add(.sent, n)
        }
        try leaveOutListed(of: dispatch, sets, in: db)
    }

    /// The phrase under which a sort of units stands: the first that means it.
    private static func phrase(_ sets: [DispatchSet], _ sort: TallyMeasure) -> Int? {
        sets.first { $0.covers(sort.kind, sort.level) }?.phrase
    }

    /// Units that a phrase names one by one stand there, though one that is sent to as a whole means them too.
    private mutating func leaveOutListed(
        of dispatch: DispatchID, _ sets: [DispatchSet], in db: any Transaction
    ) throws {
        let listed = try DispatchSetStore.listed(of: dispatch, in: db)
        for row in listed where sets.contains(where: { $0.covers(row.unit) }) {
            guard let set = sets.first(where: { $0.covers(row.unit) }) else { continue }
            byPhrase[set.phrase]?.add(row.state, -1)
        }
    }

    /// One row for each branch below the sender, by phrase.
    static func branches(
        of dispatch: Dispatch, now: Moment, in db: any Transaction
    ) throws -> [Int: [(top: Unit, counts: Counts)]] {
        let sets = try DispatchSetStore.sets(of: dispatch.id, in: db)
        guard let first = sets.first, let root = try UnitStore.find(first.root, in: db) else { return [:] }
        let view = try BranchView(root, in: db)
        let found = try ReceiptTallies.groups(of: dispatch.notice, in: view, in: db)
        let hours = dispatch.signBy.map { due in
            Int((due.microseconds - (found.first ?? due).microseconds + 3_599_999_999) / 3_600_000_000)
        }
        var counts: [Int: [TreePath: Counts]] = [:]
        for group in found.groups where group.depth > 0 {
            guard let phrase = phrase(sets, group.measure), let state = ReceiptState(rawValue: group.measure.state)
            else { continue }
            let isLate = !state.isSigned && ReceiptFigures.isLate(bucket: group.measure.bucket, now: now)
            counts[phrase, default: [:]][group.branch, default: Counts()].add(state, group.n, late: isLate)
        }
        if let hours {
            for group in try ReceiptTallies.signatures(of: dispatch.notice, found, in: view, in: db)
            where group.depth > 0 && ReceiptFigures.Signed(bucket: group.measure.bucket).hours >= hours {
                guard let phrase = phrase(sets, group.measure), let state = ReceiptState(rawValue: group.measure.state)
                else { continue }
                counts[phrase]?[group.branch]?.late[state, default: 0] += group.n
            }
        }
        for row in try DispatchSetStore.listed(of: dispatch.id, in: db) {
            guard let set = sets.first(where: { $0.covers(row.unit) }),
                let top = view.tops.first(where: { $0.path.contains(row.unit.path) })
            else { continue }
            counts[set.phrase]?[top.path]?.add(row.state, -1)
        }
        return counts.mapValues { branches in
            view.tops.compactMap { top in branches[top.path].map { (top, $0) } }
        }
    }
}
