/// Which handler runs which queue. Contexts add theirs at the start; then it is handed to a runner and never changes.
package struct JobHandlers: Sendable {
    struct Handler: Sendable {
        let attemptsMax: Int
        let leaseSeconds: Int64
        /// - Returns: true where the handler has put the job's row right itself.
        let run: @Sendable (JobContext) async throws -> Bool
    }

    private(set) var handlers: [String: Handler] = [:]
    private(set) var timers: [JobTimer] = []

    package init() {}

    /// Runs a queue's jobs. A job may be run more than once, so what the handler does must come out the same:
    /// an act under `context.actID` does.
    package mutating func handle<Payload>(
        _ queue: JobQueue<Payload>, _ body: @escaping @Sendable (Payload, JobContext) async throws -> Void
    ) {
        add(queue) { context in
            try await body(try JobStore.payload(context.job.payload), context)
            return false
        }
    }

    /// Does something again and again on every server.
    package mutating func add(_ timer: JobTimer) { timers.append(timer) }

    mutating func add<Payload>(
        _ queue: JobQueue<Payload>, _ run: @escaping @Sendable (JobContext) async throws -> Bool
    ) {
        precondition(handlers[queue.name] == nil, "the queue \(queue.name) has two handlers")
        handlers[queue.name] = Handler(
            attemptsMax: queue.attemptsMax, leaseSeconds: queue.leaseSeconds, run: run)
    }

    var leaseSeconds: [String: Int64] { handlers.mapValues(\.leaseSeconds) }
}
