package import Federation

/// How far an obligation has come in a part of the federation, in units.
package struct Standing: Sendable, Hashable {
    /// Whom the clause binds there.
    package var bound = 0
    /// Of them, those whom the notice has not reached: nothing is owed yet.
    package var unreached = 0
    /// Discharged, or its condition does not hold.
    package var settled = 0
    /// Said that it cannot be done.
    package var declined = 0
    package var underWay = 0
    /// Reached, not settled, and past the earliest date that anybody has set.
    package var late = 0

    package init(
        bound: Int = 0, unreached: Int = 0, settled: Int = 0, declined: Int = 0, underWay: Int = 0, late: Int = 0
    ) {
        (self.bound, self.unreached, self.settled) = (bound, unreached, settled)
        (self.declined, self.underWay, self.late) = (declined, underWay, late)
    }

    /// Reached and silent.
    package var untouched: Int { max(0, bound - unreached - settled - declined - underWay) }
    /// Whoever still owes something, wherever the notice is.
    package var left: Int { max(0, bound - settled - declined) }

    package static func + (one: Standing, other: Standing) -> Standing {
        Standing(
            bound: one.bound + other.bound, unreached: one.unreached + other.unreached,
            settled: one.settled + other.settled, declined: one.declined + other.declined,
            underWay: one.underWay + other.underWay, late: one.late + other.late)
    }
}

/// Units of one kind and level at one depth of a branch.
package struct BranchCensus: Sendable, Hashable {
    /// The top of the branch: a unit directly below the one that looks, or that one itself.
    package var branch: TreePath
    /// 0 the unit that looks, 1 the top of a branch, 2 those directly below that, 3 all further down.
    package var depth: Int
    package var kind: UnitKind
    package var level: UnitLevel
    package var units: Int
}

package enum SupervisionRules {
    /// Whether allocations bind the units of a branch at a depth, as seen from one unit.
    /// - Parameters:
    ///   - allocators: paths of those that have allocated, with how deep.
    package static func binds(
        _ allocators: [(path: TreePath, depth: DueScope.Depth)], _ branch: TreePath, depth: Int, seenFrom own: TreePath
    ) -> Bool {
        allocators.contains { allocator in
            switch (allocator.path, allocator.depth) {
            case (let path, .all): path.contains(own) || path == branch && depth >= 1
            case (own, .next): depth <= 1
            case (branch, .next): depth == 1 || depth == 2
            case (let path, .next): depth == 0 && path == own.parent
            }
        }
    }

    /// Whose turn it is in a branch.
    /// - Parameter isSigned: whether the head of the branch has signed for the notice; nil where it was not sent there.
    package static func turn(_ standing: Standing, isSigned: Bool?) -> Stuck.Turn {
        switch isSigned {
        case nil: .send
        case false?: .sign
        case true?: standing.unreached > 0 && standing.unreached >= standing.left ? .relay : .act
        }
    }

    /// Late ones first, then by grade, then by how many are left, then by how long it waits.
    package static func isWorse(_ one: Stuck, than other: Stuck) -> Bool {
        if (one.standing.late > 0) != (other.standing.late > 0) { return one.standing.late > 0 }
        if one.grade != other.grade { return one.grade > other.grade }
        if one.standing.left != other.standing.left { return one.standing.left > other.standing.left }
        return (one.since, one.place.branch) < (other.since, other.place.branch)
    }

    /// How many things are put before a leader.
    package static let leaderMax = 10
}

/// What does not go on in a branch: duties that came in one paper, since when, and whose turn it is.
package struct Stuck: Sendable {
    package enum Turn: Sendable, Hashable {
        /// The head of the branch has not signed for the notice.
        case sign
        /// It has, and has not passed it on.
        case relay
        /// The notice is there; its units are to act.
        case act
        /// The notice was not sent to the branch.
        case send
    }

    package struct Place: Sendable, Hashable {
        package var branch: UnitID
        /// The paper in which it came.
        package var notice: NoticeID
        package var turn: Turn

        package init(branch: UnitID, notice: NoticeID, turn: Turn) {
            (self.branch, self.notice, self.turn) = (branch, notice, turn)
        }
    }

    package var place: Place
    /// The one of which most is left stands first.
    package var obligations: [ObligationID]
    /// Of that one.
    package var standing: Standing
    package var grade: Int
    package var since: Moment

    package init(place: Place, obligations: [ObligationID], standing: Standing, grade: Int, since: Moment) {
        (self.place, self.obligations, self.standing) = (place, obligations, standing)
        (self.grade, self.since) = (grade, since)
    }

    func joined(with other: Stuck) -> Stuck {
        let isMine = (standing.late, standing.left) >= (other.standing.late, other.standing.left)
        return Stuck(
            place: place, obligations: isMine ? obligations + other.obligations : other.obligations + obligations,
            standing: isMine ? standing : other.standing, grade: max(grade, other.grade),
            since: min(since, other.since))
    }
}
