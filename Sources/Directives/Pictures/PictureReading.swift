import Federation
import Storage
import Web

/// Gathers the picture of a notice in a branch, all from one snapshot.
enum PictureReading {
    private static let daysMax = 14

    /// - Throws: "not found" where the branch is not the reader's, or the notice has not come to them.
    static func model(
        of id: NoticeID, branch: UnitID?, for own: UnitID, _ language: Language, now: Moment, in db: any Transaction
    ) throws -> PictureModel {
        let notice = try NoticeStore.require(id, for: own, in: db)
        let (reader, unit) = (try UnitStore.require(own, in: db), try UnitStore.require(branch ?? own, in: db))
        guard reader.path.contains(unit.path) else { throw AccessRefusal.notFound }
        var counts = try SupervisionCounts(unit, in: db)
        let family = try ObligationStore.family(of: notice, in: db)
        var duties: [Obligation] = []
        for one in family {
            let some = try ObligationStore.obligations(of: one.id, in: db).filter { $0.sort == .duty }
            try counts.add(some, of: one.id, now: now, in: db)
            duties += some
        }
        let figures = try figures(
            of: notice.id, try counts.came(notice.id, in: db), counts, duties, now: now, in: db)
        let total = figures.values.reduce(PictureFigures(), +)
        let path = { (unit: UnitID) in PictureRoutes.show.path(id) + "?unit=\(unit)" }
        let rows = rows(counts, figures, path, language)
        let above = try UnitStore.ancestors(of: unit.path, in: db).filter { reader.path.contains($0.path) }
        let query = branch.map { "?unit=\($0)" } ?? ""
        return PictureModel(
            notice: NoticeLine(notice), banners: try NoticeReading.banners(of: id, in: db),
            unit: unit.shownName(language), above: above.map { ($0.shownName(language), path($0.id)) }, total: total,
            rows: rows.map(\.row),
            days: PictureRules.days(total, through: CivilDay(Zone.day(now)) ?? CivilDay(ordinal: 0), max: daysMax),
            tiles: tiles(unit, counts, figures, path, language), csvPath: PictureRoutes.csv.path(id) + query,
            missingPath: PictureRoutes.missing.path(id) + query,
            matrixPath: duties.isEmpty ? nil : SupervisionRoutes.matrix.path(id), now: now)
    }

    private static func figures(
        of notice: NoticeID, _ came: ReceiptTallies.Found, _ counts: SupervisionCounts, _ duties: [Obligation],
        now: Moment, in db: any Transaction
    ) throws -> [SupervisionCounts.Key: PictureFigures] {
        var found: [SupervisionCounts.Key: PictureFigures] = [:]
        for group in counts.census {
            found[counts.key(group.branch, group.kind, group.depth), default: .init()].units += group.units
        }
        let isEnded = try ChangeStore.ends(within: [notice], in: db)[notice] != nil
        for group in came.groups {
            let key = counts.key(group.branch, group.measure.kind, group.depth)
            found[key, default: .init()].add(group, now: isEnded ? nil : now)
        }
        // Thousands, which come branch after branch.
        var one: (group: BranchView.Group, key: SupervisionCounts.Key, figures: PictureFigures?)?
        for group in try ReceiptTallies.signatures(of: notice, came, in: counts.view, in: db) {
            let isAsBefore = one.map {
                $0.group.depth == group.depth && $0.group.measure.kind == group.measure.kind
                    && $0.group.branch == group.branch
            }
            if isAsBefore != true {
                if let one { found[one.key] = one.figures }
                let key = counts.key(group.branch, group.measure.kind, group.depth)
                one = (group, key, found.removeValue(forKey: key))
            }
            let when = ReceiptFigures.Signed(bucket: group.measure.bucket)
            one?.figures?.hours[when.hours, default: 0] += group.n
            one?.figures?.days[CivilDay(ordinal: when.day), default: 0] += group.n
        }
        if let one { found[one.key] = one.figures }
        for duty in duties {
            for (key, standing) in counts.standings[duty.id] ?? [:] {
                found[key, default: .init()].duties = (found[key]?.duties ?? Standing()) + standing
                found[key, default: .init()].minutes += (standing.bound - standing.unreached) * duty.proof.minutes
            }
        }
        return found
    }

    private static func rows(
        _ counts: SupervisionCounts, _ figures: [SupervisionCounts.Key: PictureFigures],
        _ path: (UnitID) -> String, _ language: Language
    ) -> [(key: SupervisionCounts.Key, row: PictureModel.Row)] {
        counts.branches(language).compactMap { key, column in
            guard let own = figures[key] else { return nil }
            var down: String?
            if case .branch(let unit) = column.place, unit != counts.own.id { down = path(unit) }
            return (key, PictureModel.Row(name: column.name, path: down, figures: own))
        }
    }

    private static func tiles(
        _ unit: Unit, _ counts: SupervisionCounts, _ figures: [SupervisionCounts.Key: PictureFigures],
        _ path: (UnitID) -> String, _ language: Language
    ) -> PictureModel.Tiles? {
        guard let grid = TileGrid.below(unit) else { return nil }
        var found: [String: (figures: PictureFigures, path: String?)] = [:]
        for child in counts.children {
            guard let place = grid.place(of: child),
                let own = figures[SupervisionCounts.Key(branch: child.path)]
            else { continue }
            found[place.name] = (own, path(child.id))
        }
        return found.isEmpty ? nil : PictureModel.Tiles(grid: grid, figures: found)
    }

    // MARK: What is missing

    private static let linesMax = 100

    static func missing(
        of id: NoticeID, branch: UnitID?, after: Int, for own: UnitID, _ language: Language, now: Moment,
        in db: any Transaction
    ) throws -> MissingModel {
        let notice = try NoticeStore.require(id, for: own, in: db)
        let (reader, unit) = (try UnitStore.require(own, in: db), try UnitStore.require(branch ?? own, in: db))
        guard reader.path.contains(unit.path) else { throw AccessRefusal.notFound }
        let unsigned = try PictureStore.unsigned(of: id, under: unit, limit: linesMax + 1, after: after, in: db)
        let query = branch.map { "unit=\($0)&" } ?? ""
        return MissingModel(
            notice: NoticeLine(notice), unit: unit.shownName(language),
            picturePath: PictureRoutes.show.path(id) + (branch.map { "?unit=\($0)" } ?? ""),
            unsigned: unsigned.prefix(linesMax).map { line($0, since: $0.sentAt, language) },
            notRelayed: try PictureStore.notRelayed(of: id, under: unit, limit: linesMax, in: db)
                .map { line($0, since: $0.signedAt ?? $0.sentAt, language) },
            stuck: try SupervisionReading.stuck(
                in: try ObligationStore.family(of: notice, in: db), under: unit, limit: linesMax, language, now: now,
                in: db),
            nextPath: unsigned.count > linesMax
                ? PictureRoutes.missing.path(id) + "?\(query)after=\(after + linesMax)" : nil, now: now)
    }

    private static func line(
        _ silent: PictureStore.Silent, since: Moment, _ language: Language
    ) -> MissingModel.Line {
        MissingModel.Line(
            unit: silent.unit.shownName(language), path: FrameRoutes.unit.path(silent.unit.id), since: since,
            dueAt: silent.dueAt)
    }
}

extension PictureFigures {
    /// - Parameter now: nil where nothing is late any more.
    fileprivate mutating func add(_ group: BranchView.Group, now: Moment?) {
        // What stands in a unit's own book alone was sent to it by nobody.
        guard let state = ReceiptState(rawValue: group.measure.state) else { return }
        reached += group.n
        minutes += group.n
        if state >= .opened { opened += group.n }
        guard state.isSigned else {
            if let now, ReceiptFigures.isLate(bucket: group.measure.bucket, now: now) { late += group.n }
            return
        }
        signed += group.n
        if state > .signed { passedOn += group.n }
    }
}
