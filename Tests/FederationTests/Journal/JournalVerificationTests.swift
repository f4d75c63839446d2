import Crypto
import Federation
import MusterTesting
import Storage
import Testing

@Suite struct JournalVerificationTests {
    /// What somebody with the database could do, and what must be said of it.
    struct Tampering: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: @Sendable ([ActID]) -> [SQL]
        let expected: @Sendable ([ActID]) -> JournalBreak
    }

    /// Twelve entries under three seals of four; `ids` in the order of their places.
    static let tamperings: [Tampering] = [
        Tampering(
            testDescription: "a verb", sql: { ["update journal set verb = 'x' where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "a person", sql: { ["update journal set person = 7 where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "a post removed", sql: { ["update journal set post = null where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "a substitution", sql: { ["update journal set substitutes = 1 where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "a unit", sql: { ["update journal set unit = unit + 1 where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "a moment", sql: { ["update journal set moment = moment - 1 where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "what it was done to",
            sql: { ["update journal set subject = subject + 1 where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "the noun of what it was done to",
            sql: { ["update journal set subject_kind = 'notice' where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "a detail", sql: { ["update journal set detail = 'number=9' where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "an outcome", sql: { ["update journal set outcome = '[7]' where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "the bytes",
            sql: { ["update journal set bytes = \([1, 2, 3] as [UInt8]) where id = \($0[5])"] },
            expected: { .columnsDiffer(entry: $0[5]) }),
        Tampering(
            testDescription: "the digest",
            sql: { ["update journal set digest = \([UInt8](repeating: 1, count: 32)) where id = \($0[5])"] },
            expected: { .digestDiffers(entry: $0[5]) }),
        Tampering(
            testDescription: "an entry deleted", sql: { ["delete from journal where id = \($0[5])"] },
            expected: { _ in .entriesDiffer(seal: 2, expected: 4, found: 3) }),
        Tampering(
            testDescription: "an entry hidden by its place",
            sql: { ["update journal set place = null where id = \($0[5])"] },
            expected: { _ in .entriesDiffer(seal: 2, expected: 4, found: 3) }),
        Tampering(
            testDescription: "an entry taken out of its seal",
            sql: { ["update journal set seal = null, place = null where id = \($0[5])"] },
            expected: { _ in .entriesDiffer(seal: 2, expected: 4, found: 3) }),
        Tampering(
            testDescription: "an entry put under another seal",
            sql: { ["update journal set seal = 1, place = 4 where id = \($0[5])"] },
            expected: { _ in .entriesDiffer(seal: 1, expected: 4, found: 5) }),
        Tampering(
            testDescription: "an entry put under a seal that never was",
            sql: { ["update journal set seal = 0 where id = \($0[5])"] },
            expected: { _ in .entriesDiffer(seal: 2, expected: 4, found: 3) }),
        Tampering(
            testDescription: "two entries swapped",
            sql: {
                [
                    "update journal set place = 100 where id = \($0[5])",
                    "update journal set place = 1 where id = \($0[6])",
                    "update journal set place = 2 where id = \($0[5])",
                ]
            },
            expected: { _ in .rootDiffers(seal: 2) }),
        Tampering(
            testDescription: "an entry moved behind the others",
            sql: { ["update journal set place = 9 where id = \($0[5])"] },
            expected: { .placeDiffers(entry: $0[6], seal: 2) }),
        Tampering(
            testDescription: "the first seal deleted", sql: { _ in ["delete from seal where number = 1"] },
            expected: { _ in .sealMissing(seal: 1) }),
        Tampering(
            testDescription: "a seal in the middle deleted", sql: { _ in ["delete from seal where number = 2"] },
            expected: { _ in .sealMissing(seal: 2) }),
        Tampering(
            testDescription: "the last seal deleted", sql: { _ in ["delete from seal where number = 3"] },
            expected: { _ in .sealMissing(seal: 3) }),
        Tampering(
            testDescription: "the seals renumbered",
            sql: { _ in
                [
                    "delete from seal where number = 1", "update seal set number = 1 where number = 2",
                    "update seal set number = 2 where number = 3",
                ]
            },
            expected: { _ in .sealDiffers(seal: 1) }),
        Tampering(
            testDescription: "the moment of a seal",
            sql: { _ in ["update seal set moment = moment + 1 where number = 2"] },
            expected: { _ in .sealDiffers(seal: 2) }),
        Tampering(
            testDescription: "the root of a seal",
            sql: { _ in ["update seal set root = \([UInt8](repeating: 0, count: 32)) where number = 2"] },
            expected: { _ in .sealDiffers(seal: 2) }),
        Tampering(
            testDescription: "the count of a seal", sql: { _ in ["update seal set entries = 5 where number = 2"] },
            expected: { _ in .sealDiffers(seal: 2) }),
        Tampering(
            testDescription: "a forged signature",
            sql: { _ in ["update seal set signature = \([UInt8](repeating: 0, count: 64)) where number = 2"] },
            expected: { _ in .signatureForged(seal: 2) }),
        Tampering(
            testDescription: "a signature borrowed from another seal",
            sql: { _ in ["update seal set signature = (select signature from seal where number = 1) where number = 2"]
            },
            expected: { _ in .signatureForged(seal: 2) }),
    ]

    @Test(arguments: TestDatabase.dialects, tamperings)
    func everyTamperingIsNamed(_ dialect: Dialect, _ tampering: Tampering) async throws {
        try await SealedGround.with(dialect) { sealed in
            let ids = try await sealed.act(times: 12)
            try await sealed.sealer(entriesMax: 4).sealAll()
            #expect(try await sealed.verify().firstBreak == nil)
            for sql in tampering.sql(ids) { #expect(try await sealed.ground.tamper(sql) == 1) }
            let found = try #require(try await sealed.verify().firstBreak)
            #expect(found == tampering.expected(ids))
            // Wherever a page ends: within a seal, and with it.
            for size in [1, 3, 4] { #expect(try await sealed.verify(entriesPerPage: size).firstBreak == found) }
            #expect(found.code.hasPrefix("journal."))
            #expect(!found.sentence.zh.isEmpty && !found.sentence.en.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.dialects) func anEntryOfTheFirstVersionStaysProvable(
        _ dialect: Dialect
    ) async throws {
        try await SealedGround.with(dialect) { sealed in
            try await sealed.ground.layEntries(1)
            let new = try await sealed.act(times: 1)[0]
            try await sealed.sealer().sealAll()
            #expect(try await sealed.verify().firstBreak == nil)
            // Passing an entry of today off as an old one, to take its outcome out of the seal, shows under the seal.
            let entry = try #require(try await sealed.ground.federation.read { try JournalStore.entry(new, in: $0) })
            let old = entry.bytesWithoutOutcome
            try await sealed.ground.tamper(
                """
                update journal set outcome = '[7]', bytes = \(old), digest = \(Array(SHA256.hash(data: old)))
                where id = \(new)
                """)
            #expect(try await sealed.verify().firstBreak == .rootDiffers(seal: 1))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aChangeBeforeTheSealIsNamedToo(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            let ids = try await sealed.act(times: 3)
            try await sealed.ground.tamper("update journal set verb = 'x' where id = \(ids[1])")
            #expect(try await sealed.verify().firstBreak == .columnsDiffer(entry: ids[1]))
            // A seal does not heal it.
            try await sealed.sealer().sealAll()
            #expect(try await sealed.verify().firstBreak == .columnsDiffer(entry: ids[1]))
        }
    }

    @Test(arguments: TestDatabase.dialects) func oneWhoMendsEverythingButTheKeyIsFound(
        _ dialect: Dialect
    ) async throws {
        try await SealedGround.with(dialect) { sealed in
            try await sealed.act(times: 4)
            try await sealed.sealer(entriesMax: 2).sealAll()
            let printed = try await sealed.ground.federation.read { try SealStore.head(in: $0) }
            let head = try #require(printed)
            // The whole journal is written anew, entries, seals and all, with a key of the forger's.
            try await sealed.ground.tamper("delete from journal where place = 0")
            try await sealed.ground.tamper("update journal set seal = null, place = null")
            try await sealed.ground.tamper("delete from seal")
            try await withTemporaryFolder { folder in
                let forged = try SealKey.load(orCreateAt: folder + "/forged.key")
                let forger = Sealer(federation: sealed.ground.federation, key: forged, entriesMax: 1)
                #expect(try await forger.sealAll() == 2)
                #expect(
                    try await sealed.verify().firstBreak == .keyUnknown(seal: 1, keyID: forged.id))
                // Even a verifier who was handed the forger's key sees that it is not what was printed.
                #expect(
                    try await sealed.verify([head], keys: [forged.publicKey]).firstBreak == .headDiffers(head: head))
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aTailCutOffCleanlyShowsByThePrintedHead(
        _ dialect: Dialect
    ) async throws {
        try await SealedGround.with(dialect) { sealed in
            try await sealed.act(times: 6)
            try await sealed.sealer(entriesMax: 2).sealAll()
            let printed = try await sealed.ground.federation.read { try SealStore.seals(limit: 10, in: $0).map(\.head) }
            #expect(try await sealed.verify(printed).firstBreak == nil)
            try await sealed.ground.tamper("delete from journal where seal = 3")
            try await sealed.ground.tamper("delete from seal where number = 3")
            #expect(try await sealed.verify().firstBreak == nil)
            #expect(try await sealed.verify(printed).firstBreak == .tailMissing(head: printed[0], last: 2))
            #expect(try await sealed.verify(Array(printed.dropFirst())).firstBreak == nil)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aKeyMayBeChanged(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            try await sealed.act(times: 2)
            try await sealed.sealer().sealAll()
            try await withTemporaryFolder { folder in
                let second = try SealKey.load(orCreateAt: folder + "/second.key")
                try await sealed.act(times: 2)
                try await Sealer(federation: sealed.ground.federation, key: second).sealAll()
                #expect(try await sealed.verify().firstBreak == .keyUnknown(seal: 2, keyID: second.id))
                #expect(try await sealed.verify(keys: [sealed.key.publicKey, second.publicKey]).firstBreak == nil)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func itReadsInPages(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            // More entries than a page, more seals than a page, a seal that begins and ends within one.
            try await sealed.ground.layEntries(5_300)
            for _ in 0..<2 { _ = try await sealed.sealer(entriesMax: 2_000).sealBatch() }
            for _ in 0..<620 { _ = try await sealed.sealer(entriesMax: 1).sealBatch() }
            let report = try await sealed.verify()
            #expect(report.firstBreak == nil)
            #expect(report.seals == 622)
            #expect(report.entriesSealed == 4_620)
            #expect(report.entriesUnsealed == 680)
        }
    }
}

extension Ground {
    /// Many entries at once, as the door wrote them when bytes did not cover the outcome.
    func layEntries(_ count: Int) async throws {
        let (minter, now, unit) = (federation.minter, clock.now(), unit)
        try await engine.write { db in
            try db.bulkInsert(
                into: "journal",
                columns: [
                    .int("id"), .text("verb"), .int("unit"), .int("moment"), .text("subject_kind"), .int("subject"),
                    .text("detail"), .text("outcome"), .blob("bytes"), .blob("digest"),
                ],
                rows: (0..<count).map { number in
                    let entry = JournalEntry(
                        id: minter.mint(), verb: "notice.register", unit: unit, moment: now,
                        subject: Subject("unit", unit), detail: ["number": "\(number)"])
                    let bytes = entry.bytesWithoutOutcome
                    return [
                        entry.id.columnValue, entry.verb.columnValue, unit.columnValue, now.columnValue,
                        entry.subject.kind.columnValue, entry.subject.id.columnValue, entry.detail.text.columnValue,
                        "[]".columnValue, bytes.columnValue, Array(SHA256.hash(data: bytes)).columnValue,
                    ]
                })
        }
    }
}
