package import Federation
package import Storage

package enum AdditionStore {
    static func insert(_ addition: Addition, in db: any Transaction) throws {
        try db.execute(
            """
            insert into obligation_addition (id, obligation, unit, kind, value, due_at, reason, person, post, moment)
            values (\(addition.id), \(addition.obligation), \(addition.unit), \(addition.kind.rawValue),
                \(addition.value), \(addition.dueAt), \(addition.reason), \(addition.person), \(addition.post),
                \(addition.moment))
            """)
    }

    /// A unit's earlier word of the same kind no longer holds.
    static func end(_ kind: Addition.Kind, of obligations: [ObligationID], by unit: UnitID, in act: Act) throws {
        for some in obligations.boundLists {
            try act.db.execute(
                """
                update obligation_addition set ended_at = \(act.moment)
                where obligation \(in: some) and unit = \(unit) and kind = \(kind.rawValue) and ended_at is null
                """)
        }
    }

    /// What these units have added and still holds, in the order it was said.
    package static func additions(
        to obligations: [ObligationID], by units: [UnitID], in db: any Transaction
    ) throws -> [Addition] {
        try obligations.boundLists.flatMap { some in
            try db.query(
                """
                select id, obligation, unit, kind, value, due_at, reason, person, post, moment
                from obligation_addition
                where obligation \(in: some) and unit \(in: units) and ended_at is null
                order by moment, id
                """)
        }.map { row in
            let word: String = try row["kind"]
            guard let kind = Addition.Kind(rawValue: word) else {
                throw StorageError.unexpectedShape("addition of kind \(word)")
            }
            return Addition(
                id: try row["id"], obligation: try row["obligation"], unit: try row["unit"], kind: kind,
                value: try row["value"], dueAt: try row["due_at"], reason: try row["reason"],
                person: try row["person"], post: try row["post"], moment: try row["moment"])
        }
    }
}
