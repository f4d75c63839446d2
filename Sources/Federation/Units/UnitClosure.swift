import Storage

extension UnitTree {
    /// Closes a unit below which nothing works any more. Its second line ends with it, and its posts the day before.
    /// - Parameter day: the first on which it is no more, ISO; today where nothing is said.
    /// - Throws: `UnitRefusal.hasChildren`, with how many there are on either line.
    @discardableResult
    package static func close(_ id: UnitID, on day: String? = nil, in act: Act) throws -> Unit {
        let unit = try requireWorking(id, in: act)
        let day = try requireDay(day, in: act)
        guard let first = try UnitLinkStore.open(of: id, isPrimary: true, in: act.db) else {
            throw UnitRefusal.rootStays
        }
        let children = try UnitStore.countChildren(of: unit, in: act.db)
        guard children == 0 else { throw UnitRefusal.hasChildren(children) }
        guard first.fromOn <= day else { throw UnitRefusal.dayBeforeBeginning(first.fromOn) }
        try end(unit, mergedInto: nil, on: day, in: act)
        act.announce(Topic("unit", first.parent))
        return try UnitStore.require(id, in: act.db)
    }

    /// What a closed and a merged unit have in common.
    /// - Returns: how many posts ended.
    @discardableResult
    static func end(_ unit: Unit, mergedInto successor: UnitID?, on day: String, in act: Act) throws -> Int {
        if let second = try UnitLinkStore.open(of: unit.id, isPrimary: false, in: act.db) {
            try endSecondLines([second], on: day, in: act)
        }
        try Tally.close(unit, in: act)
        try act.db.execute(
            "update unit set closed_on = \(day), merged_into = \(successor) where id = \(unit.id)")
        // A code that was handed out would make a post at a unit that is no more.
        try act.db.execute(
            """
            update invitation set withdrawn_at = \(act.moment)
            where unit = \(unit.id) and used_at is null and withdrawn_at is null
            """)
        act.announce(Topic("unit", unit.id))
        // A post's last day is included, a unit's closing day is the first on which it is no more.
        guard let lastDay = CivilDay(day)?.adding(days: -1).description else { throw UnitRefusal.dayUnusable }
        return try act.db.execute(
            """
            update post set to_on = \(lastDay)
            where (to_on is null or to_on > \(lastDay)) and (unit = \(unit.id) or substitutes in (
                select id from post where unit = \(unit.id)))
            """)
    }
}
