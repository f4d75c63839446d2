import Federation
import MusterTesting
import Storage
import Synchronization
import Testing

@Suite struct JobTests {
    struct Greeting: Codable, Sendable, Hashable { var name: String }

    static let greetings = JobQueue<Greeting>("test.greeting", attemptsMax: 3, leaseSeconds: 30)
    static let urgent = JobQueue<Greeting>("test.urgent", priority: .high)
    static let later = JobQueue<Greeting>("test.later", priority: .low)

    /// What handlers saw, in order.
    final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        func append(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    @Test(arguments: TestDatabase.dialects) func aRefusedActLeavesNoJob(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            await #expect(throws: BlobRefusal.tooLarge) {
                try await ground.act { act -> Int in
                    try act.enqueue(Self.greetings, Greeting(name: "a"))
                    throw BlobRefusal.tooLarge
                }
            }
            let jobs = try await ground.openJobs()
            #expect(jobs == [:])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aJobIsDoneOnceAndGone(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let log = Log()
            let runner = ground.runner { $0.handle(Self.greetings) { greeting, _ in log.append(greeting.name) } }
            try await ground.enqueue(Self.greetings, "a")
            #expect(try await ground.openJobs() == ["test.greeting": 1])
            #expect(try await runner.runDue(until: ground.clock.now()) == 1)
            #expect(try await runner.runDue(until: ground.clock.now()) == 0)
            #expect(log.all == ["a"])
            #expect(try await ground.openJobs() == [:])
        }
    }

    @Test(arguments: TestDatabase.dialects) func highGoesFirstThenTheLongestDueAndNothingBeforeItsTime(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let log = Log()
            let runner = ground.runner { handlers in
                for queue in [Self.greetings, Self.urgent, Self.later] {
                    handlers.handle(queue) { greeting, _ in log.append(greeting.name) }
                }
            }
            let now = ground.clock.now()
            try await ground.enqueue(Self.later, "low")
            try await ground.enqueue(Self.greetings, "second", due: now.adding(seconds: -1))
            try await ground.enqueue(Self.greetings, "first", due: now.adding(seconds: -2))
            try await ground.enqueue(Self.urgent, "tomorrow", due: now.adding(days: 1))
            try await ground.enqueue(Self.urgent, "high")
            try await runner.runDue(until: now)
            #expect(log.all == ["high", "first", "second", "low"])
            try await runner.runDue(until: now.adding(days: 1))
            #expect(log.all.last == "tomorrow")
        }
    }

    @Test(arguments: TestDatabase.dialects) func aKeyKeepsOneWaiting(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let log = Log()
            let runner = ground.runner { handlers in
                handlers.handle(Self.greetings) { greeting, context in
                    log.append(greeting.name)
                    // What is put in while this runs may come too late for it, so it is not swallowed.
                    if greeting.name == "a" { try await ground.enqueue(Self.greetings, "during", key: "k") }
                }
            }
            try await ground.enqueue(Self.greetings, "a", key: "k")
            try await ground.enqueue(Self.greetings, "again", key: "k")
            try await ground.enqueue(Self.greetings, "other", key: "l")
            try await ground.enqueue(Self.greetings, "none")
            try await ground.enqueue(Self.greetings, "none")
            try await runner.runDue(until: ground.clock.now())
            #expect(log.all.sorted() == ["a", "during", "none", "none", "other"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFailureIsTriedAgainLaterAndThenGivenUpWithItsCode(
        _ dialect: Dialect
    ) async throws {
        struct Secret: Error { let name = "张三" }
        try await Ground.with(dialect) { ground in
            let log = Log()
            let runner = ground.runner { handlers in
                handlers.handle(Self.greetings) { greeting, context in
                    log.append("\(context.job.attempts)")
                    if greeting.name == "refused" { throw BlobRefusal.tooLarge }
                    throw Secret()
                }
            }
            try await ground.enqueue(Self.greetings, "张三", key: "k")
            let start = ground.clock.now()
            #expect(try await runner.runDue(until: start) == 1)
            #expect(try await runner.runDue(until: start.adding(seconds: 9)) == 0)
            #expect(try await runner.runDue(until: start.adding(seconds: 10)) == 1)
            #expect(try await runner.runDue(until: start.adding(seconds: 29)) == 0)
            #expect(try await runner.runDue(until: start.adding(seconds: 30)) == 1)
            #expect(try await runner.runDue(until: start.adding(days: 9)) == 0)
            #expect(log.all == ["1", "2", "3"])
            let given = try await ground.federation.read { try JobStore.givenUp(limit: 10, in: $0) }
            #expect(given.map(\.failure) == ["fault.Secret"])
            #expect(try await ground.openJobs() == [:])

            // The operator has it tried again.
            try await ground.act { act in
                try JobStore.tryAgain(given[0].id, in: act)
                return 0
            }
            #expect(try await runner.runDue(until: ground.clock.now()) == 1)

            try await ground.enqueue(Self.greetings, "refused", due: start.adding(days: -1))
            try await runner.runDue(until: start)
            let failure: String? = try await ground.engine.read {
                try $0.scalar("select failure from job where payload like '%refused%'")
            }
            #expect(failure == "blob.too_large")
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFailedJobGivesWayToTheSameWorkPutInAnew(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let runner = ground.runner { handlers in
                handlers.handle(Self.greetings) { greeting, _ in
                    guard greeting.name == "a" else { return }
                    try await ground.enqueue(Self.greetings, "anew", key: "k")
                    throw BlobRefusal.tooLarge
                }
            }
            try await ground.enqueue(Self.greetings, "a", key: "k")
            #expect(try await runner.runDue(until: ground.clock.now()) == 2)
            #expect(try await ground.openJobs() == [:])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aPayloadThatCannotBeReadIsGivenUpAtOnce(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let runner = ground.runner { $0.handle(Self.greetings) { _, _ in } }
            try await ground.enqueue(Self.greetings, "a")
            try await ground.tamper("update job set payload = '{}'")
            #expect(try await runner.runDue(until: ground.clock.now()) == 1)
            let given = try await ground.federation.read { try JobStore.givenUp(limit: 10, in: $0) }
            #expect(given.map(\.failure) == ["job.payload_unreadable"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aCrashedServersJobIsTakenOverAndDoneOnce(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let log = Log()
            let runner = ground.runner { handlers in
                handlers.handle(Self.greetings) { greeting, context in
                    // The first server did the act and was gone before it could say so: the act's id is the same.
                    _ = try await ground.federation.act(
                        .noticeRegister, as: .system, at: ground.unit, id: context.actID
                    ) { act in
                        try act.record(on: Subject("unit", ground.unit), context.job.attempts)
                    }
                    log.append("\(context.job.attempts)")
                }
            }
            try await ground.enqueue(Self.greetings, "a")
            let start = ground.clock.now()
            // What a server does that begins the job, acts, and is never heard of again.
            let job: JobID? = try await ground.engine.read { try $0.scalar("select id from job") }
            let id = try #require(job)
            try await ground.tamper(
                "update job set attempts = 1, leased_until = \(start.adding(seconds: 30)) where id = \(id)")
            _ = try await ground.federation.act(
                .noticeRegister, as: .system, at: ground.unit, id: ActID(id.raw)
            ) { act in try act.record(on: Subject("unit", ground.unit), 1) }

            #expect(try await runner.runDue(until: start.adding(seconds: 29)) == 0)
            #expect(try await runner.runDue(until: start.adding(seconds: 30)) == 1)
            #expect(log.all == ["2"])
            #expect(try await ground.entries() == 2)
            #expect(try await ground.openJobs() == [:])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aJobThatKillsEveryServerIsGivenUp(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let log = Log()
            let runner = ground.runner { $0.handle(Self.greetings) { _, _ in log.append("ran") } }
            try await ground.enqueue(Self.greetings, "a")
            try await ground.tamper("update job set attempts = 3, leased_until = 1")
            #expect(try await runner.runDue(until: ground.clock.now()) == 1)
            #expect(log.all.isEmpty)
            let given = try await ground.federation.read { try JobStore.givenUp(limit: 10, in: $0) }
            #expect(given.map(\.failure) == ["job.crashed"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aServerThatWasTakenOverDoesNotEndTheOthersJob(
        _ dialect: Dialect
    ) async throws {
        try await Ground.with(dialect) { ground in
            let runner = ground.runner { handlers in
                handlers.handle(Self.greetings) { _, context in
                    // Meanwhile another has begun it anew.
                    try await ground.tamper("update job set attempts = attempts + 1 where id = \(context.job.id)")
                }
            }
            try await ground.enqueue(Self.greetings, "a")
            try await runner.runDue(until: ground.clock.now())
            #expect(try await ground.openJobs() == ["test.greeting": 1])
        }
    }

    @Test(arguments: TestDatabase.dialects) func severalRunnersShareTheWork(_ dialect: Dialect) async throws {
        try await Ground.with(dialect, connections: 8) { ground in
            let log = Log()
            for number in 0..<40 { try await ground.enqueue(Self.greetings, "\(number)") }
            let now = ground.clock.now()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    let runner = ground.runner {
                        $0.handle(Self.greetings) { greeting, _ in log.append(greeting.name) }
                    }
                    group.addTask { try await runner.runDue(until: now) }
                }
                try await group.waitForAll()
            }
            #expect(log.all.compactMap(Int.init).sorted() == Array(0..<40))
        }
    }

    @Test(arguments: TestDatabase.dialects) func timersRunWhenTheirTimeHasCome(_ dialect: Dialect) async throws {
        try await SealedGround.with(dialect) { sealed in
            let (ground, log) = (sealed.ground, Log())
            let runner = ground.runner { handlers in
                handlers.add(.seal(with: sealed.key))
                handlers.add(.renewLease)
                handlers.add(.expireBlobs)
                handlers.add(JobTimer("test.minute", everySeconds: 60) { _ in log.append("minute") })
            }
            let start = ground.clock.now()
            try await ground.act()
            for second in [0, 30, 59, 60, 61, 200] {
                try await runner.runDue(until: start.adding(seconds: Int64(second)))
            }
            #expect(log.all.count == 3)
            #expect(try await sealed.verify().entriesSealed == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aRunningServerIsWokenByTheAct(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            let (done, finish) = AsyncStream.makeStream(of: String.self)
            let runner = ground.runner { $0.handle(Self.greetings) { greeting, _ in finish.yield(greeting.name) } }
            let server = Task { try await runner.run() }
            try await ground.enqueue(Self.greetings, "a")
            var names = done.makeAsyncIterator()
            #expect(await names.next() == "a")
            try await ground.enqueue(Self.greetings, "b")
            #expect(await names.next() == "b")
            server.cancel()
            _ = await server.result
        }
    }

    @Test(arguments: TestDatabase.dialects) func aServerWhoseNumberWasTakenStops(_ dialect: Dialect) async throws {
        try await Ground.with(dialect) { ground in
            try await ground.tamper("update server_lease set holder = 'another'")
            let runner = ground.runner { $0.add(.renewLease) }
            await #expect(throws: ServerLeaseFault.takenByAnother(0)) { try await runner.run() }
        }
    }
}

extension Ground {
    func runner(_ register: (inout JobHandlers) -> Void) -> JobRunner {
        var handlers = JobHandlers()
        register(&handlers)
        return JobRunner(federation: federation, handlers: handlers)
    }

    func enqueue(
        _ queue: JobQueue<JobTests.Greeting>, _ name: String, key: String? = nil, due: Moment? = nil
    ) async throws {
        try await act { act in
            try act.enqueue(queue, JobTests.Greeting(name: name), key: key, due: due)
            return 0
        }
    }

    func openJobs() async throws -> [String: Int] { try await federation.read { try JobStore.countOpen(in: $0) } }
}
