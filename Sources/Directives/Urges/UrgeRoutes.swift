import Federation
package import Web

/// Addresses of urging.
package enum UrgeRoutes {
    /// Whom it would reach, with the words.
    static let new = Route<DispatchID>.get("/dispatches/:id/urges/new", .verb(.dispatchUrge))
    static let create = Route<DispatchID>.post("/dispatches/:id/urges", .verb(.dispatchUrge))

    package static func endpoints() -> [Endpoint] {
        [Endpoint(new, UrgeHandlers.new), Endpoint(create, UrgeHandlers.create)]
    }
}
