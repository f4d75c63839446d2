package import Storage

package enum PersonStore {
    package static func insert(_ person: Person, at moment: Moment, in db: any Transaction) throws {
        do {
            try db.execute(
                """
                insert into person (id, login, name, name_latin, created_at)
                values (\(person.id), \(person.login), \(person.name), \(person.nameLatin), \(moment))
                """)
        } catch StorageError.uniqueViolation("person_login_key") {
            throw PersonRefusal.loginTaken
        }
    }

    package static func find(_ id: PersonID, in db: any Transaction) throws -> Person? {
        try db.first("select id, login, name, name_latin from person where id = \(id) and closed_at is null").map(
            person)
    }

    package static func find(login: String, in db: any Transaction) throws -> Person? {
        try db.first("select id, login, name, name_latin from person where login = \(login) and closed_at is null").map(
            person)
    }

    /// Whether there has ever been anybody.
    static func isAnyone(in db: any Transaction) throws -> Bool {
        try db.first("select 1 as one from person limit 1") != nil
    }

    /// The language a person last read in.
    static func language(of id: PersonID, in db: any Transaction) throws -> Language {
        try db.scalar("select language from person where id = \(id)") ?? .chinese
    }

    static func set(language: Language, of id: PersonID, in db: any Transaction) throws {
        try db.execute("update person set language = \(language) where id = \(id)")
    }

    /// Names by id, for showing who did something on a page in this language.
    package static func names(
        _ ids: [PersonID], _ language: Language, in db: any Transaction
    ) throws -> [PersonID: String] {
        try db.query("select id, login, name, name_latin from person where id \(in: ids)")
            .reduce(into: [:]) { names, row in
                let person = try person(row)
                names[person.id] = person.shownName(language)
            }
    }

    package static func insert(_ post: Post, in db: any Transaction) throws {
        try db.execute(
            """
            insert into post (id, unit, person, role, title_zh, title_en, substitutes, from_on, to_on)
            values (\(post.id), \(post.unit), \(post.person), \(post.role), \(post.title?.zh), \(post.title?.en),
                \(post.substitutes), \(post.fromOn), \(post.toOn))
            """)
    }

    private static let postColumns: SQL = "id, unit, person, role, title_zh, title_en, substitutes, from_on, to_on"

    package static func find(post id: PostID, in db: any Transaction) throws -> Post? {
        try db.first("select \(postColumns) from post where id = \(id)").map(post)
    }

    package static func find(posts ids: [PostID], in db: any Transaction) throws -> [PostID: Post] {
        try ids.boundLists.reduce(into: [:]) { posts, some in
            for row in try db.query("select \(postColumns) from post where id \(in: some)") {
                let post = try post(row)
                posts[post.id] = post
            }
        }
    }

    /// The posts somebody holds today, the earliest first.
    package static func posts(of person: PersonID, on day: String, in db: any Transaction) throws -> [Post] {
        try db.query(
            """
            select \(postColumns) from post
            where person = \(person) and from_on <= \(day) and (to_on is null or to_on >= \(day)) order by id
            """
        ).map(post)
    }

    /// The posts somebody holds today or will hold, the earliest first.
    static func postsNotEnded(of person: PersonID, on day: String, in db: any Transaction) throws -> [Post] {
        try db.query(
            "select \(postColumns) from post where person = \(person) and (to_on is null or to_on >= \(day)) order by id"
        ).map(post)
    }

    /// What stands in for a post and has not ended.
    static func substitutions(of post: PostID, on day: String, in db: any Transaction) throws -> [Post] {
        try db.query(
            "select \(postColumns) from post where substitutes = \(post) and to_on >= \(day) order by from_on, id"
        ).map(Self.post)
    }

    /// Whom each of these posts stands in for; those that stand in for nobody are left out.
    package static func stoodInFor(by posts: [PostID], in db: any Transaction) throws -> [PostID: PersonID] {
        try db.query(
            """
            select s.id, o.person from post s join post o on o.id = s.substitutes where s.id \(in: posts)
            """
        ).reduce(into: [:]) { people, row in people[try row["id"]] = try row["person"] as PersonID }
    }

    package static func posts(at unit: UnitID, on day: String, in db: any Transaction) throws -> [Post] {
        try db.query(
            """
            select \(postColumns) from post
            where unit = \(unit) and from_on <= \(day) and (to_on is null or to_on >= \(day)) order by id
            """
        ).map(post)
    }

    /// Every post there has been at a unit: those that last or are still to come, then those that ended, the latest first.
    package static func history(at unit: UnitID, limit: Int, in db: any Transaction) throws -> [Post] {
        try db.query(
            """
            select \(postColumns) from post where unit = \(unit)
            order by coalesce(to_on, '9999') desc, from_on desc, id desc limit \(limit)
            """
        ).map(post)
    }

    /// Which of these people have a password to sign in by.
    package static func withCredential(_ ids: [PersonID], in db: any Transaction) throws -> Set<PersonID> {
        Set(try db.query("select person from credential where person \(in: ids)").map { try $0["person"] })
    }

    /// Ends a post, and whatever stands in for it, with a last day; one that ends earlier anyway stays so.
    package static func end(_ post: PostID, on day: String, in db: any Transaction) throws {
        try db.execute(
            """
            update post set to_on = \(day)
            where (id = \(post) or substitutes = \(post)) and (to_on is null or to_on > \(day))
            """)
    }

    private static func person(_ row: Row) throws -> Person {
        Person(
            id: try row["id"], login: try row["login"], name: try row["name"], nameLatin: try row["name_latin"])
    }

    private static func post(_ row: Row) throws -> Post {
        let (zh, en): (String?, String?) = (try row["title_zh"], try row["title_en"])
        return Post(
            id: try row["id"], unit: try row["unit"], person: try row["person"], role: try row["role"],
            title: zh.map { Sentence(zh: $0, en: en ?? $0) }, substitutes: try row["substitutes"],
            fromOn: try row["from_on"], toOn: try row["to_on"])
    }
}

package enum PersonRefusal: Refusal {
    case loginTaken
    case loginUnusable
    case nameMissing
    case nameLatinUnusable
    /// No account of this name and this person.
    case unknown

    package var code: String {
        switch self {
        case .loginTaken: "person.login_taken"
        case .loginUnusable: "person.login_unusable"
        case .nameMissing: "person.name_missing"
        case .nameLatinUnusable: "person.name_latin_unusable"
        case .unknown: "person.unknown"
        }
    }

    package var manner: RefusalManner { self == .loginTaken ? .conflict : .invalid }

    package var sentence: Sentence {
        switch self {
        case .loginTaken: Sentence(zh: "这个账号已经有人用了，换一个。", en: "This account name is taken; choose another.")
        case .loginUnusable:
            Sentence(
                zh: "账号用 3 到 32 个小写字母、数字、点或横线。",
                en: "An account name is 3 to 32 lower-case letters, digits, dots or hyphens.")
        case .nameMissing: Sentence(zh: "写上姓名，别人要知道是谁签的。", en: "Give the name: others must know who signed.")
        case .nameLatinUnusable:
            Sentence(
                zh: "拼音姓名用拉丁字母，例如 Zhao Jia；没有就空着。",
                en: "The name in Latin letters is written like Zhao Jia; leave it empty if there is none.")
        case .unknown:
            Sentence(
                zh: "没有这个账号，或者账号和姓名对不上。", en: "There is no such account, or it is not this person's.")
        }
    }
}
