import Federation
import Markup
import Web

enum DispatchHandlers {
    static func new(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let given = visit.query.first("line")
        let form = try await visit.read(.dispatchRead, at: unit) { db in
            var form = try AddresseesReading.customaryForm(for: notice, from: unit, in: db)
            if let given { form.line = given }
            return form
        }
        return try await page(visit, notice, form, showsErrors: false)
    }

    static func check(_ visit: Visit, _ notice: NoticeID) async throws -> Reply {
        try await page(visit, notice, AddresseesForm(visit.form), showsErrors: false)
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

    private static func page(
        _ visit: Visit, _ notice: NoticeID, _ form: AddresseesForm, showsErrors: Bool
    ) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (language, act) = (visit.language, visit.federation.newActID())
        var model = try await visit.read(.dispatchRead, at: unit) { db in
            try AddresseesReading.model(form, of: notice, from: unit, speaking: language, act: act, in: db)
        }
        // What is still open is said beside each phrase; the summary on top belongs to a press of the main button, and
        // to what was typed for one more unit.
        if !showsErrors { model.errors.removeAll { $0.field != "add" } }
        return .page(
            AddresseesPages.page(model, in: try await visit.frame()), status: showsErrors ? 422 : 200)
    }

    static func wall(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        let model = try await wallModel(visit, id)
        return .page(WallPages.page(model, in: try await visit.frame()))
    }

    private static func wallModel(_ visit: Visit, _ id: DispatchID) async throws -> WallModel {
        let (language, now) = (visit.language, visit.moment)
        let view: WallModel.View =
            switch visit.query.first("view") {
            case "table": .table
            case "states": .states
            default: .squares
            }
        return try await visit.reading(
            .dispatchRead,
            { db in
                let dispatch = try DispatchStore.require(id, in: db)
                return (dispatch, dispatch.from)
            }
        ) { dispatch, db in
            try WallReading.model(of: dispatch, view: view, language, now: now, in: db)
        }
    }

    /// Rows that changed, as often as something changed; a heartbeat in between finds out that the reader has left.
    static func events(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        // Refused before the stream begins.
        _ = try await wallModel(visit, id)
        let frame = try await visit.frame()
        let changes = visit.federation.bulletin.watch(Topic("dispatch", id))
        let (stream, continuation) = AsyncStream.makeStream(of: ServerEvent.self, bufferingPolicy: .bufferingNewest(16))
        let task = Task {
            var shown: [String: HTML] = [:]
            for await _ in changes {
                guard let model = try? await wallModel(visit, id) else { break }
                for (key, fragment) in WallPages.fragments(model, in: frame) where shown[key] != fragment {
                    shown[key] = fragment
                    let html = fragment.readable(in: frame.language.tag)
                    continuation.yield(ServerEvent(name: "rows", data: html.text))
                }
            }
            continuation.finish()
        }
        let heart = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(15))
                continuation.yield(.heartbeat)
            }
        }
        continuation.onTermination = { _ in
            task.cancel()
            heart.cancel()
        }
        return .events(stream)
    }
}
