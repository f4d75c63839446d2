import Storage

/// Moves entries of the open journal under a seal. Sealing is no act: it says nothing new, it fixes what was said.
package struct Sealer: Sendable {
    /// Entries one seal holds at most.
    package static let entriesMax = 10_000

    private let engine: any Engine
    private let clock: any Clock
    private let key: SealKey
    private let entriesMax: Int

    /// - Parameter entriesMax: how many entries one transaction moves: fewer hold SQLite's only writer for less long.
    package init(federation: OpenFederation, key: SealKey, entriesMax: Int = 1_000) {
        precondition((1...Self.entriesMax).contains(entriesMax), "a seal holds 1 to 10,000 entries")
        engine = federation.engine
        clock = federation.clock
        self.key = key
        self.entriesMax = entriesMax
    }

    /// Seals one batch, the oldest entries first.
    /// - Returns: the seal; nil where nothing is open.
    package func sealBatch() async throws -> Seal? {
        // Most seconds of most nights have nothing to seal: find that out without the writer.
        guard try await engine.read({ try $0.first("select 1 as one from journal where seal is null limit 1") }) != nil
        else { return nil }
        return try await engine.write { db in try seal(in: db) }
    }

    /// Seals until nothing is open.
    /// - Returns: how many entries were sealed.
    @discardableResult package func sealAll() async throws -> Int {
        var entries = 0
        while let seal = try await sealBatch() { entries += seal.entries }
        return entries
    }

    private func seal(in db: any Transaction) throws -> Seal? {
        let open = try db.query(
            "select id, digest from journal where seal is null order by moment, id limit \(entriesMax)")
        guard !open.isEmpty else { return nil }
        let last = try SealStore.last(in: db)
        var tree = MerkleTree()
        for row in open { tree.append(try row["digest"]) }
        var seal = Seal(
            number: (last?.number ?? 0) + 1, entries: open.count, root: tree.root,
            previous: last?.digest ?? Seal.beginning, keyID: key.id, signature: [], moment: clock.now())
        seal.signature = try key.signature(over: seal.bytes)
        try SealStore.insert(seal, in: db)
        try db.bulkUpdate(
            "journal", key: .int("id"), set: [.int("seal"), .int("place")],
            rows: open.enumerated().map { place, row in
                let id: ActID = try row["id"]
                return [id.columnValue, seal.number.columnValue, place.columnValue]
            })
        return seal
    }
}
