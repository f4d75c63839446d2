import Synchronization

/// The one connection through which an engine writes, inside its one transaction.
protocol CommitConnection {
    var transaction: any WritingTransaction { get throws }

    /// Begins the transaction that no other writer is in.
    /// - Parameter isGuarded: with a place to come back to.
    func begin(isGuarded: Bool) throws
    /// What was done since the last place stands; the next begins here.
    func keep() throws
    /// Back to the last place.
    func undo() throws
    /// Durable when it returns.
    func commit() throws
    /// None of it happened. Fails silently where the connection is gone: then it did not happen either.
    func rollback()
}

/// A transaction that knows whether anything was written in it.
protocol WritingTransaction: Transaction {
    /// Statements so far that may have written.
    var writes: Int { get }
}

extension WritingTransaction {
    /// Whether what was asked as a question may be one that writes and tells what it wrote.
    func mayWrite(_ text: String) -> Bool { !text.hasPrefix("select") && !text.hasPrefix("with") }
}

/// Acts share a commit: closures that arrive while one commit is being written go together into the next, one after the
/// other. So acts are serial on either engine: none sees another half done, and none fails another (docs/decisions/0018).
///
/// One that fails before it wrote anything, as a refusal does, fails alone. Where one fails later they all begin again, each
/// behind a savepoint, so that it is undone alone: that costs a copy of every page an act touches, and is seldom needed.
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
        do {
            if let outcomes = try together(batch, on: connection) { return outcomes }
            connection.rollback()
            return try guarded(batch, on: connection)
        } catch {
            connection.rollback()
            throw error
        }
    }

    /// - Returns: nil where one failed that had written.
    private func together(_ batch: [Pending], on connection: any CommitConnection) throws -> [(any Error)?]? {
        try connection.begin(isGuarded: false)
        let transaction = try connection.transaction
        var outcomes: [(any Error)?] = []
        for pending in batch {
            let before = transaction.writes
            do {
                try pending.run(transaction)
                outcomes.append(nil)
            } catch {
                // A database that refused a question may have ended the transaction.
                guard transaction.writes == before, !(error is StorageError) else {
                    if batch.count == 1 { throw error }
                    return nil
                }
                outcomes.append(error)
            }
        }
        do {
            try connection.commit()
        } catch StorageError.brokenTransaction where batch.count > 1 {
            return nil
        }
        return outcomes
    }

    private func guarded(_ batch: [Pending], on connection: any CommitConnection) throws -> [(any Error)?] {
        try connection.begin(isGuarded: true)
        let transaction = try connection.transaction
        var outcomes: [(any Error)?] = []
        for pending in batch {
            do {
                try pending.run(transaction)
                // Fails where the closure went on after an error that ended the transaction.
                try connection.keep()
                outcomes.append(nil)
            } catch {
                try connection.undo()
                outcomes.append(error)
            }
        }
        try connection.commit()
        return outcomes
    }
}
