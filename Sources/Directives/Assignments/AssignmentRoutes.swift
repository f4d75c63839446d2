package import Federation
package import Web

/// Addresses of what units owe and did.
package enum AssignmentRoutes {
    /// What the own unit owes of a notice and of all it carries, in one form.
    package static let duties = Route<NoticeID>.get("/notices/:id/duties", .verb(.assignmentRead))
    static let discharge = Route<NoticeID>.post("/notices/:id/settlements", .verb(.assignmentDischarge))
    static let undo = Route<NoticeID>.post("/notices/:id/undoings", .verb(.assignmentDischarge))
    static let decline = Route<NoticeID>.post("/notices/:id/refusals", .verb(.assignmentDecline))
    /// What one unit did about one obligation.
    package static let show = Route<Pair<ObligationID, UnitID>>.get(
        "/obligations/:id/units/:unit", .verb(.assignmentRead))
    /// The unit itself takes back what it had settled.
    static let reopen = Route<ObligationID>.post("/obligations/:id/reopenings", .verb(.assignmentDischarge))
    static let giveBack = Route<Pair<ObligationID, UnitID>>.post(
        "/obligations/:id/units/:unit/returns", .verb(.assignmentReturn))

    /// The file that was sent with a word about an assignment.
    static let file = Route<AssignmentFactID>.get("/assignment-facts/:id/files", .verb(.assignmentRead))

    package static func endpoints() -> [Endpoint] {
        let limits = UploadLimits(textBytesMax: 1 << 20, fileBytesMax: AssignmentFiles.bytesMax)
        return [
            Endpoint(file, AssignmentFiles.show),
            Endpoint(duties, DutiesHandlers.show),
            Endpoint(discharge, limits: limits, DutiesHandlers.discharge),
            Endpoint(undo, DutiesHandlers.undo),
            Endpoint(decline, DutiesHandlers.decline),
            Endpoint(show, AssignmentHandlers.show),
            Endpoint(reopen, AssignmentHandlers.reopen),
            Endpoint(giveBack, AssignmentHandlers.giveBack),
        ]
    }
}
