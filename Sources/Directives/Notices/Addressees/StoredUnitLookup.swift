package import Federation
package import Storage

/// The register of units, as addressee lines ask it.
package struct StoredUnitLookup: UnitLookup {
    private let db: any Transaction
    /// Names each unit, however many they are.
    private let listsAll: Bool

    package init(_ db: any Transaction, listsAll: Bool = false) { (self.db, self.listsAll) = (db, listsAll) }

    package func countWhole(below unit: UnitID, _ binding: Binding, besides others: [Binding]) throws -> Int? {
        guard !listsAll, let top = try UnitStore.find(unit, in: db) else { return nil }
        let sums = try Tally.below([top], of: [Census.subject], in: db).filter {
            binding.binds($0.measure.kind, $0.measure.level)
        }
        guard sums.reduce(0, { $0 + $1.n }) >= DispatchSet.unitsMin else { return nil }
        return sums.reduce(0) { count, sum in
            count + (others.contains { $0.binds(sum.measure.kind, sum.measure.level) } ? 0 : sum.n)
        }
    }

    package func children(
        of unit: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]
    ) throws -> [Unit] {
        try UnitStore.children(of: unit, in: db).filter { matches($0, kinds, divisions, levels) }
    }

    package func descendants(
        of unit: UnitID, kinds: [UnitKind], divisions: [Division], levels: [UnitLevel]
    ) throws -> [Unit] {
        guard let top = try UnitStore.find(unit, in: db) else { return [] }
        return try UnitStore.descendants(of: top.path, in: db).filter { matches($0, kinds, divisions, levels) }
    }

    package func named(_ candidates: [String], near issuer: Unit) throws -> [Unit] {
        var found: [Unit] = []
        var seen: Set<UnitID> = []
        func add(_ units: [Unit]) { for unit in units where seen.insert(unit.id).inserted { found.append(unit) } }
        let names = Set(candidates)
        let near = try UnitStore.children(of: issuer.id, in: db) + UnitStore.ancestors(of: issuer.path, in: db)
        add(near.filter { $0.isWorking && (names.contains($0.name) || !names.isDisjoint(with: $0.shortNames)) })
        add(try UnitStore.named(candidates, within: nil, in: db).filter { names.contains($0.name) })
        return found
    }

    private func matches(
        _ unit: Unit, _ kinds: [UnitKind], _ divisions: [Division], _ levels: [UnitLevel]
    ) -> Bool {
        (kinds.isEmpty || kinds.contains(unit.kind)) && (levels.isEmpty || levels.contains(unit.level))
            && (divisions.isEmpty || unit.division.map(divisions.contains) ?? false)
    }
}
