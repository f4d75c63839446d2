import Federation
import MusterTesting
import Storage
import Testing

/// A federation of its own for one test.
func withFederation<Result: Sendable>(
    _ dialect: Dialect, _ body: (OpenFederation) async throws -> Result
) async throws -> Result {
    try await TestDatabase.with(dialect) { database in
        try await body(try await OpenFederation.open(database.engine, clock: SimulatedClock()))
    }
}

/// Expects this very refusal, with all that it says.
func refused<Result>(
    _ expected: any Refusal, at location: SourceLocation = #_sourceLocation, _ body: () async throws -> Result
) async {
    do {
        _ = try await body()
        Issue.record("not refused; expected \(expected)", sourceLocation: location)
    } catch {
        #expect("\(error)" == "\(expected)", sourceLocation: location)
    }
}

extension OpenFederation {
    /// Muster itself acts at no unit; what the tests of permission do not need to say.
    @discardableResult
    func change<Outcome: Codable & Sendable>(
        _ verb: Verb, as actor: Actor = .system, at unit: UnitID? = nil,
        _ body: @escaping @Sendable (Act) throws -> Outcome
    ) async throws -> Outcome {
        try await act(verb, as: actor, at: unit, id: newActID()) { act in
            let outcome = try body(act)
            return try act.record(on: Subject("unit", ID<Unit>(0)), outcome)
        }
    }

    @discardableResult
    func create(
        _ code: String, _ name: String? = nil, under parent: UnitID? = nil, second: UnitID? = nil,
        shortNames: [String] = [], english: String? = nil, kind: UnitKind = .federation, region: String? = nil,
        as actor: Actor = .system, at unit: UnitID? = nil
    ) async throws -> UnitID {
        try await change(.unitCreate, as: actor, at: unit) { act in
            let naming = UnitNaming(
                name ?? "\(code)总工会", shortNames: shortNames, nameEnglish: english, regionCode: region)
            return try UnitTree.create(
                UnitDraft(code: code, kind: kind, level: .city, naming: naming),
                at: parent.map { UnitPlace(under: $0, on: .territorial) },
                second: second.map { UnitPlace(under: $0, on: .industrial) }, in: act
            ).id
        }
    }

    func move(
        _ unit: UnitID, under parent: UnitID, line: UnitLine = .territorial, on day: String? = nil,
        as actor: Actor = .system, at place: UnitID? = nil
    ) async throws {
        try await change(.unitMove, as: actor, at: place) { act in
            try UnitTree.move(unit, to: UnitPlace(under: parent, on: line), on: day, in: act).id
        }
    }

    func setSecond(_ unit: UnitID, to parent: UnitID) async throws {
        try await change(.unitRevise) { act in
            try UnitTree.setSecondLine(of: unit, to: UnitPlace(under: parent, on: .industrial), in: act).id
        }
    }

    func endSecond(_ unit: UnitID) async throws {
        try await change(.unitRevise) { act in try UnitTree.endSecondLine(of: unit, in: act).id }
    }

    @discardableResult
    func merge(_ unit: UnitID, into other: UnitID, as actor: Actor = .system, at place: UnitID? = nil) async throws
        -> UnitMergeCounts
    {
        try await change(.unitMerge, as: actor, at: place) { act in try UnitTree.merge(unit, into: other, in: act) }
    }

    func close(_ unit: UnitID, on day: String? = nil) async throws {
        try await change(.unitClose) { act in try UnitTree.close(unit, on: day, in: act).id }
    }

    func unit(_ id: UnitID) async throws -> Unit { try await read { try UnitStore.require(id, in: $0) } }

    func count(_ table: StaticString) async throws -> Int {
        try await read { try $0.scalar("select count(*) as found from \(SQL(unchecked: "\(table)"))") ?? 0 }
    }

    /// Somebody with a post at a unit.
    func appoint(_ role: Role, at unit: UnitID, login: String) async throws -> Actor {
        let (person, post): (PersonID, PostID) = (minter.mint(), minter.mint())
        let now = clock.now()
        try await engine.write { db in
            try PersonStore.insert(Person(id: person, login: login, name: login), at: now, in: db)
            try PersonStore.insert(
                Post(id: post, unit: unit, person: person, role: role, fromOn: "2020-01-01"), in: db)
        }
        return Actor(person: person, post: post, unit: unit, role: role)
    }
}
