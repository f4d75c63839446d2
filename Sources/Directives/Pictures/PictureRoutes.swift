import Federation
package import Web

/// Addresses of the picture of a notice; `?unit=` opens a branch.
package enum PictureRoutes {
    package static let show = Route<NoticeID>.get("/notices/:id/picture", .verb(.receiptRead))
    static let csv = Route<NoticeID>.get("/notices/:id/picture.csv", .verb(.receiptRead))
    static let xlsx = Route<NoticeID>.get("/notices/:id/picture.xlsx", .verb(.receiptRead))
    /// What is not there.
    static let missing = Route<NoticeID>.get("/notices/:id/missing", .verb(.receiptRead))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(show, PictureHandlers.show), Endpoint(csv) { try await PictureHandlers.sheet($0, $1, .csv) },
            Endpoint(xlsx) { try await PictureHandlers.sheet($0, $1, .xlsx) },
            Endpoint(missing, PictureHandlers.missing),
        ]
    }
}

enum PictureHandlers {
    static func show(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        .page(PicturePages.page(try await model(visit, id), in: try await visit.frame()))
    }

    static func sheet(_ visit: Visit, _ id: NoticeID, _ format: Sheet.Format) async throws -> Reply {
        let model = try await model(visit, id)
        return try .sheet(PictureSheet.sheet(model, visit.language), as: format, name: "\(id)")
    }

    private static func model(_ visit: Visit, _ id: NoticeID) async throws -> PictureModel {
        let (own, language, now) = (try visit.ownUnit(), visit.language, visit.moment)
        let branch = try branch(visit)
        return try await visit.read(.receiptRead, at: branch ?? own) { db in
            try PictureReading.model(of: id, branch: branch, for: own, language, now: now, in: db)
        }
    }

    static func missing(_ visit: Visit, _ id: NoticeID) async throws -> Reply {
        let (own, language, now) = (try visit.ownUnit(), visit.language, visit.moment)
        let branch = try branch(visit)
        let after = visit.query.first("after").flatMap { Int($0) }.map { min(max(0, $0), 1_000_000) } ?? 0
        let model = try await visit.read(.receiptRead, at: branch ?? own) { db in
            try PictureReading.missing(
                of: id, branch: branch, after: after, for: own, language, now: now, in: db)
        }
        return .page(MissingPages.page(model, in: try await visit.frame()))
    }

    /// - Throws: "not found" for what is no unit.
    static func branch(_ visit: Visit) throws -> UnitID? {
        guard let text = visit.query.first("unit"), !text.isEmpty else { return nil }
        guard let unit = UnitID(text) else { throw AccessRefusal.notFound }
        return unit
    }
}
