import Federation
package import Web

/// Addresses of handling sheets: a notice's at a unit, and a draft's.
package enum HandlingRoutes {
    package static let show = Route<NoticeID>.get("/notices/:id/handling", .verb(.handlingRead))
    static let propose = Route<NoticeID>.post("/notices/:id/proposals", .verb(.handlingAnswer))
    static let circulate = Route<NoticeID>.post("/notices/:id/circulations", .verb(.handlingCirculate))
    static let instruct = Route<NoticeID>.post("/notices/:id/instructions", .verb(.handlingInstruct))
    /// A leader's word by telephone, written down by another.
    static let telephone = Route<NoticeID>.post("/notices/:id/telephone-instructions", .verb(.handlingRecord))
    static let discharge = Route<NoticeID>.post("/notices/:id/discharges", .verb(.handlingDischarge))

    package static let showDraft = Route<DraftID>.get("/drafts/:id/handling", .verb(.handlingRead))
    static let circulateDraft = Route<DraftID>.post("/drafts/:id/circulations", .verb(.handlingCirculate))

    static let answer = Route<HandlingAskID>.post("/handling-asks/:id/answers", .verb(.handlingAnswer))
    static let giveBack = Route<HandlingAskID>.post("/handling-asks/:id/returns", .verb(.handlingReturn))
    static let confirm = Route<HandlingAskID>.post("/handling-asks/:id/confirmations", .verb(.handlingConfirm))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(show, HandlingHandlers.show),
            Endpoint(propose, HandlingHandlers.propose),
            Endpoint(circulate, HandlingHandlers.circulate),
            Endpoint(instruct, HandlingHandlers.instruct),
            Endpoint(telephone, HandlingHandlers.telephone),
            Endpoint(discharge, HandlingHandlers.discharge),
            Endpoint(showDraft, HandlingHandlers.showDraft),
            Endpoint(circulateDraft, HandlingHandlers.circulateDraft),
            Endpoint(answer, HandlingHandlers.answer),
            Endpoint(giveBack, HandlingHandlers.giveBack),
            Endpoint(confirm, HandlingHandlers.answer),
        ]
    }

    static func page(of subject: HandlingSubject) -> String {
        switch subject {
        case .notice(let notice): show.path(notice)
        case .draft(let draft): showDraft.path(draft)
        }
    }
}
