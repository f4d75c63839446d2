import Federation
package import Web

/// Addresses of originals. They are sent in where a notice is pasted (`NoticeRoutes.readings`).
package enum OriginalRoutes {
    /// What was read of it, or how far the reading is; once registered, it leads to the notice.
    static let show = Route<OriginalID>.get("/originals/:id", .verb(.noticeRegister))
    /// A file as it was sent.
    static let file = Route<Pair<OriginalID, String>>.get("/originals/:id/files/:place", .verb(.noticeRead))
    /// A page as a picture.
    static let page = Route<Pair<OriginalID, String>>.get("/originals/:id/pages/:place", .verb(.noticeRead))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(show, OriginalHandlers.show),
            Endpoint(file, OriginalHandlers.file),
            Endpoint(page, OriginalHandlers.page),
        ]
    }
}
