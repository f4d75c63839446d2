import Federation
import Web

enum ReceiptHandlers {
    /// The notice as it came to this unit. Seeing it the first time is a fact of the receipt.
    static func show(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let unit = try visit.ownUnit()
        try await ReceiptActs(visit.federation).open(id, as: visit.actor, at: unit)
        let (actor, language, act, now) = (visit.actor, visit.language, visit.federation.newActID(), visit.moment)
        let name = visit.signedIn?.person.shownName(visit.language) ?? ""
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try ReceiptReading.model(of: id, at: unit, actor, name: name, language, act: act, now: now, in: db)
        }
        return .page(ReceiptPages.page(model, in: try await visit.frame()))
    }

    static func sign(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let act = visit.actID()
        _ = try await ReceiptActs(visit.federation).sign(id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return .redirect(ReceiptRoutes.signed.path(id))
    }

    static func signed(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (actor, language) = (visit.actor, visit.language)
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try ReceiptReading.slip(of: id, at: unit, actor, language, in: db)
        }
        guard let model else { return .redirect(ReceiptRoutes.show.path(id)) }
        return .page(SignedSlipPages.page(model, in: try await visit.frame()))
    }
}
