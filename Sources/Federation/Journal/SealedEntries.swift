import Storage

/// The entries under some seals, read a page at a time and checked where they are read; what is kept of them is a tally of
/// each seal.
struct SealedEntries {
    /// What lies under one seal.
    struct Tally: Sendable {
        let seal: Int64
        /// Over the digests of the entries that were found, in the order of their places.
        fileprivate(set) var tree = MerkleTree()
        /// The first entry that stands at another place than it should.
        fileprivate(set) var firstMisplaced: ActID?
        /// What is wrong with the first entry that is not what was written; those behind it were not looked at.
        fileprivate(set) var firstBreak: JournalBreak?

        fileprivate init(_ seal: Int64) { self.seal = seal }

        fileprivate mutating func add(_ stored: StoredEntry, at place: Int64, _ canonical: inout CanonicalBytes) {
            firstBreak = stored.firstBreak(by: &canonical)
            guard firstBreak == nil else { return }
            if place != Int64(tree.count), firstMisplaced == nil { firstMisplaced = stored.id }
            tree.append(stored.digest)
        }
    }

    /// Where an entry stands. Its id is the last word between entries that somebody put at the same place.
    private struct Position: Sendable {
        var seal: Int64
        var place: Int64
        var id: ActID
    }

    private struct Page: Sendable {
        /// By seal; the last one may go on on the next page.
        var tallies: [Tally]
        /// The last entry that was read; nil where none behind it needs to be.
        var end: Position?
    }

    private let engine: any ReadEngine
    private let last: Int64
    private let pageSize: Int
    private var page: Page

    init(engine: any ReadEngine, seals: ClosedRange<Int64>, pageSize: Int) {
        self.engine = engine
        self.pageSize = pageSize
        last = seals.upperBound
        page = Page(tallies: [], end: Position(seal: seals.lowerBound - 1, place: .max, id: ActID(.max)))
    }

    /// What lies under this seal; seals are asked for in their order.
    mutating func tally(under seal: Int64) async throws -> Tally {
        while let end = page.end, end.seal <= seal {
            try Task.checkCancellation()
            let (open, last, pageSize) = (page.tallies.last, last, pageSize)
            page = try await engine.read {
                try Self.page(after: end, upTo: last, limit: pageSize, continuing: open, in: $0)
            }
        }
        return page.tallies.first { $0.seal == seal } ?? Tally(seal)
    }

    private static func page(
        after start: Position, upTo last: Int64, limit: Int, continuing open: Tally?, in db: any Transaction
    ) throws -> Page {
        var tallies = open.map { [$0] } ?? []
        var canonical = CanonicalBytes(tag: JournalEntry.tag)
        var (rows, end): (Int, Position?) = (0, nil)
        // An entry without a place is not found here, and so is missed in the count.
        try db.scan(
            """
            select \(StoredEntry.columns) from journal
            where seal is not null and place is not null and seal <= \(last)
                and (seal, place, id) > (\(start.seal), \(start.place), \(start.id))
            order by seal, place, id limit \(limit)
            """
        ) { row in
            // Nothing behind a break is looked at.
            guard tallies.last?.firstBreak == nil else { return }
            let stored = try StoredEntry(row)
            guard let seal = stored.seal, let place = stored.place else { return }
            if tallies.last?.seal != seal { tallies.append(Tally(seal)) }
            tallies[tallies.count - 1].add(stored, at: place, &canonical)
            rows += 1
            end = Position(seal: seal, place: place, id: stored.id)
        }
        return Page(tallies: tallies, end: rows < limit || tallies.last?.firstBreak != nil ? nil : end)
    }
}
