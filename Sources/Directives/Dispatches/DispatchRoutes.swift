import Federation
package import Web

/// Addresses of sendings.
package enum DispatchRoutes {
    /// Who the line means, before anything is sent.
    static let new = Route<NoticeID>.get("/notices/:id/dispatches/new", .verb(.dispatchRead))
    /// The same page again, after the line or a choice was changed; keeps nothing.
    static let check = Route<NoticeID>.post("/notices/:id/addressees", .verb(.dispatchRead))
    static let send = Route<NoticeID>.post("/notices/:id/dispatches", .verb(.dispatchRead))
    package static let wall = Route<DispatchID>.get("/dispatches/:id", .verb(.dispatchRead))
    /// The units of one branch of the wall, by the place of its phrase.
    static let branch = Route<Pair<DispatchID, String>>.get("/dispatches/:id/branches/:place", .verb(.dispatchRead))
    /// Changed rows of the wall, as server-sent events.
    static let events = Route<DispatchID>.get("/dispatches/:id/events", .verb(.dispatchRead))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(new, DispatchHandlers.new),
            Endpoint(check, DispatchHandlers.check),
            Endpoint(send, DispatchHandlers.send),
            Endpoint(wall, DispatchHandlers.wall),
            Endpoint(branch, DispatchHandlers.branch),
            Endpoint(events, DispatchHandlers.events),
        ]
    }
}
