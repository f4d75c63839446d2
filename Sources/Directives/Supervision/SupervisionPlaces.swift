import Federation

/// Groups of units put together by the place where they stand and the cell in which they are shown, both by number.
struct SupervisionPlaces {
    struct Place: Hashable {
        var branch: TreePath
        var depth: Int
    }

    struct Group: Hashable {
        /// Among `all`.
        var place: Int
        /// Among `cells`.
        var cell: Int
        var kind: UnitKind
        var level: UnitLevel
        var units: Int
    }

    private(set) var all: [Place] = []
    private(set) var cells: [SupervisionCounts.Key] = []
    private var numbers: [Place: Int] = [:]
    private var cellNumbers: [SupervisionCounts.Key: Int] = [:]

    /// - Parameter key: the cell of a branch, a kind and a depth.
    mutating func put(
        _ groups: [BranchCensus], _ key: (TreePath, UnitKind, Int) -> SupervisionCounts.Key
    ) -> [Group] {
        var units: [Group: Int] = [:]
        var last: (group: BranchCensus, place: Int, cell: Int)?
        for group in groups {
            let isAsLast = last.map {
                $0.group.depth == group.depth && $0.group.kind == group.kind && $0.group.branch == group.branch
            }
            if isAsLast != true {
                last = (
                    group, number(Place(branch: group.branch, depth: group.depth)),
                    cell(key(group.branch, group.kind, group.depth))
                )
            }
            guard let last else { continue }
            let sort = Group(place: last.place, cell: last.cell, kind: group.kind, level: group.level, units: 0)
            units[sort, default: 0] += group.units
        }
        return units.map { sort, units in
            var group = sort
            group.units = units
            return group
        }
    }

    private mutating func number(_ place: Place) -> Int {
        if let known = numbers[place] { return known }
        all.append(place)
        numbers[place] = all.count - 1
        return all.count - 1
    }

    private mutating func cell(_ key: SupervisionCounts.Key) -> Int {
        if let known = cellNumbers[key] { return known }
        cells.append(key)
        cellNumbers[key] = cells.count - 1
        return cells.count - 1
    }
}
