import Federation
import Web

enum ReceiptHandlers {
    /// The notice as it came to this unit. Seeing it the first time is a fact of the receipt.
    static func show(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        try await ReceiptActs(visit.federation).open(id, as: visit.actor, at: try visit.ownUnit())
        return .page(ReceiptPages.page(try await model(visit, id), in: try await visit.frame()))
    }

    private static func model(_ visit: Visit, _ id: ReceiptID) async throws -> ReceiptModel {
        let viewer = try ReceiptViewer(visit)
        return try await visit.read(.noticeRead, at: viewer.unit) { db in
            try ReceiptReading.model(of: id, for: viewer, in: db)
        }
    }

    static func sign(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let act = visit.actID()
        _ = try await ReceiptActs(visit.federation).sign(id, as: visit.actor, at: try visit.ownUnit(), id: act)
        return .redirect(ReceiptRoutes.signed.path(id))
    }

    static func signed(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let viewer = try ReceiptViewer(visit)
        let model = try await visit.read(.noticeRead, at: viewer.unit) { db in
            try ReceiptReading.slip(of: id, for: viewer, in: db)
        }
        guard let model else { return .redirect(ReceiptRoutes.show.path(id)) }
        return .page(SignedSlipPages.page(model, in: try await visit.frame()))
    }

    static func convey(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let (act, form) = (visit.actID(), ConveyanceForm(visit.form))
        do {
            _ = try await ReceiptActs(visit.federation).convey(
                id, form, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, ReceiptRoutes.show.path(id))
        } catch let refusal as ReceiptRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            model.conveying?.form = form
            model.conveying?.errors = [field: refusal.sentence]
            return .page(ReceiptPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func file(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let (act, reason) = (visit.actID(), visit.form.first("reason") ?? "")
        do {
            _ = try await ReceiptActs(visit.federation).file(
                id, reason: reason, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, ReceiptRoutes.show.path(id))
        } catch let refusal as ReceiptRefusal {
            guard let field = refusal.field else { throw refusal }
            var model = try await model(visit, id)
            model.filing?.errors = [field: refusal.sentence]
            return .page(ReceiptPages.page(model, in: try await visit.frame()), status: refusal.manner.status)
        }
    }

    static func facts(_ visit: Visit, _ id: ReceiptID) async throws -> Reply {
        let (unit, language) = (try visit.ownUnit(), visit.language)
        let model = try await visit.read(.noticeRead, at: unit) { db in
            try ReceiptFactsReading.model(of: id, at: unit, language, in: db)
        }
        return .page(ReceiptFactsPages.page(model, in: try await visit.frame()))
    }
}
