import Federation
package import Web

/// Addresses of changes.
package enum ChangeRoutes {
    static let new = Route<NoticeID>.get("/notices/:id/changes/new", .verb(.noticeChange))
    static let create = Route<NoticeID>.post("/notices/:id/changes", .verb(.noticeChange))
    static let show = Route<ChangeID>.get("/changes/:id", .verb(.noticeRead))
    static let acknowledge = Route<ChangeID>.post("/changes/:id/acknowledgements", .verb(.noticeAcknowledge))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(new, ChangeHandlers.new),
            Endpoint(create, ChangeHandlers.create),
            Endpoint(show, ChangeHandlers.show),
            Endpoint(acknowledge, ChangeHandlers.acknowledge),
        ]
    }
}
