package import Storage

/// Checks the whole journal: columns against bytes, bytes against digests, roots, chain and signatures.
///
/// Reads in pages, each a snapshot of its own, so that it neither fills the memory nor holds the database up; entries are
/// never changed, so what was read stays true. What is sealed while it runs is left to the next run. Stretches of the
/// sealed journal are checked side by side, and what each one found is taken in the order of the journal, so that the
/// first break is the same whoever comes to it first.
package struct JournalVerification: Sendable {
    /// Stretches that are checked at the same time: one for each connection.
    private static let sideBySide = EngineOptions.forReading.connections

    private let engine: any ReadEngine
    private let keys: [String: SealPublicKey]
    private let entriesPerPage: Int

    /// - Parameters:
    ///   - keys: every public key that ever sealed this journal.
    ///   - entriesPerPage: few enough that a page is still near the processor when it is checked.
    package init(engine: any ReadEngine, keys: [SealPublicKey], entriesPerPage: Int = 1_000) {
        precondition(entriesPerPage > 0, "a page without entries would be read for ever")
        self.engine = engine
        self.keys = Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.entriesPerPage = entriesPerPage
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
        } catch let found as JournalStretch.Found {
            report.firstBreak = found.what
        }
        return report
    }

    // MARK: Sealed

    private func checkSeals(
        _ heads: [SealHead], _ report: inout JournalReport, _ progress: @Sendable (Int) -> Void
    ) async throws {
        // One snapshot tells how far the seals go, and whether entries lie under a seal beyond.
        let (last, beyond) = try await engine.read { db -> (Int64, Int64?) in
            let last = try SealStore.last(in: db)?.number ?? 0
            let below: Int64? = try db.scalar("select seal from journal where seal < 1 order by seal limit 1")
            let above: Int64? = try db.scalar("select seal from journal where seal > \(last) order by seal limit 1")
            return (last, below ?? above)
        }
        try await eachStretch(upTo: last, heads) { stretch in
            report.seals += stretch.seals
            report.entriesSealed += stretch.entriesSealed
            report.head = stretch.head ?? report.head
            if let found = stretch.firstBreak { throw JournalStretch.Found(what: found) }
            progress(report.entriesSealed)
        }
        if let beyond { throw JournalStretch.Found(what: .sealMissing(seal: beyond)) }
        if let head = heads.max(by: { $0.number < $1.number }), head.number > last {
            throw JournalStretch.Found(what: .tailMissing(head: head, last: last))
        }
    }

    /// Checks stretches side by side and hands over what they found one after the other, in their order.
    private func eachStretch(
        upTo last: Int64, _ heads: [SealHead], _ take: (JournalReport) throws -> Void
    ) async throws {
        var waiting = stride(from: 1, through: last, by: Int(JournalStretch.sealsMax)).lazy.map { first in
            JournalStretch(
                engine: engine, keys: keys, heads: heads,
                numbers: first...min(first + JournalStretch.sealsMax - 1, last), entriesPerPage: entriesPerPage)
        }.makeIterator()
        // By the first number. A failure waits for its turn too: a break in front of it is what must be named.
        var finished: [Int64: JournalStretch.Outcome] = [:]
        var next: Int64 = 1
        try await withThrowingTaskGroup(of: JournalStretch.Outcome.self) { group in
            for _ in 0..<Self.sideBySide {
                guard let stretch = waiting.next() else { break }
                group.addTask { await stretch.outcome() }
            }
            // Whatever is thrown here cancels the stretches behind it.
            while let outcome = try await group.next() {
                if let stretch = waiting.next() { group.addTask { await stretch.outcome() } }
                finished[outcome.numbers.lowerBound] = outcome
                while let outcome = finished.removeValue(forKey: next) {
                    try take(try outcome.found.get())
                    next = outcome.numbers.upperBound + 1
                }
            }
        }
    }

    // MARK: Not yet sealed

    private func checkUnsealed(_ report: inout JournalReport, _ progress: @Sendable (Int) -> Void) async throws {
        var end: (moment: Moment, id: ActID)?
        repeat {
            let page = try await engine.read { [end, entriesPerPage] in
                try UnsealedPage(after: end, limit: entriesPerPage, in: $0)
            }
            if let found = page.firstBreak { throw JournalStretch.Found(what: found) }
            if report.oldestUnsealed == nil { report.oldestUnsealed = page.oldest }
            report.entriesUnsealed += page.entries
            if page.entries > 0 { progress(report.entriesSealed + report.entriesUnsealed) }
            end = page.entries < entriesPerPage ? nil : page.end
        } while end != nil
    }
}

/// Some entries that no seal covers yet, the oldest first, checked where they are read.
private struct UnsealedPage: Sendable {
    private(set) var entries = 0
    private(set) var oldest: Moment?
    private(set) var end: (moment: Moment, id: ActID)?
    private(set) var firstBreak: JournalBreak?

    init(after start: (moment: Moment, id: ActID)?, limit: Int, in db: any Transaction) throws {
        let after: SQL =
            if let start {
                "and (moment > \(start.moment) or moment = \(start.moment) and id > \(start.id))"
            } else {
                ""
            }
        var canonical = CanonicalBytes(tag: JournalEntry.tag)
        try db.scan(
            """
            select \(StoredEntry.columns) from journal where seal is null \(after)
            order by moment, id limit \(limit)
            """
        ) { row in
            // Nothing behind a break is looked at.
            guard firstBreak == nil else { return }
            let stored = try StoredEntry(row)
            firstBreak = stored.firstBreak(by: &canonical)
            entries += 1
            oldest = oldest ?? stored.moment
            end = (stored.moment, stored.id)
        }
    }
}
