import Storage

extension UnitTree {
    /// Hangs a unit, with its whole branch, under another first parent.
    ///
    /// The old link ends and a new one begins on the day; facts store the unit, so nothing else is rewritten.
    @discardableResult
    package static func move(
        _ id: UnitID, to place: UnitPlace, on day: String? = nil, in act: Act
    ) throws -> Unit {
        let unit = try requireWorking(id, in: act)
        guard place.parent != id else { throw UnitRefusal.underItself }
        guard let old = try UnitLinkStore.open(of: id, isPrimary: true, in: act.db) else { throw UnitRefusal.rootStays }
        let parent = try requireParent(place.parent, in: act.db)
        try Access.require(act.verb, for: act.actor, at: old.parent, in: act.db)
        try Access.require(act.verb, for: act.actor, at: parent.id, in: act.db)
        let day = try requireDay(day, in: act)
        guard old.parent != place.parent || old.line != place.line else { throw UnitRefusal.alreadyThere }
        guard !unit.path.contains(parent.path) else { throw UnitRefusal.cycle }
        if try UnitLinkStore.open(of: id, isPrimary: false, in: act.db)?.parent == parent.id {
            throw UnitRefusal.secondSameAsFirst
        }
        try requireNoSecondParent(in: unit.path, ofUnitsAbove: parent.path, in: act.db)
        let path = parent.path.appending(segment: unit.path.lastSegment)
        try requireDepth(of: unit.path, movedTo: path, in: act.db)

        try UnitLinkStore.end(old, on: day, in: act.db)
        try link(id, to: place, isPrimary: true, since: day, in: act)
        if path != unit.path {
            try Tally.move(unit, to: path, includingTop: true, in: act)
            try shift(unit.path, to: path, includingTop: true, in: act.db)
        }
        for changed in [id, old.parent, parent.id] { act.announce(Topic("unit", changed)) }
        return try UnitStore.require(id, in: act.db)
    }
}
