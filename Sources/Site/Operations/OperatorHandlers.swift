import Federation
import Web

enum OperatorHandlers {
    private static let rowsMax = 200

    static func list(_ visit: Visit) async throws -> Reply {
        let (actor, federation) = (visit.actor, visit.federation)
        let root = try await federation.read { try CalendarReading.root(in: $0) }
        let model = try await visit.read(.jobRead, at: root) { db in
            let mayRetry = try Access.allows(.jobRetry, for: actor, at: root, in: db)
            let mayAbandon = try Access.allows(.jobAbandon, for: actor, at: root, in: db)
            var model = JobListModel(
                queues: try JobStore.countOpen(in: db).sorted { $0.key < $1.key }
                    .map { JobQueueShown(name: $0.key, waiting: $0.value) })
            for failed in try JobStore.failed(limit: rowsMax, in: db) {
                let job = failed.job
                var shown = JobShown(
                    id: "\(job.id)", queue: job.queue, attempts: job.attempts, failure: job.failure ?? "",
                    moment: failed.givenUpAt ?? job.dueAt)
                if mayRetry {
                    shown.retry = FormTarget(path: JobRoutes.retry.path(job.id), act: federation.newActID())
                }
                if mayAbandon, failed.givenUpAt == nil {
                    shown.abandon = FormTarget(path: JobRoutes.abandon.path(job.id), act: federation.newActID())
                }
                if failed.givenUpAt == nil { model.failing.append(shown) } else { model.givenUp.append(shown) }
            }
            return model
        }
        return .page(JobPages.list(model, in: try await visit.frame()))
    }

    static func retry(_ visit: Visit, _ job: JobID) async throws -> Reply {
        let (root, act) = (try await visit.federation.read { try CalendarReading.root(in: $0) }, visit.actID())
        try await JobActs(visit.federation).retry(job, at: root, as: visit.actor, id: act)
        return visit.done(act, JobRoutes.list.path())
    }

    static func abandon(_ visit: Visit, _ job: JobID) async throws -> Reply {
        let (root, act) = (try await visit.federation.read { try CalendarReading.root(in: $0) }, visit.actID())
        try await JobActs(visit.federation).abandon(job, at: root, as: visit.actor, id: act)
        return visit.done(act, JobRoutes.list.path())
    }
}
