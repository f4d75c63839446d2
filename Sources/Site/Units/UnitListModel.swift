import Federation

/// Units as one looks for them: one level of the tree, or what a search found.
struct UnitListModel: Sendable {
    /// The address of the search; it asks for `q`.
    var path: String
    var query = ""
    var content: Content
    var actions: UnitActions?
    /// Where suggestions come from, ending in `q=`.
    var suggestPath: String?

    enum Content: Sendable {
        case level(UnitLevelShown)
        case found(UnitsFound)
        /// There are no units at all yet.
        case nothing
    }
}

/// A unit and those directly below it.
struct UnitLevelShown: Sendable {
    /// From the root down to the parent of `top`.
    var ancestors: [NamedPath] = []
    var top: UnitRowShown
    var groups: [UnitGroupShown] = []
    /// Working units below on the primary line, all levels together.
    var below: Int
    /// Of these and the top, how many have somebody with an account; nil where it was not counted.
    var inUse: Int?
}

/// Units of one kind and level, directly below.
struct UnitGroupShown: Sendable {
    var kind: UnitKind
    var level: UnitLevel
    /// All there are, shown or not.
    var count: Int
    var rows: [UnitRowShown]
    /// The next ones, where not all are shown.
    var morePath: String?
}

struct UnitsFound: Sendable {
    var rows: [UnitRowShown]
    var morePath: String?
}

/// A unit in a list.
struct UnitRowShown: Sendable {
    var name: String
    var path: String
    var code: String
    var kind: UnitKind
    var level: UnitLevel
    var division: Division?
    /// Working units directly below it.
    var children: Int
    /// People with a post there; nil where it was not counted.
    var people: Int?
    var state = State.working
    /// What it hangs on, for search results.
    var parentName: String?
    /// It hangs here on its secondary line and is not counted here.
    var isSecondary = false

    enum State: Sendable, Hashable { case working, nobody, invited, inviteExpired, closed, merged }
}

/// What an administrator may do from here; nil is what this post may not.
struct UnitActions: Sendable {
    var importPath: String?
    var invitationsPath: String?
    var inviteBelow: InviteBelowForm?
}
