import Crypto
import Storage

extension Act {
    /// Stores a file whose bytes are at hand, in this act.
    /// - Throws: `BlobRefusal.tooLarge`.
    package func store(_ draft: BlobDraft, bytes: some Sequence<UInt8>) throws -> Blob {
        var writer = BlobWriter(draft, id: newID(), at: moment)
        try writer.begin(in: db)
        try writer.append(bytes, in: db)
        try writer.flush(in: db)
        return try writer.keep(in: self)
    }
}

/// Takes a file's bytes as they come and writes a piece whenever one is full.
///
/// Over several transactions the file does not exist for anyone until an act keeps it; what is never kept is destroyed
/// after a day. A value, so that a transaction that runs again starts from where it started:
///
///     var writer = try await federation.beginBlob(draft)
///     for try await bytes in body { try await federation.append(bytes, to: &writer) }
///     let whole = try await federation.finish(writer)
///     … act { act in let blob = try whole.keep(in: act) … }
package struct BlobWriter: Sendable {
    /// An upload that nobody keeps is destroyed after so long.
    private static let waitsSeconds: Int64 = 86_400

    package let id: BlobID
    private let draft: BlobDraft
    private let createdAt: Moment
    private var hash = SHA256()
    private var waiting: [UInt8] = []
    private var place = 0
    /// Bytes so far.
    package private(set) var size = 0

    init(_ draft: BlobDraft, id: BlobID, at moment: Moment) {
        self.id = id
        self.draft = draft
        createdAt = moment
    }

    func begin(in db: any Transaction) throws {
        try db.execute(
            """
            insert into blob (id, owner, purpose, audience, name, media_type, size, created_at, expires_at)
            values (\(id), \(draft.owner), \(draft.purpose), \(draft.audience), \(draft.name), \(draft.mediaType), 0,
                \(createdAt), \(createdAt.adding(seconds: Self.waitsSeconds)))
            """)
    }

    /// Whether these bytes would fill a piece, so that a transaction is needed.
    fileprivate func isFull(with bytes: [UInt8]) -> Bool { waiting.count + bytes.count >= Blob.pieceSize }

    /// Takes bytes that fill no piece yet.
    fileprivate mutating func takeIn(_ bytes: some Sequence<UInt8>) throws {
        guard size + bytes.underestimatedCount <= Blob.sizeMax else { throw BlobRefusal.tooLarge }
        let before = waiting.count
        waiting.append(contentsOf: bytes)
        size += waiting.count - before
        guard size <= Blob.sizeMax else { throw BlobRefusal.tooLarge }
    }

    /// Takes bytes and writes the pieces that are full.
    mutating func append(_ bytes: some Sequence<UInt8>, in db: any Transaction) throws {
        try takeIn(bytes)
        var start = 0
        while waiting.count - start >= Blob.pieceSize {
            try write(Array(waiting[start..<start + Blob.pieceSize]), in: db)
            start += Blob.pieceSize
        }
        waiting.removeFirst(start)
    }

    /// Writes the last piece.
    mutating func flush(in db: any Transaction) throws {
        guard !waiting.isEmpty else { return }
        try write(waiting, in: db)
        waiting = []
    }

    private mutating func write(_ piece: [UInt8], in db: any Transaction) throws {
        // The clock of the upload may run out while it is still coming in.
        guard try db.execute("update blob set size = \(size) where id = \(id) and digest is null") == 1 else {
            throw BlobRefusal.uploadGone
        }
        try db.execute("insert into blob_chunk (blob, place, bytes) values (\(id), \(place), \(piece))")
        hash.update(data: piece)
        place += 1
    }

    /// Makes the file one that exists, in the act that says what it is for.
    /// - Throws: `BlobRefusal.uploadGone`.
    package func keep(in act: Act) throws -> Blob {
        precondition(waiting.isEmpty, "finish a file before keeping it")
        let digest = Array(hash.finalize())
        let kept = try act.db.execute(
            """
            update blob set digest = \(digest), size = \(size), expires_at = \(draft.expiresAt)
            where id = \(id) and digest is null and expires_at > \(act.moment)
            """)
        guard kept == 1 else { throw BlobRefusal.uploadGone }
        return Blob(
            id: id, owner: draft.owner, purpose: draft.purpose, audience: draft.audience, name: draft.name,
            mediaType: draft.mediaType, size: size, digest: digest, createdAt: createdAt,
            expiresAt: draft.expiresAt)
    }
}

extension OpenFederation {
    /// Begins a file that comes in over several transactions.
    package func beginBlob(_ draft: BlobDraft) async throws -> BlobWriter {
        let writer = BlobWriter(draft, id: minter.mint(), at: clock.now())
        try await engine.write { try writer.begin(in: $0) }
        return writer
    }

    /// Takes the next bytes; a transaction is opened only when a piece is full.
    package func append(_ bytes: [UInt8], to writer: inout BlobWriter) async throws {
        guard writer.isFull(with: bytes) else { return try writer.takeIn(bytes) }
        let before = writer
        writer = try await engine.write { db in
            var after = before
            try after.append(bytes, in: db)
            return after
        }
    }

    /// Writes what is left; the file is whole then and waits to be kept.
    package func finish(_ writer: BlobWriter) async throws -> BlobWriter {
        try await engine.write { db in
            var whole = writer
            try whole.flush(in: db)
            return whole
        }
    }
}
