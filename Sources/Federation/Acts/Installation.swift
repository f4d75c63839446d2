package import Storage

/// This installation's own name among installations: what travels carries it as its origin.
package enum Installation {
    static func ensure(in federation: OpenFederation) async throws {
        let fresh = "\(federation.minter.mint(ActNoun.self))"
        try await federation.engine.write { db in
            try db.execute(
                "insert into setting (name, value) values ('installation', \(fresh)) on conflict (name) do nothing")
            try RoleGrants.ensureDefaults(in: db)
            try WorkingCalendarStore.ensureDefaults(in: db)
        }
    }

    package static func id(in db: any Transaction) throws -> String {
        guard let id: String = try db.scalar("select value from setting where name = 'installation'") else {
            throw StorageError.unexpectedShape("no installation id")
        }
        return id
    }
}
