package import Federation

/// A person of the demo. All are invented: a surname of the Hundred Surnames and a number of the sixty-year cycle.
package struct DemoPerson: Sendable, Hashable {
    /// Account name, in plain letters (zhouwu).
    package let login: String
    package let name: String
    /// The name in plain letters (Zhou Wu).
    package let nameEnglish: String
    /// Empty for the outsider.
    package let posts: [DemoPost]
    /// The bold line on the sign-in page (办公室 · 文书).
    package let caption: Sentence
    /// What there is to do and see as this person.
    package let intro: Sentence

    package init(
        login: String, name: String, nameEnglish: String, posts: [DemoPost], caption: Sentence, intro: Sentence
    ) {
        self.login = login
        self.name = name
        self.nameEnglish = nameEnglish
        self.posts = posts
        self.caption = caption
        self.intro = intro
    }
}

/// A person's place in a unit.
package struct DemoPost: Sendable, Hashable {
    package let unitCode: String
    /// A role of decision 21 in snake case (principal, party_principal, duty_officer).
    package let role: String
    /// The title by which the post is called (党组书记).
    package let title: Sentence

    package init(unitCode: String, role: String, title: Sentence) {
        self.unitCode = unitCode
        self.role = role
        self.title = title
    }
}

/// A heading of the sign-in page and the people under it.
package struct DemoCastGroup: Sendable, Hashable {
    package let title: Sentence
    package let people: [DemoPerson]

    package init(title: Sentence, people: [DemoPerson]) {
        self.title = title
        self.people = people
    }
}
