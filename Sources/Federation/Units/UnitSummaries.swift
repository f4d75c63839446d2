package import Storage

extension UnitStore {
    /// Working units directly below each of these, on either line. A closed unit keeps its first line, so those that hang
    /// there are counted by the lines alone, less the few that are closed: the lines of a county are hundreds.
    package static func childCounts(of parents: [Unit], in db: any Transaction) throws -> [UnitID: Int] {
        var counts: [UnitID: Int] = [:]
        for some in parents.map(\.id).boundLists {
            for row in try db.query(
                """
                select parent, count(*) as units from unit_link where parent \(in: some) and to_on is null group by parent
                """)
            {
                counts[try row["parent"]] = try row["units"] as Int
            }
        }
        for parent in parents where counts[parent.id] != nil {
            let closed: Int? = try db.scalar(
                """
                select count(*) as units from unit
                where path > \(parent.path) and path < \(parent.path.upperBound) and closed_on is not null
                    and length(path) = \(parent.path.text.utf8.count + TreePath.segmentWidth)
                """)
            counts[parent.id, default: 0] -= closed ?? 0
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
