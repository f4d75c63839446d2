import Federation
import Web

enum UnitRoutes {
    static let list = FrameRoutes.units
    static let show = FrameRoutes.unit
    static let suggestions = FrameRoutes.unitSuggestions
    static let importForm = Route<NoParameter>.get("/unit-imports/new", .verb(.unitImport))
    /// Reads the file and says what is in it; writes nothing.
    static let importCheck = Route<NoParameter>.post("/unit-imports/checks", .verb(.unitImport))
    static let importApply = Route<NoParameter>.post("/unit-imports", .verb(.unitImport))
    /// What an import brought in, by the import's act, and codes for it.
    static let imported = Route<ActID>.get("/unit-imports/:id", .verb(.unitImport))
    static let inviteImported = Route<ActID>.post("/unit-imports/:id/invitations", .verb(.invitationIssue))
    static let importSample = Route<NoParameter>.get("/unit-imports/sample.csv", .verb(.unitImport))
    static let moveForm = Route<UnitID>.get("/units/:id/moves/new", .verb(.unitMove))
    static let move = Route<UnitID>.post("/units/:id/moves", .verb(.unitMove))
    static let mergeForm = Route<UnitID>.get("/units/:id/mergers/new", .verb(.unitMerge))
    static let merge = Route<UnitID>.post("/units/:id/mergers", .verb(.unitMerge))
    static let closeForm = Route<UnitID>.get("/units/:id/closings/new", .verb(.unitClose))
    static let close = Route<UnitID>.post("/units/:id/closings", .verb(.unitClose))
    static let secondLineForm = Route<UnitID>.get("/units/:id/second-lines/new", .verb(.unitMove))
    static let secondLine = Route<UnitID>.post("/units/:id/second-lines", .verb(.unitMove))

    static func endpoints() -> [Endpoint] {
        let limits = UploadLimits(textBytesMax: 24 << 20, fileBytesMax: 24 << 20)
        return [
            Endpoint(suggestions, UnitHandlers.suggestions),
            Endpoint(list, UnitHandlers.list),
            Endpoint(show, UnitHandlers.show),
            Endpoint(importForm, UnitImportHandlers.form),
            Endpoint(importSample, UnitImportHandlers.sample),
            Endpoint(importCheck, limits: limits, UnitImportHandlers.check),
            Endpoint(importApply, limits: limits, UnitImportHandlers.apply),
            Endpoint(imported, ImportedHandlers.page),
            Endpoint(inviteImported, ImportedHandlers.invite),
            Endpoint(moveForm) { try await UnitChangeHandlers.form($0, $1, .move) },
            Endpoint(move) { try await UnitChangeHandlers.make($0, $1, .move) },
            Endpoint(mergeForm) { try await UnitChangeHandlers.form($0, $1, .merge) },
            Endpoint(merge) { try await UnitChangeHandlers.make($0, $1, .merge) },
            Endpoint(closeForm) { try await UnitChangeHandlers.form($0, $1, .close) },
            Endpoint(close) { try await UnitChangeHandlers.make($0, $1, .close) },
            Endpoint(secondLineForm) { try await UnitChangeHandlers.form($0, $1, .secondLine) },
            Endpoint(secondLine) { try await UnitChangeHandlers.make($0, $1, .secondLine) },
        ]
    }
}
