package import Storage
import Synchronization

/// The federation as one server sees it: its database, clock, ids and the one door for every write.
package final class Federation: Sendable {
    package let engine: any Engine
    package let clock: any Clock
    package let minter: IDMinter
    package let bulletin: Bulletin
    private let lease: ServerLease

    /// Opens the database, migrates it and leases a server's number.
    package static func open(
        _ engine: any Engine, clock: any Clock = SystemClock(), holder: String = "muster"
    ) async throws -> Federation {
        try await engine.migrate(Migration.all, appliedAt: clock.now().microseconds)
        let lease = try await ServerLease.take(on: engine, clock: clock, holder: holder)
        let federation = Federation(engine: engine, clock: clock, lease: lease)
        try await Installation.ensure(in: federation)
        return federation
    }

    private init(engine: any Engine, clock: any Clock, lease: ServerLease) {
        self.engine = engine
        self.clock = clock
        self.lease = lease
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

    /// The one door for writing: one transaction, one actor, one moment, one journal entry.
    ///
    /// - Parameters:
    ///   - verb: what is done; whether this actor may do it at this unit is decided here.
    ///   - actor: who does it, as which post.
    ///   - unit: the unit at which it is done; nil only for what belongs to no unit.
    ///   - id: made by the form or the client. The same id again returns the first outcome and does nothing.
    ///   - body: runs on the engine's thread, perhaps more than once.
    package func act<Outcome: Codable & Sendable>(
        _ verb: Verb, as actor: Actor, at unit: UnitID?, id: ActID,
        _ body: @escaping @Sendable (Act) throws -> Recorded<Outcome>
    ) async throws -> Outcome {
        let (clock, minter) = (clock, minter)
        let (outcome, topics) = try await engine.write { db -> (Outcome, Set<Topic>) in
            if let first: Outcome = try JournalStore.outcome(of: id, verb: verb, actor: actor, in: db) {
                return (first, [])
            }
            try Access.require(verb, for: actor, at: unit, in: db)
            let act = Act(
                db: db, id: id, verb: verb, actor: actor, unit: unit, moment: clock.now(), minter: minter)
            let recorded = try body(act)
            return (recorded.outcome, act.topics)
        }
        for topic in topics { bulletin.post(topic) }
        return outcome
    }

    /// An id for a form that is about to be shown, or for an act that Muster itself begins.
    package func newActID() -> ActID { minter.mint() }
}
