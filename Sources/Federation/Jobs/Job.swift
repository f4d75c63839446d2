import Storage

/// Work to be carried out after an act's commit, at least once (待办的后台工作): a row, so that no crash loses it.
package struct Job: Sendable, Hashable {
    package var id: JobID
    /// Which handler runs it.
    package var queue: String
    package var priority: JobPriority
    /// Not before this. A timer is a job with a due time.
    package var dueAt: Moment
    /// While a job with this key waits in its queue, another of the same key is not put beside it.
    package var key: String?
    /// JSON; ids and words, never a personal value.
    package var payload: String
    /// How often it was begun. Together with the id it tells this beginning from a later one by another server.
    package var attempts: Int
    /// Until when the server that began it is trusted to be alive.
    package var leasedUntil: Moment?
    /// The code of the last failure.
    package var failure: String?
}

package typealias JobID = ID<Job>

/// A job that did not succeed, for the operator.
package struct FailedJob: Sendable, Hashable {
    package var job: Job
    /// Nil while it will be tried again.
    package var givenUpAt: Moment?
}

package enum JobPriority: Int, Sendable, CaseIterable {
    /// What nobody waits for: printing in advance, expiry.
    case low = 0
    case normal = 1
    /// What people wait for: the next piece of a dispatch.
    case high = 2
}

extension JobPriority: ColumnValue {}

/// A queue: its name, what its payload is, and how patient it is. Declared once by the context that owns it.
package struct JobQueue<Payload: Codable & Sendable>: Sendable {
    package let name: String
    package let priority: JobPriority
    /// Begun so often without success, a job is given up and shown to the operator.
    package let attemptsMax: Int
    /// A server that says nothing for so long counts as crashed. A running handler's lease is renewed by itself.
    package let leaseSeconds: Int64

    package init(
        _ name: StaticString, priority: JobPriority = .normal, attemptsMax: Int = 8, leaseSeconds: Int64 = 60
    ) {
        self.name = "\(name)"
        self.priority = priority
        self.attemptsMax = attemptsMax
        self.leaseSeconds = leaseSeconds
    }
}

/// What a handler is given besides its payload.
package struct JobContext: Sendable {
    package let federation: OpenFederation
    package let job: Job

    /// The id for the act this job does: the same each time it is begun, so that the act happens once.
    /// Job ids and act ids come from one mint, so no other act has it.
    package var actID: ActID { ActID(job.id.raw) }
}

extension Job {
    /// How long to wait after so many attempts: 10 s, 20 s, 40 s … an hour.
    static func pauseSeconds(afterAttempts attempts: Int) -> Int64 {
        min(3_600, 10 << Int64(min(max(attempts - 1, 0), 9)))
    }
}
