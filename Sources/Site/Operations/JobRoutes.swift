import Federation
import Web

/// Work that failed, for whoever runs the installation: the administrator at the top.
enum JobRoutes {
    static let list = Route<NoParameter>.get("/jobs", .verb(.jobRead))
    static let retry = Route<JobID>.post("/jobs/:id/retries", .verb(.jobRetry))
    static let abandon = Route<JobID>.post("/jobs/:id/abandonments", .verb(.jobAbandon))

    static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, OperatorHandlers.list),
            Endpoint(retry, OperatorHandlers.retry),
            Endpoint(abandon, OperatorHandlers.abandon),
        ]
    }
}
