import Storage

/// What an operator decides about work that failed. Jobs are the installation's, so it is decided at the top unit.
package struct JobActs: Sendable {
    private let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Has a job tried again at once.
    /// - Parameter root: the unit at the top.
    /// - Throws: `AccessRefusal`, `JobRefusal.settled`, `JobRefusal.waitsAlready`.
    package func retry(_ job: JobID, at root: UnitID, as actor: Actor, id: ActID) async throws {
        try await decide(.jobRetry, job, at: root, as: actor, id: id) { act in
            guard try JobStore.tryAgain(job, in: act) else { throw JobRefusal.waitsAlready }
        }
    }

    /// Has a job tried no more; what it was to do stays undone.
    /// - Throws: `AccessRefusal`, `JobRefusal.settled`, `JobRefusal.givenUp`.
    package func abandon(_ job: JobID, at root: UnitID, as actor: Actor, id: ActID) async throws {
        try await decide(.jobAbandon, job, at: root, as: actor, id: id) { act in
            guard try JobStore.abandon(job, in: act) else { throw JobRefusal.givenUp }
        }
    }

    private func decide(
        _ verb: Verb, _ job: JobID, at root: UnitID, as actor: Actor, id: ActID,
        _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws {
        let _: JobID = try await federation.act(verb, as: actor, at: root, id: id) { act in
            guard try JobStore.isFailed(job, in: act.db) else { throw JobRefusal.settled }
            try body(act)
            return try act.record(on: Subject("job", job), job)
        }
    }
}

package enum JobRefusal: Refusal, CaseIterable {
    /// Done meanwhile, being tried just now, or never there.
    case settled
    /// The same work was put into its queue anew.
    case waitsAlready
    case givenUp

    package var code: String {
        switch self {
        case .settled: "job.settled"
        case .waitsAlready: "job.waits_already"
        case .givenUp: "job.given_up"
        }
    }

    package var manner: RefusalManner { .conflict }

    package var sentence: Sentence {
        switch self {
        case .settled:
            Sentence(
                zh: "这个任务已经办完，或者正在重试。", en: "This job has been done meanwhile, or is being tried just now.")
        case .waitsAlready:
            Sentence(zh: "同一件事已经重新排上队了。", en: "The same work is waiting in its queue already.")
        case .givenUp: Sentence(zh: "这个任务早已停办。", en: "This job was given up already.")
        }
    }
}
