import Federation
package import Web

/// Addresses of what a notice is taken along as.
package enum ExportRoutes {
    package static let new = Route<NoticeID>.get("/notices/:id/exports", .verb(.noticeExport))
    /// Answers with the file itself.
    package static let create = Route<NoticeID>.post("/notices/:id/exports", .verb(.noticeExport))
    /// The few lines for a workers' group.
    package static let group = Route<NoticeID>.get("/notices/:id/group", .verb(.noticeRead))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(new, ExportHandlers.new),
            Endpoint(create, ExportHandlers.create),
            Endpoint(group, ExportHandlers.group),
        ]
    }
}
