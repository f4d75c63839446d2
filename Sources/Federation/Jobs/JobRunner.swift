import Logging
import Storage
import Synchronization

/// Carries out what waits in the queues and what the timers ask for, on one server of perhaps several.
package final class JobRunner: Sendable {
    private let federation: OpenFederation
    private let handlers: JobHandlers
    private let workers: Int
    private let logger = Logger(label: "muster.jobs")
    /// When each timer last ran here.
    private let lastRuns = Mutex<[String: Moment]>([:])

    /// - Parameter workers: how many jobs this server runs at a time.
    package init(federation: OpenFederation, handlers: JobHandlers, workers: Int = 2) {
        precondition(workers > 0, "a runner without workers runs nothing")
        self.federation = federation
        self.handlers = handlers
        self.workers = workers
    }

    /// Runs the timers and then every job that is due by this moment, also those that these put into the queue; returns
    /// when there is none. Takes `now` for the time, so that a test moves a simulated clock and waits for nothing.
    /// - Returns: how many jobs were begun.
    @discardableResult package func runDue(until now: Moment) async throws -> Int {
        for timer in handlers.timers where isDue(timer, at: now) { try await timer.run(federation) }
        var begun = 0
        while try await runNext({ now }) { begun += 1 }
        return begun
    }

    private func isDue(_ timer: JobTimer, at now: Moment) -> Bool {
        lastRuns.withLock { lastRuns in
            if let last = lastRuns[timer.name], last.adding(seconds: timer.everySeconds) > now { return false }
            lastRuns[timer.name] = now
            return true
        }
    }

    /// Runs until the task is cancelled.
    /// - Throws: `ServerLeaseFault` where this server must stop.
    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for timer in handlers.timers { group.addTask { try await self.repeatedly(timer) } }
            for _ in 0..<workers { group.addTask { await self.work() } }
            // Not `waitForAll`: that would go on waiting for the workers after a timer has said that this server must stop.
            while try await group.next() != nil {}
        }
    }

    private func repeatedly(_ timer: JobTimer) async throws {
        while !Task.isCancelled {
            do {
                try await timer.run(federation)
            } catch let fault as ServerLeaseFault {
                throw fault
            } catch {
                logger.warning(
                    "timer failed", metadata: ["timer": "\(timer.name)", "code": "\(JobFailure.code(error))"])
            }
            try? await Task.sleep(for: .seconds(timer.everySeconds))
        }
    }

    /// Looks for work each second, and at once when an act has put some into a queue.
    private func work() async {
        let (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    waker.yield()
                    try? await Task.sleep(for: .seconds(1))
                }
                waker.finish()
            }
            group.addTask { for await _ in self.federation.bulletin.watch(.jobs) { waker.yield() } }
            for await _ in wakes { await drain() }
            group.cancelAll()
        }
    }

    private func drain() async {
        do {
            while !Task.isCancelled, try await runNext(federation.clock.now) {}
        } catch {
            // The database is away or busy: what waits in it goes on waiting.
            logger.warning("no job could be begun", metadata: ["code": "\(JobFailure.code(error))"])
        }
    }

    /// - Parameter now: asked again after the job ran, since it may have taken long.
    /// - Returns: false where nothing is due.
    private func runNext(_ now: @Sendable () -> Moment) async throws -> Bool {
        let (queues, start) = (handlers.leaseSeconds, now())
        guard try await federation.read({ try JobStore.isAnyDue(in: queues.keys.sorted(), at: start, in: $0) }),
            let job = try await federation.engine.write({ try JobStore.claim(from: queues, at: start, in: $0) }),
            let handler = handlers.handlers[job.queue]
        else { return false }
        guard job.attempts <= handler.attemptsMax else {
            try await giveUp(job, at: now(), code: job.failure ?? JobFailure.crashed)
            return true
        }
        do {
            let isSettled = try await keepingLease(of: job, for: handler.leaseSeconds) {
                try await handler.run(JobContext(federation: self.federation, job: job))
            }
            if !isSettled { try await federation.engine.write { try JobStore.complete(job, in: $0) } }
        } catch {
            try await failed(job, with: JobFailure.code(error), attemptsMax: handler.attemptsMax, at: now())
        }
        return true
    }

    private func failed(_ job: Job, with code: String, attemptsMax: Int, at now: Moment) async throws {
        logger.warning(
            "job failed",
            metadata: ["job": "\(job.id)", "queue": "\(job.queue)", "attempt": "\(job.attempts)", "code": "\(code)"])
        if job.attempts >= attemptsMax || code == JobFailure.payloadUnreadable {
            try await giveUp(job, at: now, code: code)
        } else {
            let due = now.adding(seconds: Job.pauseSeconds(afterAttempts: job.attempts))
            try await federation.engine.write { try JobStore.postpone(job, until: due, code: code, in: $0) }
        }
    }

    private func giveUp(_ job: Job, at now: Moment, code: String) async throws {
        logger.error(
            "job given up", metadata: ["job": "\(job.id)", "queue": "\(job.queue)", "code": "\(code)"])
        try await federation.engine.write { try JobStore.giveUp(job, at: now, code: code, in: $0) }
    }

    /// Renews the lease each third of its time while the body runs; stops the body where another server has taken over.
    private func keepingLease<Result: Sendable>(
        of job: Job, for leaseSeconds: Int64, _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await body() }
            group.addTask { [federation] in
                while true {
                    try await Task.sleep(for: .milliseconds(leaseSeconds * 1_000 / 3))
                    // A renewal that fails is tried again: the lease lasts for two more.
                    let isOurs = try? await federation.engine.write { db in
                        try JobStore.renew(job, until: federation.clock.now().adding(seconds: leaseSeconds), in: db)
                    }
                    if isOurs == false { return nil }
                }
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else { throw CancellationError() }
            return result
        }
    }
}
