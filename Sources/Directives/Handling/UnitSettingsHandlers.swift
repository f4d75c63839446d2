package import Federation
package import Web

/// Addresses of the settings of one's own unit.
package enum UnitSettingsRoutes {
    package static let show = Route<NoParameter>.get("/settings", .verb(.settingRead))
    static let revise = Route<NoParameter>.post("/settings", .verb(.settingRevise))

    package static func endpoints() -> [Endpoint] {
        [Endpoint(show, UnitSettingsHandlers.show), Endpoint(revise, UnitSettingsHandlers.revise)]
    }
}

enum UnitSettingsHandlers {
    static func show(_ visit: Visit) async throws -> Reply {
        let unit = try visit.ownUnit()
        let settings = try await visit.read(.settingRead, at: unit) { try UnitSettings.of(unit, in: $0) }
        return try await page(visit, UnitSettingsForm(settings))
    }

    static func revise(_ visit: Visit) async throws -> Reply {
        let (unit, act, form) = (try visit.ownUnit(), visit.actID(), UnitSettingsForm(visit.form))
        let (settings, errors) = form.read()
        guard errors.isEmpty else {
            try await visit.read(.settingRevise, at: unit) { _ in }
            return try await page(visit, form, errors: errors)
        }
        try await visit.federation.revise(settings, at: unit, as: visit.actor, id: act)
        return visit.done(act, UnitSettingsRoutes.show.path())
    }

    private static func page(
        _ visit: Visit, _ form: UnitSettingsForm, errors: [String: Sentence] = [:]
    ) async throws -> Reply {
        let (unit, actor, language) = (try visit.ownUnit(), visit.actor, visit.language)
        let (own, mayRevise) = try await visit.read(.settingRead, at: unit) { db in
            (try UnitStore.require(unit, in: db), try Access.allows(.settingRevise, for: actor, at: unit, in: db))
        }
        let model = UnitSettingsModel(
            unit: own.shownName(language), revisePath: mayRevise ? UnitSettingsRoutes.revise.path() : nil,
            act: visit.federation.newActID(), form: form, errors: errors)
        return .page(
            UnitSettingsPages.page(model, in: try await visit.frame()), status: errors.isEmpty ? 200 : 422)
    }
}

extension OpenFederation {
    /// A unit says how it handles its papers. What is under way stays as it was asked.
    package func revise(_ settings: UnitSettings, at unit: UnitID, as actor: Actor, id: ActID) async throws {
        let _: UnitID = try await act(.settingRevise, as: actor, at: unit, id: id) { act in
            try settings.save(of: unit, in: act)
            return try act.record(
                on: Subject("unit", unit), unit,
                detail: [
                    "hours": "\(settings.signWithinHours.count)",
                    "relay_needs_leader": settings.relayNeedsLeader ? "yes" : "no",
                    "steps": settings.steps.map(\.rawValue).sorted().joined(separator: " "),
                ])
        }
    }
}
