package import Storage

package enum SealStore {
    private static let columns: SQL = "number, entries, root, previous, key_id, signature, moment, digest"

    /// The newest seal; nil where nothing was sealed yet.
    package static func last(in db: any Transaction) throws -> Seal? {
        try db.first("select \(columns) from seal order by number desc limit 1").map(seal)
    }

    /// What a report prints.
    package static func head(in db: any Transaction) throws -> SealHead? { try last(in: db)?.head }

    package static func find(_ number: Int64, in db: any Transaction) throws -> Seal? {
        try db.first("select \(columns) from seal where number = \(number)").map(seal)
    }

    /// Seals, the newest first.
    /// - Parameter last: the number of the last one shown, for the next page.
    package static func seals(before last: Int64? = nil, limit: Int, in db: any Transaction) throws -> [Seal] {
        try db.query(
            """
            select \(columns) from seal where number < \(last ?? .max) order by number desc limit \(limit)
            """
        ).map(seal)
    }

    package static func countUnsealed(in db: any Transaction) throws -> Int {
        try db.scalar("select count(*) as entries from journal where seal is null") ?? 0
    }

    /// Seals after a number, the oldest first, with the digest that is stored beside them.
    static func page(
        after number: Int64, limit: Int, in db: any Transaction
    ) throws -> [(seal: Seal, storedDigest: [UInt8])] {
        try db.query(
            "select \(columns) from seal where number > \(number) order by number limit \(limit)"
        ).map { (try seal($0), try $0["digest"]) }
    }

    static func insert(_ seal: Seal, in db: any Transaction) throws {
        try db.execute(
            """
            insert into seal (number, entries, root, previous, digest, key_id, signature, moment)
            values (\(seal.number), \(seal.entries), \(seal.root), \(seal.previous), \(seal.digest), \(seal.keyID),
                \(seal.signature), \(seal.moment))
            """)
    }

    private static func seal(_ row: Row) throws -> Seal {
        Seal(
            number: try row["number"], entries: try row["entries"], root: try row["root"],
            previous: try row["previous"], keyID: try row["key_id"], signature: try row["signature"],
            moment: try row["moment"])
    }
}
