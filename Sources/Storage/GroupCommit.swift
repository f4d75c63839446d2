import Synchronization

/// The one connection through which an engine writes, inside its one transaction.
protocol CommitConnection {
    var transaction: any Transaction { get throws }

    /// Begins the transaction that no other writer is in, with a place to come back to where several closures share it.
    func begin(isShared: Bool) throws
    /// What was done since the last place stands; the next begins here.
    func keep() throws
    /// Back to the last place.
    func undo() throws
    /// Durable when it returns.
    func commit() throws
    /// None of it happened. Fails silently where the connection is gone: then it did not happen either.
    func rollback()
}

/// Acts share a commit: closures that arrive while one commit is being written go together into the next, one after the
/// other, and a failing one is undone alone. So acts are serial on either engine: none sees another half done, and none
/// fails another (docs/decisions/0018).
final class GroupCommit: Sendable {
    /// Closures one commit carries at most, so that the first does not wait for a hundred others' work. PostgreSQL keeps
    /// 64 places of a transaction at hand; with more, every reader looks them up on disk.
    private static let batchMax = 60

    private struct Pending: Sendable {
        let run: @Sendable (any Transaction) throws -> Void
        /// Told after the commit: nil where it is durable.
        let finish: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Pending] = []
        var isDraining = false
        var isStopped = false
    }

    /// Calls with the connection on its own thread, later.
    private let enter: @Sendable (@escaping @Sendable (any CommitConnection) -> Void) -> Void
    private let state = Mutex(State())

    init(enter: @escaping @Sendable (@escaping @Sendable (any CommitConnection) -> Void) -> Void) {
        self.enter = enter
    }

    func submit<Outcome: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome {
        let box = Mutex<Outcome?>(nil)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let pending = Pending(
                run: { transaction in
                    let outcome = try body(transaction)
                    box.withLock { $0 = outcome }
                },
                finish: { error in
                    if let error { continuation.resume(throwing: error) } else { continuation.resume() }
                })
            let mustStart = state.withLock { state -> Bool in
                state.waiting.append(pending)
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if mustStart { enter { [self] in drain($0) } }
        }
        guard let outcome = box.withLock({ $0 }) else {
            throw StorageError.unexpectedShape("a commit without a result")
        }
        return outcome
    }

    /// From now on nothing is written.
    /// - Returns: false where it was stopped before.
    @discardableResult
    func stop() -> Bool {
        state.withLock { state in
            defer { state.isStopped = true }
            return !state.isStopped
        }
    }

    private func drain(_ connection: any CommitConnection) {
        while let batch = nextBatch() {
            do {
                // A statement on a connection that was closed meanwhile would not fail but crash.
                guard !state.withLock(\.isStopped) else { throw StorageError.unavailable("the engine is closed") }
                let outcomes = try commit(batch, on: connection)
                for (pending, outcome) in zip(batch, outcomes) { pending.finish(outcome) }
            } catch {
                // What they share failed (no connection, disk full, file gone): none of them happened.
                for pending in batch { pending.finish(error) }
            }
        }
    }

    private func nextBatch() -> [Pending]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let batch = Array(state.waiting.prefix(Self.batchMax))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }

    /// - Returns: for each, why it did not happen; nil where it did.
    private func commit(_ batch: [Pending], on connection: any CommitConnection) throws -> [(any Error)?] {
        let isShared = batch.count > 1
        do {
            try connection.begin(isShared: isShared)
            let transaction = try connection.transaction
            var outcomes: [(any Error)?] = []
            for pending in batch {
                do {
                    try pending.run(transaction)
                    // Fails where the closure went on after an error that ended the transaction.
                    if isShared { try connection.keep() }
                    outcomes.append(nil)
                } catch {
                    guard isShared else { throw error }
                    try connection.undo()
                    outcomes.append(error)
                }
            }
            try connection.commit()
            return outcomes
        } catch {
            connection.rollback()
            throw error
        }
    }
}
