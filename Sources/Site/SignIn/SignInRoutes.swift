import Federation
import Web

enum SignInRoutes {
    static let page = FrameRoutes.signIn
    static let open = Route<NoParameter>.post("/sessions", .anyone(because: "one signs in with it"))
    static let enterDemo = Route<NoParameter>.post(
        "/demo-sessions",
        .anyone(because: "where the demo is laid, everybody may enter as its cast; elsewhere not found"))
    static let close = Route<SessionID>.post("/sessions/:id/closings", .signedIn(because: "one's own sessions"))
    static let account = FrameRoutes.account
    static let switchPost = Route<NoParameter>.post("/acting-posts", .signedIn(because: "one's own posts"))
    static let language = FrameRoutes.language
    static let home = Route<NoParameter>.get("/", .anyone(because: "it only leads on"))

    static func endpoints() -> [Endpoint] {
        [
            Endpoint(home) { visit in
                .redirect((visit.signedIn == nil ? FrameRoutes.signIn : FrameRoutes.today).path())
            },
            Endpoint(page, SignInHandlers.page),
            Endpoint(open, SignInHandlers.open),
            Endpoint(enterDemo, SignInHandlers.enterDemo),
            Endpoint(close, SignInHandlers.close),
            Endpoint(account, AccountHandlers.page),
            Endpoint(switchPost, AccountHandlers.switchPost),
            Endpoint(language, AccountHandlers.setLanguage),
        ]
    }
}
