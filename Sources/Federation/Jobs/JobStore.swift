import Foundation
package import Storage

extension Act {
    /// Puts work into a queue, in this act's transaction: it is done after the commit, and only then.
    ///
    /// - Parameters:
    ///   - key: while a job with this key waits in the queue, nothing is added. A job that has been begun no longer
    ///     waits: what this act wrote may be too late for it.
    ///   - due: not before this; at once where nil.
    package func enqueue<Payload>(
        _ queue: JobQueue<Payload>, _ payload: Payload, key: String? = nil, due: Moment? = nil
    ) throws {
        try db.execute(
            """
            insert into job (id, queue, priority, due_at, key, payload)
            values (\(newID(Job.self)), \(queue.name), \(queue.priority), \(due ?? moment), \(key),
                \(try JobStore.text(payload)))
            on conflict do nothing
            """)
        announce(.jobs)
    }
}

extension Topic {
    /// There is new work.
    static let jobs = Topic(text: "jobs")
}

package enum JobStore {
    private static let columns: SQL =
        "id, queue, priority, due_at, key, payload, attempts, leased_until, failure"

    /// Whether anything in these queues may be begun at this moment: a read, so that idle servers do not write.
    static func isAnyDue(in queues: [String], at now: Moment, in db: any Transaction) throws -> Bool {
        for priority in JobPriority.allCases {
            if try db.first("select 1 as one from job where \(claimable(queues, priority, now)) limit 1") != nil {
                return true
            }
        }
        return false
    }

    /// Begins the next job: the highest priority, then the longest due. A job whose lease ran out is begun anew.
    ///
    /// - Parameters:
    ///   - queues: name → how long a lease lasts.
    static func claim(from queues: [String: Int64], at now: Moment, in db: any Transaction) throws -> Job? {
        let names = queues.keys.sorted()
        // One search per priority: a search over all of them would walk through everything of a higher priority that
        // is due only later.
        for priority in JobPriority.allCases.reversed() {
            let next: SQL =
                """
                select id from job where \(claimable(names, priority, now)) order by due_at, id limit 1
                """
            let claimed: SQL =
                switch db.dialect {
                case .sqlite: next
                case .postgresql: next + " for update skip locked"
                }
            guard let found = try db.first("select id, queue from job where id = (\(claimed))") else { continue }
            let (id, queue): (JobID, String) = (try found["id"], try found["queue"])
            let until = now.adding(seconds: queues[queue] ?? 60)
            return try db.first(
                """
                update job set leased_until = \(until), attempts = attempts + 1 where id = \(id) returning \(columns)
                """
            ).map(job)
        }
        return nil
    }

    private static func claimable(_ queues: [String], _ priority: JobPriority, _ now: Moment) -> SQL {
        """
        given_up_at is null and priority = \(priority) and due_at <= \(now)
        and (leased_until is null or leased_until <= \(now)) and queue \(in: queues)
        """
    }

    /// Keeps a job that is still being worked on.
    /// - Returns: false where another server has taken it over.
    static func renew(_ job: Job, until: Moment, in db: any Transaction) throws -> Bool {
        try db.execute(
            "update job set leased_until = \(until) where id = \(job.id) and attempts = \(job.attempts)") == 1
    }

    /// Whether this beginning is still the latest.
    static func isOurs(_ job: Job, in db: any Transaction) throws -> Bool {
        try db.first(
            "select 1 as one from job where id = \(job.id) and attempts = \(job.attempts) and given_up_at is null"
        ) != nil
    }

    /// The work is done. Does nothing where another server has taken it over.
    static func complete(_ job: Job, in db: any Transaction) throws {
        try db.execute("delete from job where id = \(job.id) and attempts = \(job.attempts)")
    }

    /// Puts a job back with its next piece, its patience whole again.
    static func goOn(_ job: Job, payload: String, due: Moment, in db: any Transaction) throws {
        try db.execute(
            """
            update job set payload = \(payload), due_at = \(due), attempts = 0, leased_until = null, failure = null
            where id = \(job.id) and attempts = \(job.attempts)
            """)
    }

    /// Puts a job back to be tried later.
    /// - Parameter code: what went wrong, as a code: never text that may hold a personal value.
    static func postpone(_ job: Job, until due: Moment, code: String, in db: any Transaction) throws {
        let changed = try db.execute(
            """
            update job set due_at = \(due), leased_until = null, failure = \(code)
            where id = \(job.id) and attempts = \(job.attempts) and not exists (
                select 1 from job as waiting
                where waiting.queue = \(job.queue) and waiting.key = \(job.key) and waiting.leased_until is null
                    and waiting.given_up_at is null and waiting.id <> \(job.id))
            """)
        // Meanwhile the same work was put into the queue anew: that one will do it.
        if changed == 0 { try complete(job, in: db) }
    }

    /// Tries no more: the operator is shown it.
    static func giveUp(_ job: Job, at now: Moment, code: String, in db: any Transaction) throws {
        try db.execute(
            """
            update job set given_up_at = \(now), leased_until = null, failure = \(code)
            where id = \(job.id) and attempts = \(job.attempts)
            """)
    }

    /// What was given up, the newest first.
    package static func givenUp(limit: Int, in db: any Transaction) throws -> [Job] {
        try db.query(
            "select \(columns) from job where given_up_at is not null order by given_up_at desc, id desc limit \(limit)"
        ).map(job)
    }

    /// How many jobs wait or run in each queue.
    package static func countOpen(in db: any Transaction) throws -> [String: Int] {
        try db.query("select queue, count(*) as jobs from job where given_up_at is null group by queue")
            .reduce(into: [:]) { counts, row in counts[try row["queue"]] = try row["jobs"] as Int }
    }

    /// What has failed and is not being tried at this moment: given up, or to be tried again later. The newest first.
    package static func failed(limit: Int, in db: any Transaction) throws -> [FailedJob] {
        try db.query(
            """
            select \(columns), given_up_at from job where failure is not null and leased_until is null
            order by coalesce(given_up_at, due_at) desc, id desc limit \(limit)
            """
        ).map { FailedJob(job: try job($0), givenUpAt: try $0["given_up_at"]) }
    }

    static func isFailed(_ id: JobID, in db: any Transaction) throws -> Bool {
        try db.first(
            "select 1 as one from job where id = \(id) and failure is not null and leased_until is null") != nil
    }

    /// The operator has removed the cause: a job that failed is tried again at once.
    /// - Returns: false where the same work waits in its queue already.
    @discardableResult
    package static func tryAgain(_ id: JobID, in act: Act) throws -> Bool {
        let changed = try act.db.execute(
            """
            update job set given_up_at = null, attempts = 0, due_at = \(act.moment)
            where id = \(id) and failure is not null and leased_until is null and not exists (
                select 1 from job as waiting
                where waiting.queue = job.queue and waiting.key = job.key and waiting.leased_until is null
                    and waiting.given_up_at is null and waiting.id <> job.id)
            """)
        act.announce(.jobs)
        return changed == 1
    }

    /// The operator has a job tried no more.
    /// - Returns: false where it was given up already.
    static func abandon(_ id: JobID, in act: Act) throws -> Bool {
        try act.db.execute(
            """
            update job set given_up_at = \(act.moment)
            where id = \(id) and failure is not null and leased_until is null and given_up_at is null
            """) == 1
    }

    static func text(_ payload: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(payload), as: UTF8.self)
    }

    static func payload<Payload: Decodable>(_ text: String, as: Payload.Type = Payload.self) throws -> Payload {
        try JSONDecoder().decode(Payload.self, from: Data(text.utf8))
    }

    private static func job(_ row: Row) throws -> Job {
        Job(
            id: try row["id"], queue: try row["queue"], priority: try row["priority"], dueAt: try row["due_at"],
            key: try row["key"], payload: try row["payload"], attempts: try row["attempts"],
            leasedUntil: try row["leased_until"], failure: try row["failure"])
    }
}
