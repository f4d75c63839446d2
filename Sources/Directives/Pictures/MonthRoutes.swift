import Federation
package import Web

/// What was done month by month; `?unit=` opens a branch.
package enum MonthRoutes {
    package static let list = Route<NoParameter>.get("/months", .verb(.receiptRead))
    static let csv = Route<NoParameter>.get("/months.csv", .verb(.receiptRead))
    static let xlsx = Route<NoParameter>.get("/months.xlsx", .verb(.receiptRead))

    package static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, MonthHandlers.list), Endpoint(csv) { try await MonthHandlers.sheet($0, .csv) },
            Endpoint(xlsx) { try await MonthHandlers.sheet($0, .xlsx) },
        ]
    }
}
