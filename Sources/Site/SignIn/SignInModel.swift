import Federation

/// The page on which one signs in. Its form posts `login`, `password`, `known_phone` and `next`.
struct SignInModel: Sendable {
    var target: FormTarget
    /// What was typed before.
    var login = ""
    var isKnownPhone = false
    /// Where to go afterwards.
    var next: String?
    /// By field; under the empty name what concerns the form as a whole.
    var errors: [String: Sentence] = [:]
    /// What to do when it goes wrong again.
    var wayOn: Sentence?
    /// The page on which a one-time code is typed in.
    var codePath: String?
    /// Only where the demo federation is laid.
    var demo: SignInDemo?
}

/// The cast, each of whom one may enter as by posting `login`, and the federation they live in.
struct SignInDemo: Sendable {
    var path: String
    var groups: [DemoCastGroup]
    /// The id that entering would have, by login. Those who are not in it cannot be entered as.
    var acts: [String: ActID]
    var counts = FederationCounts()
}

/// How many units each level of the drawing has. One square is one unit.
struct FederationCounts: Sendable, Hashable {
    var nation = 1
    var provinces = 31
    var cities = 18
    var counties = 10
    var grassroots = 612
    /// Those of the grassroots at the end of the notice's way.
    var chain = 41
}
