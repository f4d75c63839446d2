import Federation
package import Web

/// Addresses of reports.
package enum ReportRoutes {
    /// Who has reported about a notice, and who has not.
    package static let list = Route<NoticeID>.get("/notices/:id/reports", .verb(.reportRead))
    static let start = Route<NoticeID>.post("/notices/:id/reports", .verb(.reportWrite))
    package static let show = Route<ReportID>.get("/reports/:id", .verb(.reportRead))
    /// As it went up, to print; the same for ever.
    static let paper = Route<ReportID>.get("/reports/:id/paper", .verb(.reportRead))
    /// Answers with the file itself.
    static let export = Route<ReportID>.post("/reports/:id/exports", .verb(.noticeExport))
    static let write = Route<ReportID>.post("/reports/:id/versions", .verb(.reportWrite))
    static let quote = Route<ReportID>.post("/reports/:id/quotes", .verb(.reportWrite))
    static let sign = Route<ReportID>.post("/reports/:id/signatures", .verb(.reportSign))
    static let accept = Route<ReportID>.post("/reports/:id/acceptances", .verb(.reportAccept))
    static let giveBack = Route<ReportID>.post("/reports/:id/returns", .verb(.reportAccept))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, ReportHandlers.list), Endpoint(start, ReportHandlers.start),
            Endpoint(show, ReportHandlers.show), Endpoint(paper, ReportHandlers.paper),
            Endpoint(export, ReportExport.create), Endpoint(write, ReportHandlers.write),
            Endpoint(quote, ReportHandlers.quote),
            Endpoint(sign, ReportHandlers.sign), Endpoint(accept, ReportHandlers.accept),
            Endpoint(giveBack, ReportHandlers.giveBack),
        ]
    }
}
