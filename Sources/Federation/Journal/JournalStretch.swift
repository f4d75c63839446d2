import Storage

/// Some seals in a row and all that lies under them: what one reader checks while others check other stretches.
///
/// Needs of the rest of the journal only the seal before its first one, so that stretches are checked in any order and at
/// the same time; what is wrong in front of it is found by the stretch that lies there.
struct JournalStretch: Sendable {
    /// Seals a stretch holds at most: few enough that several readers end at about the same time, and enough that a
    /// journal of small seals is not read in small pieces.
    static let sealsMax: Int64 = 8

    /// A first break, thrown out of the pages.
    struct Found: Error { let what: JournalBreak }

    let engine: any ReadEngine
    let keys: [String: SealPublicKey]
    /// Heads known from printed reports.
    let heads: [SealHead]
    /// The numbers of its seals.
    let numbers: ClosedRange<Int64>
    let entriesPerPage: Int

    /// What a stretch turned out to be: seals and entries that hold, counted up to the first break.
    struct Outcome: Sendable {
        let numbers: ClosedRange<Int64>
        let found: Result<JournalReport, any Error>
    }

    func outcome() async -> Outcome {
        var report = JournalReport()
        do {
            try await check(&report)
        } catch let found as Found {
            report.firstBreak = found.what
        } catch {
            return Outcome(numbers: numbers, found: .failure(error))
        }
        return Outcome(numbers: numbers, found: .success(report))
    }

    private func check(_ report: inout JournalReport) async throws {
        let (before, page) = try await engine.read { [numbers] db in
            let first = numbers.lowerBound
            let before = first > 1 ? try SealStore.find(first - 1, in: db) : nil
            return (before, try SealStore.page(after: first - 1, limit: numbers.count, in: db))
        }
        var entries = SealedEntries(engine: engine, seals: numbers, pageSize: entriesPerPage)
        var previous = before?.digest ?? Seal.beginning
        var seals = page.makeIterator()
        for number in numbers {
            guard let (seal, storedDigest) = seals.next(), seal.number == number else {
                throw Found(what: .sealMissing(seal: number))
            }
            try checkItself(seal, storedDigest, after: previous)
            try Self.check(try await entries.tally(under: number), against: seal)
            previous = storedDigest
            report.seals += 1
            report.entriesSealed += seal.entries
            report.head = SealHead(number: number, digest: storedDigest)
            for head in heads where head.number == number && head.digest != storedDigest {
                throw Found(what: .headDiffers(head: head))
            }
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

    private static func check(_ found: SealedEntries.Tally, against seal: Seal) throws {
        if let first = found.firstBreak { throw Found(what: first) }
        // A missing entry shifts the places of the rest, so the count is told first.
        guard found.tree.count == seal.entries else {
            throw Found(what: .entriesDiffer(seal: seal.number, expected: seal.entries, found: found.tree.count))
        }
        if let entry = found.firstMisplaced { throw Found(what: .placeDiffers(entry: entry, seal: seal.number)) }
        guard found.tree.root == seal.root else { throw Found(what: .rootDiffers(seal: seal.number)) }
    }
}
