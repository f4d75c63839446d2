package import Storage

package enum CredentialStore {
    /// The credential behind a login; nil where nobody has it, or the person was closed, or has no password yet.
    package static func find(login: String, in db: any Transaction) throws -> Credential? {
        try db.first(
            """
            select c.person, c.salt, c.hash, c.cost from credential c join person p on p.id = c.person
            where p.login = \(login) and p.closed_at is null
            """
        ).map(credential)
    }

    static func find(person: PersonID, in db: any Transaction) throws -> Credential? {
        try db.first(
            """
            select c.person, c.salt, c.hash, c.cost from credential c join person p on p.id = c.person
            where c.person = \(person) and p.closed_at is null
            """
        ).map(credential)
    }

    /// Sets a person's password, or replaces it.
    package static func set(_ credential: Credential, at moment: Moment, in db: any Transaction) throws {
        let hash = credential.hash
        try db.execute(
            """
            insert into credential (person, salt, hash, cost, changed_at)
            values (\(credential.person), \(hash.salt), \(hash.hash), \(hash.cost), \(moment))
            on conflict (person) do update
            set salt = \(hash.salt), hash = \(hash.hash), cost = \(hash.cost), changed_at = \(moment)
            """)
    }

    private static func credential(_ row: Row) throws -> Credential {
        Credential(
            person: try row["person"],
            hash: PasswordHash(salt: try row["salt"], hash: try row["hash"], cost: try row["cost"]))
    }
}
