import Federation
package import Web

/// Addresses of the chain of a notice.
package enum ChainRoutes {
    package static let show = Route<NoticeID>.get("/notices/:id/chain", .verb(.noticeRead))
    static let csv = Route<NoticeID>.get("/notices/:id/chain.csv", .verb(.noticeRead))

    package static func endpoints() -> [Endpoint] {
        [Endpoint(show, ChainHandlers.show), Endpoint(csv, ChainHandlers.csv)]
    }
}
