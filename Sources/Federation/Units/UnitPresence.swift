package import Storage

extension UnitStore {
    /// Those of these units in which nobody holds a post on that day, so that nobody there can open or sign anything; what
    /// happens there is told by telephone or on paper, and others write it down.
    /// - Parameter day: ISO.
    package static func notOnMuster(
        _ units: some Collection<UnitID>, on day: String, in db: any Transaction
    ) throws -> Set<UnitID> {
        var absent = Set(units)
        for some in Array(absent).boundLists {
            for row in try db.query(
                """
                select distinct unit from post
                where unit \(in: some) and from_on <= \(day) and (to_on is null or to_on >= \(day))
                """)
            {
                absent.remove(try row["unit"])
            }
        }
        return absent
    }
}
