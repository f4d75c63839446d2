import Federation
import MusterTesting
import Storage
import Testing

@Suite struct NumberStoreTests {
    @Test(arguments: TestDatabase.dialects) func aNumberInTheRegisterIsRefused(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let drawn = try await ground.draw()
            let reserved = try DocumentNumber(word: "焦工发", year: 2020, number: 9)
            try await ground.act { act in
                try NumberStore.reserve(reserved, at: ground.unit, reason: "等省总", in: act)
                return 0
            }
            await #expect(throws: NumberRefusal.taken(drawn, .drawn)) { try await ground.enter(drawn) }
            await #expect(throws: NumberRefusal.taken(reserved, .reserved)) {
                try await ground.act { act in
                    try NumberStore.reserve(reserved, at: ground.unit, in: act)
                    return 0
                }
            }
            await #expect(throws: NumberRefusal.notReserved(drawn)) {
                try await ground.act { act in
                    try act.drawReserved(drawn, for: Subject("unit", ground.unit))
                    return 0
                }
            }
            await #expect(throws: NumberRefusal.reasonMissing) {
                try await ground.void(drawn, reason: "  ")
            }
            try await ground.void(drawn, reason: "重复")
            await #expect(throws: NumberRefusal.alreadyVoid(drawn)) { try await ground.void(drawn, reason: "再来") }
            await #expect(throws: NumberRefusal.taken(drawn, .voided)) { try await ground.enter(drawn) }
        }
    }

    @Test(arguments: TestDatabase.dialects) func drawsFollowEachOtherAndJumpOverWhatIsUsed(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            #expect(try await ground.draw().text == "焦工发〔2020〕1号")
            try await ground.act { act in
                for number in [2, 3, 5] {
                    try NumberStore.reserve(
                        try DocumentNumber(word: "焦工发", year: 2020, number: number), at: ground.unit, in: act)
                }
                return 0
            }
            #expect(try await ground.draw().number == 4)
            #expect(try await ground.draw().number == 6)
            try await ground.act { act in
                let reserved = try DocumentNumber(word: "焦工发", year: 2020, number: 3)
                try act.drawReserved(reserved, for: Subject("unit", ground.unit))
                return 0
            }
            try await ground.enter(try DocumentNumber(word: "焦工发", year: 2020, number: 20))
            #expect(try await ground.draw().number == 21)
            // An earlier paper entered late does not turn the series back.
            try await ground.enter(try DocumentNumber(word: "焦工发", year: 2020, number: 7))
            #expect(try await ground.draw().number == 22)
            // A reserved number may be entered for a paper that Muster does not hold.
            try await ground.enter(try DocumentNumber(word: "焦工发", year: 2020, number: 2))
            // Other words and years are other series.
            #expect(try await ground.draw(word: "焦工办").number == 1)
            #expect(try await ground.draw(year: 2021).number == 1)

            let register = try await ground.register()
            #expect(register.map(\.number.number) == [1, 2, 3, 4, 5, 6, 7, 20, 21, 22])
            #expect(
                register.map(\.fate) == [
                    .drawn, .entered, .drawn, .drawn, .reserved, .drawn, .entered, .entered, .drawn, .drawn,
                ])
            #expect(register[2].subject == Subject("unit", ground.unit))
            #expect(register.allSatisfy { $0.person == ground.clerk.person })
        }
    }

    @Test(arguments: TestDatabase.dialects) func aSeriesStartsAnywhere(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            try await ground.start(at: 36)
            #expect(try await ground.draw().number == 36)
            try await ground.start(at: 35)
            #expect(try await ground.draw().number == 35)
            #expect(try await ground.draw().number == 37)
            try await ground.start(at: 99_999)
            #expect(try await ground.draw().number == 99_999)
            await #expect(throws: NumberRefusal.exhausted) { try await ground.draw() }
            await #expect(throws: NumberRefusal.numberUnusable) { try await ground.start(at: 0) }
        }
    }

    @Test(arguments: TestDatabase.dialects) func aRefusedActUsesNoNumberUp(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            await #expect(throws: BlobRefusal.tooLarge) {
                try await ground.act(.numberDraw) { act -> Int in
                    _ = try act.drawNumber(word: "焦工发", year: 2020, for: Subject("unit", ground.unit))
                    throw BlobRefusal.tooLarge
                }
            }
            let drawn = try await ground.draw()
            #expect(drawn.number == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aVoidedNumberKeepsItsPaper(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let drawn = try await ground.draw()
            try await ground.void(drawn, reason: "印发前撤回")
            let line = try #require(try await ground.register().first)
            #expect(line.fate == .voided)
            #expect(line.reason == "印发前撤回")
            #expect(line.subject == Subject("unit", ground.unit))
            #expect(try await ground.draw().number == 2)
        }
    }

    @Test(arguments: TestDatabase.dialects) func drawsAtOnceNeverGiveTheSameNumber(_ dialect: Dialect) async throws {
        try await Ground.with(dialect, connections: 8) { ground in
            try await ground.act { act in
                for number in [10, 11, 12, 40] {
                    try NumberStore.reserve(
                        try DocumentNumber(word: "焦工发", year: 2020, number: number), at: ground.unit, in: act)
                }
                return 0
            }
            let drawn = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<80 { group.addTask { try await ground.draw().number } }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(drawn.sorted() == (1...84).filter { ![10, 11, 12, 40].contains($0) })
        }
    }
}

extension Ground {
    @discardableResult
    fileprivate func draw(word: String = "焦工发", year: Int = 2020) async throws -> DocumentNumber {
        let unit = unit
        return try await act(.numberDraw) { try $0.drawNumber(word: word, year: year, for: Subject("unit", unit)) }
    }

    fileprivate func enter(_ number: DocumentNumber) async throws {
        let unit = unit
        try await act(.numberDraw) { act in
            try NumberStore.enter(number, at: unit, in: act)
            return 0
        }
    }

    fileprivate func void(_ number: DocumentNumber, reason: String) async throws {
        let unit = unit
        try await act(.numberVoid) { act in
            try NumberStore.void(number, at: unit, reason: reason, in: act)
            return 0
        }
    }

    fileprivate func start(at next: Int) async throws {
        let unit = unit
        try await act(.numberDraw) { act in
            try NumberStore.start(word: "焦工发", year: 2020, at: unit, next: next, in: act)
            return 0
        }
    }

    fileprivate func register() async throws -> [NumberEntry] {
        let unit = unit
        return try await federation.read { db in
            guard let series = try NumberStore.find(word: "焦工发", year: 2020, at: unit, in: db) else { return [] }
            return try NumberStore.register(of: series, limit: 1_000, in: db)
        }
    }
}
