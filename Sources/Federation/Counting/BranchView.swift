package import Storage

/// A branch as the unit at its top sees it: the unit itself, each one directly below it, and what stands below each of those
/// put together. What is read is as much for a workshop as for the nation.
package struct BranchView: Sendable {
    package let own: Unit
    /// Working units directly below, on either line.
    package let children: [Unit]
    /// Those of them that hang here by their first line.
    package let tops: [Unit]
    /// Those of them with units below.
    package let deep: [Unit]
    /// Units by branch, depth, kind and level.
    package let census: [Group]

    /// So many units of one sort in one part of the branch.
    package struct Group: Sendable, Hashable {
        /// The place of the unit directly below, or of the top itself.
        package var branch: TreePath
        /// 0 the top itself, 1 one directly below it, 2 all that stand further down.
        package var depth: Int
        package var measure: TallyMeasure
        package var n: Int

        package init(branch: TreePath, depth: Int, measure: TallyMeasure, n: Int) {
            (self.branch, self.depth, self.measure, self.n) = (branch, depth, measure, n)
        }
    }

    package init(_ own: Unit, in db: any Transaction) throws {
        self.own = own
        children = try UnitStore.children(of: own.id, in: db).filter(\.isWorking)
        tops = children.filter { $0.path.parent == own.path }
        let below = try Tally.below(tops, of: [Census.subject], in: db).filter { $0.n != 0 }
        let found = Set(below.map(\.top))
        deep = tops.filter { found.contains($0.id) }
        let paths = Self.paths(tops)
        let alone = ([own] + tops).map { unit in
            Group(
                branch: unit.path, depth: unit.id == own.id ? 0 : 1,
                measure: TallyMeasure(kind: unit.kind, level: unit.level), n: 1)
        }
        census =
            (own.isWorking ? alone : Array(alone.dropFirst()))
            + below.compactMap { sum in
                paths[sum.top].map { Group(branch: $0, depth: 2, measure: sum.measure, n: sum.n) }
            }
    }

    private static func paths(_ units: [Unit]) -> [UnitID: TreePath] {
        Dictionary(units.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    }

    /// The units that are told from the facts, one by one.
    package var near: [Unit] { [own] + tops }

    /// What there is of some subjects, by part of the branch, whenever it came to that.
    /// - Parameter near: what the units of `near` come to themselves, from the facts.
    package func groups(
        of subjects: [Int64], near: [UnitID: [Figure]], in db: any Transaction
    ) throws -> [Int64: [Group]] {
        put(try Tally.below(deep, of: subjects, in: db), with: near) { $0.timeless }
    }

    /// When it came to that, for those states that have a time.
    package func times(
        of subjects: [Int64], near: [UnitID: [Figure]], in db: any Transaction
    ) throws -> [Int64: [Group]] {
        put(try Tally.times(below: deep, of: subjects, in: db), with: near) { $0.isTimed ? $0 : nil }
    }

    private func put(
        _ sums: [Tally.Sum], with near: [UnitID: [Figure]], part: (TallyMeasure) -> TallyMeasure?
    ) -> [Int64: [Group]] {
        var found: [Int64: [Group]] = [:]
        for unit in self.near where unit.isWorking {
            for figure in near[unit.id] ?? [] {
                guard let measure = part(TallyMeasure(raw: figure.measure)) else { continue }
                found[figure.subject, default: []].append(
                    Group(branch: unit.path, depth: unit.id == own.id ? 0 : 1, measure: measure, n: figure.n))
            }
        }
        let paths = Self.paths(deep)
        for sum in sums {
            guard let path = paths[sum.top] else { continue }
            found[sum.subject, default: []].append(Group(branch: path, depth: 2, measure: sum.measure, n: sum.n))
        }
        return found
    }
}
