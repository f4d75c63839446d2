package import Federation

/// What one phrase of a sending means as a whole: all units of some kinds and levels below one. Whoever stands there today is
/// addressed, as with what branches owe; nothing is written for a unit before something happens to it.
package struct DispatchSet: Sendable, Hashable {
    package var dispatch: DispatchID
    /// The place of the phrase.
    package var phrase: Int
    package var notice: NoticeID
    package var root: UnitID
    package var rootPath: TreePath
    package var binding: Binding
    package var issuedAt: Moment
    package var signBy: Moment?

    /// From so many units on a phrase is sent to as a whole.
    package static let unitsMin = 2_000

    package func covers(_ kind: UnitKind, _ level: UnitLevel) -> Bool { binding.binds(kind, level) }

    /// Whether a unit stands in it.
    package func covers(_ unit: Unit) -> Bool {
        unit.isWorking && unit.path != rootPath && rootPath.contains(unit.path) && covers(unit.kind, unit.level)
    }
}

extension DispatchPlan {
    /// A phrase that is sent to as a whole, below the unit that sends.
    package struct Whole: Sendable, Hashable {
        package var phrase: Int
        package var binding: Binding
        /// How many units that is now; those that an earlier phrase reaches are counted there.
        package var units: Int

        package init(phrase: Int, binding: Binding, units: Int) {
            (self.phrase, self.binding, self.units) = (phrase, binding, units)
        }
    }
}
