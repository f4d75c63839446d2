import Federation
package import Web

/// Addresses of notices.
package enum NoticeRoutes {
    static let list = FrameRoutes.notices
    /// Where a notice is pasted or uploaded.
    static let paste = Route<NoParameter>.get("/notices/new", .verb(.noticeRegister))
    /// Reads a text and shows what was found; keeps nothing but originals.
    static let readings = Route<NoParameter>.post("/readings", .verb(.noticeRegister))
    static let register = Route<NoParameter>.post("/notices", .verb(.noticeRegister))
    package static let show = Route<NoticeID>.get("/notices/:id", .verb(.noticeRead))
    static let correct = Route<NoticeID>.post("/notices/:id/corrections", .verb(.noticeCorrect))

    package static func endpoints() -> [Endpoint] {
        // A notice is at most 4 MB of text, and a form escapes each Chinese character threefold.
        let limits = UploadLimits(textBytesMax: 16 << 20, fileBytesMax: 0)
        // The files may be over what is kept together, so that the page can say so and keep what was typed.
        let readingLimits = UploadLimits(
            textBytesMax: 16 << 20, fileBytesMax: MultipartLimits.fileBytesCeiling, totalBytesMax: 72 << 20)
        return [
            Endpoint(list, NoticeHandlers.list),
            Endpoint(paste, NoticeHandlers.paste),
            Endpoint(readings, limits: readingLimits, NoticeHandlers.read),
            Endpoint(register, limits: limits, NoticeHandlers.register),
            Endpoint(show, NoticeHandlers.show),
            Endpoint(correct, NoticeHandlers.correct),
        ]
    }
}
