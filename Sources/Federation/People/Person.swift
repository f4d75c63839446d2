/// Someone who can sign in.
package struct Person: Sendable, Hashable {
    package var id: PersonID
    package var login: String
    package var name: String
    /// The name in Latin letters, for English pages (Zhao Jia); many have none.
    package var nameLatin: String?

    package init(id: PersonID, login: String, name: String, nameLatin: String? = nil) {
        self.id = id
        self.login = login
        self.name = name
        self.nameLatin = nameLatin
    }

    /// As a page in this language writes it.
    package func shownName(_ language: Language) -> String {
        language == .english ? nameLatin ?? name : name
    }
}

package typealias PersonID = ID<Person>

/// A person's dated place in a unit, with a role (职务). One acts as one post.
package struct Post: Sendable, Hashable {
    package var id: PostID
    package var unit: UnitID
    package var person: PersonID
    package var role: Role
    /// The title as the unit calls it (办公室文书); the role's name where it gives none.
    package var title: Sentence?
    /// The post this one stands in for while its holder is away (代理).
    package var substitutes: PostID?
    /// ISO days; nil while it lasts.
    package var fromOn: String
    package var toOn: String?

    package init(
        id: PostID, unit: UnitID, person: PersonID, role: Role, title: Sentence? = nil, substitutes: PostID? = nil,
        fromOn: String, toOn: String? = nil
    ) {
        self.id = id
        self.unit = unit
        self.person = person
        self.role = role
        self.title = title
        self.substitutes = substitutes
        self.fromOn = fromOn
        self.toOn = toOn
    }

    /// A post may be held until a day that lies ahead; only days within its dates count.
    package func isHeld(on day: String) -> Bool { fromOn <= day && (toOn ?? "9999") >= day }

    /// What the post is called, on every page and paper; one that stands in for another says so (代理).
    package var shownTitle: Sentence {
        let title = title ?? role.name
        return substitutes == nil ? title : Sentence(zh: "代理\(title.zh)", en: "Acting \(title.en)")
    }
}

package typealias PostID = ID<Post>
