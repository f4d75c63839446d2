import Federation
import MusterTesting
import Storage
import Synchronization
import Testing

@Suite struct ActTests {
    @Test(arguments: TestDatabase.dialects) func withoutAGrantNothingHappens(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            await refused(AccessRefusal.forbidden(.noticeRegister)) {
                try await ground.federation.act(
                    .noticeRegister, as: ground.publicist, at: ground.unit, id: ground.federation.newActID()
                ) { try $0.record(on: Subject("unit", ground.unit), 1) }
            }
            await refused(AccessRefusal.notFound) {
                try await ground.federation.act(
                    .noticeRegister, as: ground.outsider, at: ground.unit, id: ground.federation.newActID()
                ) { try $0.record(on: Subject("unit", ground.unit), 1) }
            }
            let entries = try await ground.entries()
            #expect(entries == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func theSameIDTwiceGivesTheFirstOutcomeAndWritesOnce(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let id = ground.federation.newActID()
            let times = Mutex(0)
            func press() async throws -> String {
                let time = times.withLock { times -> Int in
                    times += 1
                    return times
                }
                return try await ground.federation.act(.noticeRegister, as: ground.clerk, at: ground.unit, id: id) {
                    act in
                    try act.db.execute("insert into setting (name, value) values (\("pressed \(time)"), '')")
                    return try act.record(on: Subject("unit", ground.unit), "outcome \(time)")
                }
            }
            #expect(try await press() == "outcome 1")
            #expect(try await press() == "outcome 1")
            #expect(try await ground.entries() == 1)
            let pressed: Int? = try await ground.engine.read {
                try $0.scalar("select count(*) as pressed from setting where name like 'pressed%'")
            }
            #expect(pressed == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aRepetitionThatTheNewStateRefusesGivesTheFirstOutcome(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let number = try DocumentNumber(word: "焦工发", year: 2020, number: 3)
            let id = ground.federation.newActID()
            for _ in 0..<2 {
                let outcome = try await ground.federation.act(
                    .numberDraw, as: ground.clerk, at: ground.unit, id: id
                ) { act in
                    try NumberStore.enter(number, at: ground.unit, in: act)
                    return try act.record(on: Subject("unit", ground.unit), number.text)
                }
                #expect(outcome == number.text)
            }
            #expect(try await ground.entries() == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aStrangerOrAnotherVerbWithAnUsedIDIsRefused(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let id = try await ground.act()
            for (verb, actor) in [(Verb.noticeRegister, ground.outsider), (.noticeCorrect, ground.clerk)] {
                do {
                    _ = try await ground.federation.act(verb, as: actor, at: ground.unit, id: id) { act in
                        try act.record(on: Subject("unit", ground.unit), act.id)
                    }
                    Issue.record("an used id was accepted")
                } catch let refusal as any Refusal {
                    #expect(refusal.code == "act.id_taken")
                }
            }
            #expect(try await ground.entries() == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func manyAtOnceWithOneIDGiveOneAct(_ dialect: Dialect) async throws {
        try await Ground.with(dialect, connections: 8) { ground in
            for _ in 0..<10 {
                let id = ground.federation.newActID()
                let outcomes = try await withThrowingTaskGroup(of: Int.self) { group in
                    for press in 0..<8 {
                        group.addTask {
                            try await ground.federation.act(
                                .noticeRegister, as: ground.clerk, at: ground.unit, id: id
                            ) { act in
                                // Writing something first keeps the transactions open side by side.
                                try act.db.execute(
                                    "insert into setting (name, value) values (\("\(act.newID(ActNoun.self))"), '')")
                                return try act.record(on: Subject("unit", ground.unit), press)
                            }
                        }
                    }
                    return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
                }
                #expect(outcomes.count == 1)
            }
            #expect(try await ground.entries() == 10)
            let written: Int? = try await ground.engine.read {
                try $0.scalar("select count(*) as written from setting where value = ''")
            }
            #expect(written == 10)
        }
    }

    @Test(arguments: TestDatabase.dialects) func actsWithNothingInCommonDoNotFailEachOther(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect, connections: 8) { ground in
            let runs = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        _ = try await ground.act { act -> Int in
                            runs.add()
                            return 1
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await ground.entries() == 200)
            #expect(runs.count == 200)
        }
    }
}

/// Counts across tasks.
final class Counter: Sendable {
    private let value = Mutex(0)
    func add() { value.withLock { $0 += 1 } }
    var count: Int { value.withLock { $0 } }
}

extension Ground {
    func entries() async throws -> Int? {
        try await engine.read { try $0.scalar("select count(*) as entries from journal") }
    }
}
