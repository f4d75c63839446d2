import Federation

/// A change of the tree before it is made.
///
/// Posts `parent` (a unit's code), `line` and `day`, as far as the change needs them.
struct UnitChangeModel: Sendable {
    enum Change: Sendable, Hashable, CaseIterable { case move, merge, close, secondLine, endSecondLine }

    var change: Change
    var unit: NamedPath
    var code: String
    var ancestors: [NamedPath] = []
    /// Where it hangs now.
    var lines: [UnitLineShown] = []
    /// What goes with it.
    var children: Int
    var below: Int
    var posts: Int
    var target: FormTarget
    /// What was typed: the code of the new parent, the successor or the second parent.
    var parent = ""
    /// Its name, where it was found.
    var parentName: String?
    var line = UnitLine.territorial
    /// ISO.
    var day: String
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
    /// Where suggestions come from, ending in `q=`.
    var suggestPath: String?
}
