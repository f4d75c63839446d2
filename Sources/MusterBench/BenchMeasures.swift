import AsyncHTTPClient
import Directives
import Federation
import Foundation
import Site
import Storage

/// All that is measured in one federation of one size on one engine: here its order, and what every measure needs.
struct BenchMeasures: Sendable {
    let federation: OpenFederation
    let database: BenchDatabase
    let entrance: BenchEntrance
    let client: HTTPClient
    let load: GeneratedLoad
    let engine: String
    let size: BenchSize
    private let renewing: Task<Void, Never>

    /// Lays the federation and its standing load, and starts no server yet.
    static func open(_ database: BenchDatabase, engine: String, _ size: BenchSize) async throws -> BenchMeasures {
        let federation = try await OpenFederation.openSite(
            try await openEngine(database.address, .forLaying), holder: "bench")
        // Servers run beside us for long: none may be given our number meanwhile.
        let renewing = Task {
            while !Task.isCancelled {
                try? await federation.renewLease()
                try? await Task.sleep(for: .seconds(120))
            }
        }
        let begun = ContinuousClock.now
        let isLaid = try await GeneratedFederation.lay(GeneratedSize(workplaces: size.units), seed: 1, in: federation)
        let load = isLaid ? try await GeneratedLoad.lay(in: federation) : try await GeneratedLoad.laid(in: federation)
        try await federation.engine.analyze()
        let took = BenchTable.short((ContinuousClock.now - begun).milliseconds / 1_000)
        print("\(engine): \(size.units) workplaces \(isLaid ? "laid in \(took) s" : "were there")")
        // A redirect is the answer here, not a way to another page.
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 80
        return BenchMeasures(
            federation: federation, database: database,
            entrance: try BenchEntrance(federation, keys: database.keys),
            client: HTTPClient(configuration: configuration), load: load, engine: engine, size: size,
            renewing: renewing)
    }

    func close() async {
        renewing.cancel()
        try? await client.shutdown()
        await federation.close()
    }

    /// One thing that cannot be measured at this size is a finding, not the end of the run.
    func all(into table: inout BenchTable) async {
        await attempt(.start, &table) { try await starting(into: &$0) }
        await attempt("a server", &table) { table in
            let server = try await BenchServer.start(database, client)
            await everyday(server, into: &table)
            add(&table, "peak memory of the server alone", server.peakMegabytes, "MB", target: "<= 300 MB")
            try await server.stop()
        }
        await attempt(.verify, &table) { try await verifying(into: &$0) }
        if engine == "postgresql" { await attempt(.servers, &table) { try await threeServers(into: &$0) } }
        if size.walls > 0 { await attempt(.walls, &table) { try await walls(into: &$0) } }
    }

    /// What one server does all day.
    private func everyday(_ server: BenchServer, into table: inout BenchTable) async {
        await attempt(.pages, &table) { try await pages(of: server, into: &$0) }
        await attempt(.changed, &table) { try await changed(on: server, into: &$0) }
        await attempt(.addressees, &table) { try await addressees(on: server, into: &$0) }
        await attempt(.months, &table) { try await twelveMonths(of: server, into: &$0) }
        await attempt(.signing, &table) { try await signing(on: server, into: &$0) }
        await attempt(.fanOut, &table) { try await fanOut(on: server, into: &$0) }
        await attempt(.urge, &table) { try await urging(on: server, into: &$0) }
    }

    private func attempt(
        _ part: BenchPart, _ table: inout BenchTable, _ body: (inout BenchTable) async throws -> Void
    ) async {
        if size.parts.contains(part) { await attempt(part.rawValue, &table, body) }
    }

    private func attempt(
        _ name: String, _ table: inout BenchTable, _ body: (inout BenchTable) async throws -> Void
    ) async {
        do { try await body(&table) } catch { table.missed("\(name), \(engine), \(size.units)", error) }
    }

    // MARK: The server alone

    private func starting(into table: inout BenchTable) async throws {
        let took = try await Self.repeated { _ in
            let server = try await BenchServer.start(database, client)
            try await server.stop()
            return server.firstPageMilliseconds
        }
        var line = line("start to first page", took.median, "ms", runs: took.count, target: "<= 1,000 ms")
        line.most = took.at(100)
        table.add(line)
    }

    /// With no server beside it: its sealer would seal what this one is about to.
    private func verifying(into table: inout BenchTable) async throws {
        let key = try SealKey.load(orCreateAt: database.keys + "/seal.key")
        try await Sealer(federation: federation, key: key).sealAll()
        var entries = 0
        let rates = try await Self.repeated { _ in
            let begun = ContinuousClock.now
            let report = try await JournalVerification(engine: federation.engine, keys: [key.publicKey]).run()
            guard report.firstBreak == nil else { throw BenchFault.missing("a whole journal") }
            entries = report.entriesSealed
            return Double(entries) / (ContinuousClock.now - begun).milliseconds * 1_000
        }
        add(
            &table, "verify, of \(entries) entries", rates.median, "/s", runs: rates.count,
            target: ">= 500,000/s")
    }

    // MARK: People

    /// Who leads a unit.
    struct Head: Sendable {
        var person: PersonID
        var unit: UnitID
        var actor: Actor
    }

    /// The heads at one level, in the order of the tree.
    func heads(_ level: String, limit: Int) async throws -> [Head] {
        let found = try await federation.read { db in
            try db.query(
                """
                select p.person, p.unit, p.id from post p join unit u on u.id = p.unit
                where u.level = \(level) and p.role = 'principal' and u.closed_on is null order by u.path
                limit \(limit)
                """
            ).map { row in
                let (person, unit): (PersonID, UnitID) = (try row["person"], try row["unit"])
                return Head(
                    person: person, unit: unit,
                    actor: Actor(person: person, post: try row["id"], unit: unit, role: .principal))
            }
        }
        guard !found.isEmpty else { throw BenchFault.missing("a head of a \(level)") }
        return found
    }

    func head(_ level: String) async throws -> Head { try await heads(level, limit: 1)[0] }

    // MARK: Figures

    func line(_ name: String, _ value: Double, _ unit: String, runs: Int, target: String) -> BenchLine {
        BenchLine(
            name: name, engine: engine, units: size.units, value: value, unit: unit, runs: runs, target: target)
    }

    func add(
        _ table: inout BenchTable, _ name: String, _ value: Double, _ unit: String, runs: Int = 1, target: String
    ) {
        table.add(line(name, value, unit, runs: runs, target: target))
    }

    static func timed(_ body: () async throws -> Void) async throws -> Double {
        let begun = ContinuousClock.now
        try await body()
        return (ContinuousClock.now - begun).milliseconds
    }

    /// Five times, or as often as half a minute has room for; at least once.
    static func repeated(_ body: (_ turn: Int) async throws -> Double) async throws -> BenchRuns {
        let begun = ContinuousClock.now
        var results: [Double] = []
        while results.count < 5, results.isEmpty || ContinuousClock.now - begun < .seconds(30) {
            results.append(try await body(results.count))
        }
        return BenchRuns(results)
    }

    /// Does the same to each of many, sixty-four at a time.
    static func each<Item: Sendable, Result: Sendable>(
        _ items: [Item], atOnce: Int = 64, _ body: @escaping @Sendable (Item) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
            for start in 0..<min(atOnce, items.count) {
                group.addTask {
                    var results: [(Int, Result)] = []
                    for place in stride(from: start, to: items.count, by: atOnce) {
                        results.append((place, try await body(items[place])))
                    }
                    return results
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

extension Engine {
    /// What the planner knows of the tables, as it does after a night.
    func analyze() async throws { _ = try await write { try $0.execute("analyze") } }
}
