package import Storage

extension UnitStore {
    /// Working units directly below each of these, on either line.
    package static func childCounts(of parents: [UnitID], in db: any Transaction) throws -> [UnitID: Int] {
        var counts: [UnitID: Int] = [:]
        for some in parents.boundLists {
            for row in try db.query(
                """
                select l.parent, count(*) as units from unit_link l join unit u on u.id = l.unit
                where l.parent in \(list: some) and l.to_on is null and u.closed_on is null group by l.parent
                """)
            {
                counts[try row["parent"]] = try row["units"] as Int
            }
        }
        return counts
    }

    /// The unit that a merged one went into.
    package static func successor(of unit: UnitID, in db: any Transaction) throws -> Unit? {
        let into: UnitID?? = try db.scalar("select merged_into from unit where id = \(unit)", as: UnitID?.self)
        guard let into, let id = into else { return nil }
        return try find(id, in: db)
    }
}
