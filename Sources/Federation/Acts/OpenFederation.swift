package import Storage
import Synchronization

/// The federation as one server sees it: its database, clock, ids and the one door for every write.
package final class OpenFederation: Sendable {
    package let engine: any Engine
    package let clock: any Clock
    package let minter: IDMinter
    package let bulletin: Bulletin
    private let lease: ServerLease
    /// The contexts whose facts are tallied by branch.
    private let figureSources: [any FigureSource.Type]

    /// Opens the database, migrates it and leases a server's number.
    /// - Parameter figureSources: the contexts whose facts are tallied by branch: all there are, wherever units may move.
    package static func open(
        _ engine: any Engine, clock: any Clock = SystemClock(), holder: String = "muster",
        figureSources: [any FigureSource.Type] = []
    ) async throws -> OpenFederation {
        try await engine.migrate(Migration.all, appliedAt: clock.now().microseconds)
        let lease = try await ServerLease.take(on: engine, clock: clock, holder: holder)
        let federation = OpenFederation(engine: engine, clock: clock, lease: lease, figureSources: figureSources)
        try await Installation.ensure(in: federation)
        return federation
    }

    private init(
        engine: any Engine, clock: any Clock, lease: ServerLease, figureSources: [any FigureSource.Type]
    ) {
        self.engine = engine
        self.clock = clock
        self.lease = lease
        self.figureSources = figureSources
        minter = IDMinter(server: lease.number, clock: clock)
        bulletin = Bulletin(engine: engine)
    }

    /// Gives the server's number back and closes the database.
    package func close() async {
        bulletin.stop()
        await lease.giveBack(on: engine)
        await engine.close()
    }

    /// Keeps the server's number. Called every few minutes by a server that runs.
    package func renewLease() async throws { try await lease.renew(on: engine, clock: clock) }

    /// One consistent snapshot.
    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await engine.read(body)
    }

    /// Asks the database for one thing, to know whether it answers.
    /// - Throws: `StorageError.unavailable`, `StorageError.busy`.
    package func ping() async throws { _ = try await engine.read { try $0.query("select 1 as one") } }

    /// The one door for writing: one transaction, one actor, one moment, one journal entry.
    ///
    /// - Parameters:
    ///   - verb: what is done; whether this actor may do it at this unit is decided here.
    ///   - actor: who does it, as which post.
    ///   - unit: the unit at which it is done; nil only for what belongs to no unit.
    ///   - id: made by the form or the client. The same id again returns the first outcome and does nothing.
    ///   - body: runs on the engine's thread, perhaps more than once, and also for a repetition, whose writes are then
    ///     rolled back.
    package func act<Outcome: Codable & Sendable>(
        _ verb: Verb, as actor: Actor, at unit: UnitID?, id: ActID,
        _ body: @escaping @Sendable (Act) throws -> Recorded<Outcome>
    ) async throws -> Outcome {
        let (clock, minter, figureSources) = (clock, minter, figureSources)
        do {
            let (outcome, topics) = try await engine.write { db -> (Outcome, Set<Topic>) in
                try Access.require(verb, for: actor, at: unit, in: db)
                let act = Act(
                    db: db, id: id, verb: verb, actor: actor, unit: unit, moment: clock.now(), minter: minter,
                    figureSources: figureSources)
                let recorded = try body(act)
                return (recorded.outcome, act.topics)
            }
            for topic in topics { bulletin.post(topic) }
            return outcome
        } catch {
            // Whether the id was used before is asked only here: nearly never. A repetition always ends here: its
            // entry's id is taken, or the state that the first one left refuses it.
            if let first: Outcome = try await firstOutcome(of: id, verb, actor, orThrow: error) { return first }
            throw error
        }
    }

    /// - Throws: `JournalRefusal.idTaken`; and the act's own error where the journal cannot be asked.
    private func firstOutcome<Outcome: Codable & Sendable>(
        of id: ActID, _ verb: Verb, _ actor: Actor, orThrow failure: any Error
    ) async throws -> Outcome? {
        do {
            return try await engine.read { try JournalStore.outcome(of: id, verb: verb, actor: actor, in: $0) }
        } catch is StorageError {
            throw failure
        }
    }

    /// An id for a form that is about to be shown, or for an act that Muster itself begins.
    package func newActID() -> ActID { minter.mint() }
}
