import Storage

/// Something every server does again and again. What it does must be harmless when several servers do it at once.
package struct JobTimer: Sendable {
    package let name: String
    package let everySeconds: Int64
    let run: @Sendable (OpenFederation) async throws -> Void

    package init(
        _ name: StaticString, everySeconds: Int64, _ run: @escaping @Sendable (OpenFederation) async throws -> Void
    ) {
        precondition(everySeconds > 0, "a timer waits at least a second")
        self.name = "\(name)"
        self.everySeconds = everySeconds
        self.run = run
    }

    /// Seals the journal each second.
    package static func seal(with key: SealKey) -> JobTimer {
        JobTimer("journal.seal", everySeconds: 1) { federation in
            try await Sealer(federation: federation, key: key).sealAll()
        }
    }

    /// Keeps this server's number; a server that has lost it stops.
    package static let renewLease = JobTimer("lease.renew", everySeconds: 300) { federation in
        try await federation.renewLease()
    }

    /// Removes sessions that have expired and counts of failures that are forgotten.
    package static let sweepSessions = JobTimer("session.sweep", everySeconds: 3_600) { federation in
        let now = federation.clock.now()
        try await federation.engine.write { db in
            try SessionStore.sweep(at: now, in: db)
            try Throttle.sweep(at: now, in: db)
        }
    }

    /// Destroys files whose time is over.
    package static let expireBlobs = JobTimer("blob.expire", everySeconds: 3_600) { federation in
        try await BlobExpiry.run(in: federation)
    }
}
