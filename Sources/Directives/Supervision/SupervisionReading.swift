import Federation
import Storage
import Web

/// Gathers how far obligations have come.
enum SupervisionReading {
    /// Notices shown at once; the newest come first.
    private static let noticesMax = 30

    static func list(
        at own: UnitID, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> SupervisionListModel {
        let unit = try UnitStore.require(own, in: db)
        let notices = try allocated(to: unit, in: db)
        var counts = try SupervisionCounts(unit, in: db)
        var duties: [NoticeID: [Obligation]] = [:]
        for notice in notices {
            duties[notice.id] = try ObligationStore.obligations(of: notice.id, in: db).filter { $0.sort == .duty }
            try counts.add(duties[notice.id] ?? [], of: notice.id, now: now, in: db)
        }
        let lines = notices.compactMap { notice -> SupervisionListModel.Line? in
            let rows = (duties[notice.id] ?? []).filter { counts.standings[$0.id]?.isEmpty == false }
            guard !rows.isEmpty else { return nil }
            return SupervisionListModel.Line(
                notice: NoticeLine(notice), duties: rows.count,
                standing: rows.reduce(Standing()) { $0 + counts.total($1.id) },
                path: SupervisionRoutes.matrix.path(notice.id))
        }
        return SupervisionListModel(
            notices: lines, stuck: try stuck(notices, duties, counts, SupervisionRules.leaderMax, language, in: db),
            now: now)
    }

    /// The notices whose duties bind this unit or some below, the newest first.
    private static func allocated(to unit: Unit, in db: any Transaction) throws -> [NoticeHead] {
        let roots = try UnitStore.ancestors(of: unit.path, in: db).map(\.id) + [unit.id]
        let below = try UnitStore.children(of: unit.id, in: db).map(\.id)
        var ids: Set<NoticeID> = []
        for some in (roots + below).boundLists {
            for row in try db.query(
                """
                select distinct about from due_scope
                where root \(in: some) and kind = \(Verb.assignmentDischarge.rawValue) and closed_at is null
                    and about is not null
                """)
            {
                ids.insert(try row["about"])
            }
        }
        let ended = try ChangeStore.ends(within: Array(ids), in: db)
        let newest = ids.filter { ended[$0] == nil }.sorted { $0.raw > $1.raw }.prefix(noticesMax)
        return try newest.compactMap { id in
            try NoticeStore.isVisible(id, to: unit.id, in: db) ? try NoticeStore.find(id, in: db) : nil
        }
    }

    /// What does not go on, the worst first, as many as one person can look at. What came to a branch in one paper waits
    /// as one thing.
    private static func stuck(
        _ notices: [NoticeHead], _ duties: [NoticeID: [Obligation]], _ counts: SupervisionCounts, _ limit: Int,
        _ language: Language, in db: any Transaction
    ) throws -> [StuckLine] {
        let children = Dictionary(counts.children.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Stuck.Place: Stuck] = [:]
        for notice in notices {
            let arrivals = try SupervisionStore.arrivals(of: notice.id, at: counts.children.map(\.id), in: db)
            for duty in duties[notice.id] ?? [] {
                for (key, standing) in counts.standings[duty.id] ?? [:] where standing.left > 0 && key.kind == nil {
                    guard let branch = children[key.branch] else { continue }
                    let arrival = arrivals[branch.id]
                    let one = Stuck(
                        place: .init(
                            branch: branch.id, notice: arrival?.notice ?? notice.id,
                            turn: SupervisionRules.turn(standing, isSigned: arrival?.isSigned)),
                        obligations: [duty.id], standing: standing, grade: notice.urgency.rank,
                        since: arrival?.at ?? counts.allocatedAt[duty.id] ?? notice.registeredAt)
                    found[one.place] = found[one.place].map { $0.joined(with: one) } ?? one
                }
            }
        }
        let worst = found.values.sorted(by: SupervisionRules.isWorse).prefix(limit)
        let units = Dictionary(uniqueKeysWithValues: counts.children.map { ($0.id, $0) })
        return try worst.compactMap { stuck in
            guard let notice = try NoticeStore.find(stuck.place.notice, in: db), let worst = stuck.obligations.first
            else { return nil }
            return StuckLine(
                notice: NoticeLine(notice), path: SupervisionRoutes.matrix.path(notice.id) + "?only=stuck",
                branch: units[stuck.place.branch]?.shownName(language) ?? "",
                branchPath: SupervisionRoutes.branch.path(Pair(worst, stuck.place.branch)),
                duties: stuck.obligations.count, grade: Urgency(stuck.grade).grade, standing: stuck.standing,
                since: stuck.since, turn: stuck.place.turn)
        }
    }

    /// What does not go on of some notices in the branches below a unit.
    static func stuck(
        in notices: [NoticeHead], under unit: Unit, limit: Int, _ language: Language, now: Moment,
        in db: any Transaction
    ) throws -> [StuckLine] {
        var counts = try SupervisionCounts(unit, in: db)
        var duties: [NoticeID: [Obligation]] = [:]
        for notice in notices {
            duties[notice.id] = try ObligationStore.obligations(of: notice.id, in: db).filter { $0.sort == .duty }
            try counts.add(duties[notice.id] ?? [], of: notice.id, now: now, in: db)
        }
        return try stuck(notices, duties, counts, limit, language, in: db)
    }

    // MARK: The matrix

    static func matrix(
        of id: NoticeID, at own: UnitID, isStuckOnly: Bool, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> MatrixModel {
        let notice = try NoticeStore.require(id, for: own, in: db)
        var counts = try SupervisionCounts(try UnitStore.require(own, in: db), in: db)
        let family = try ObligationStore.family(of: notice, in: db)
        var duties: [NoticeID: [Obligation]] = [:]
        for one in family {
            duties[one.id] = try ObligationStore.obligations(of: one.id, in: db).filter { $0.sort == .duty }
            try counts.add(duties[one.id] ?? [], of: one.id, now: now, in: db)
        }
        let columns = counts.columns(language)
        let groups = family.compactMap { one -> MatrixModel.Group? in
            let rows = (duties[one.id] ?? []).compactMap { duty -> MatrixModel.Row? in
                guard let cells = counts.standings[duty.id], !cells.isEmpty else { return nil }
                let total = counts.total(duty.id)
                guard !isStuckOnly || total.left > 0 else { return nil }
                return MatrixModel.Row(
                    obligation: duty.id, quote: duty.quote, clause: duty.clause, role: duty.role,
                    dueAt: counts.dates[duty.id], cells: columns.map { cells[$0.key] }, total: total)
            }
            return rows.isEmpty
                ? nil : MatrixModel.Group(title: one.title, path: NoticeRoutes.show.path(one.id), rows: rows)
        }
        return MatrixModel(
            notice: NoticeLine(notice), banners: try NoticeReading.banners(of: id, in: db),
            sortingPath: ObligationRoutes.list.path(id), columns: columns.map(\.column),
            groups: groups, isStuckOnly: isStuckOnly, address: SupervisionRoutes.matrix.path(id),
            csvPath: SupervisionRoutes.csv.path(id) + (isStuckOnly ? "?only=stuck" : ""))
    }

    // MARK: One obligation

    static func obligation(
        _ id: ObligationID, branch: UnitID?, at own: UnitID, _ actor: Actor, _ language: Language, now: Moment,
        acts: [ActID], in db: any Transaction
    ) throws -> ObligationModel {
        let obligation = try ObligationStore.require(id, for: own, in: db)
        guard let notice = try NoticeStore.findWhole(obligation.notice, in: db) else { throw AccessRefusal.notFound }
        let reader = try UnitStore.require(own, in: db)
        let unit = try branch.map { try UnitStore.require($0, in: db) } ?? reader
        guard reader.path.contains(unit.path) else { throw AccessRefusal.notFound }
        var counts = try SupervisionCounts(unit, in: db)
        try counts.add([obligation], of: notice.id, now: now, in: db)
        let cells = counts.standings[id] ?? [:]
        let tallies = try tallies(of: id, counts, in: db)
        let owing = cells.filter { $0.key != SupervisionCounts.Key(branch: unit.path) }
            .reduce(0) { $0 + max(0, $1.value.left - $1.value.unreached) }
        var model = ObligationModel(
            line: ObligationLine(obligation, in: notice), matrixPath: SupervisionRoutes.matrix.path(notice.id),
            role: obligation.role, bound: obligation.bound, condition: obligation.condition, sort: obligation.sort,
            proof: obligation.proof,
            sorter: try UnitStore.find(obligation.unit, in: db)?.shownName(language) ?? "", total: counts.total(id),
            branches: counts.columns(language).compactMap { key, column in
                cells[key].map {
                    .init(
                        name: column.name, path: path(to: column.place, id), standing: $0,
                        tally: tallies[key] ?? ObligationTally(), downPath: down(column.place, from: unit, id))
                }
            },
            latest: try latest(id, under: unit, language, in: db), urge: nil,
            urged: try SupervisionStore.urges(of: id, from: own, in: db), now: now)
        model.tally = tallies.values.reduce(ObligationTally(), +)
        var figures = PictureFigures()
        figures.days = model.tally.days
        model.days = PictureRules.days(
            figures, through: CivilDay(Zone.day(now)) ?? CivilDay(ordinal: 0), max: daysShown)
        let query = branch.map { "?unit=\($0)" } ?? ""
        model.sheetPath = SupervisionRoutes.obligationCSV.path(id) + query
        if unit.id != own {
            model.branch = unit.shownName(language)
            model.above = try UnitStore.ancestors(of: unit.path, in: db).filter { reader.path.contains($0.path) }
                .map { ($0.shownName(language), SupervisionRoutes.obligation.path(id) + "?unit=\($0.id)") }
        }
        model.additions = try AdditionReading.lines(of: id, for: unit, language, in: db)
        guard unit.id == own else { return model }
        model.owners = try owners(of: id, at: own, language, today: Zone.day(now), in: db)
        if model.total.bound > 0, try Access.allows(.obligationAdd, for: actor, at: own, in: db) {
            model.adding = .init(path: AdditionRoutes.add.path(id), act: acts[1])
        }
        if owing > 0, try Access.allows(.assignmentUrge, for: actor, at: own, in: db) {
            model.urge = .init(
                path: SupervisionRoutes.urge.path(id), act: acts[0], units: owing,
                text: SupervisionWords.customaryUrge(notice.title))
        }
        return model
    }

    private static let daysShown = 14

    private static func tallies(
        of id: ObligationID, _ counts: SupervisionCounts, in db: any Transaction
    ) throws -> [SupervisionCounts.Key: ObligationTally] {
        try SupervisionStore.said(of: id, in: counts.view, in: db).reduce(into: [:]) { found, said in
            var tally = found[counts.key(said.branch, said.kind, said.depth)] ?? ObligationTally()
            if let day = said.day { tally.days[day, default: 0] += said.units }
            tally.figure += said.figure
            tally.givers += said.givers
            found[counts.key(said.branch, said.kind, said.depth)] = tally
        }
    }

    private static func down(_ place: MatrixModel.Column.Place, from unit: Unit, _ id: ObligationID) -> String? {
        guard case .branch(let branch) = place, branch != unit.id else { return nil }
        return SupervisionRoutes.obligation.path(id) + "?unit=\(branch)"
    }

    private static func owners(
        of id: ObligationID, at own: UnitID, _ language: Language, today: String, in db: any Transaction
    ) throws -> [String] {
        let owners = try OwnerStore.owners(of: [id], at: own, on: today, in: db)
        let posts = try PersonStore.find(posts: owners.map(\.post), in: db)
        let names = try PersonStore.names(posts.values.map(\.person), language, in: db)
        return Owner.Part.allCases.compactMap { part in
            owners.first { $0.part == part }.flatMap { posts[$0.post] }
                .map { "\(names[$0.person] ?? "") \(OwnerWords.part(part)[language])" }
        }
    }

    static func path(to place: MatrixModel.Column.Place, _ id: ObligationID) -> String {
        switch place {
        case .branch(let unit): SupervisionRoutes.branch.path(Pair(id, unit))
        case .kind(let kind, let below):
            SupervisionRoutes.branch.path(Pair(id, below)) + "?kind=\(kind.rawValue)"
        }
    }

    /// The units below that owe it now: bound, reached, and not settled.
    static func owing(_ obligation: Obligation, below own: Unit, in db: any Transaction) throws -> [UnitID] {
        guard let owing = try whoOwes(obligation, below: own, in: db) else { return [] }
        return try db.query("select u.id \(owing) order by u.path").map { try $0["id"] }
    }

    /// - Returns: from where and which; nil where nobody can owe it.
    private static func whoOwes(_ obligation: Obligation, below own: Unit, in db: any Transaction) throws -> SQL? {
        guard obligation.sort == .duty else { return nil }
        let known = try UnitStore.ancestors(of: own.path, in: db) + [own] + UnitStore.children(of: own.id, in: db)
        let paths = Dictionary(known.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
        let bound = try AllocationStore.active(of: [obligation.id], in: db)
            .compactMap { one in paths[one.unit].map { within($0, one.depth) } }
        guard let first = bound.first, !obligation.binding.unitKinds.isEmpty else { return nil }
        let over = try NoticeStore.carrying(obligation.notice, in: db)
        let whole = DispatchSetStore.condition(try DispatchSetStore.sets(of: over, in: db))
        return """
            from unit u
            where u.path > \(own.path.text) and u.path < \(own.path.upperBound)
                and (\(whole) or exists (select 1 from receipt r
                    where r.unit = u.id and r.notice \(in: over) and r.purpose = 'action'))
                and u.closed_on is null
                and u.kind \(in: obligation.binding.unitKinds)
                and u.level \(in: obligation.binding.unitLevels)
                and not exists (select 1 from due_scope_closed c where c.unit = u.id
                    and c.kind = \(Verb.assignmentDischarge.rawValue) and c.subject = \(obligation.id))
                and (\(bound.dropFirst().reduce(first) { "\($0) or \($1)" }))
            """
    }

    /// Whether a unit stands where an allocation binds it.
    private static func within(_ root: TreePath, _ depth: DueScope.Depth) -> SQL {
        let branch: SQL = "u.path >= \(root.text) and u.path < \(root.upperBound)"
        return depth == .all
            ? branch : "\(branch) and length(u.path) <= \(root.text.utf8.count + TreePath.segmentWidth)"
    }

    private static func latest(
        _ id: ObligationID, under own: Unit, _ language: Language, in db: any Transaction
    ) throws -> [ObligationModel.Latest] {
        let found = try AssignmentStore.latest(of: id, under: own, limit: 10, in: db)
        let units = try UnitStore.find(found.map(\.assignment.unit), in: db)
        return found.map { one in
            ObligationModel.Latest(
                unit: units[one.assignment.unit]?.shownName(language) ?? "",
                path: AssignmentRoutes.show.path(Pair(id, one.assignment.unit)), state: one.assignment.state,
                text: one.text, figure: one.assignment.figure, outOf: one.assignment.outOf,
                at: one.assignment.changedAt)
        }
    }

    // MARK: One branch

    private static let unitsMax = 60

    static func branch(
        _ id: ObligationID, _ branch: UnitID, kind: UnitKind?, after: Int, at own: UnitID, _ language: Language,
        in db: any Transaction
    ) throws -> BranchModel {
        let obligation = try ObligationStore.require(id, for: own, in: db)
        guard let notice = try NoticeStore.findWhole(obligation.notice, in: db) else { throw AccessRefusal.notFound }
        let (unit, top) = (try UnitStore.require(own, in: db), try UnitStore.require(branch, in: db))
        guard unit.path.contains(top.path) else { throw AccessRefusal.notFound }
        let isOwnAlone = top.id == own && kind == nil
        let found =
            isOwnAlone
            ? [
                SupervisionStore.BoundUnit(
                    unit: unit, assignment: try AssignmentStore.find(id, own, in: db))
            ]
            : try SupervisionStore.units(
                of: obligation, under: top.path, onlyChildrenOf: kind == nil ? nil : top.path, kind: kind,
                limit: unitsMax + 1, after: after, in: db)
        let shown = Array(found.prefix(unitsMax))
        let reached = try SupervisionStore.arrivals(of: notice.id, at: shown.map(\.unit.id), in: db)
        let texts = try AssignmentStore.lastTexts(of: shown.compactMap(\.assignment?.id), in: db)
        let here = SupervisionRoutes.branch.path(Pair(id, branch))
        let query = [kind.map { "kind=\($0.rawValue)" }, "after=\(after + unitsMax)"].compactMap(\.self)
        return BranchModel(
            line: ObligationLine(obligation, in: notice),
            name: kind.map { SupervisionWords.direct($0)[language] } ?? top.shownName(language),
            rows: shown.map { one in
                BranchModel.Row(
                    unit: one.unit.shownName(language), path: AssignmentRoutes.show.path(Pair(id, one.unit.id)),
                    assignment: one.assignment, isReached: reached[one.unit.id] != nil || one.assignment != nil,
                    text: one.assignment.flatMap { texts[$0.id] }, figure: one.assignment?.figure,
                    outOf: one.assignment?.outOf)
            },
            nextPath: found.count > unitsMax ? "\(here)?\(query.joined(separator: "&"))" : nil)
    }
}
