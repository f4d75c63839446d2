import Federation

/// One unit: what is known about it, who holds posts there, what hangs below.
struct UnitModel: Sendable {
    var name: String
    var shortNames: [String] = []
    var nameEnglish: String?
    var code: String
    var kind: UnitKind
    var level: UnitLevel
    var division: Division?
    var regionCode: String?
    /// From the root down to the parent.
    var ancestors: [NamedPath] = []
    var lines: [UnitLineShown] = []
    var state = State.working
    /// Nil where this post may not see them.
    var posts: [UnitPostShown]?
    var groups: [UnitGroupShown] = []
    /// Working units directly below it, and all below on the primary line.
    var children: Int
    var below: Int
    /// The list of units with this one at its top.
    var listPath: String
    var journalPath: String?
    /// What this post may do here; nil for what it may not.
    var actions: UnitActions?
    var changes = UnitChangePaths()
    var invite: InviteForm?
    var office = OfficeLinks()

    enum State: Sendable, Hashable {
        case working
        /// ISO day.
        case closed(on: String)
        case merged(on: String, into: NamedPath?)
    }
}

/// A line on which a unit hangs.
struct UnitLineShown: Sendable {
    var parent: NamedPath
    var line: UnitLine
    var isPrimary: Bool
    /// ISO days.
    var fromOn: String
    var toOn: String?
}

/// A person's post at a unit; a vacant post has no person.
struct UnitPostShown: Sendable {
    var personName: String?
    var title: Sentence
    var role: Role
    /// ISO days.
    var fromOn: String?
    var toOn: String?
    var substitutes: String?
    /// Gives the person a code to choose a new password with.
    var reset: FormTarget?
    var end: FormTarget?
}

struct UnitChangePaths: Sendable {
    var move: String?
    var merge: String?
    var close: String?
    var secondLine: String?
    var endSecondLine: String?

    var isEmpty: Bool { [move, merge, close, secondLine, endSecondLine].allSatisfy { $0 == nil } }
}

/// Invites to one unit: posts `role` and `days`.
struct InviteForm: Sendable {
    var target: FormTarget
    /// Those this post may give, the usual one first.
    var roles: [Role]
    var role: Role?
    var days = "14"
    var errors: [String: Sentence] = [:]
}

/// Invites every direct subordinate without a principal: posts `role` (several) and `days`.
struct InviteBelowForm: Sendable {
    var target: FormTarget
    /// Subordinates that have neither a principal nor an open code.
    var units: Int
    var roles: [Role]
    var chosen: [Role] = [.principal]
    var days = "14"
    var errors: [String: Sentence] = [:]
}
