/// Who acts: a person as one post, or Muster itself.
package struct Actor: Sendable, Hashable {
    package var person: PersonID?
    package var post: PostID?
    /// The unit of the post.
    package var unit: UnitID?
    package var role: Role?
    /// The post this one stands in for, named in every trace.
    package var substitutes: PostID?
    package var isSystem: Bool

    /// A person acting as a post.
    package init(person: PersonID, post: PostID, unit: UnitID, role: Role, substitutes: PostID? = nil) {
        self.person = person
        self.post = post
        self.unit = unit
        self.role = role
        self.substitutes = substitutes
        isSystem = false
    }

    /// A person without a post: may do nothing but sign in and out.
    package init(person: PersonID) {
        self.person = person
        isSystem = false
    }

    private init(isSystem: Bool) { self.isSystem = isSystem }

    /// Muster itself: jobs, the command line on the server's own machine, a one-time link at the first start.
    package static let system = Actor(isSystem: true)
    /// Nobody yet: someone who holds a one-time code.
    package static let newcomer = Actor(isSystem: false)
}
