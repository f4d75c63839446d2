package import Storage

/// What an import creates, in numbers.
package struct UnitImportCounts: Sendable, Hashable, Codable {
    package struct Group: Sendable, Hashable, Codable {
        package var level: UnitLevel
        package var kind: UnitKind
        package var units: Int
    }

    package var units: Int
    package var secondLines: Int
    /// By level from the highest, then by kind.
    package var groups: [Group]

    init(_ rows: [UnitRow]) {
        units = rows.count
        secondLines = rows.count { $0.secondParentCode != nil }
        var counts: [UnitLevel: [UnitKind: Int]] = [:]
        for row in rows { counts[row.level, default: [:]][row.kind, default: 0] += 1 }
        groups = UnitLevel.allCases.flatMap { level in
            UnitKind.allCases.compactMap { kind in
                counts[level]?[kind].map { Group(level: level, kind: kind, units: $0) }
            }
        }
    }

    package func units(at level: UnitLevel) -> Int { groups.reduce(0) { $0 + ($1.level == level ? $1.units : 0) } }
}

/// What an import would do, or why it cannot. Nothing has been written.
package struct UnitImportPlan: Sendable {
    package let counts: UnitImportCounts
    package let problems: UnitImportProblems

    package var isSound: Bool { problems.isEmpty }
}

/// What an import did: the outcome of its act.
package struct UnitImportOutcome: Sendable, Hashable, Codable {
    /// The unit below which it was done: the importing actor's, or the root.
    package var top: UnitID
    package var counts: UnitImportCounts

    /// For the journal.
    package var detail: JournalDetail {
        [
            "units": "\(counts.units)", "second_lines": "\(counts.secondLines)",
            "national": "\(counts.units(at: .national))", "province": "\(counts.units(at: .province))",
            "city": "\(counts.units(at: .city))", "county": "\(counts.units(at: .county))",
            "township": "\(counts.units(at: .township))", "workplace": "\(counts.units(at: .workplace))",
        ]
    }
}

/// Brings many units in at once, all of them or none.
package enum UnitImport {
    /// The dry run.
    /// - Parameter top: the importing actor's unit: rows without a parent hang under it, and rows that hang outside of it
    ///   are problems. Nil for Muster itself, whose rows may hang anywhere. Not heeded while there are no units at all:
    ///   then the one row without a parent becomes the root.
    package static func plan(
        _ sheet: UnitImportSheet, under top: UnitID?, in db: any Transaction
    ) throws -> UnitImportPlan {
        guard !sheet.rows.isEmpty || !sheet.problems.isEmpty else { throw UnitImportRefusal.empty }
        let check = try UnitImportCheck(sheet, under: top, in: db)
        return UnitImportPlan(counts: UnitImportCounts(check.rows), problems: check.problems)
    }

    /// Writes the units, within an act that its caller records.
    /// - Throws: `UnitImportRefusal.problems`, having written nothing.
    package static func apply(
        _ sheet: UnitImportSheet, under top: UnitID?, since day: String? = nil, in act: Act
    ) throws -> UnitImportOutcome {
        try Access.require(act.verb, for: act.actor, at: top, in: act.db)
        let day = try UnitTree.requireDay(day, in: act)
        guard !sheet.rows.isEmpty || !sheet.problems.isEmpty else { throw UnitImportRefusal.empty }
        let check = try UnitImportCheck(sheet, under: top, in: act.db)
        guard check.problems.isEmpty else { throw UnitImportRefusal.problems(check.problems) }

        let units = try units(of: check, in: act)
        let links = links(of: check, units: units, since: day, in: act)
        // In the order of their paths, so that each index grows at its end.
        try UnitInsertion.insert(check.order.map { units[$0] }, since: day, in: act)
        try UnitLinkStore.insertMany(links, in: act.db)
        guard let shown = try check.top?.id ?? UnitStore.root(in: act.db)?.id else {
            throw StorageError.unexpectedShape("units without a root")
        }
        act.announce(Topic("unit", shown))
        return UnitImportOutcome(top: shown, counts: UnitImportCounts(check.rows))
    }

    /// The units by row, with the paths they will have.
    private static func units(of check: UnitImportCheck, in act: Act) throws -> [Unit] {
        let rows = check.rows
        let numbers = try TreeCounter.take(rows.count, in: act.db)
        var paths = Array(repeating: TreePath(""), count: rows.count)
        for (number, place) in zip(numbers, check.order) {
            paths[place] = path(of: check.parents[place], among: paths).appending(segment: TreePath.segment(number))
        }
        return rows.indices.map { place in
            let row = rows[place]
            let second = check.seconds[place].map {
                path(of: $0, among: paths).appending(segment: paths[place].lastSegment)
            }
            return Unit(
                id: act.newID(), code: row.code, name: row.name, shortNames: row.shortNames,
                nameEnglish: row.nameEnglish, kind: row.kind, level: row.level, division: row.division,
                regionCode: row.regionCode, path: paths[place], secondaryPath: second)
        }
    }

    private static func path(of parent: UnitImportCheck.Parent?, among paths: [TreePath]) -> TreePath {
        switch parent {
        case .row(let place): paths[place]
        case .unit(let unit): unit.path
        case nil: TreePath("")
        }
    }

    /// A file does not say on which line a unit hangs; its parents' kinds do.
    private static func links(
        of check: UnitImportCheck, units: [Unit], since day: String, in act: Act
    ) -> [UnitLink] {
        func end(_ parent: UnitImportCheck.Parent) -> (id: UnitID, kind: UnitKind) {
            switch parent {
            case .row(let place): (units[place].id, units[place].kind)
            case .unit(let unit): (unit.id, unit.kind)
            }
        }
        var links: [UnitLink] = []
        links.reserveCapacity(units.count)
        for place in check.order {
            var first = UnitLine.territorial
            if let parent = check.parents[place].map(end) {
                first = UnitLine.usual(below: parent.kind)
                links.append(
                    UnitLink(
                        id: act.newID(), unit: units[place].id, parent: parent.id, line: first, isPrimary: true,
                        fromOn: day, toOn: nil))
            }
            if let second = check.seconds[place].map(end) {
                links.append(
                    UnitLink(
                        id: act.newID(), unit: units[place].id, parent: second.id,
                        line: UnitLine.usual(second: second.kind, besides: first), isPrimary: false, fromOn: day,
                        toOn: nil))
            }
        }
        return links
    }
}

extension OpenFederation {
    /// An import as a whole: one act, one journal entry with its counts.
    /// - Parameter top: the importing actor's unit; nil for Muster itself.
    package func importUnits(
        _ sheet: UnitImportSheet, as actor: Actor, under top: UnitID?, id: ActID
    ) async throws -> UnitImportOutcome {
        try await act(.unitImport, as: actor, at: top, id: id) { act in
            let outcome = try UnitImport.apply(sheet, under: top, in: act)
            return try act.record(on: Subject("unit", outcome.top), outcome, detail: outcome.detail)
        }
    }
}
