package import Federation

/// The rule by which a unit binds those below it to a duty (分解). Nothing is stored for a bound unit until it acts.
package struct Allocation: Sendable, Hashable {
    package var id: AllocationID
    package var obligation: ObligationID
    /// Who allocates, and is bound itself where the clause names its kind and level.
    package var unit: UnitID
    package var depth: DueScope.Depth
    package var person: PersonID
    package var post: PostID
    package var moment: Moment
}

package typealias AllocationID = ID<Allocation>

package enum AllocationRule {
    /// Whether an allocation from `root` binds a unit today.
    package static func binds(_ unit: Unit, from root: Unit, _ depth: DueScope.Depth, _ binding: Binding) -> Bool {
        guard unit.isWorking, root.path.contains(unit.path), binding.binds(unit.kind, unit.level) else { return false }
        return depth == .all || unit.id == root.id || unit.path.parent == root.path
    }
}
