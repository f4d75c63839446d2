import Storage

extension UnitTree {
    /// Hangs a unit under a second parent, in place of the one it may have. The second parent may lie outside of what the
    /// actor reaches: it gains an addressee, nothing is counted there.
    @discardableResult
    package static func setSecondLine(
        of id: UnitID, to place: UnitPlace, on day: String? = nil, in act: Act
    ) throws -> Unit {
        let unit = try requireWorking(id, in: act)
        guard place.parent != id else { throw UnitRefusal.underItself }
        let parent = try requireParent(place.parent, in: act.db)
        let day = try requireDay(day, in: act)
        guard !unit.path.contains(parent.path) else { throw UnitRefusal.cycle }
        guard try UnitLinkStore.open(of: id, isPrimary: true, in: act.db)?.parent != parent.id else {
            throw UnitRefusal.secondSameAsFirst
        }
        if let old = try UnitLinkStore.open(of: id, isPrimary: false, in: act.db) {
            guard old.parent != place.parent || old.line != place.line else { throw UnitRefusal.alreadyThere }
            try UnitLinkStore.end(old, on: day, in: act.db)
            act.announce(Topic("unit", old.parent))
        }
        try link(id, to: place, isPrimary: false, since: day, in: act)
        let path = parent.path.appending(segment: unit.path.lastSegment)
        try act.db.execute("update unit set secondary_path = \(path) where id = \(id)")
        for changed in [id, parent.id] { act.announce(Topic("unit", changed)) }
        return try UnitStore.require(id, in: act.db)
    }

    /// - Throws: `UnitRefusal.noSecondLine`
    @discardableResult
    package static func endSecondLine(of id: UnitID, on day: String? = nil, in act: Act) throws -> Unit {
        _ = try requireWorking(id, in: act)
        let day = try requireDay(day, in: act)
        guard let link = try UnitLinkStore.open(of: id, isPrimary: false, in: act.db) else {
            throw UnitRefusal.noSecondLine
        }
        try endSecondLines([link], on: day, in: act)
        return try UnitStore.require(id, in: act.db)
    }

    static func endSecondLines(_ links: [UnitLink], on day: String, in act: Act) throws {
        for link in links {
            try UnitLinkStore.end(link, on: day, in: act.db)
            try act.db.execute("update unit set secondary_path = null where id = \(link.unit)")
            for changed in [link.unit, link.parent] { act.announce(Topic("unit", changed)) }
        }
    }
}
