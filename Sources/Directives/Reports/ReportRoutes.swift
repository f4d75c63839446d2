import Federation
package import Web

/// Addresses of reports.
package enum ReportRoutes {
    /// Who has reported about a notice, and who has not.
    package static let list = Route<NoticeID>.get("/notices/:id/reports", .verb(.reportRead))
    static let start = Route<NoticeID>.post("/notices/:id/reports", .verb(.reportWrite))
    /// Says how often and by which outline those below report.
    static let ask = Route<NoticeID>.post("/notices/:id/report-askings", .verb(.obligationAdd))
    static let stop = Route<NoticeID>.post("/notices/:id/report-endings", .verb(.obligationAdd))
    /// One press: nothing new.
    static let zero = Route<NoticeID>.post("/notices/:id/zero-reports", .verb(.reportSign))
    /// Writes down what came by telephone.
    static let record = Route<NoticeID>.post("/notices/:id/report-records", .verb(.reportAccept))
    static let csv = Route<NoticeID>.get("/notices/:id/reports.csv", .verb(.reportRead))
    static let xlsx = Route<NoticeID>.get("/notices/:id/reports.xlsx", .verb(.reportRead))
    package static let show = Route<ReportID>.get("/reports/:id", .verb(.reportRead))
    /// As it went up, to print; the same for ever.
    static let paper = Route<ReportID>.get("/reports/:id/paper", .verb(.reportRead))
    /// The units as it found them.
    static let units = Route<ReportID>.get("/reports/:id/units", .verb(.reportRead))
    static let remark = Route<ReportID>.post("/reports/:id/remarks", .verb(.reportWrite))
    /// Answers with the file itself.
    static let export = Route<ReportID>.post("/reports/:id/exports", .verb(.noticeExport))
    static let write = Route<ReportID>.post("/reports/:id/versions", .verb(.reportWrite))
    static let quote = Route<ReportID>.post("/reports/:id/quotes", .verb(.reportWrite))
    static let sign = Route<ReportID>.post("/reports/:id/signatures", .verb(.reportSign))
    static let accept = Route<ReportID>.post("/reports/:id/acceptances", .verb(.reportAccept))
    static let giveBack = Route<ReportID>.post("/reports/:id/returns", .verb(.reportAccept))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, ReportListHandlers.list), Endpoint(start, ReportListHandlers.start),
            Endpoint(show, ReportHandlers.show), Endpoint(paper, ReportHandlers.paper),
            Endpoint(export, ReportExport.create), Endpoint(write, ReportHandlers.write),
            Endpoint(ask, ReportListHandlers.ask), Endpoint(stop, ReportListHandlers.stop),
            Endpoint(zero, ReportListHandlers.zero), Endpoint(record, ReportListHandlers.record),
            Endpoint(csv) { try await ReportListHandlers.sheet($0, $1, .csv) },
            Endpoint(xlsx) { try await ReportListHandlers.sheet($0, $1, .xlsx) },
            Endpoint(units, ReportHandlers.units), Endpoint(remark, ReportHandlers.remark),
            Endpoint(quote, ReportHandlers.quote),
            Endpoint(sign, ReportHandlers.sign), Endpoint(accept, ReportHandlers.accept),
            Endpoint(giveBack, ReportHandlers.giveBack),
        ]
    }
}
