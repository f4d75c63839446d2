import Federation
package import Web

/// Addresses under which it is seen how far obligations have come (督办).
package enum SupervisionRoutes {
    /// The notices that ask something of this unit or of those below, and what is stuck.
    package static let list = FrameRoutes.duties
    /// Obligations by branches.
    package static let matrix = Route<NoticeID>.get("/notices/:id/progress", .verb(.obligationRead))
    static let csv = Route<NoticeID>.get("/notices/:id/progress.csv", .verb(.obligationRead))
    static let xlsx = Route<NoticeID>.get("/notices/:id/progress.xlsx", .verb(.obligationRead))
    static let obligationCSV = Route<ObligationID>.get("/obligations/:id/picture.csv", .verb(.obligationRead))
    static let obligationXLSX = Route<ObligationID>.get("/obligations/:id/picture.xlsx", .verb(.obligationRead))
    /// One obligation: the sentence, whom it binds, how far each branch is; `?unit=` opens a branch.
    package static let obligation = Route<ObligationID>.get("/obligations/:id", .verb(.obligationRead))
    /// The units of one branch, or, with `?kind=`, those of a kind directly below.
    static let branch = Route<Pair<ObligationID, UnitID>>.get(
        "/obligations/:id/branches/:unit", .verb(.obligationRead))
    static let urge = Route<ObligationID>.post("/obligations/:id/urges", .verb(.assignmentUrge))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, SupervisionHandlers.list),
            Endpoint(matrix, SupervisionHandlers.matrix),
            Endpoint(csv) { try await SupervisionHandlers.sheet($0, $1, .csv) },
            Endpoint(xlsx) { try await SupervisionHandlers.sheet($0, $1, .xlsx) },
            Endpoint(obligationCSV) { try await SupervisionHandlers.obligationSheet($0, $1, .csv) },
            Endpoint(obligationXLSX) { try await SupervisionHandlers.obligationSheet($0, $1, .xlsx) },
            Endpoint(obligation, SupervisionHandlers.obligation),
            Endpoint(branch, SupervisionHandlers.branch),
            Endpoint(urge, SupervisionHandlers.urge),
        ]
    }
}
