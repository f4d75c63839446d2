import Federation

/// A unit's posts with their holders: those that last, those to come, those that ended.
struct PeopleModel: Sendable {
    var unit: NamedPath
    var ancestors: [NamedPath] = []
    var present: [PeoplePostShown] = []
    var coming: [PeoplePostShown] = []
    var ended: [PeoplePostShown] = []
    /// Nil where this post may not appoint here.
    var appointPath: String?
}

/// One post with its holder.
struct PeoplePostShown: Sendable {
    var personName: String
    var title: Sentence
    var role: Sentence
    /// ISO days.
    var fromOn: String
    var toOn: String?
    /// The post and person it stands in for.
    var substitutes: String?
    var endPath: String?
    var substitutePath: String?
    /// Gives the person a code to choose a password with.
    var code: FormTarget?
    /// Whether they have one already.
    var hasPassword = true
}

/// Who is to hold which post: posts `who` (a person's id, `account` or `newcomer`), `name`, `name_latin`, `login`, `role`,
/// `title`, `title_english`, `from` and `to`.
struct AppointModel: Sendable {
    var unit: NamedPath
    var ancestors: [NamedPath] = []
    var target: FormTarget
    var backPath: String
    /// Those who hold a post here already.
    var people: [(id: PersonID, name: String)] = []
    /// Those this post may give.
    var roles: [Role]
    var form: AppointForm
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
}

/// The last day of a post: posts `day`.
struct EndPostModel: Sendable {
    var unit: NamedPath
    var ancestors: [NamedPath] = []
    var post: PeoplePostShown
    var target: FormTarget
    var backPath: String
    /// ISO.
    var day: String
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
}

/// Who stands in for a post, and when: posts `who` (a person's id or `account`), `name`, `login`, `from` and `to`.
struct SubstitutionModel: Sendable {
    var unit: NamedPath
    var ancestors: [NamedPath] = []
    var post: PeoplePostShown
    var target: FormTarget
    var backPath: String
    /// Those who hold another post here.
    var people: [(id: PersonID, name: String)] = []
    var form: SubstitutionForm
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
}
