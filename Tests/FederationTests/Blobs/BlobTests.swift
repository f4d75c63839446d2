import Crypto
import Federation
import MusterTesting
import Storage
import Testing

@Suite struct BlobTests {
    private static let attachment = BlobPurpose("notice.attachment")

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }

    @Test(arguments: ["", "a/b.pdf", "a\\b.pdf", "a\u{0}b", String(repeating: "长", count: 201)])
    func anUnusableNameIsRefused(_ name: String) {
        #expect(throws: BlobRefusal.nameUnusable) {
            try BlobDraft(owner: UnitID(1), purpose: Self.attachment, name: name, mediaType: "application/pdf")
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatIsTooLargeIsRefused(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let draft = try ground.draft()
            await #expect(throws: BlobRefusal.tooLarge) {
                try await ground.act(.blobStore) { act in
                    try act.store(draft, bytes: repeatElement(0, count: Blob.sizeMax + 1)).size
                }
            }
            var writer = try await ground.federation.beginBlob(draft)
            try await ground.federation.append([1], to: &writer)
            let rest = [UInt8](repeating: 1, count: Blob.sizeMax)
            await #expect(throws: BlobRefusal.tooLarge) { try await ground.federation.append(rest, to: &writer) }
        }
    }

    @Test(
        arguments: TestDatabase.dialects,
        [0, 1, Blob.pieceSize - 1, Blob.pieceSize, Blob.pieceSize + 1, 2 * Blob.pieceSize + 77])
    func bytesComeBackAsTheyWentIn(_ dialect: Dialect, _ size: Int) async throws {
        try await Ground.with(dialect) { ground in
            let bytes = Self.bytes(size)
            let draft = try ground.draft()
            let within = try await ground.kept { try $0.store(draft, bytes: bytes) }

            var writer = try await ground.federation.beginBlob(draft)
            for start in stride(from: 0, to: size, by: 300_007) {
                try await ground.federation.append(Array(bytes[start..<min(start + 300_007, size)]), to: &writer)
            }
            let whole = try await ground.federation.finish(writer)
            // Until an act keeps it, it is not there.
            let now = ground.clock.now()
            #expect(try await ground.federation.read { try BlobStore.find(whole.id, at: now, in: $0) } == nil)
            let over = try await ground.kept { try whole.keep(in: $0) }

            for blob in [within, over] {
                #expect(blob.size == size)
                #expect(blob.digest == Array(SHA256.hash(data: bytes)))
                var read: [UInt8] = []
                for try await piece in BlobReader(federation: ground.federation, blob: blob) { read += piece }
                #expect(read == bytes)
            }
            await #expect(throws: BlobRefusal.uploadGone) { try await ground.kept { try whole.keep(in: $0) } }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aRangeIsReadAcrossPieces(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let bytes = Self.bytes(2 * Blob.pieceSize + 500)
            let draft = try ground.draft()
            let blob = try await ground.kept { try $0.store(draft, bytes: bytes) }
            for range in [
                0..<10, Blob.pieceSize - 3..<Blob.pieceSize + 3, 5..<2 * Blob.pieceSize + 100,
                2 * Blob.pieceSize + 499..<Int.max, Blob.pieceSize..<Blob.pieceSize,
            ] {
                var read: [UInt8] = []
                for try await piece in BlobReader(federation: ground.federation, blob: blob, range: range) {
                    read += piece
                }
                #expect(read == Array(bytes[range.clamped(to: bytes.indices)]))
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func onlyItsAudienceReadsIt(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let minter = ground.federation.minter
            let below: UnitID = minter.mint()
            try await ground.tamper(
                """
                insert into unit (id, origin_installation, origin_id, code, name, kind, level, path, sort_key, created_at)
                values (\(below), 'test', \(below), '410802', '解放区总工会', \(UnitKind.federation),
                    \(UnitLevel.county), '0000100002', '410802', 0)
                """)
            let lower = Actor(person: minter.mint(), post: minter.mint(), unit: below, role: .clerk)
            for audience in BlobAudience.allCases {
                let draft = try ground.draft(audience)
                let blob = try await ground.kept { try $0.store(draft, bytes: [1, 2, 3]) }
                let now = ground.clock.now()
                func mayRead(_ actor: Actor) async throws -> Bool {
                    do {
                        let found = try await ground.federation.read {
                            try BlobStore.require(blob.id, for: actor, at: now, in: $0)
                        }
                        return found == blob
                    } catch AccessRefusal.notFound {
                        return false
                    }
                }
                #expect(try await mayRead(ground.clerk))
                #expect(try await !mayRead(ground.outsider))
                #expect(try await mayRead(lower) == (audience != .owner))
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatIsOverIsDestroyedAndNothingElse(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let day = ground.clock.now().adding(days: 1)
            let (kept, short) = (try ground.draft(), try ground.draft(expiresAt: day))
            let stays = try await ground.kept { try $0.store(kept, bytes: [1]) }
            let goes = try await ground.kept { try $0.store(short, bytes: [UInt8](repeating: 7, count: 18 << 20)) }
            var writer = try await ground.federation.beginBlob(kept)
            try await ground.federation.append(Self.bytes(Blob.pieceSize), to: &writer)
            #expect(try await BlobExpiry.run(in: ground.federation) == 0)

            ground.clock.advance(seconds: 86_400)
            let now = ground.clock.now()
            #expect(try await ground.federation.read { try BlobStore.find(goes.id, at: now, in: $0) } == nil)
            let late = try await ground.federation.finish(writer)
            await #expect(throws: BlobRefusal.uploadGone) { try await ground.kept { try late.keep(in: $0) } }
            #expect(try await BlobExpiry.run(in: ground.federation) == 2)
            let left = try await ground.federation.read { db -> [Int] in
                [
                    try db.scalar("select count(*) as n from blob") ?? -1,
                    try db.scalar("select count(*) as n from blob_chunk") ?? -1,
                ]
            }
            #expect(left == [1, 1])
            #expect(try await ground.federation.read { try BlobStore.find(stays.id, at: now, in: $0) } == stays)
        }
    }
}

extension Ground {
    fileprivate func draft(_ audience: BlobAudience = .owner, expiresAt: Moment? = nil) throws -> BlobDraft {
        try BlobDraft(
            owner: unit, purpose: BlobPurpose("notice.attachment"), audience: audience, name: "附件1.pdf",
            mediaType: "application/pdf", expiresAt: expiresAt)
    }

    /// The file that an act stores or keeps, as it is found afterwards.
    fileprivate func kept(_ body: @escaping @Sendable (Act) throws -> Blob) async throws -> Blob {
        let id = try await act(.blobStore) { try body($0).id }
        let now = clock.now()
        guard let blob = try await federation.read({ try BlobStore.find(id, at: now, in: $0) }) else {
            throw AccessRefusal.notFound
        }
        return blob
    }
}
