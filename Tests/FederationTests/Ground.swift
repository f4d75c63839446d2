import Federation
import Foundation
import MusterTesting
import Storage

/// The least federation a test can act in: one unit at the root, a clerk who holds a post there, and an outsider who
/// holds none.
struct Ground: Sendable {
    let engine: any Engine
    let federation: OpenFederation
    let clock: SimulatedClock
    let unit: UnitID
    let clerk: Actor
    /// Acts as a post of the same unit, whose role may do little.
    let publicist: Actor
    let outsider: Actor

    static func with<Result: Sendable>(
        _ dialect: Dialect, connections: Int = 4, _ body: @Sendable (Ground) async throws -> Result
    ) async throws -> Result {
        try await TestDatabase.with(dialect, connections: connections) { database in
            try await body(try await lay(on: database.engine))
        }
    }

    private static func lay(on engine: any Engine) async throws -> Ground {
        let clock = SimulatedClock()
        let federation = try await OpenFederation.open(engine, clock: clock, holder: "test")
        let minter = federation.minter
        return try await engine.write { db in
            let unit: UnitID = minter.mint()
            try db.execute(
                """
                insert into unit (id, origin_installation, origin_id, code, name, kind, level, path, sort_key, created_at)
                values (\(unit), 'test', \(unit), '410800', '焦作市总工会', \(UnitKind.federation), \(UnitLevel.city),
                    '00001', '410800', \(clock.now()))
                """)
            func person(_ login: String, _ name: String) throws -> PersonID {
                let id: PersonID = minter.mint()
                try PersonStore.insert(Person(id: id, login: login, name: name), at: clock.now(), in: db)
                return id
            }
            func actor(_ login: String, _ name: String, _ role: Role) throws -> Actor {
                let (person, post): (PersonID, PostID) = (try person(login, name), minter.mint())
                try PersonStore.insert(
                    Post(id: post, unit: unit, person: person, role: role, fromOn: "2020-01-01"), in: db)
                return Actor(person: person, post: post, unit: unit, role: role)
            }
            return Ground(
                engine: engine, federation: federation, clock: clock, unit: unit,
                clerk: try actor("clerk", "文书", .clerk), publicist: try actor("publicist", "宣传", .publicity),
                outsider: Actor(person: try person("outsider", "外人")))
        }
    }

    /// An act by the clerk that only writes its entry.
    @discardableResult func act(_ detail: JournalDetail = [:]) async throws -> ActID {
        let id = federation.newActID()
        let unit = unit
        return try await federation.act(.noticeRegister, as: clerk, at: unit, id: id) { act in
            try act.record(on: Subject("unit", unit), act.id, detail: detail)
        }
    }

    /// An act by the clerk around a body, with what the body returns.
    @discardableResult func act<Outcome: Codable & Sendable>(
        _ verb: Verb = .noticeRegister, _ body: @escaping @Sendable (Act) throws -> Outcome
    ) async throws -> Outcome {
        let unit = unit
        return try await federation.act(verb, as: clerk, at: unit, id: federation.newActID()) { act in
            let outcome = try body(act)
            return try act.record(on: Subject("unit", unit), outcome)
        }
    }

    /// Writes past the door, as someone would who has the database but not the program.
    @discardableResult func tamper(_ sql: SQL) async throws -> Int {
        try await engine.write { try $0.execute(sql) }
    }
}

/// A place for a file of one test, gone afterwards.
func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("muster-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}
