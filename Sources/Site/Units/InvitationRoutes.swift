import Federation
import Web

enum InvitationRoutes {
    private static let held = RouteAccess.anyone(because: "whoever holds a one-time code has no account yet")
    /// Where a code is typed in.
    static let code = Route<NoParameter>.get("/invitations", held)
    static let codes = Route<NoParameter>.post("/invitation-codes", held)
    static let offer = Route<String>.get("/invitations/:id", held)
    static let accept = Route<String>.post("/invitations/:id/acceptances", held)
    static let invite = Route<UnitID>.post("/units/:id/invitations", .verb(.invitationIssue))
    static let inviteBelow = Route<UnitID>.post("/units/:id/subordinate-invitations", .verb(.invitationIssue))
    static let list = Route<UnitID>.get("/units/:id/invitations", .verb(.invitationIssue))
    static let sheet = Route<InvitationBatchID>.get("/invitation-sheets/:id", .verb(.invitationIssue))
    static let withdraw = Route<InvitationID>.post("/invitations/:id/withdrawals", .verb(.invitationWithdraw))
    /// Face to face: a code with which the holder of a post chooses a new password.
    static let reset = Route<PostID>.post("/posts/:id/resets", .verb(.credentialReset))

    static func endpoints() -> [Endpoint] {
        [
            Endpoint(code, InvitationHandlers.code),
            Endpoint(codes, InvitationHandlers.typed),
            Endpoint(offer, InvitationHandlers.offer),
            Endpoint(accept, InvitationHandlers.accept),
            Endpoint(invite, InvitationIssueHandlers.invite),
            Endpoint(inviteBelow, InvitationIssueHandlers.inviteBelow),
            Endpoint(list, InvitationIssueHandlers.list),
            Endpoint(sheet, InvitationIssueHandlers.sheet),
            Endpoint(withdraw, InvitationIssueHandlers.withdraw),
            Endpoint(reset, InvitationIssueHandlers.reset),
        ]
    }
}
