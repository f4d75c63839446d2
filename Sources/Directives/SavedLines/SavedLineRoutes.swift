import Federation
package import Web

/// Addresses of a unit's saved addressee lines. They are kept from the addressees page, and lead back to it.
package enum SavedLineRoutes {
    /// Saves the line under `save_name`, or puts it in the place of the line `replace`.
    static let save = Route<NoParameter>.post("/lines", .verb(.lineSave))
    static let remove = Route<SavedLineID>.post("/lines/:id/removals", .verb(.lineSave))

    package static func endpoints() -> [Endpoint] {
        [Endpoint(save, SavedLineHandlers.save), Endpoint(remove, SavedLineHandlers.remove)]
    }
}
