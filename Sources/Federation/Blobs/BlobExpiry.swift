import Storage

/// Destroys files whose time is over, and uploads that nobody kept. The day was fixed by the act that stored the file, so
/// carrying it out is no act of its own.
package enum BlobExpiry {
    /// Pieces destroyed in one transaction, so that SQLite's only writer is not held long.
    private static let piecesMax = 16

    /// - Returns: how many files were destroyed.
    @discardableResult package static func run(in federation: OpenFederation) async throws -> Int {
        let now = federation.clock.now()
        var destroyed = 0
        while let blob = try await federation.read({ try next(at: now, in: $0) }) {
            while try await federation.engine.write({ try destroyPieces(of: blob, in: $0) }) {}
            destroyed += try await federation.engine.write { db in
                try db.execute("delete from blob where id = \(blob)")
            }
        }
        return destroyed
    }

    private static func next(at now: Moment, in db: any Transaction) throws -> BlobID? {
        try db.scalar("select id from blob where expires_at <= \(now) order by expires_at, id limit 1")
    }

    /// - Returns: whether there may be more.
    private static func destroyPieces(of blob: BlobID, in db: any Transaction) throws -> Bool {
        try db.execute(
            """
            delete from blob_chunk where blob = \(blob) and place in (
                select place from blob_chunk where blob = \(blob) order by place limit \(piecesMax))
            """) == piecesMax
    }
}
