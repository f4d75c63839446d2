package import Storage

package enum SessionStore {
    private static let columns: SQL =
        "s.id, s.person, s.post, s.language, s.is_known_phone, s.created_at, s.seen_at, s.expires_at"

    static func insert(_ session: Session, token: SessionToken, in db: any Transaction) throws {
        try db.execute(
            """
            insert into session (
                id, token_digest, person, post, language, is_known_phone, created_at, seen_at, expires_at)
            values (
                \(session.id), \(token.digest), \(session.person), \(session.post), \(session.language),
                \(session.isKnownPhone), \(session.createdAt), \(session.seenAt), \(session.expiresAt))
            """)
    }

    /// Who the token stands for; nil where it is unknown, expired, closed, or its person was.
    package static func signedIn(_ token: SessionToken, at moment: Moment, in db: any Transaction) throws -> SignedIn? {
        guard
            let row = try db.first(
                """
                select \(columns), p.login, p.name, p.name_latin from session s join person p on p.id = s.person
                where s.token_digest = \(token.digest) and s.expires_at > \(moment) and p.closed_at is null
                """)
        else { return nil }
        let session = try session(row)
        let person = Person(
            id: session.person, login: try row["login"], name: try row["name"], nameLatin: try row["name_latin"])
        let posts = try PersonStore.posts(of: person.id, on: Zone.day(moment), in: db)
        let names = try db.query(
            "select id, name, name_english from unit where id \(in: posts.map(\.unit))")
        return SignedIn(
            session: session, person: person, posts: posts,
            unitNames: try names.reduce(into: [:]) { names, row in
                let (zh, en): (String, String?) = (try row["name"], try row["name_english"])
                names[try row["id"]] = Sentence(zh: zh, en: en ?? zh)
            })
    }

    package static func find(_ id: SessionID, in db: any Transaction) throws -> Session? {
        try db.first("select \(columns) from session s where s.id = \(id)").map(session)
    }

    /// The browsers in which a person is signed in, the last seen first.
    package static func sessions(of person: PersonID, at moment: Moment, in db: any Transaction) throws -> [Session] {
        try db.query(
            """
            select \(columns) from session s where s.person = \(person) and s.expires_at > \(moment)
            order by s.seen_at desc, s.id desc
            """
        ).map(session)
    }

    static func saw(_ id: SessionID, at moment: Moment, in db: any Transaction) throws {
        try db.execute("update session set seen_at = \(moment) where id = \(id) and seen_at < \(moment)")
    }

    static func set(post: PostID, of id: SessionID, in db: any Transaction) throws {
        try db.execute("update session set post = \(post) where id = \(id)")
    }

    static func set(language: Language, of id: SessionID, in db: any Transaction) throws {
        try db.execute("update session set language = \(language) where id = \(id)")
    }

    static func close(_ id: SessionID, in db: any Transaction) throws {
        try db.execute("delete from session where id = \(id)")
    }

    /// Signs a person out everywhere.
    /// - Returns: how many browsers.
    @discardableResult
    static func closeAll(of person: PersonID, in db: any Transaction) throws -> Int {
        try db.execute("delete from session where person = \(person)")
    }

    /// Signs a person out everywhere but here.
    /// - Returns: how many browsers.
    static func closeOthers(of person: PersonID, but id: SessionID, in db: any Transaction) throws -> Int {
        try db.execute("delete from session where person = \(person) and id <> \(id)")
    }

    /// Removes what has expired; it has opened nothing for as long. For a job that runs once a day.
    package static func sweep(at moment: Moment, in db: any Transaction) throws {
        try db.execute("delete from session where expires_at <= \(moment)")
    }

    private static func session(_ row: Row) throws -> Session {
        Session(
            id: try row["id"], person: try row["person"], post: try row["post"], language: try row["language"],
            isKnownPhone: try row["is_known_phone"], createdAt: try row["created_at"], seenAt: try row["seen_at"],
            expiresAt: try row["expires_at"])
    }
}
