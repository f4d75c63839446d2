import Directives
import Federation
import Storage
import Web

enum TodayRoutes {
    static func endpoints() -> [Endpoint] { [Endpoint(FrameRoutes.today, TodayHandlers.page)] }
}

enum TodayHandlers {
    static func page(_ visit: Visit) async throws -> Reply {
        let unit = try visit.ownUnit()
        let (now, language) = (visit.moment, visit.language)
        let model = try await visit.read(.dueRead, at: unit) { db in
            TodayModel(
                now: now, dues: try DueStore.open(by: unit, in: db).compactMap { try due($0, language, in: db) },
                doneCount: try DueStore.countClosed(by: unit, since: Zone.midnight(before: now), in: db))
        }
        return .page(TodayPages.page(model, in: try await visit.frame()))
    }

    private static func due(_ due: Due, _ language: Language, in db: any Transaction) throws -> TodayDue? {
        // Every kind of due names where it is settled; one that is not known here would be a silent gap.
        guard due.kind == .receiptSign,
            let about = try ReceiptSummary.of(ReceiptID(due.subject), for: due.unit, language, in: db)
        else { return nil }
        return TodayDue(
            act: TodayActs.sign, path: about.path, grade: about.grade, about: about.title, from: about.from,
            minutes: due.minutes)
    }
}

private enum TodayActs {
    static let sign = Sentence(zh: "签收通知", en: "Sign for a notice")
}
