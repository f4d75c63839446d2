import Federation
import Storage
import Web

/// Gathers what the pages of units show.
enum UnitReading {
    private static let searchMax = 50

    static func list(
        query: String, top: UnitID, _ actor: Actor, _ language: Language, now: Moment, acts: () -> ActID,
        in db: any Transaction
    ) throws -> UnitListModel {
        let suggestPath = FrameRoutes.unitSuggestions.path() + "?q="
        guard query.isEmpty else {
            let found = try UnitStore.search(query, limit: searchMax, in: db)
            let rows = try rows(found, language, in: db)
            return UnitListModel(
                path: FrameRoutes.units.path(), query: query, content: .found(UnitsFound(rows: rows)),
                suggestPath: suggestPath)
        }
        guard let unit = try UnitStore.find(top, in: db) else {
            return UnitListModel(path: FrameRoutes.units.path(), content: .nothing)
        }
        let shown = UnitLevelShown(
            ancestors: try ancestors(of: unit, language, in: db), top: try rows([unit], language, in: db)[0],
            groups: try groups(below: unit, language, in: db),
            below: try Census.count(below: unit, in: db))
        return UnitListModel(
            path: FrameRoutes.units.path(), content: .level(shown),
            actions: try actions(at: unit, actor, now: now, acts: acts, in: db), suggestPath: suggestPath)
    }

    static func page(
        of id: UnitID, _ actor: Actor, _ language: Language, now: Moment, acts: () -> ActID, in db: any Transaction
    ) throws -> UnitModel {
        let unit = try UnitStore.require(id, in: db)
        let groups = try groups(below: unit, language, in: db)
        var model = UnitModel(
            name: unit.shownName(language), shortNames: unit.shortNames,
            nameEnglish: language == .english ? nil : unit.nameEnglish, code: unit.code, kind: unit.kind,
            level: unit.level, division: unit.division, regionCode: unit.regionCode,
            ancestors: try ancestors(of: unit, language, in: db), lines: try lines(of: unit, language, in: db),
            state: try state(of: unit, language, in: db), groups: groups,
            children: groups.reduce(0) { $0 + $1.count }, below: try Census.count(below: unit, in: db),
            listPath: FrameRoutes.units.path([("under", "\(id)")]))
        if try Access.allows(.postRead, for: actor, at: id, in: db) {
            model.posts = try posts(at: unit, actor, now: now, acts: acts, language, in: db)
        }
        if try Access.allows(.journalRead, for: actor, at: id, in: db) {
            model.journalPath = FrameRoutes.journal.path([("unit", "\(id)")])
        }
        model.office = try OfficeLinks.reading(at: id, actor, in: db)
        guard unit.isWorking else { return model }
        model.actions = try actions(at: unit, actor, now: now, acts: acts, in: db)
        model.changes = try changes(of: unit, actor, in: db)
        let roles = AppointmentRules.rolesGivable(by: actor)
        if !roles.isEmpty, try Access.allows(.invitationIssue, for: actor, at: id, in: db) {
            model.invite = InviteForm(
                target: FormTarget(path: InvitationRoutes.invite.path(id), act: acts()), roles: roles)
        }
        return model
    }

    static func ancestors(of unit: Unit, _ language: Language, in db: any Transaction) throws -> [NamedPath] {
        try UnitStore.ancestors(of: unit.path, in: db).map { named($0, language) }
    }

    static func named(_ unit: Unit, _ language: Language) -> NamedPath {
        NamedPath(name: unit.shownName(language), path: FrameRoutes.unit.path(unit.id))
    }

    private static func rows(
        _ units: [Unit], _ language: Language, in db: any Transaction
    ) throws -> [UnitRowShown] {
        let counts = try UnitStore.childCounts(of: units, in: db)
        let parents = try UnitStore.find(at: Set(units.compactMap(\.path.parent)), in: db)
        return units.map { unit in
            UnitRowShown(
                name: unit.shownName(language), path: FrameRoutes.unit.path(unit.id), code: unit.code, kind: unit.kind,
                level: unit.level, division: unit.division, children: counts[unit.id] ?? 0,
                state: unit.isWorking ? .working : .closed,
                parentName: unit.path.parent.flatMap { parents[$0] }?.shownName(language))
        }
    }

    /// The units directly below, by kind and level, in the order of the tree.
    private static func groups(
        below unit: Unit, _ language: Language, in db: any Transaction
    ) throws -> [UnitGroupShown] {
        let children = try UnitStore.children(of: unit.id, in: db)
        let counts = try UnitStore.childCounts(of: children, in: db)
        let byKind = Dictionary(grouping: children) { GroupKey(kind: $0.kind, level: $0.level) }
        return byKind.sorted { $0.key < $1.key }.map { key, units in
            UnitGroupShown(
                kind: key.kind, level: key.level, count: units.count,
                rows: units.map { child in
                    UnitRowShown(
                        name: child.shownName(language), path: FrameRoutes.unit.path(child.id), code: child.code,
                        kind: child.kind, level: child.level, division: child.division,
                        children: counts[child.id] ?? 0, isSecondary: !unit.path.contains(child.path))
                })
        }
    }

    private struct GroupKey: Hashable, Comparable {
        let kind: UnitKind
        let level: UnitLevel

        static func < (left: Self, right: Self) -> Bool {
            let kinds = UnitKind.allCases
            let (first, second) = (kinds.firstIndex(of: left.kind) ?? 0, kinds.firstIndex(of: right.kind) ?? 0)
            return (first, left.level.depth) < (second, right.level.depth)
        }
    }

    static func lines(of unit: Unit, _ language: Language, in db: any Transaction) throws -> [UnitLineShown] {
        let links = try UnitLinkStore.history(of: unit.id, in: db)
        let parents = try UnitStore.find(links.map(\.parent), in: db)
        return links.compactMap { link in
            parents[link.parent].map { parent in
                UnitLineShown(
                    parent: named(parent, language), line: link.line, isPrimary: link.isPrimary, fromOn: link.fromOn,
                    toOn: link.toOn)
            }
        }
    }

    private static func state(of unit: Unit, _ language: Language, in db: any Transaction) throws -> UnitModel.State {
        guard let day = unit.closedOn else { return .working }
        guard let successor = try UnitStore.successor(of: unit.id, in: db) else { return .closed(on: day) }
        return .merged(on: day, into: named(successor, language))
    }

    private static func posts(
        at unit: Unit, _ actor: Actor, now: Moment, acts: () -> ActID, _ language: Language, in db: any Transaction
    ) throws -> [UnitPostShown] {
        let day = Zone.day(now)
        let posts = try PersonStore.posts(at: unit.id, on: day, in: db)
        let names = try PersonStore.names(posts.map(\.person), language, in: db)
        let mayEnd = try Access.allows(.postEnd, for: actor, at: unit.id, in: db)
        let mayReset = try Access.allows(.credentialReset, for: actor, at: unit.id, in: db)
        let givable = Set(AppointmentRules.rolesGivable(by: actor))
        return try posts.map { post in
            UnitPostShown(
                personName: names[post.person], title: post.shownTitle, role: post.role, fromOn: post.fromOn,
                toOn: post.toOn,
                substitutes: try post.substitutes.flatMap { try HeldPost.words($0, language, in: db) },
                reset: mayReset && post.person != actor.person && givable.contains(post.role)
                    ? FormTarget(path: InvitationRoutes.reset.path(post.id), act: acts()) : nil,
                end: mayEnd && post.id != actor.post && givable.contains(post.role)
                    ? FormTarget(path: PeopleRoutes.end.path(post.id), act: acts()) : nil)
        }
    }

    private static func actions(
        at unit: Unit, _ actor: Actor, now: Moment, acts: () -> ActID, in db: any Transaction
    ) throws -> UnitActions? {
        var actions = UnitActions()
        if actor.unit == unit.id, try Access.allows(.unitImport, for: actor, at: unit.id, in: db) {
            actions.importPath = UnitRoutes.importForm.path()
        }
        guard try Access.allows(.invitationIssue, for: actor, at: unit.id, in: db) else {
            return actions.importPath == nil ? nil : actions
        }
        actions.invitationsPath = InvitationRoutes.list.path(unit.id)
        let without = try InvitationStore.countSubordinatesWithoutPrincipal(of: unit.id, at: now, in: db)
        let roles = AppointmentRules.rolesGivable(by: actor)
        if without > 0, roles.contains(.principal) {
            actions.inviteBelow = InviteBelowForm(
                target: FormTarget(path: InvitationRoutes.inviteBelow.path(unit.id), act: acts()), units: without,
                roles: roles)
        }
        return actions
    }

    private static func changes(of unit: Unit, _ actor: Actor, in db: any Transaction) throws -> UnitChangePaths {
        var paths = UnitChangePaths()
        guard unit.path.parent != nil, unit.id != actor.unit else { return paths }
        if try Access.allows(.unitMove, for: actor, at: unit.id, in: db) {
            paths.move = UnitRoutes.moveForm.path(unit.id)
            paths.secondLine = UnitRoutes.secondLineForm.path(unit.id)
        }
        if try Access.allows(.unitMerge, for: actor, at: unit.id, in: db) {
            paths.merge = UnitRoutes.mergeForm.path(unit.id)
        }
        if try Access.allows(.unitClose, for: actor, at: unit.id, in: db) {
            paths.close = UnitRoutes.closeForm.path(unit.id)
        }
        return paths
    }
}
