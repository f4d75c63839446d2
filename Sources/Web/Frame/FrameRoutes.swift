package import Federation

/// The addresses that the frame itself links to; their handlers are registered where they belong.
package enum FrameRoutes {
    package static let today = Route<NoParameter>.get("/today", .verb(.dueRead))
    package static let notices = Route<NoParameter>.get("/notices", .verb(.noticeRead))
    /// How far what was asked has come.
    package static let duties = Route<NoParameter>.get("/obligations", .verb(.obligationRead))
    package static let units = Route<NoParameter>.get("/units", .verb(.unitRead))
    package static let unit = Route<UnitID>.get("/units/:id", .verb(.unitRead))
    /// What a unit picker asks with `?q=`.
    package static let unitSuggestions = Route<NoParameter>.get("/units.json", .verb(.unitRead))
    package static let journal = Route<NoParameter>.get("/journal", .verb(.journalRead))
    package static let account = Route<NoParameter>.get("/account", .signedIn(because: "one's own posts and sessions"))
    package static let language = Route<NoParameter>.post(
        "/languages", .anyone(because: "the sign-in page speaks both languages too"))
    package static let stylesheet = Route<NoParameter>.get(
        "/assets/muster.css", .anyone(because: "the sign-in page is dressed too"))
    package static let script = Route<NoParameter>.get(
        "/assets/muster.js", .anyone(because: "the sign-in page is dressed too"))
    package static let icon = Route<NoParameter>.get(
        "/assets/muster.svg", .anyone(because: "browsers ask for it before anyone signs in"))
    package static let signIn = Route<NoParameter>.get("/sign-in", .anyone(because: "one signs in here"))
}
