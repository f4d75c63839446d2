import Federation
import Web

enum MonthHandlers {
    static func list(_ visit: Visit) async throws -> Reply {
        .page(MonthPages.page(try await model(visit), try address(visit), in: try await visit.frame()))
    }

    static func sheet(_ visit: Visit, _ format: Sheet.Format) async throws -> Reply {
        try .sheet(MonthPages.sheet(try await model(visit), visit.language), as: format, name: "months")
    }

    private static func address(_ visit: Visit) throws -> String {
        MonthRoutes.csv.path() + (try PictureHandlers.branch(visit).map { "?unit=\($0)" } ?? "")
    }

    private static func model(_ visit: Visit) async throws -> MonthsModel {
        let (own, language) = (try visit.ownUnit(), visit.language)
        let (branch, today) = (try PictureHandlers.branch(visit), CivilDay(visit.today) ?? CivilDay(ordinal: 0))
        return try await visit.read(.receiptRead, at: branch ?? own) { db in
            try MonthsReading.model(of: branch, for: own, language, today: today, in: db)
        }
    }
}
