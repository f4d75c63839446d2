import Federation
import Markup
import Storage
import Web

enum DispatchHandlers {
    static func new(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let given = visit.query.first("line")
        let chosen = visit.query.first("saved")
        let form = try await visit.read(.dispatchRead, at: unit) { db in
            var form = try AddresseesReading.customaryForm(for: notice, from: unit, in: db)
            if let given { form.line = given }
            if let chosen {
                guard let id = SavedLineID(chosen) else { throw AccessRefusal.notFound }
                let saved = try SavedLineStore.require(id, of: unit, in: db)
                form = AddresseesForm(line: saved.line, copyLine: saved.copyLine ?? "")
            }
            return form
        }
        return try await page(visit, notice, form)
    }

    static func check(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await page(visit, notice, AddresseesForm(visit.form))
    }

    static func send(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let form = AddresseesForm(visit.form)
        let act = visit.actID()
        let examination = try await visit.read(.dispatchRead, at: unit) { db in
            _ = try NoticeStore.require(notice, for: unit, in: db)
            return try AddresseesReading.examine(form, from: unit, in: db)
        }
        guard examination.errors.isEmpty else {
            return try await page(visit, notice, form, showsErrors: true)
        }
        let dispatch = try await DispatchActs(visit.federation).send(
            notice, examination.plan, as: visit.actor, at: unit, id: act)
        return visit.done(act, DispatchRoutes.wall.path(dispatch))
    }

    /// - Parameter saying: what else the page says.
    static func page(
        _ visit: Visit, _ notice: NoticeID, _ form: AddresseesForm, showsErrors: Bool = false,
        saying: (inout AddresseesModel) -> Void = { _ in }
    ) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language, act) = (visit.actor, visit.language, visit.federation.newActID())
        var model = try await visit.read(.dispatchRead, at: unit) { db in
            try AddresseesReading.model(form, of: notice, from: unit, by: actor, speaking: language, act: act, in: db)
        }
        // What is still open is said beside each phrase; the summary on top belongs to a press of the main button, and
        // to what was typed for one more unit, and to units that are gone.
        if !showsErrors { model.errors.removeAll { !["add", "gone"].contains($0.field) } }
        saying(&model)
        let isRefused = showsErrors || model.saved.error != nil
        return .page(AddresseesPages.page(model, in: try await visit.frame()), status: isRefused ? 422 : 200)
    }

    static func wall(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        let model = try await wallModel(visit, id)
        return .page(WallPages.page(model, in: try await visit.frame()))
    }

    private static func wallModel(_ visit: Visit, _ id: DispatchID) async throws -> WallModel {
        let (actor, language, asked) = (visit.actor, visit.language, WallAsked(visit.query))
        let (act, clock) = (visit.federation.newActID(), visit.federation.clock)
        return try await visit.reading(.dispatchRead, { try sending(id, in: $0) }) { dispatch, db in
            try WallReading.model(of: dispatch, asked, actor, language, act: act, now: clock.now(), in: db)
        }
    }

    private static func sending(_ id: DispatchID, in db: any Transaction) throws -> (Dispatch, unit: UnitID) {
        let dispatch = try DispatchStore.require(id, in: db)
        return (dispatch, dispatch.from)
    }

    static func branch(_ visit: Visit, _ place: Pair<DispatchID, String>) async throws -> Reply {
        let (actor, language, now) = (visit.actor, visit.language, visit.moment)
        guard let number = Int(place.second) else { throw AccessRefusal.notFound }
        let after = max(0, visit.query.first("after").flatMap { Int($0) } ?? 0)
        let model = try await visit.reading(.dispatchRead, { try sending(place.first, in: $0) }) { dispatch, db in
            try WallReading.branch(number, of: dispatch, after: after, actor, language, now: now, in: db)
        }
        return .page(WallPages.branchPage(model, in: try await visit.frame()))
    }

    /// Rows that changed, as often as something changed. Whoever acts for the same unit in the same role is shown the same, so
    /// that it is gathered once for all of them.
    static func events(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        // Refused before the stream begins.
        _ = try await wallModel(visit, id)
        let (actor, frame, asked) = (visit.actor, try await visit.frame(), WallAsked(visit.query))
        let whose = [actor.unit.map { "\($0)" }, actor.role?.rawValue, frame.language.rawValue].map { $0 ?? "" }
        let key = "wall \(id) \(asked.query) \(whose)"
        return .events(
            visit.host.feeds.watch(key) { send in
                var shown: [String: HTML] = [:]
                for await _ in visit.federation.bulletin.watch(Topic("dispatch", id)) {
                    guard let model = try? await wallModel(visit, id) else { break }
                    var (changed, whole): ([ServerEvent], [ServerEvent]) = ([], [])
                    for (key, fragment) in WallPages.fragments(model, in: frame) {
                        let event = ServerEvent(name: "rows", data: fragment.readable(in: frame.language.tag).text)
                        whole.append(event)
                        if shown[key] != fragment { changed.append(event) }
                        shown[key] = fragment
                    }
                    if !changed.isEmpty { send(.init(changed: ServerEvent(changed), whole: ServerEvent(whole))) }
                }
            })
    }
}
