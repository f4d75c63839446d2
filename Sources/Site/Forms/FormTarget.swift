import Federation

/// Where a form posts to, and the id of the act it would be.
struct FormTarget: Sendable, Hashable {
    var path: String
    var act: ActID
}

/// A name that leads somewhere: an ancestor, a parent, a successor.
struct NamedPath: Sendable, Hashable {
    var name: String
    var path: String
}

/// A value that a form carries unseen to the next step.
struct CarriedValue: Sendable, Hashable {
    var name: String
    var value: String
}
