import Storage

/// Bulk work that an act has fixed the extent of and that is carried out in pieces, each one short transaction, so that
/// SQLite's only writer is never held long and nothing else waits.
///
/// The pieces write as the act that began it: same id, same actor, no entry of their own. Its position moves in the
/// transaction of the piece, so a crash neither repeats a piece nor leaves one out.
package struct ChunkedJob<Extent: Codable & Sendable, Cursor: Codable & Sendable>: Sendable {
    /// What is stored: the act, what it fixed, and how far the work has come.
    struct Position: Codable, Sendable {
        var act: ActID
        var extent: Extent
        var cursor: Cursor?
    }

    let queue: JobQueue<Position>
    /// Rows one piece writes at most.
    package let rowsMax: Int

    package init(_ name: StaticString, priority: JobPriority = .high, rowsMax: Int = 2_000) {
        precondition((1...5_000).contains(rowsMax), "a piece is 1 to 5,000 rows")
        queue = JobQueue(name, priority: priority)
        self.rowsMax = rowsMax
    }
}

/// What follows a piece.
package enum ChunkProgress<Cursor: Codable & Sendable>: Sendable {
    case more(after: Cursor)
    case done
}

extension Act {
    /// Begins bulk work: its first piece runs after this act's commit.
    /// - Parameter extent: what the act fixes once and for all.
    package func begin<Extent, Cursor>(
        _ work: ChunkedJob<Extent, Cursor>, _ extent: Extent, from cursor: Cursor? = nil
    ) throws {
        try enqueue(work.queue, ChunkedJob.Position(act: id, extent: extent, cursor: cursor))
    }
}

extension JobHandlers {
    /// Carries bulk work out.
    /// - Parameter chunk: writes the next piece, at most `rowsMax` rows after the cursor (nil for the first piece), in
    ///   the transaction of `act`. It must not record: the act that began the work has.
    package mutating func handle<Extent, Cursor>(
        _ work: ChunkedJob<Extent, Cursor>,
        _ chunk:
            @escaping @Sendable (
                _ extent: Extent, _ cursor: Cursor?, _ rowsMax: Int, _ act: Act
            ) throws -> ChunkProgress<Cursor>
    ) {
        add(work.queue) { context in
            let (federation, job) = (context.federation, context.job)
            let position: ChunkedJob<Extent, Cursor>.Position = try JobStore.payload(job.payload)
            let topics = try await federation.engine.write { db -> Set<Topic> in
                guard try JobStore.isOurs(job, in: db) else { return [] }
                let act = try federation.resumed(position.act, in: db)
                switch try chunk(position.extent, position.cursor, work.rowsMax, act) {
                case .more(let cursor):
                    var next = position
                    next.cursor = cursor
                    // Behind what else is due, so that one bulk job does not keep another from beginning.
                    let due = max(act.moment, job.dueAt)
                    try JobStore.goOn(job, payload: try JobStore.text(next), due: due, in: db)
                case .done: try JobStore.complete(job, in: db)
                }
                return act.topics
            }
            for topic in topics { federation.bulletin.post(topic) }
            return true
        }
    }
}

extension OpenFederation {
    /// The act that is in the journal under this id, to write a further piece of its work.
    fileprivate func resumed(_ id: ActID, in db: any Transaction) throws -> Act {
        guard let entry = try JournalStore.entry(id, in: db), let verb = Verb(rawValue: entry.verb) else {
            throw StorageError.unexpectedShape("bulk work without the act that began it")
        }
        var actor = entry.person.map(Actor.init(person:)) ?? .system
        actor.post = entry.post
        actor.substitutes = entry.substitutes
        actor.unit = entry.unit
        return Act(
            db: db, id: id, verb: verb, actor: actor, unit: entry.unit, moment: clock.now(), minter: minter)
    }
}
