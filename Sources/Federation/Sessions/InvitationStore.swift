package import Storage

package enum InvitationStore {
    private static let columns: SQL =
        """
        i.id, i.kind, i.unit, i.role, i.person, i.batch, i.invited_by, i.created_at, i.expires_at, i.used_at, i.used_by,
        i.withdrawn_at
        """

    static func insert(_ invitations: [Invitation], secret: InstallationSecret, in db: any Transaction) throws {
        try db.bulkInsert(
            into: "invitation",
            columns: [
                .int("id"), .text("kind"), .int("unit"), .text("role"), .int("person"), .blob("code_digest"),
                .int("batch"), .int("invited_by"), .int("created_at"), .int("expires_at"),
            ],
            rows: invitations.map { one in
                let (kind, role, person): (String, Role?, PersonID?) =
                    switch one.purpose {
                    case .post(let role): ("post", role, nil)
                    case .reset(let person): ("reset", nil, person)
                    }
                return [
                    one.id.columnValue, kind.columnValue, one.unit.columnValue, role.columnValue, person.columnValue,
                    InvitationCode(of: one.id, secret: secret).digest(secret).columnValue, one.batch.columnValue,
                    one.invitedBy.columnValue, one.createdAt.columnValue, one.expiresAt.columnValue,
                ]
            })
    }

    package static func find(_ id: InvitationID, in db: any Transaction) throws -> Invitation? {
        try db.first("select \(columns) from invitation i where i.id = \(id)").map(invitation)
    }

    static func find(codeDigest: [UInt8], in db: any Transaction) throws -> Invitation? {
        try db.first("select \(columns) from invitation i where i.code_digest = \(codeDigest)").map(invitation)
    }

    static func codeDigests(of batch: InvitationBatchID, in db: any Transaction) throws -> [InvitationID: [UInt8]] {
        try db.query("select id, code_digest from invitation where batch = \(batch)")
            .reduce(into: [:]) { digests, row in digests[try row["id"]] = try row["code_digest"] as [UInt8] }
    }

    /// A sheet's invitations, in the order of their units' codes.
    package static func invitations(of batch: InvitationBatchID, in db: any Transaction) throws -> [Invitation] {
        try db.query(
            """
            select \(columns) from invitation i join unit u on u.id = i.unit
            where i.batch = \(batch) order by u.sort_key, i.id
            """
        ).map(invitation)
    }

    /// A unit's invitations, the newest first.
    package static func invitations(at unit: UnitID, limit: Int, in db: any Transaction) throws -> [Invitation] {
        try db.query(
            "select \(columns) from invitation i where i.unit = \(unit) order by i.created_at desc, i.id desc limit \(limit)"
        ).map(invitation)
    }

    /// What Muster itself invited to a unit and is still open.
    static func openFromSystem(
        _ role: Role, at unit: UnitID, at moment: Moment, in db: any Transaction
    ) throws -> Invitation? {
        try db.first(
            """
            select \(columns) from invitation i
            where i.unit = \(unit) and i.role = \(role) and i.invited_by is null and \(isOpen(at: moment))
            order by i.id limit 1
            """
        ).map(invitation)
    }

    /// Direct subordinates that work and have nobody who is principal today and no open invitation to it, in the order of
    /// their codes; and how many subordinates there are.
    static func subordinatesWithoutPrincipal(
        of parent: UnitID, at moment: Moment, in db: any Transaction
    ) throws -> (units: [UnitID], all: Int) {
        let rows = try db.query(
            """
            select u.id, \(hasPrincipal(at: moment)) as has_principal
            from unit_link l join unit u on u.id = l.unit
            where l.parent = \(parent) and l.to_on is null and u.closed_on is null order by u.sort_key, u.id
            """)
        return (try rows.filter { try !$0["has_principal"] }.map { try $0["id"] }, rows.count)
    }

    /// The same of the units below one that were made at a moment: those of one import.
    static func importedWithoutPrincipal(
        below top: Unit, createdAt: Moment, at moment: Moment, in db: any Transaction
    ) throws -> (units: [UnitID], all: Int) {
        let rows = try db.query(
            """
            select u.id, \(hasPrincipal(at: moment)) as has_principal from unit u
            where u.path >= \(top.path) and u.path < \(top.path) || '~' and u.created_at = \(createdAt)
                and u.closed_on is null order by u.sort_key, u.id
            """)
        return (try rows.filter { try !$0["has_principal"] }.map { try $0["id"] }, rows.count)
    }

    /// 1 where the unit `u` has a principal today, or an open code to become it.
    private static func hasPrincipal(at moment: Moment) -> SQL {
        let day = Zone.day(moment)
        return """
            case when exists (
                    select 1 from post p where p.unit = u.id and p.role = \(Role.principal) and p.substitutes is null
                        and p.from_on <= \(day) and (p.to_on is null or p.to_on >= \(day)))
                or exists (
                    select 1 from invitation i
                    where i.unit = u.id and i.role = \(Role.principal) and \(isOpen(at: moment)))
                then 1 else 0 end
            """
    }

    private static func isOpen(at moment: Moment) -> SQL {
        "i.used_at is null and i.withdrawn_at is null and i.expires_at > \(moment)"
    }

    /// Marks it used, once.
    /// - Returns: false where somebody was first.
    static func use(_ id: InvitationID, by person: PersonID, at moment: Moment, in db: any Transaction) throws -> Bool {
        try db.execute(
            """
            update invitation set used_at = \(moment), used_by = \(person)
            where id = \(id) and used_at is null and withdrawn_at is null and expires_at > \(moment)
            """) == 1
    }

    static func withdraw(_ id: InvitationID, at moment: Moment, in db: any Transaction) throws {
        try db.execute(
            "update invitation set withdrawn_at = \(moment) where id = \(id) and used_at is null and withdrawn_at is null"
        )
    }

    /// Takes back what else Muster itself invited to the same post: two servers that start together each print a link.
    static func withdrawFromSystem(_ role: Role, at unit: UnitID, at moment: Moment, in db: any Transaction) throws {
        try db.execute(
            """
            update invitation set withdrawn_at = \(moment)
            where unit = \(unit) and role = \(role) and invited_by is null and used_at is null and withdrawn_at is null
            """)
    }

    /// A new reset makes earlier ones useless.
    static func withdrawResets(of person: PersonID, at moment: Moment, in db: any Transaction) throws {
        try db.execute(
            """
            update invitation set withdrawn_at = \(moment)
            where person = \(person) and used_at is null and withdrawn_at is null
            """)
    }

    private static func invitation(_ row: Row) throws -> Invitation {
        let kind: String = try row["kind"]
        return Invitation(
            id: try row["id"], purpose: kind == "reset" ? .reset(try row["person"]) : .post(try row["role"]),
            unit: try row["unit"], batch: try row["batch"], invitedBy: try row["invited_by"],
            createdAt: try row["created_at"], expiresAt: try row["expires_at"], usedAt: try row["used_at"],
            usedBy: try row["used_by"], withdrawnAt: try row["withdrawn_at"])
    }
}
