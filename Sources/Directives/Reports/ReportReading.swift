import Federation
import Storage
import Web

/// Gathers reports.
enum ReportReading {
    /// - Throws: "not found" for whoever is neither its unit nor the one it went up to, nor above that.
    static func model(
        _ id: ReportID, at own: UnitID, _ actor: Actor, _ language: Language, now: Moment, acts: [ActID],
        in db: any Transaction
    ) throws -> ReportModel {
        let report = try require(id, at: own, actor, in: db)
        let isOwn = report.unit == own
        let shown = isOwn && report.state.isOpen ? report.version : report.signedVersion ?? report.version
        guard let version = try ReportStore.version(shown, of: id, in: db),
            let notice = try NoticeStore.find(report.notice, in: db)
        else { throw AccessRefusal.notFound }
        let facts = try ReportStore.facts(of: id, in: db).filter { isOwn || $0.kind != .written }
        let units = try UnitStore.find(Array(Set(facts.map(\.unit) + [report.unit, report.receiver])), in: db)
        let names = try PersonStore.names(Array(Set(facts.map(\.person))), language, in: db)
        var model = ReportModel(
            notice: NoticeLine(notice), banners: try NoticeReading.banners(of: notice.id, in: db),
            listPath: ReportRoutes.list.path(notice.id),
            paperPath: report.signedVersion == shown ? ReportRoutes.paper.path(id) : nil,
            unit: units[report.unit]?.shownName(language) ?? "",
            receiver: units[report.receiver]?.shownName(language) ?? "",
            printed: (units[report.unit]?.name ?? "", units[report.receiver]?.name ?? ""), ordinal: report.ordinal,
            state: report.state, office: report.office, coversOn: report.coversOn,
            recordedBy: try report.recordedBy.flatMap { try UnitStore.find($0, in: db)?.shownName(language) },
            seal: report.seal, answers: try answers(notice, in: db), version: shown, body: version.body,
            figures: version.figures, at: version.moment,
            facts: facts.map { ($0, units[$0.unit]?.shownName(language) ?? "", names[$0.person] ?? "") },
            quotes: try quotes(in: id, language, in: db))
        let last = try before(report, in: db)
        if let last, let signed = last.signedVersion,
            let words = try ReportStore.version(signed, of: last.id, in: db)
        {
            model.before = words.figures
            model.fresh = Set(ReportRules.passages(version.body)).subtracting(ReportRules.passages(words.body))
        }
        if report.signedVersion == shown, !report.state.isOpen {
            let unit = try UnitStore.require(report.unit, in: db)
            // A reader who does not hold the notice reads what was signed, and no more.
            do {
                model.today = try ReportFigures.now(report.notice, at: unit, isFor: own, now: now, in: db)
            } catch is AccessRefusal {}
        }
        if isOwn {
            let remarks = try ReportStore.remarks(on: id, in: db)
            let names = try PersonStore.names(Array(Set(remarks.map(\.person))), language, in: db)
            model.remarks = remarks.map { ($0, names[$0.person] ?? "") }
        }
        if report.signedVersion == shown {
            model.unitsPath = try ReportStore.keepsUnits(id, in: db) ? ReportRoutes.units.path(id) : nil
        }
        if model.paperPath != nil, try Access.allows(.noticeExport, for: actor, at: own, in: db) {
            model.exportTo = .init(path: ReportRoutes.export.path(id), act: acts[5])
        }
        if isOwn, report.state.isOpen, try Access.allows(.reportWrite, for: actor, at: own, in: db) {
            let unit = try UnitStore.require(own, in: db)
            model.figures = try ReportFigures.now(report.notice, at: unit, now: now, in: db)
            model.compose = try compose(report, model.figures, model.before, actor, language, acts, in: db)
            model.unitsPath = PictureRoutes.show.path(report.notice)
        }
        if report.receiver == own || report.officeUnit == own, report.state == .sent,
            try Access.allows(.reportAccept, for: actor, at: own, in: db)
        {
            model.answer = .init(
                accept: .init(path: ReportRoutes.accept.path(id), act: acts[3]),
                giveBack: .init(path: ReportRoutes.giveBack.path(id), act: acts[4]))
        }
        return model
    }

    static func require(
        _ id: ReportID, at own: UnitID, _ actor: Actor, in db: any Transaction
    ) throws -> Report {
        guard let report = try ReportStore.find(id, in: db), report.unit == own || report.state != .draft,
            // The office that the notice names reads what is sent to it, and nothing else of that unit.
            try Access.allows(.reportRead, for: actor, at: report.officeUnit == own ? own : report.unit, in: db)
        else { throw AccessRefusal.notFound }
        return report
    }

    /// The one that went up before this one.
    private static func before(_ report: Report, in db: any Transaction) throws -> Report? {
        try ReportStore.reports(of: report.unit, about: report.notice, in: db)
            .first { $0.ordinal < report.ordinal && $0.signedVersion != nil }
            ?? (report.state.isOpen && report.signedVersion != nil ? report : nil)
    }

    /// The sentences of a notice and of all it carries that ask for reports.
    static func duties(of notice: NoticeHead, in db: any Transaction) throws -> [Obligation] {
        try ObligationStore.family(of: notice, in: db)
            .flatMap { try ObligationStore.obligations(of: $0.id, in: db) }
            .filter { $0.sort == .duty && $0.role == .report }
    }

    private static func answers(_ notice: NoticeHead, in db: any Transaction) throws -> [String] {
        let duties = try duties(of: notice, in: db).map(\.quote)
        guard duties.isEmpty else { return duties }
        return try ObligationStore.family(of: notice, in: db).flatMap {
            try NoticeStore.whole($0, in: db).reading.reports.map(\.quote)
        }
    }

    /// Whom the report duties of a notice bind; where it has none, the offices.
    static func binding(of notice: NoticeHead, in db: any Transaction) throws -> Binding {
        let bound = try duties(of: notice, in: db).map(\.binding)
        guard !bound.isEmpty else {
            return Binding(
                kinds: [.federation, .industrialUnion, .organsUnion, .jointUnion], levels: UnitLevel.allCases)
        }
        return bound.dropFirst().reduce(bound[0]) {
            Binding(kinds: $0.kinds | $1.kinds, levels: $0.levels | $1.levels)
        }
    }

    /// - Throws: "not found" where the list was not kept.
    static func units(
        _ id: ReportID, _ filter: ReportUnitsModel.Filter, at own: UnitID, _ actor: Actor, _ language: Language,
        in db: any Transaction
    ) throws -> ReportUnitsModel {
        let report = try require(id, at: own, actor, in: db)
        guard let units = try ReportStore.units(of: id, in: db), let at = report.sentAt else {
            throw AccessRefusal.notFound
        }
        let counts = ReportUnitsModel.Filter.allCases.map { one in (one, units.count { one.holds($0) }) }
        return ReportUnitsModel(
            unit: try UnitStore.require(report.unit, in: db).shownName(language),
            reportPath: ReportRoutes.show.path(id), at: at, filter: filter, rows: units.filter(filter.holds),
            counts: Dictionary(uniqueKeysWithValues: counts))
    }

    private static func compose(
        _ report: Report, _ figures: ReportFigures, _ before: ReportFigures?, _ actor: Actor, _ language: Language,
        _ acts: [ActID], in db: any Transaction
    ) throws -> ReportModel.Compose {
        let below = try ReportStore.received(by: report.unit, about: report.notice, in: db)
        let units = try UnitStore.find(below.map(\.unit), in: db)
        let passages = try below.flatMap { one -> [(value: String, unit: String, text: String)] in
            guard let signed = one.signedVersion, let words = try ReportStore.version(signed, of: one.id, in: db)
            else { return [] }
            return ReportRules.passages(words.body).enumerated().map { place, text in
                ("\(one.id):\(place)", units[one.unit]?.shownName(language) ?? "", text)
            }
        }
        return ReportModel.Compose(
            save: .init(path: ReportRoutes.write.path(report.id), act: acts[0]),
            sign: try Access.allows(.reportSign, for: actor, at: report.unit, in: db)
                ? .init(path: ReportRoutes.sign.path(report.id), act: acts[1]) : nil,
            quote: passages.isEmpty ? nil : .init(path: ReportRoutes.quote.path(report.id), act: acts[2]),
            remark: .init(path: ReportRoutes.remark.path(report.id), act: acts[6]), passages: passages,
            offered: ReportRules.offered(figures, since: before))
    }

    private static func quotes(
        in id: ReportID, _ language: Language, in db: any Transaction
    ) throws -> [(quote: ReportQuote, unit: String, path: String)] {
        try ReportStore.quotes(in: id, in: db).map { quote in
            let unit = try ReportStore.find(quote.source, in: db).flatMap { try UnitStore.find($0.unit, in: db) }
            return (quote, unit?.shownName(language) ?? "", ReportRoutes.show.path(quote.source))
        }
    }
}
