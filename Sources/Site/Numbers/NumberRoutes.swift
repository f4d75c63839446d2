import Federation
import Web

enum NumberRoutes {
    static let list = Route<UnitID>.get("/units/:id/number-series", .verb(.numberRead))
    static let start = Route<UnitID>.post("/units/:id/number-series", .verb(.numberStart))
    static let register = Route<ID<NumberSeries>>.get("/number-series/:id", .verb(.numberRead))
    static let reserve = Route<ID<NumberSeries>>.post("/number-series/:id/reservations", .verb(.numberReserve))
    static let enter = Route<ID<NumberSeries>>.post("/number-series/:id/entries", .verb(.numberEnter))
    static let void = Route<ID<NumberSeries>>.post("/number-series/:id/voidings", .verb(.numberVoid))

    static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, NumberHandlers.list),
            Endpoint(start, NumberHandlers.start),
            Endpoint(register, NumberHandlers.register),
            Endpoint(reserve) { try await NumberHandlers.decide($0, $1, .reserve) },
            Endpoint(enter) { try await NumberHandlers.decide($0, $1, .enter) },
            Endpoint(void) { try await NumberHandlers.decide($0, $1, .void) },
        ]
    }
}
