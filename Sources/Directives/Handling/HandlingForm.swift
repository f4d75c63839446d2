import Web

/// What was typed into one of a sheet's forms, as it came.
package struct HandlingForm: Sendable, Hashable {
    package var text = ""
    /// Ids of posts as ticked.
    package var posts: [String] = []
    package var kind = ""
    package var due = ""
    package var leader = ""
    package var said = ""
    /// How many steps the sheet had when the form was shown.
    package var seen = 0

    package init() {}

    init(_ fields: FormFields) {
        text = fields.first("text") ?? ""
        posts = fields.all("posts")
        kind = fields.first("kind") ?? ""
        due = fields.first("due") ?? ""
        leader = fields.first("leader") ?? ""
        said = fields.first("said") ?? ""
        seen = fields.first("seen").flatMap { Int($0) } ?? 0
    }
}
