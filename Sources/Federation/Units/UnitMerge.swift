import Storage

/// What a merger did, for the journal and the page that follows.
package struct UnitMergeCounts: Sendable, Hashable, Codable {
    /// Working units that came under the other one on their first line.
    package var children = 0
    /// Working units for which the other one became the second parent.
    package var secondLines = 0
    /// Second lines that ended, since the other one stands there already.
    package var endedSecondLines = 0
    package var posts = 0

    package var detail: JournalDetail {
        [
            "children": "\(children)", "second_lines": "\(secondLines)", "ended_second_lines": "\(endedSecondLines)",
            "posts": "\(posts)",
        ]
    }
}

extension UnitTree {
    /// Merges one unit into another: every link that ends at it moves to the other, on both lines; it is closed and hangs
    /// below its successor, which thereby reaches and counts what it did.
    ///
    /// A second line ends where its unit would have the successor above it already, or is the successor.
    @discardableResult
    package static func merge(
        _ id: UnitID, into other: UnitID, on day: String? = nil, in act: Act
    ) throws -> UnitMergeCounts {
        guard id != other else { throw UnitRefusal.underItself }
        let unit = try requireWorking(id, in: act)
        let successor = try requireParent(other, in: act.db)
        guard let first = try UnitLinkStore.open(of: id, isPrimary: true, in: act.db) else {
            throw UnitRefusal.rootStays
        }
        try Access.require(act.verb, for: act.actor, at: first.parent, in: act.db)
        try Access.require(act.verb, for: act.actor, at: other, in: act.db)
        let day = try requireDay(day, in: act)
        guard !unit.path.contains(successor.path) else { throw UnitRefusal.cycle }
        let links = try UnitLinkStore.open(onto: id, in: act.db)
        let own = links.first { $0.unit == other }
        try requireNoSecondParent(
            in: unit.path, ofUnitsAbove: successor.path, except: own == nil ? nil : other, in: act.db)
        let below = successor.path.appending(segment: unit.path.lastSegment)
        try requireDepth(of: unit.path, movedTo: below, in: act.db)
        if let latest = (links + [first]).map(\.fromOn).max(), latest > day {
            throw UnitRefusal.dayBeforeBeginning(latest)
        }

        let ended = try UnitLinkStore.secondLinesInTheWay(of: id, into: other, in: act.db)
        try endSecondLines(ended, on: day, in: act)
        // Its own second line must be gone before the branch is put elsewhere: it may pass through the successor.
        let posts = try end(unit, mergedInto: other, on: day, in: act)
        let moved = links.filter { !ended.contains($0) }
        try act.db.execute("update unit_link set to_on = \(day) where parent = \(id) and to_on is null")
        try UnitLinkStore.end(first, on: day, in: act.db)
        try UnitLinkStore.insertMany(
            (moved + [first]).map { link in
                UnitLink(
                    id: act.newID(), unit: link.unit, parent: other, line: link.line, isPrimary: link.isPrimary,
                    fromOn: day, toOn: nil)
            }, in: act.db)
        try Tally.move(unit, to: successor.path, includingTop: false, in: act)
        try shift(unit.path, to: successor.path, includingTop: false, in: act.db)
        try act.db.execute("update unit set path = \(below) where id = \(id)")
        for changed in [other, first.parent] { act.announce(Topic("unit", changed)) }

        let working = try UnitStore.find(moved.map(\.unit), in: act.db).filter { $0.value.closedOn == nil }
        let movedWorking = moved.filter { working[$0.unit] != nil }
        return UnitMergeCounts(
            children: movedWorking.count { $0.isPrimary }, secondLines: movedWorking.count { !$0.isPrimary },
            endedSecondLines: ended.count, posts: posts)
    }
}
