/// What is done to a unit's numbers by hand: each once, in the journal by its series and number.
package struct NumberActs: Sendable {
    private let federation: OpenFederation

    package init(_ federation: OpenFederation) { self.federation = federation }

    /// Begins a series at any number, or lets one go on from another.
    /// - Throws: `AccessRefusal`, `NumberRefusal`.
    package func start(
        word: String, year: Int, next: Int, at unit: UnitID, as actor: Actor, id: ActID
    ) async throws -> ID<NumberSeries> {
        try await federation.act(.numberStart, as: actor, at: unit, id: id) { act in
            try NumberStore.start(word: word, year: year, at: unit, next: next, in: act)
            guard let series = try NumberStore.find(word: word, year: year, at: unit, in: act.db) else {
                throw AccessRefusal.notFound
            }
            return try act.record(
                on: Subject("number", series.id), series.id, detail: ["next": "\(next)", "year": "\(year)"])
        }
    }

    /// Keeps a number for a paper that is still to come.
    /// - Throws: `AccessRefusal`, `NumberRefusal.taken`.
    package func reserve(
        _ number: Int, of series: NumberSeries, reason: String?, as actor: Actor, id: ActID
    ) async throws {
        try await decide(.numberReserve, number, of: series, as: actor, id: id) { document, act in
            try NumberStore.reserve(document, at: series.unit, reason: reason, in: act)
        }
    }

    /// Enters the number of a paper that Muster does not hold.
    /// - Throws: `AccessRefusal`, `NumberRefusal.taken`.
    package func enter(
        _ number: Int, of series: NumberSeries, reason: String?, as actor: Actor, id: ActID
    ) async throws {
        try await decide(.numberEnter, number, of: series, as: actor, id: id) { document, act in
            try NumberStore.enter(document, at: series.unit, reason: reason, in: act)
        }
    }

    /// Voids a number for good.
    /// - Throws: `AccessRefusal`, `NumberRefusal.alreadyVoid`, `NumberRefusal.reasonMissing`.
    package func void(
        _ number: Int, of series: NumberSeries, reason: String, as actor: Actor, id: ActID
    ) async throws {
        try await decide(.numberVoid, number, of: series, as: actor, id: id) { document, act in
            try NumberStore.void(document, at: series.unit, reason: reason, in: act)
        }
    }

    private func decide(
        _ verb: Verb, _ number: Int, of series: NumberSeries, as actor: Actor, id: ActID,
        _ body: @escaping @Sendable (DocumentNumber, Act) throws -> Void
    ) async throws {
        let _: ID<NumberSeries> = try await federation.act(verb, as: actor, at: series.unit, id: id) { act in
            try body(try DocumentNumber(word: series.word, year: series.year, number: number), act)
            return try act.record(
                on: Subject("number", series.id), series.id,
                detail: ["number": "\(number)", "year": "\(series.year)"])
        }
    }
}
