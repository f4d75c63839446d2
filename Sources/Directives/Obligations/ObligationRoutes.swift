import Federation
package import Web

/// Addresses of what a notice asks.
package enum ObligationRoutes {
    /// The sentences of a notice and of all it carries: sorted here, or shown as they were.
    package static let list = Route<NoticeID>.get("/notices/:id/obligations", .verb(.obligationRead))
    static let sort = Route<NoticeID>.post("/notices/:id/obligations", .verb(.obligationSort))
    static let allocate = Route<NoticeID>.post("/notices/:id/allocations", .verb(.obligationAllocate))
    static let recall = Route<NoticeID>.post("/notices/:id/recalls", .verb(.obligationAllocate))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, SortingHandlers.list),
            Endpoint(sort, SortingHandlers.sort),
            Endpoint(allocate, SortingHandlers.allocate),
            Endpoint(recall, SortingHandlers.recall),
        ]
    }
}
