package import Storage

/// Files that exist: what was never kept is not found here.
package enum BlobStore {
    private static let columns: SQL =
        """
        blob.id, blob.owner, blob.purpose, blob.audience, blob.name, blob.media_type, blob.size, blob.digest,
        blob.created_at, blob.expires_at
        """

    /// - Parameter now: a file whose time is over is not there, even before it is destroyed.
    package static func find(_ id: BlobID, at now: Moment, in db: any Transaction) throws -> Blob? {
        try db.first(
            """
            select \(columns) from blob
            where id = \(id) and digest is not null and (expires_at is null or expires_at > \(now))
            """
        ).map(blob)
    }

    /// A file that this actor may read by its audience or by a grant.
    /// - Throws: `AccessRefusal.notFound`, the same for a file that does not exist.
    package static func require(_ id: BlobID, for actor: Actor, at now: Moment, in db: any Transaction) throws -> Blob {
        guard let blob = try find(id, at: now, in: db), try mayRead(blob, actor, in: db) else {
            throw AccessRefusal.notFound
        }
        return blob
    }

    private static func mayRead(_ blob: Blob, _ actor: Actor, in db: any Transaction) throws -> Bool {
        if try Access.allows(.blobRead, for: actor, at: blob.owner, in: db) { return true }
        guard let unit = actor.unit else { return false }
        switch blob.audience {
        case .owner: return false
        case .branch:
            return try db.first(
                """
                select 1 as one from unit low join unit top on top.id = \(blob.owner)
                where low.id = \(unit) and low.path >= top.path and low.path < top.path || '~'
                """) != nil
        case .federation: return true
        }
    }

    /// A unit's files for one purpose, newest first.
    /// - Parameter last: the last one shown, for the next page.
    package static func blobs(
        of owner: UnitID, purpose: BlobPurpose, before last: BlobID? = nil, limit: Int, at now: Moment,
        in db: any Transaction
    ) throws -> [Blob] {
        try db.query(
            """
            select \(columns) from blob
            where owner = \(owner) and purpose = \(purpose) and digest is not null and id < \(last?.raw ?? .max)
                and (expires_at is null or expires_at > \(now))
            order by id desc limit \(limit)
            """
        ).map(blob)
    }

    /// One piece, from 0; every piece but the last has `Blob.pieceSize` bytes.
    package static func piece(_ place: Int, of blob: BlobID, in db: any Transaction) throws -> [UInt8]? {
        try db.scalar("select bytes from blob_chunk where blob = \(blob) and place = \(place)")
    }

    /// A file that was to be destroyed stays, because what it belongs to stays.
    package static func keepForGood(_ blob: BlobID, in act: Act) throws {
        try act.db.execute("update blob set expires_at = null where id = \(blob) and digest is not null")
    }

    /// Nobody finds the file from now on, and its bytes are destroyed at the next round.
    package static func expire(_ blob: BlobID, in act: Act) throws {
        try act.db.execute("update blob set expires_at = \(act.moment) where id = \(blob)")
    }

    private static func blob(_ row: Row) throws -> Blob {
        Blob(
            id: try row["id"], owner: try row["owner"], purpose: try row["purpose"], audience: try row["audience"],
            name: try row["name"], mediaType: try row["media_type"], size: try row["size"], digest: try row["digest"],
            createdAt: try row["created_at"], expiresAt: try row["expires_at"])
    }
}

/// A file's bytes, or a range of them, a piece at a time; each piece is a short read of its own.
package struct BlobReader: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    private let engine: any Engine
    private let blob: BlobID
    private let range: Range<Int>

    /// - Parameter range: bytes; what lies beyond the file's end is left out.
    package init(federation: OpenFederation, blob: Blob, range: Range<Int>? = nil) {
        engine = federation.engine
        self.blob = blob.id
        self.range = (range ?? 0..<blob.size).clamped(to: 0..<blob.size)
    }

    package func makeAsyncIterator() -> Iterator { Iterator(engine: engine, blob: blob, rest: range) }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let engine: any Engine
        fileprivate let blob: BlobID
        fileprivate var rest: Range<Int>

        /// - Throws: `BlobRefusal.uploadGone` where the file was destroyed meanwhile.
        package mutating func next() async throws -> [UInt8]? {
            guard !rest.isEmpty else { return nil }
            let (blob, place) = (blob, rest.lowerBound / Blob.pieceSize)
            guard let piece = try await engine.read({ try BlobStore.piece(place, of: blob, in: $0) }) else {
                throw BlobRefusal.uploadGone
            }
            let start = place * Blob.pieceSize
            let wanted = rest.clamped(to: start..<start + piece.count)
            guard !wanted.isEmpty else { throw BlobRefusal.uploadGone }
            rest = wanted.upperBound..<rest.upperBound
            return Array(piece[wanted.lowerBound - start..<wanted.upperBound - start])
        }
    }
}
