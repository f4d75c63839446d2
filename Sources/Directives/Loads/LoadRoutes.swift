package import Federation
package import Web

/// Where it is seen how much is asked of a unit; everyone in the federation may look.
package enum LoadRoutes {
    package static let show = Route<UnitID>.get("/units/:id/loads", .verb(.loadRead))

    package static func endpoints() -> [Endpoint] { [Endpoint(show, LoadHandlers.show)] }
}

enum LoadHandlers {
    static func show(_ visit: Visit, _ id: UnitID) async throws -> Reply {
        let (own, language, now) = (try visit.ownUnit(), visit.language, visit.moment)
        let model = try await visit.read(.loadRead, at: id) { db in
            try LoadReading.model(of: id, for: own, language, now: now, in: db)
        }
        return .page(LoadPages.page(model, in: try await visit.frame()))
    }
}
