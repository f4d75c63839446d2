package import Federation
package import Web

/// What the form for an urge says.
package struct UrgeForm: Sendable {
    package var text: String
    /// The branch it is for, by the place of its phrase.
    package var branch: Int?
    package var ticked: Set<UnitID> = []
    /// Only those that are ticked.
    package var isForTicked = false

    package init(text: String, branch: Int? = nil) {
        self.text = text
        self.branch = branch
    }

    package init(_ fields: FormFields) {
        text = fields.first("text") ?? ""
        branch = fields.first("branch").flatMap { Int($0) }
        ticked = Set(fields.all("unit").compactMap { UnitID($0) })
        isForTicked = fields.first("scope") == "chosen"
    }

    var scope: UrgeScope {
        if isForTicked { return .chosen(Array(ticked)) }
        return branch.map { .branch($0) } ?? .unsigned
    }
}
