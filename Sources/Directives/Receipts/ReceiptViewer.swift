import Federation
import Web

/// Who looks at a unit's receipt, when, in which language, and the acts of the forms on it: each form is an act of its own.
struct ReceiptViewer: Sendable {
    struct Acts: Sendable {
        var sign: ActID
        var relay: ActID
        var convey: ActID
        var file: ActID
    }

    var unit: UnitID
    var actor: Actor
    var name: String
    var language: Language
    var now: Moment
    var acts: Acts

    /// - Throws: "not found" for someone without a post.
    init(_ visit: Visit) throws {
        let federation = visit.federation
        (unit, actor, language, now) = (try visit.ownUnit(), visit.actor, visit.language, visit.moment)
        name = visit.signedIn?.person.shownName(visit.language) ?? ""
        acts = Acts(
            sign: federation.newActID(), relay: federation.newActID(), convey: federation.newActID(),
            file: federation.newActID())
    }
}
