import Federation
import Markup
import Storage
import Web

enum DraftHandlers {
    static func list(_ visit: Visit) async throws -> Reply {
        let model = try await read(visit) { try $0.list() }
        return .page(DraftListPages.page(model, in: try await visit.frame()))
    }

    static func about(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let federation = visit.federation
        let model = try await read(visit) { try $0.about(notice, newAct: federation.newActID) }
        return .page(DraftListPages.page(model, in: try await visit.frame()))
    }

    static func start(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let act = visit.actID()
        let others = visit.form.all("carry").compactMap { NoticeID($0) }.filter { $0 != notice }
        let draft = try await DraftActs(visit.federation).start(
            carrying: [notice] + others, as: visit.actor, at: try visit.ownUnit(), id: act)
        return visit.done(act, DraftRoutes.show.path(draft))
    }

    static func show(_ visit: Visit, _ id: DraftID) async throws -> Reply { try await page(visit, id) }

    static func check(_ visit: Visit, _ id: DraftID) async throws -> Reply {
        try await page(visit, id, typed: DraftForm(visit.form))
    }

    static func save(_ visit: Visit, _ id: DraftID) async throws -> Reply {
        let (act, form) = (visit.actID(), DraftForm(visit.form))
        do {
            _ = try await DraftActs(visit.federation).save(
                id, form.content, base: form.base, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, DraftRoutes.show.path(id))
        } catch DraftRefusal.stale(let newest) {
            // What was typed goes on from the newest version, with that beside it.
            return try await page(
                visit, id, typed: DraftForm(base: newest, content: form.content), refusal: .stale(newest: newest),
                isConflict: true)
        } catch let refusal as DraftRefusal {
            return try await page(visit, id, typed: form, refusal: refusal)
        }
    }

    static func submit(_ visit: Visit, _ id: DraftID) async throws -> Reply {
        let act = visit.actID()
        do {
            _ = try await DraftActs(visit.federation).submit(
                id, version: version(visit), to: visit.form.first("leader").flatMap { PostID($0) }, as: visit.actor,
                at: try visit.ownUnit(), id: act)
            return visit.done(act, DraftRoutes.show.path(id))
        } catch let refusal as DraftRefusal {
            return try await page(visit, id, refusal: refusal)
        }
    }

    static func drop(_ visit: Visit, _ id: DraftID) async throws -> Reply {
        let act = visit.actID()
        do {
            _ = try await DraftActs(visit.federation).drop(
                id, reason: String((visit.form.first("reason") ?? "").trimmed.prefix(500)), as: visit.actor,
                at: try visit.ownUnit(), id: act)
            return visit.done(act, DraftRoutes.show.path(id))
        } catch let refusal as DraftRefusal {
            return try await page(visit, id, refusal: refusal)
        }
    }

    static func versions(_ visit: Visit, _ id: DraftID) async throws -> Reply {
        let (from, to) = (
            visit.query.first("from").flatMap { Int($0) }, visit.query.first("to").flatMap { Int($0) }
        )
        let model = try await read(visit) { try $0.versions(id, from: from, to: to) }
        return .page(DraftVersionPages.page(model, in: try await visit.frame()))
    }

    // MARK: Sign-off

    static func signOff(_ visit: Visit, _ id: DraftID) async throws -> Reply { try await signOffPage(visit, id) }

    static func issue(_ visit: Visit, _ id: DraftID) async throws -> Reply {
        let (act, form) = (visit.actID(), SignOffForm(visit.form))
        do {
            let issued = try await DraftActs(visit.federation).issue(
                id, version: form.version, number: try form.readNumber(),
                telephone: try form.readTelephone(now: visit.moment), as: visit.actor, at: try visit.ownUnit(),
                id: act)
            return visit.done(act, DispatchRoutes.wall.path(issued.dispatch))
        } catch let refusal as DraftRefusal {
            return try await signOffPage(visit, id, form, refusal, at: refusal.field)
        } catch let refusal as NumberRefusal {
            return try await signOffPage(visit, id, form, refusal, at: field(of: form))
        } catch let refusal as HandlingRefusal {
            return try await signOffPage(visit, id, form, refusal, at: refusal.field ?? "")
        } catch let refusal as DispatchRefusal {
            return try await signOffPage(visit, id, form, refusal, at: "")
        } catch AccessRefusal.forbidden(let verb) where form.leader.isEmpty {
            // Who may only write down a leader's word has to say whose.
            guard try await read(visit, { try $0.onlyRecords(id) }) else { throw AccessRefusal.forbidden(verb) }
            return try await signOffPage(visit, id, form, DraftRefusal.leaderMissing, at: "leader")
        }
    }

    /// Where a number that cannot be had is typed.
    private static func field(of form: SignOffForm) -> String {
        switch form.number {
        case .hand: "number_text"
        case .reserved: "number_reserved"
        case .next, .none?, nil: "number"
        }
    }

    private static func signOffPage(
        _ visit: Visit, _ id: DraftID, _ form: SignOffForm? = nil, _ refusal: (any Refusal)? = nil,
        at field: String = ""
    ) async throws -> Reply {
        let federation = visit.federation
        var model = try await read(visit) { try $0.signOff(id, typed: form, newAct: federation.newActID) }
        if let refusal {
            model.errors = [field: refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(
            DraftSignOffPages.page(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }

    // MARK: What several share

    private static func version(_ visit: Visit) -> Int { visit.form.first("version").flatMap { Int($0) } ?? 0 }

    private static func page(
        _ visit: Visit, _ id: DraftID, typed: DraftForm? = nil, refusal: DraftRefusal? = nil,
        isConflict: Bool = false
    ) async throws -> Reply {
        let federation = visit.federation
        var model = try await read(visit) { reading in
            var model = try reading.page(id, typed: typed, newAct: federation.newActID)
            if isConflict, let typed { model.conflict = try reading.conflict(typed.content, id) }
            return model
        }
        if let refusal {
            model.errors = [refusal.field: refusal.sentence]
            model.wayOn = refusal.wayOn
        }
        return .page(DraftPages.page(model, in: try await visit.frame()), status: refusal?.manner.status ?? 200)
    }

    private static func read<Model: Sendable>(
        _ visit: Visit, _ body: @escaping @Sendable (DraftReading) throws -> Model
    ) async throws -> Model {
        let (unit, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        return try await visit.read(.draftRead, at: unit) { db in
            try body(DraftReading(unit: unit, actor: actor, language: language, now: now, db: db))
        }
    }
}
