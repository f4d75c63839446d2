import Federation
package import Web

/// Addresses under which obligations are changed.
package enum RevisionRoutes {
    static let edit = Route<ObligationID>.get("/obligations/:id/revisions", .verb(.obligationSort))
    static let revise = Route<ObligationID>.post("/obligations/:id/revisions", .verb(.obligationSort))
    static let split = Route<ObligationID>.post("/obligations/:id/splits", .verb(.obligationSort))
    static let merge = Route<ObligationID>.post("/obligations/:id/merges", .verb(.obligationSort))
    static let newMarking = Route<NoticeID>.get("/notices/:id/markings", .verb(.obligationSort))
    static let mark = Route<NoticeID>.post("/notices/:id/markings", .verb(.obligationSort))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(edit, RevisionHandlers.edit),
            Endpoint(revise, RevisionHandlers.revise),
            Endpoint(split, RevisionHandlers.split),
            Endpoint(merge, RevisionHandlers.merge),
            Endpoint(newMarking, RevisionHandlers.newMarking),
            Endpoint(mark, RevisionHandlers.mark),
        ]
    }
}
