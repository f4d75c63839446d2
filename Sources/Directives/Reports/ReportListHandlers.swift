import Federation
import Web

/// The reports about a notice: who has reported for which period, asking for them, and beginning one's own.
enum ReportListHandlers {
    static func list(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        .page(ReportListPages.page(try await model(visit, id), in: try await visit.frame()))
    }

    private static func model(_ visit: Visit, _ id: NoticeID) async throws -> ReportListModel {
        let (own, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        let acts = (0..<5).map { _ in visit.federation.newActID() }
        return try await visit.read(.reportRead, at: own) { db in
            try ReportListReading.model(about: id, at: own, actor, language, now: now, acts: acts, in: db)
        }
    }

    static func sheet(_ visit: Visit, _ id: NoticeID, _ format: Sheet.Format) async throws -> Reply {
        let model = try await model(visit, id)
        return try .sheet(ReportSheet.sheet(model, visit.language), as: format, name: "\(id)-reports")
    }

    static func start(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        let report = try await ReportActs(visit.federation).start(
            id, coversOn: coversOn(visit), byReceiver: visit.form.first("outline") != "own", as: visit.actor,
            at: try visit.ownUnit(), id: act)
        return visit.done(act, ReportRoutes.show.path(report))
    }

    static func zero(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        let report = try await ReportActs(visit.federation).zero(
            id, coversOn: coversOn(visit), as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, ReportRoutes.show.path(report))
    }

    private static func coversOn(_ visit: Visit) -> CivilDay? { visit.form.first("covers").flatMap { CivilDay($0) } }

    static func ask(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        let form = ReportAskingForm(
            rhythm: visit.form.first("rhythm") ?? "", outline: visit.form.first("outline") ?? "",
            reason: visit.form.first("asking_reason") ?? "")
        do {
            _ = try await ReportAskingActs(visit.federation).ask(
                form, about: id, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, ReportRoutes.list.path(id))
        } catch let refusal as ReportAskingRefusal {
            var model = try await model(visit, id)
            model.asking?.form = form
            model.asking?.errors = [refusal.field: refusal.sentence]
            return .page(
                ReportListPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func stop(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        _ = try await ReportAskingActs(visit.federation).stop(id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, ReportRoutes.list.path(id))
    }

    static func record(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let act = visit.actID()
        let form = ReportRecordForm(
            unit: visit.form.first("unit").flatMap { UnitID($0) },
            channel: visit.form.first("channel").flatMap(ReceiptFact.Channel.init),
            day: visit.form.first("day") ?? "", body: visit.form.first("body") ?? "")
        do {
            let report = try await ReportActs(visit.federation).record(
                form, about: id, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, ReportRoutes.show.path(report))
        } catch let refusal as ReportRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            model.record?.form = form
            model.record?.errors = [field: refusal.sentence]
            return .page(
                ReportListPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }
}
