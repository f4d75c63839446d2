import Federation
import Web

enum SortingHandlers {
    static func list(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language) = (visit.actor, visit.language)
        let acts = (0..<3).map { _ in visit.federation.newActID() }
        let model = try await visit.read(.obligationRead, at: unit) { db in
            try SortingReading.model(of: notice, at: unit, actor, language, acts: acts, in: db)
        }
        return .page(SortingPages.page(model, in: try await visit.frame()))
    }

    static func sort(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let (act, form) = (visit.actID(), SortingForm(visit.form))
        let done = try await SortingActs(visit.federation).sort(
            notice, form, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, ObligationRoutes.list.path(done))
    }

    static func allocate(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let act = visit.actID()
        let depth = visit.form.first("depth").flatMap(DueScope.Depth.init(rawValue:)) ?? .all
        let done = try await SortingActs(visit.federation).allocate(
            notice, depth, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, ObligationRoutes.list.path(done))
    }

    static func recall(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let act = visit.actID()
        let done = try await SortingActs(visit.federation).recall(
            notice, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, ObligationRoutes.list.path(done))
    }
}

extension SortingForm {
    /// Fields are named `sort-NOTICE-PLACE`; what cannot be read is as if it had not been sent.
    init(_ form: FormFields) {
        var sorts: [Key: Obligation.Sort] = [:]
        for field in form.fields {
            let parts = field.name.split(separator: "-")
            guard parts.count == 3, parts[0] == "sort", let notice = NoticeID(String(parts[1])),
                let place = Int(parts[2]), let sort = Obligation.Sort(rawValue: field.value)
            else { continue }
            sorts[Key(notice, place)] = sort
        }
        self.init(sorts: sorts)
    }
}
