import Federation
package import Web

/// Addresses of drafts of covers.
package enum DraftRoutes {
    package static let list = Route<NoParameter>.get("/drafts", .verb(.draftRead))
    /// The drafts that carry a notice, and what else a new one may carry.
    static let about = Route<NoticeID>.get("/notices/:id/drafts", .verb(.draftRead))
    static let start = Route<NoticeID>.post("/notices/:id/drafts", .verb(.draftWrite))
    package static let show = Route<DraftID>.get("/drafts/:id", .verb(.draftRead))
    /// The same page again, after the line or what is carried was changed; keeps nothing.
    static let check = Route<DraftID>.post("/drafts/:id/addressees", .verb(.draftWrite))
    /// Every saved version; compares any two.
    static let versions = Route<DraftID>.get("/drafts/:id/versions", .verb(.draftRead))
    static let save = Route<DraftID>.post("/drafts/:id/versions", .verb(.draftWrite))
    static let submit = Route<DraftID>.post("/drafts/:id/submissions", .verb(.draftWrite))
    /// The paper as it will go out, with its number and to whom.
    package static let signOff = Route<DraftID>.get("/drafts/:id/sign-offs", .verb(.draftRead))
    static let issue = Route<DraftID>.post("/drafts/:id/sign-offs", .verb(.draftRead))
    static let drop = Route<DraftID>.post("/drafts/:id/drops", .verb(.draftDrop))

    package static func endpoints() -> [Endpoint] {
        // A form names each unit that its line reaches.
        let limits = UploadLimits(textBytesMax: 4 << 20, fileBytesMax: 0)
        return [
            Endpoint(list, DraftHandlers.list),
            Endpoint(about, DraftHandlers.about),
            Endpoint(start, DraftHandlers.start),
            Endpoint(show, DraftHandlers.show),
            Endpoint(check, limits: limits, DraftHandlers.check),
            Endpoint(versions, DraftHandlers.versions),
            Endpoint(save, limits: limits, DraftHandlers.save),
            Endpoint(submit, DraftHandlers.submit),
            Endpoint(signOff, DraftHandlers.signOff),
            Endpoint(issue, DraftHandlers.issue),
            Endpoint(drop, DraftHandlers.drop),
        ]
    }
}
