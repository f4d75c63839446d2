import Federation
import Storage
import Web

/// Gathers who has reported about a notice, for which period, and what is asked of reports.
enum ReportListReading {
    private static let periodsShown = 10

    static func model(
        about id: NoticeID, at own: UnitID, _ actor: Actor, _ language: Language, now: Moment, acts: [ActID],
        in db: any Transaction
    ) throws -> ReportListModel {
        let notice = try NoticeStore.require(id, for: own, in: db)
        let unit = try UnitStore.require(own, in: db)
        let family = try ObligationStore.family(of: notice, in: db)
        let mine = try ReportStore.reports(of: own, about: id, in: db)
        let received = try ReportStore.received(by: own, about: id, in: db)
        let children = try UnitStore.children(of: own, in: db).filter(\.isWorking)
        let reached = try SupervisionStore.arrivals(of: id, at: children.map(\.id), in: db)
        let reported = Set(received.map(\.unit))
        let units = try UnitStore.find(Array(reported) + [own], in: db)
        let line = { (report: Report) in
            ReportListModel.Line(
                unit: units[report.unit]?.shownName(language) ?? "", ordinal: report.ordinal, state: report.state,
                at: report.sentAt ?? report.createdAt, path: ReportRoutes.show.path(report.id),
                isZero: report.isZero, isRecorded: report.recordedBy != nil)
        }
        var model = ReportListModel(
            notice: NoticeLine(notice), own: mine.map(line), received: received.map(line),
            silent: children.filter { reached[$0.id] != nil && !reported.contains($0.id) }.map {
                $0.shownName(language)
            })
        model.csvPath = ReportRoutes.csv.path(id)
        model.printed = try family.flatMap { try NoticeStore.whole($0, in: db).reading.reports }
        try add(asked: &model, family.map(\.id), unit, language, in: db)
        if !mine.contains(where: \.state.isOpen), unit.path.parent != nil {
            if try Access.allows(.reportWrite, for: actor, at: own, in: db) {
                model.start = .init(path: ReportRoutes.start.path(id), act: acts[0])
            }
            if !model.periods.isEmpty, try Access.allows(.reportSign, for: actor, at: own, in: db) {
                model.zero = .init(path: ReportRoutes.zero.path(id), act: acts[1])
            }
        }
        if !children.isEmpty {
            try add(forms: &model, id, unit, actor, children, language, now: now, Array(acts[2...]), in: db)
            model.table = try table(family.map(\.id), notice, unit, language, now: now, in: db)
        }
        return model
    }

    private static func add(
        asked model: inout ReportListModel, _ notices: [NoticeID], _ unit: Unit, _ language: Language,
        in db: any Transaction
    ) throws {
        let above = try UnitStore.ancestors(of: unit.path, in: db)
        let names = Dictionary(uniqueKeysWithValues: above.map { ($0.id, $0.shownName(language)) })
        let askings = try ReportAskingStore.askings(about: notices, by: above.map(\.id), in: db)
            .filter { $0.depth == .all || $0.unit == above.last?.id }
        model.asked = askings.map {
            .init(unit: names[$0.unit] ?? "", rhythm: $0.rhythm, reason: $0.reason, outline: $0.outline)
        }
        model.hasOutline = askings.contains { $0.unit == above.last?.id && $0.outline != nil }
        let asking = Set(askings.filter { $0.rhythm != nil }.map(\.unit))
        model.periods = try ReportAskingStore.periods(
            of: notices, by: Array(asking), limit: periodsShown, in: db)
    }

    private static func add(
        forms model: inout ReportListModel, _ id: NoticeID, _ unit: Unit, _ actor: Actor, _ children: [Unit],
        _ language: Language, now: Moment, _ acts: [ActID], in db: any Transaction
    ) throws {
        if try Access.allows(.obligationAdd, for: actor, at: unit.id, in: db) {
            let own = try ReportAskingStore.askings(about: [id], by: [unit.id], in: db).first
            let printed = model.printed.lazy.compactMap(\.cadence).compactMap { ReportRhythm(words: $0) }.first
            model.asking = .init(
                path: ReportRoutes.ask.path(id), act: acts[0],
                stop: own.map { _ in .init(path: ReportRoutes.stop.path(id), act: acts[1]) },
                form: ReportAskingForm(
                    rhythm: (own?.rhythm ?? printed)?.rawValue ?? "", outline: own?.outline ?? "",
                    reason: own?.reason ?? ""))
        }
        if try Access.allows(.reportAccept, for: actor, at: unit.id, in: db) {
            let day = Zone.day(now)
            let absent = try UnitStore.notOnMuster(children.map(\.id), on: day, in: db)
            if !absent.isEmpty {
                model.record = .init(
                    path: ReportRoutes.record.path(id), act: acts[2],
                    units: children.filter { absent.contains($0.id) }.map { ("\($0.id)", $0.shownName(language)) },
                    form: ReportRecordForm(day: day))
            }
        }
    }

    /// Who reported for the last periods: by the rhythm of this unit, else by that of the nearest above that asks all below.
    private static func table(
        _ notices: [NoticeID], _ notice: NoticeHead, _ own: Unit, _ language: Language, now: Moment,
        in db: any Transaction
    ) throws -> ReportListModel.Table? {
        let above = try UnitStore.ancestors(of: own.path, in: db)
        let askers = [own.id] + above.map(\.id).reversed()
        let askings = try ReportAskingStore.askings(about: notices, by: askers, in: db)
            .filter { $0.rhythm != nil && ($0.unit == own.id || $0.depth == .all) }
        guard let asker = askers.first(where: { one in askings.contains { $0.unit == one } }),
            let today = CivilDay(Zone.day(now))
        else { return nil }
        let periods = Array(
            try ReportAskingStore.periods(of: notices, by: [asker], limit: periodsShown, in: db).reversed())
        guard let first = periods.first?.first else { return nil }
        let binding = try ReportReading.binding(of: notice, in: db)
        let memberships = Dictionary(grouping: try ReportAskingStore.memberships(under: own.id, in: db), by: \.unit)
        let units = try UnitStore.find(Array(memberships.keys), in: db).filter { binding.binds($1.kind, $1.level) }
        let reached = try SupervisionStore.arrivals(of: notice.id, at: Array(units.keys), in: db)
            .mapValues { CivilDay(Zone.day($0.at)) }
        let sent = Dictionary(
            grouping: try ReportAskingStore.sent(to: own.id, about: notices, since: first, in: db), by: \.unit)
        let rows = units.values.sorted { $0.code < $1.code }.compactMap {
            unit -> (unit: String, cells: [(cell: ReportCell, path: String?)])? in
            let cells = periods.map { period -> (cell: ReportCell, path: String?) in
                let some = (sent[unit.id] ?? []).filter { period.days.contains($0.coversOn) }
                let days = some.compactMap { one in
                    CivilDay(Zone.day(one.at)).map { (on: $0, isZero: one.isZero) }
                }
                let cell = ReportRules.cell(
                    period.days, memberships[unit.id] ?? [], reachedOn: reached[unit.id] ?? nil, sent: days,
                    today: today)
                return (cell, some.last.map { ReportRoutes.show.path($0.report) })
            }
            guard cells.contains(where: { $0.cell != .notExpected }) else { return nil }
            return (unit.shownName(language), cells)
        }
        return ReportListModel.Table(periods: periods, rows: rows)
    }
}
