import Federation
package import Web

/// Addresses under which it is seen how far obligations have come (督办).
package enum SupervisionRoutes {
    /// The notices that ask something of this unit or of those below, and what is stuck.
    package static let list = FrameRoutes.duties
    /// Obligations by branches.
    package static let matrix = Route<NoticeID>.get("/notices/:id/progress", .verb(.obligationRead))
    static let csv = Route<NoticeID>.get("/notices/:id/progress.csv", .verb(.obligationRead))
    /// One obligation: the sentence, whom it binds, how far each branch is.
    package static let obligation = Route<ObligationID>.get("/obligations/:id", .verb(.obligationRead))
    /// The units of one branch, or, with `?kind=`, those of a kind directly below.
    static let branch = Route<Pair<ObligationID, UnitID>>.get(
        "/obligations/:id/branches/:unit", .verb(.obligationRead))
    static let urge = Route<ObligationID>.post("/obligations/:id/urges", .verb(.assignmentUrge))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, SupervisionHandlers.list),
            Endpoint(matrix, SupervisionHandlers.matrix),
            Endpoint(csv, SupervisionHandlers.csv),
            Endpoint(obligation, SupervisionHandlers.obligation),
            Endpoint(branch, SupervisionHandlers.branch),
            Endpoint(urge, SupervisionHandlers.urge),
        ]
    }
}
