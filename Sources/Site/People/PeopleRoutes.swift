import Federation
import Web

enum PeopleRoutes {
    /// Everybody who holds, will hold or has held a post at a unit.
    static let list = Route<UnitID>.get("/units/:id/posts", .verb(.postRead))
    static let appointForm = Route<UnitID>.get("/units/:id/posts/new", .verb(.postAppoint))
    static let appoint = Route<UnitID>.post("/units/:id/posts", .verb(.postAppoint))
    static let endForm = Route<PostID>.get("/posts/:id/endings/new", .verb(.postEnd))
    static let end = Route<PostID>.post("/posts/:id/endings", .verb(.postEnd))
    static let substituteForm = Route<PostID>.get("/posts/:id/substitutions/new", .verb(.postSubstitute))
    static let substitute = Route<PostID>.post("/posts/:id/substitutions", .verb(.postSubstitute))

    static func endpoints() -> [Endpoint] {
        [
            Endpoint(list, PeopleHandlers.list),
            Endpoint(appointForm, AppointHandlers.form),
            Endpoint(appoint, AppointHandlers.appoint),
            Endpoint(endForm, PeopleHandlers.endForm),
            Endpoint(end, PeopleHandlers.end),
            Endpoint(substituteForm, SubstitutionHandlers.form),
            Endpoint(substitute, SubstitutionHandlers.substitute),
        ]
    }
}
