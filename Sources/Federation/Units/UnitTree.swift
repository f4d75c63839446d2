package import Storage

/// The operations on the tree, each within an act that its caller records:
///
///     try await federation.act(.unitMove, as: actor, at: unit, id: form.act) { act in
///         let moved = try UnitTree.move(unit, to: UnitPlace(under: city, on: .territorial), in: act)
///         return try act.record(on: Subject("unit", moved.id), moved.id)
///     }
///
/// The act's verb is asked for once more at every unit whose branch changes, since an act names only one of them.
/// Every operation leaves all paths as the open links say; ``faults(in:)`` tells whether they are.
package enum UnitTree {
    // MARK: creating

    /// Creates a unit under a parent, or as the root where there is none yet.
    /// - Parameters:
    ///   - place: nil for the root only.
    ///   - second: the place on the second line; it may lie outside of what the actor reaches.
    ///   - day: since when, ISO; today where nothing is said.
    @discardableResult
    package static func create(
        _ draft: UnitDraft, at place: UnitPlace?, second: UnitPlace? = nil, since day: String? = nil, in act: Act
    ) throws -> Unit {
        if let fault = UnitRules.fault(code: draft.code) { throw UnitRefusal.unusable(.code, fault) }
        try draft.naming.require()
        let day = try requireDay(day, in: act)
        let parent = try place.map { try requireParent($0.parent, in: act.db) }
        try Access.require(act.verb, for: act.actor, at: place?.parent, in: act.db)
        if parent == nil, try UnitStore.root(in: act.db) != nil { throw UnitRefusal.rootExists }
        guard (parent?.path.depth ?? 0) < UnitRules.depthMax else { throw UnitRefusal.tooDeep }
        if second != nil, second?.parent == place?.parent { throw UnitRefusal.secondSameAsFirst }
        let secondParent = try second.map { try requireParent($0.parent, in: act.db) }
        if try UnitStore.find(code: draft.code, in: act.db) != nil { throw UnitRefusal.codeTaken(draft.code) }

        let segment = TreePath.segment(try TreeCounter.take(1, in: act.db).lowerBound)
        let naming = draft.naming
        let unit = Unit(
            id: act.newID(), code: draft.code, name: naming.name, shortNames: naming.shortNames,
            nameEnglish: naming.nameEnglish, kind: draft.kind, level: draft.level, division: draft.division,
            regionCode: naming.regionCode, path: (parent?.path ?? TreePath("")).appending(segment: segment),
            secondaryPath: secondParent?.path.appending(segment: segment))
        try UnitInsertion.insert([unit], since: day, in: act)
        if let place { try link(unit.id, to: place, isPrimary: true, since: day, in: act) }
        if let second { try link(unit.id, to: second, isPrimary: false, since: day, in: act) }
        if let place { act.announce(Topic("unit", place.parent)) }
        return unit
    }

    // MARK: revising

    /// Gives a unit other names or another region code. Its code and its place among its neighbours stay.
    /// - Parameter day: since when the region code is another, ISO; today where nothing is said.
    @discardableResult
    package static func revise(
        _ id: UnitID, to naming: UnitNaming, since day: String? = nil, in act: Act
    ) throws -> Unit {
        let unit = try requireWorking(id, in: act)
        try naming.require()
        let day = try requireDay(day, in: act)
        if naming.regionCode != unit.regionCode {
            try UnitRegionCodes.change(of: id, to: naming.regionCode, since: day, in: act.db)
        }
        try act.db.execute(
            """
            update unit set name = \(naming.name), name_english = \(naming.nameEnglish),
                region_code = \(naming.regionCode)
            where id = \(id)
            """)
        if naming.shortNames != unit.shortNames {
            try act.db.execute("delete from unit_short_name where unit = \(id)")
            try UnitInsertion.insertShortNames([(id, naming.shortNames)], in: act.db)
        }
        let revised = try UnitStore.require(id, in: act.db)
        try UnitGrams.replace(unit, with: revised, in: act.db)
        act.announce(Topic("unit", id))
        return revised
    }

    // MARK: what the operations share

    /// A unit that works, which the act's verb reaches.
    static func requireWorking(_ id: UnitID, in act: Act) throws -> Unit {
        let unit = try UnitStore.require(id, in: act.db)
        try Access.require(act.verb, for: act.actor, at: id, in: act.db)
        guard unit.closedOn == nil else { throw UnitRefusal.closed }
        return unit
    }

    static func requireParent(_ id: UnitID, in db: any Transaction) throws -> Unit {
        guard let parent = try UnitStore.find(id, in: db) else { throw UnitRefusal.parentUnknown }
        guard parent.closedOn == nil else { throw UnitRefusal.parentClosed }
        return parent
    }

    static func requireDay(_ day: String?, in act: Act) throws -> String {
        let day = day ?? act.today
        try UnitRules.requireDay(day, today: act.today)
        return day
    }

    static func link(_ unit: UnitID, to place: UnitPlace, isPrimary: Bool, since day: String, in act: Act) throws {
        try UnitLinkStore.insert(
            UnitLink(
                id: act.newID(), unit: unit, parent: place.parent, line: place.line, isPrimary: isPrimary,
                fromOn: day, toOn: nil),
            in: act.db)
    }

    /// - Throws: `UnitRefusal.tooDeep` where a branch, put in its new place, would have too many levels.
    static func requireDepth(of branch: TreePath, movedTo new: TreePath, in db: any Transaction) throws {
        let length: Int =
            try db.scalar(
                """
                select coalesce(max(length(path)), 0) as deepest from unit
                where path >= \(branch) and path < \(branch.upperBound)
                """) ?? 0
        let depth = length / TreePath.segmentWidth - branch.depth + new.depth
        guard depth <= UnitRules.depthMax else { throw UnitRefusal.tooDeep }
    }

    /// Second parents stand outside the branch of the unit that has them. Where a branch is put below a place, this must
    /// stay true of the units at and above that place.
    /// - Throws: `UnitRefusal.secondLineCycle`
    static func requireNoSecondParent(
        in branch: TreePath, ofUnitsAbove place: TreePath, except allowed: UnitID? = nil, in db: any Transaction
    ) throws {
        let caught: [UnitID] = try db.query(
            """
            select id from unit where path \(in: place.ancestors + [place])
                and secondary_path > \(branch) and secondary_path < \(branch.upperBound)
            """
        ).map { try $0["id"] }
        guard caught.allSatisfy({ $0 == allowed }) else { throw UnitRefusal.secondLineCycle }
    }

    /// Puts a branch, or only what stands below its top, in another place: one statement for the branch, one for the
    /// second lines that pass through it. Segments are unique for ever, so no two paths can meet on the way.
    static func shift(
        _ old: TreePath, to new: TreePath, includingTop: Bool, in db: any Transaction
    ) throws {
        let rest = old.text.utf8.count + 1
        let from: SQL = includingTop ? "path >= \(old)" : "path > \(old)"
        try db.execute(
            """
            update unit set path = \(new) || substr(path, \(rest)) where \(from) and path < \(old.upperBound)
            """)
        try db.execute(
            """
            update unit set secondary_path = \(new) || substr(secondary_path, \(rest))
            where secondary_path > \(old) and secondary_path < \(old.upperBound)
            """)
    }

    // MARK: checking

    /// Units whose paths are not what the open links say: always none. For `muster verify` and tests.
    package static func faults(in db: any Transaction) throws -> [UnitID] {
        let own: SQL = "substr(unit.path, length(unit.path) - \(TreePath.segmentWidth - 1))"
        return try db.query(
            """
            select unit.id from unit
            left join unit_link first on first.unit = unit.id and first.is_primary = 1 and first.to_on is null
            left join unit above on above.id = first.parent
            left join unit_link second on second.unit = unit.id and second.is_primary = 0 and second.to_on is null
            left join unit beside on beside.id = second.parent
            where unit.path <> coalesce(above.path, '') || \(own)
                or coalesce(unit.secondary_path, '')
                    <> coalesce(beside.path || \(own), '')
            order by unit.id
            """
        ).map { try $0["id"] }
    }
}
