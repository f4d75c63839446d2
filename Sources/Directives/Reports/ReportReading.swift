import Federation
import Storage
import Web

/// Gathers reports.
enum ReportReading {
    static func list(
        about id: NoticeID, at own: UnitID, _ actor: Actor, _ language: Language, act: ActID, in db: any Transaction
    ) throws -> ReportListModel {
        let notice = try NoticeStore.require(id, for: own, in: db)
        let mine = try ReportStore.reports(of: own, about: id, in: db)
        let received = try ReportStore.received(by: own, about: id, in: db)
        let children = try UnitStore.children(of: own, in: db).filter(\.isWorking)
        let reached = try SupervisionStore.arrivals(of: id, at: children.map(\.id), in: db)
        let reported = Set(received.map(\.unit))
        let units = try UnitStore.find(Array(reported) + [own], in: db)
        let line = { (report: Report) in
            ReportListModel.Line(
                unit: units[report.unit]?.shownName(language) ?? "", ordinal: report.ordinal, state: report.state,
                at: report.sentAt ?? report.createdAt, path: ReportRoutes.show.path(report.id))
        }
        var model = ReportListModel(
            notice: NoticeLine(notice), own: mine.map(line), received: received.map(line),
            silent: children.filter { reached[$0.id] != nil && !reported.contains($0.id) }.map {
                $0.shownName(language)
            })
        let own = try UnitStore.require(own, in: db)
        if !mine.contains(where: \.state.isOpen), own.path.parent != nil,
            try Access.allows(.reportWrite, for: actor, at: own.id, in: db)
        {
            model.start = .init(path: ReportRoutes.start.path(id), act: act)
        }
        return model
    }

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
            state: report.state,
            version: shown, body: version.body, figures: version.figures, at: version.moment,
            facts: facts.map { ($0, units[$0.unit]?.shownName(language) ?? "", names[$0.person] ?? "") },
            quotes: try quotes(in: id, language, in: db))
        if model.paperPath != nil, try Access.allows(.noticeExport, for: actor, at: own, in: db) {
            model.exportTo = .init(path: ReportRoutes.export.path(id), act: acts[5])
        }
        if isOwn, report.state.isOpen, try Access.allows(.reportWrite, for: actor, at: own, in: db) {
            let unit = try UnitStore.require(own, in: db)
            model.figures = try ReportFigures.now(report.notice, at: unit, now: now, in: db)
            model.compose = try compose(report, model.figures, actor, language, acts, in: db)
        }
        if report.receiver == own, report.state == .sent,
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
        guard let report = try ReportStore.find(id, in: db),
            try Access.allows(.reportRead, for: actor, at: report.unit, in: db),
            report.unit == own || report.state != .draft
        else { throw AccessRefusal.notFound }
        return report
    }

    private static func compose(
        _ report: Report, _ figures: ReportFigures, _ actor: Actor, _ language: Language, _ acts: [ActID],
        in db: any Transaction
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
        let last =
            try ReportStore.reports(of: report.unit, about: report.notice, in: db)
            .first { $0.ordinal < report.ordinal && $0.signedVersion != nil }
            ?? (report.signedVersion == nil ? nil : report)
        let before = try last.flatMap { one in
            try one.signedVersion.flatMap { try ReportStore.version($0, of: one.id, in: db)?.figures }
        }
        return ReportModel.Compose(
            save: .init(path: ReportRoutes.write.path(report.id), act: acts[0]),
            sign: try Access.allows(.reportSign, for: actor, at: report.unit, in: db)
                ? .init(path: ReportRoutes.sign.path(report.id), act: acts[1]) : nil,
            quote: passages.isEmpty ? nil : .init(path: ReportRoutes.quote.path(report.id), act: acts[2]),
            passages: passages, offered: ReportRules.offered(figures, since: before))
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
