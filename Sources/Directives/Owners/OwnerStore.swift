package import Federation
package import Storage

package enum OwnerStore {
    /// Who answers for these obligations at a unit now; whose post has ended is not among them.
    package static func owners(
        of obligations: [ObligationID], at unit: UnitID, on day: String, in db: any Transaction
    ) throws -> [Owner] {
        try obligations.boundLists.flatMap { some in
            try db.query(
                """
                select o.obligation, o.unit, o.part, o.post, o.moment from owner o join post p on p.id = o.post
                where o.obligation \(in: some) and o.unit = \(unit) and o.ended_at is null
                    and (p.to_on is null or p.to_on >= \(day))
                order by o.part, o.id
                """)
        }.map { row in
            let word: String = try row["part"]
            guard let part = Owner.Part(rawValue: word) else {
                throw StorageError.unexpectedShape("owner as \(word)")
            }
            return Owner(
                obligation: try row["obligation"], unit: try row["unit"], part: part, post: try row["post"],
                moment: try row["moment"])
        }
    }

    /// Names a post; the one before it in that part answers no more.
    static func name(_ post: PostID, _ part: Owner.Part, of obligations: [ObligationID], at unit: UnitID, in act: Act)
        throws
    {
        try end(part, of: obligations, at: unit, in: act)
        for id in obligations {
            try act.db.execute(
                """
                insert into owner (id, obligation, unit, part, post, person, moment)
                values (\(act.newID(Owner.self)), \(id), \(unit), \(part.rawValue), \(post), \(try act.person()),
                    \(act.moment))
                """)
        }
    }

    static func end(_ part: Owner.Part, of obligations: [ObligationID], at unit: UnitID, in act: Act) throws {
        for some in obligations.boundLists {
            try act.db.execute(
                """
                update owner set ended_at = \(act.moment)
                where obligation \(in: some) and unit = \(unit) and part = \(part.rawValue) and ended_at is null
                """)
        }
    }

    /// The post has seen that it owns them.
    static func told(_ post: PostID, of obligations: [ObligationID], at unit: UnitID, in act: Act) throws {
        for some in obligations.boundLists {
            try act.db.execute(
                """
                update owner set told_at = \(act.moment)
                where obligation \(in: some) and unit = \(unit) and post = \(post) and ended_at is null
                    and told_at is null
                """)
        }
    }
}
