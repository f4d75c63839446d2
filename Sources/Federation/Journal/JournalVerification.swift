import Crypto
package import Storage

/// Checks the whole journal: columns against bytes, bytes against digests, roots, chain and signatures.
///
/// Reads in pages, each a snapshot of its own, so that it neither fills the memory nor holds the database up; entries are
/// never changed, so what was read stays true. What is sealed while it runs is left to the next run.
package struct JournalVerification: Sendable {
    private static let entriesPerPage = 2_000
    private static let sealsPerPage = 500

    private let engine: any ReadEngine
    private let keys: [String: SealPublicKey]

    /// - Parameter keys: every public key that ever sealed this journal.
    package init(engine: any ReadEngine, keys: [SealPublicKey]) {
        self.engine = engine
        self.keys = Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - heads: heads known from printed reports; each must still be there.
    ///   - progress: told the number of entries checked, after each page.
    package func run(
        heads: [SealHead] = [], progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> JournalReport {
        var report = JournalReport()
        do {
            try await checkSeals(heads, &report, progress)
            try await checkUnsealed(&report, progress)
        } catch let found as Found {
            report.firstBreak = found.what
        }
        return report
    }

    /// Carries a break out of the pages.
    private struct Found: Error { let what: JournalBreak }

    // MARK: Sealed

    private func checkSeals(
        _ heads: [SealHead], _ report: inout JournalReport, _ progress: @Sendable (Int) -> Void
    ) async throws {
        // One snapshot tells how far the seals go, and whether entries lie under a seal beyond.
        let (last, beyond) = try await engine.read { db -> (Int64, Int64?) in
            let last = try SealStore.last(in: db)?.number ?? 0
            let beyond: Int64? = try db.scalar(
                """
                select seal from journal where seal is not null and (seal > \(last) or seal < 1)
                order by seal, place limit 1
                """)
            return (last, beyond)
        }
        var entries = Entries(engine: engine, upTo: last, pageSize: Self.entriesPerPage)
        var previous = Seal.beginning
        var number: Int64 = 0
        while number < last {
            let after = number
            let page = try await engine.read { try SealStore.page(after: after, limit: Self.sealsPerPage, in: $0) }
            guard !page.isEmpty else { throw Found(what: .sealMissing(seal: number + 1)) }
            for (seal, storedDigest) in page where seal.number <= last {
                number += 1
                guard seal.number == number else { throw Found(what: .sealMissing(seal: number)) }
                try checkItself(seal, storedDigest, after: previous)
                try await checkEntries(of: seal, &entries)
                previous = seal.digest
                report.seals += 1
                report.entriesSealed += seal.entries
                report.head = seal.head
                for head in heads where head.number == number && head.digest != previous {
                    throw Found(what: .headDiffers(head: head))
                }
            }
            progress(report.entriesSealed)
        }
        if let beyond { throw Found(what: .sealMissing(seal: beyond)) }
        if let head = heads.max(by: { $0.number < $1.number }), head.number > last {
            throw Found(what: .tailMissing(head: head, last: last))
        }
    }

    private func checkItself(_ seal: Seal, _ storedDigest: [UInt8], after previous: [UInt8]) throws {
        guard seal.digest == storedDigest else { throw Found(what: .sealDiffers(seal: seal.number)) }
        guard seal.previous == previous else { throw Found(what: .chainBroken(seal: seal.number)) }
        guard let key = keys[seal.keyID] else {
            throw Found(what: .keyUnknown(seal: seal.number, keyID: seal.keyID))
        }
        guard key.verifies(seal.signature, over: seal.bytes) else {
            throw Found(what: .signatureForged(seal: seal.number))
        }
    }

    private func checkEntries(of seal: Seal, _ entries: inout Entries) async throws {
        var tree = MerkleTree()
        var firstMisplaced: ActID?
        while let (entry, place) = try await entries.next(under: seal.number) {
            try Self.check(entry)
            if place != Int64(tree.count), firstMisplaced == nil { firstMisplaced = entry.entry.id }
            tree.append(entry.digest)
        }
        // A missing entry shifts the places of the rest, so the count is told first.
        guard tree.count == seal.entries else {
            throw Found(what: .entriesDiffer(seal: seal.number, expected: seal.entries, found: tree.count))
        }
        if let firstMisplaced { throw Found(what: .placeDiffers(entry: firstMisplaced, seal: seal.number)) }
        guard tree.root == seal.root else { throw Found(what: .rootDiffers(seal: seal.number)) }
    }

    private static func check(_ stored: StoredEntry) throws {
        let bytes = stored.entry.bytes(outcome: stored.outcome, like: stored.bytes)
        guard bytes == stored.bytes else { throw Found(what: .columnsDiffer(entry: stored.entry.id)) }
        guard Array(SHA256.hash(data: stored.bytes)) == stored.digest else {
            throw Found(what: .digestDiffers(entry: stored.entry.id))
        }
    }

    // MARK: Not yet sealed

    private func checkUnsealed(_ report: inout JournalReport, _ progress: @Sendable (Int) -> Void) async throws {
        var last: (moment: Moment, id: ActID)?
        while true {
            let start = last
            let page = try await engine.read { db in
                let after: SQL =
                    if let start {
                        "and (moment > \(start.moment) or moment = \(start.moment) and id > \(start.id))"
                    } else {
                        ""
                    }
                return try db.query(
                    """
                    select \(StoredEntry.columns) from journal where seal is null \(after)
                    order by moment, id limit \(Self.entriesPerPage)
                    """
                ).map(StoredEntry.init)
            }
            guard let end = page.last else { return }
            for stored in page { try Self.check(stored) }
            if report.oldestUnsealed == nil { report.oldestUnsealed = page.first?.entry.moment }
            report.entriesUnsealed += page.count
            last = (end.entry.moment, end.entry.id)
            progress(report.entriesSealed + report.entriesUnsealed)
        }
    }
}

/// An entry as its columns tell it, with the bytes and the digest that stand beside them.
private struct StoredEntry: Sendable {
    static let columns: SQL = JournalStore.columns + ", outcome"

    let entry: JournalEntry
    let outcome: String
    let bytes: [UInt8]
    let digest: [UInt8]

    init(_ row: Row) throws {
        entry = try JournalStore.entry(row)
        outcome = try row["outcome"]
        bytes = try row["bytes"]
        digest = try row["digest"]
    }
}

/// Sealed entries in the order of their seals and places, a page at a time.
private struct Entries {
    private let engine: any ReadEngine
    private let upTo: Int64
    private let pageSize: Int
    private var page: ArraySlice<(entry: StoredEntry, seal: Int64, place: Int64)> = []
    private var last: (seal: Int64, place: Int64) = (0, .max)
    private var isAtEnd = false

    init(engine: any ReadEngine, upTo: Int64, pageSize: Int) {
        self.engine = engine
        self.upTo = upTo
        self.pageSize = pageSize
    }

    /// The next entry under this seal; nil where the next one lies under another, or there is none.
    mutating func next(under seal: Int64) async throws -> (entry: StoredEntry, place: Int64)? {
        if page.isEmpty { try await turn() }
        guard let first = page.first, first.seal == seal else { return nil }
        page.removeFirst()
        return (first.entry, first.place)
    }

    private mutating func turn() async throws {
        guard !isAtEnd else { return }
        let (last, upTo, pageSize) = (last, upTo, pageSize)
        page = try await engine.read { db in
            // An entry without a place is not found here, and so is missed in the count.
            try db.query(
                """
                select \(StoredEntry.columns) from journal
                where seal is not null and place is not null and (seal, place) > (\(last.seal), \(last.place))
                    and seal <= \(upTo)
                order by seal, place limit \(pageSize)
                """
            ).map { (try StoredEntry($0), try $0["seal"], try $0["place"]) }[...]
        }
        isAtEnd = page.count < pageSize
        if let end = page.last { self.last = (end.seal, end.place) }
    }
}
