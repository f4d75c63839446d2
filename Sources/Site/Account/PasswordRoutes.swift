import Federation
import Web

enum PasswordRoutes {
    static let form = Route<NoParameter>.get("/passwords/new", .signedIn(because: "one's own password"))
    static let change = Route<NoParameter>.post(
        "/passwords", .signedIn(because: "one's own password, and the present one is asked for"))

    static func endpoints() -> [Endpoint] {
        [Endpoint(form, PasswordHandlers.form), Endpoint(change, PasswordHandlers.change)]
    }
}
