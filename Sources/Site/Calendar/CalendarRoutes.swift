import Federation
import Web

/// The calendar belongs to the installation: everybody in office sees it, the administrator at the top keeps it.
enum CalendarRoutes {
    static let year = Route<NoParameter>.get("/calendar", .verb(.calendarRead))
    static let importForm = Route<NoParameter>.get("/calendar-imports/new", .verb(.calendarRevise))
    static let importSample = Route<NoParameter>.get("/calendar-imports/sample.csv", .verb(.calendarRevise))
    /// Reads the days and says what is in them; writes nothing.
    static let importCheck = Route<NoParameter>.post("/calendar-imports/checks", .verb(.calendarRevise))
    static let importApply = Route<NoParameter>.post("/calendar-imports", .verb(.calendarRevise))

    static func endpoints() -> [Endpoint] {
        let limits = UploadLimits(textBytesMax: 1 << 20, fileBytesMax: 1 << 20)
        return [
            Endpoint(year, CalendarHandlers.year),
            Endpoint(importForm, CalendarImportHandlers.form),
            Endpoint(importSample, CalendarImportHandlers.sample),
            Endpoint(importCheck, limits: limits, CalendarImportHandlers.check),
            Endpoint(importApply, limits: limits, CalendarImportHandlers.apply),
        ]
    }
}
