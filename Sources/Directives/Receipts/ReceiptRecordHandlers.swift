import Federation
import Storage
import Web

enum ReceiptRecordHandlers {
    static func new(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        .page(ReceiptRecordPages.page(try await model(visit, id, nil), in: try await visit.frame()))
    }

    static func create(_ visit: Visit, _ id: DispatchID) async throws -> Reply {
        let (act, form) = (visit.actID(), ReceiptRecordForm(visit.form))
        do {
            _ = try await ReceiptActs(visit.federation).record(
                form, of: id, as: visit.actor, at: try visit.ownUnit(), id: act)
            return visit.done(act, DispatchRoutes.wall.path(id))
        } catch let faults as ReceiptRecordFaults {
            var model = try await model(visit, id, form)
            model.errors = faults.sentences
            return .page(ReceiptRecordPages.page(model, in: try await visit.frame()), status: 422)
        }
    }

    private static func model(
        _ visit: Visit, _ id: DispatchID, _ form: ReceiptRecordForm?
    ) async throws -> ReceiptRecordModel {
        let (language, now, act) = (visit.language, visit.moment, visit.federation.newActID())
        return try await visit.reading(.receiptRecord, { try sending(id, in: $0) }) { dispatch, db in
            try ReceiptRecordReading.model(of: dispatch, form, language, act: act, now: now, in: db)
        }
    }

    private static func sending(_ id: DispatchID, in db: any Transaction) throws -> (Dispatch, unit: UnitID) {
        let dispatch = try DispatchStore.require(id, in: db)
        return (dispatch, dispatch.from)
    }
}
