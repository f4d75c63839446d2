import Directives
import Federation
import Foundation
import Site
import Storage
import Web

/// All that is measured in one federation of one size on one engine.
struct BenchMeasures {
    let federation: OpenFederation
    let server: BenchServer
    let load: GeneratedLoad
    let engine: String
    let units: Int
    let seconds: Double
    let runs: Int

    /// Lays the federation and its standing load, and signs nobody in yet.
    static func open(
        _ address: DatabaseAddress, engine: String, units: Int, seconds: Double, runs: Int
    ) async throws -> BenchMeasures {
        let federation = try await OpenFederation.open(
            try await openEngine(address, EngineOptions(connections: 16)))
        try await GeneratedFederation.lay(GeneratedSize(workplaces: units), seed: 1, in: federation)
        let load = try await GeneratedLoad.lay(in: federation)
        try await federation.engine.analyze()
        return BenchMeasures(
            federation: federation, server: try await BenchServer(federation), load: load, engine: engine,
            units: units, seconds: seconds, runs: runs)
    }

    func close() async {
        try? await server.stop()
        await federation.close()
    }

    func all(into table: inout BenchTable) async throws {
        try await pages(into: &table)
        try await changed(into: &table)
        try await addressees(into: &table)
        try await signing(into: &table)
        try await fanOut(into: &table)
        try await verifying(into: &table)
        add(&table, "peak memory of server and bench", Self.peakMegabytes(), "MB", target: "<= 300, server alone")
    }

    // MARK: Pages

    private func head(_ level: String) async throws -> (person: PersonID, unit: UnitID) {
        let found = try await federation.read { db in
            try db.first(
                """
                select p.person, p.unit from post p join unit u on u.id = p.unit
                where u.level = \(level) and p.role = 'principal' and u.closed_on is null order by u.path limit 1
                """
            ).map { (person: try $0["person"] as PersonID, unit: try $0["unit"] as UnitID) }
        }
        guard let found else { throw BenchFault.missing("a head of a \(level)") }
        return found
    }

    private func pages(into table: inout BenchTable) async throws {
        let notice = load.national[0]
        let duty = try await federation.read { db in
            try ObligationStore.obligations(of: notice, in: db).first { $0.sort == .duty }?.id
        }
        let dispatch: DispatchID? = try await federation.read { db in
            try db.scalar("select id from dispatch where notice = \(notice)")
        }
        let target = "<= 1.5 x of the smaller size"
        for level in ["national", "province", "county", "workplace"] {
            let browser = try await server.enter(as: try await head(level).person)
            try await page("account (floor), \(level)", "/account", browser, target: "", into: &table)
            try await page("Today, \(level)", "/today", browser, target: target, into: &table)
            try await page("inbox, \(level)", "/notices", browser, target: target, into: &table)
            try await page(
                "search units, \(level)", "/units?q=%E6%B2%B3%E9%98%B3", browser, target: target, into: &table)
            guard level != "workplace" else { continue }
            try await page(
                "picture, \(level)", "/notices/\(notice)/picture", browser, target: "p95 <= 20 ms", into: &table)
            try await page("matrix, \(level)", "/notices/\(notice)/progress", browser, target: target, into: &table)
            try await page("missing, \(level)", "/notices/\(notice)/missing", browser, target: target, into: &table)
            try await page("reports, \(level)", "/notices/\(notice)/reports", browser, target: target, into: &table)
            if let duty {
                try await page("obligation, \(level)", "/obligations/\(duty)", browser, target: target, into: &table)
            }
            if level == "national", let dispatch {
                try await page("wall, \(level)", "/dispatches/\(dispatch)", browser, target: target, into: &table)
            }
        }
    }

    private func page(
        _ name: String, _ path: String, _ browser: BenchServer.Browser, target: String, into table: inout BenchTable
    ) async throws {
        // The first opening fills the engine's own memory; what takes long is not opened so often.
        let first: Double
        do {
            first = try await Self.timed { try await server.get(path, browser) }
        } catch {
            // That a page does not open at this size is a finding, not the end of the run.
            print("\(name), \(engine), \(units): not measured, \(error)")
            return
        }
        let count = first > 3_000 ? 1 : first > 500 ? min(3, runs) : runs
        var took: [Double] = first > 3_000 ? [first] : []
        while took.count < count { took.append(try await Self.timed { try await server.get(path, browser) }) }
        let all = BenchRuns(took)
        var line = self.line(name, all.median, "ms", runs: all.count, target: target)
        line.p95 = all.at(95)
        table.add(line)
    }

    /// The first look at the picture of several nodes after one unit in a hundred has signed.
    private func changed(into table: inout BenchTable) async throws {
        let (notice, now) = (load.national[0], federation.clock.now())
        _ = try await federation.engine.write { db in
            try db.execute(
                """
                update receipt set state = \(ReceiptState.signed.rawValue), signed_at = \(now)
                where notice = \(notice) and state < \(ReceiptState.signed.rawValue) and id % 25 = 0
                """)
        }
        var took: [Double] = []
        for level in ["national", "province", "city", "county"] {
            let browser = try await server.enter(as: try await head(level).person)
            took.append(try await Self.timed { try await server.get("/notices/\(notice)/picture", browser) })
        }
        var line = line(
            "picture of a node, first read after 1 %", BenchRuns(took).median, "ms", runs: took.count,
            target: "p95 <= 20 ms")
        line.p95 = took.max()
        table.add(line)
    }

    private func addressees(into table: inout BenchTable) async throws {
        let own = try await head("national").unit
        var took: [Double] = []
        for _ in 0..<5 {
            took.append(
                try await Self.timed {
                    _ = try await federation.read { db in
                        try AddresseeResolution.resolve(
                            line: AddresseeLine("各基层工会："), issuer: try UnitStore.require(own, in: db),
                            lookup: StoredUnitLookup(db)
                        ).recipients.count
                    }
                })
        }
        add(
            &table, "addressee line to all grassroots, counted", BenchRuns(took).median, "ms", runs: 5,
            target: "<= 300 ms")
    }

    // MARK: Writing

    private static let connections = 64

    /// Sixty-four units sign for one notice after another, each a browser; beside the same way with an empty act: a
    /// session, its proof, the rule, one row of the person, the journal.
    private func signing(into table: inout BenchTable) async throws {
        let heads = try await federation.read { db in
            try db.query(
                """
                select p.person, p.unit from post p join unit u on u.id = p.unit
                where u.level = 'workplace' order by u.path limit \(Self.connections)
                """
            ).map { (person: try $0["person"] as PersonID, unit: try $0["unit"] as UnitID) }
        }
        guard heads.count == Self.connections else { throw BenchFault.missing("heads of workplaces") }
        var browsers: [BenchServer.Browser] = []
        for head in heads { browsers.append(try await server.enter(as: head.person)) }
        let prepared = browsers
        let empty = try await rate(seconds) { writer, turn in
            try await server.post("/languages", "language=\(turn % 2 == 0 ? "en" : "zh")&return=/", prepared[writer])
        }
        let waiting = try await receipts(
            for: heads.map(\.unit), each: Int(empty.perSecond * seconds * 1.2) / Self.connections + 5)
        let signed = try await rate(seconds) { writer, turn in
            guard turn < waiting[writer].count else { throw BenchFault.missing("receipts to sign") }
            try await server.post("/receipts/\(waiting[writer][turn])/signatures", "act=", prepared[writer])
        }
        var line = line(
            "sign-for over HTTP, 64 connections", signed.perSecond, "/s", runs: signed.took.count,
            target: ">= 0.5 of the empty act; p99 <= 50 ms")
        (line.floor, line.p95, line.p99) = (empty.perSecond, signed.took.at(95), signed.took.at(99))
        table.add(line)
    }

    /// Notices that were sent to these units and wait for a signature.
    private func receipts(for units: [UnitID], each count: Int) async throws -> [[ReceiptID]] {
        let own = try await head("national")
        let actor = try await federation.read { db in
            try db.first("select id from post where unit = \(own.unit) and role = 'principal'").map {
                Actor(person: own.person, post: try $0["id"], unit: own.unit, role: .principal)
            }
        }
        guard let actor else { throw BenchFault.missing("the head of the nation") }
        let plan = DispatchPlan(
            line: "各基层工会",
            phrases: [
                DispatchPhrase(place: 0, text: "各基层工会", purpose: .action, outcome: .resolved, units: units.count)
            ],
            recipients: units.map { .init(unit: $0, phrase: 0, purpose: .action) })
        let issuer = try await federation.read { try UnitStore.require(own.unit, in: $0).name }
        for turn in 0..<count {
            let notice = try await NoticeActs(federation).register(
                text: "\(issuer)关于签收第\(turn)号的通知\n\n各基层工会：\n\n请签收。\n\n\(issuer)\n2026年7月19日\n", corrections: [:],
                as: actor, at: own.unit, id: federation.newActID())
            _ = try await DispatchActs(federation).send(
                notice, plan, as: actor, at: own.unit, id: federation.newActID())
        }
        return try await federation.read { db in
            try units.map { unit in
                try db.query(
                    """
                    select id from receipt where unit = \(unit) and state = \(ReceiptState.sent.rawValue)
                    order by id desc limit \(count)
                    """
                ).map { try $0["id"] }
            }
        }
    }

    /// One notice to every unit, until each finds it; beside the bare engine storing one row for each.
    private func fanOut(into table: inout BenchTable) async throws {
        let own = try await head("national")
        let (post, ids) = try await federation.read { db in
            (
                try db.scalar("select id from post where unit = \(own.unit) and role = 'principal'", as: PostID.self),
                try db.query("select id from unit where closed_on is null and id <> \(own.unit) order by path").map {
                    try $0["id"] as UnitID
                }
            )
        }
        guard let post else { throw BenchFault.missing("the head of the nation") }
        let actor = Actor(person: own.person, post: post, unit: own.unit, role: .principal)
        let issuer = try await federation.read { try UnitStore.require(own.unit, in: $0).name }
        let notice = try await NoticeActs(federation).register(
            text: "\(issuer)关于全国一次的通知\n\n各级工会：\n\n请知悉。\n\n\(issuer)\n2026年7月20日\n", corrections: [:], as: actor,
            at: own.unit, id: federation.newActID())
        let floor = try await Self.timed {
            try await federation.engine.write { db in
                _ = try db.execute(
                    "create table floor (notice bigint not null, unit bigint not null, primary key (notice, unit))")
                _ = try db.execute(
                    "insert into floor (notice, unit) select \(notice), id from unit where closed_on is null")
            }
        }
        let took = try await Self.timed {
            _ = try await DispatchActs(federation).send(
                notice,
                DispatchPlan(
                    line: "各级工会",
                    phrases: [.init(place: 0, text: "各级工会", purpose: .action, outcome: .resolved, units: ids.count)],
                    recipients: ids.map { .init(unit: $0, phrase: 0, purpose: .action) }),
                as: actor, at: own.unit, id: federation.newActID())
        }
        var line = line(
            "fan-out of one notice, recipients", Double(ids.count) / took * 1_000, "/s", runs: 1,
            target: ">= 0.5 of a bare row each")
        line.floor = Double(ids.count) / floor * 1_000
        table.add(line)
    }

    // MARK: The journal

    private func verifying(into table: inout BenchTable) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(component: "muster-bench-keys")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let key = try SealKey.load(orCreateAt: folder.appending(component: "seal.key").path)
        try await Sealer(federation: federation, key: key).sealAll()
        let keys = [key.publicKey]
        var (rates, entries): ([Double], Int) = ([], 0)
        for _ in 0..<5 {
            let begun = ContinuousClock.now
            let report = try await JournalVerification(engine: federation.engine, keys: keys).run()
            guard report.firstBreak == nil else { throw BenchFault.missing("a whole journal") }
            entries = report.entriesSealed
            rates.append(Double(entries) / (ContinuousClock.now - begun).milliseconds * 1_000)
        }
        add(
            &table, "verify, of \(entries) entries", BenchRuns(rates).median, "/s", runs: 5, target: ">= 500,000/s")
    }

    // MARK: -

    private func line(
        _ name: String, _ value: Double, _ unit: String, runs: Int, target: String
    ) -> BenchLine {
        BenchLine(
            name: name, engine: engine, units: units, value: value, unit: unit, runs: runs, target: target)
    }

    private func add(
        _ table: inout BenchTable, _ name: String, _ value: Double, _ unit: String, runs: Int = 1, target: String
    ) {
        table.add(line(name, value, unit, runs: runs, target: target))
    }

    private static func timed(_ body: () async throws -> Void) async throws -> Double {
        let begun = ContinuousClock.now
        try await body()
        return (ContinuousClock.now - begun).milliseconds
    }

    /// How often `body` completes per second with all writers at it, and how long each took in milliseconds.
    private func rate(
        _ seconds: Double, _ body: @escaping @Sendable (_ writer: Int, _ turn: Int) async throws -> Void
    ) async throws -> (perSecond: Double, took: BenchRuns) {
        let begun = ContinuousClock.now
        let end = begun + .seconds(seconds)
        let took = try await withThrowingTaskGroup(of: [Double].self) { group in
            for writer in 0..<Self.connections {
                group.addTask {
                    var (turn, took): (Int, [Double]) = (0, [])
                    while ContinuousClock.now < end {
                        let one = turn
                        took.append(try await Self.timed { try await body(writer, one) })
                        turn += 1
                    }
                    return took
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return (Double(took.count) / ((ContinuousClock.now - begun).milliseconds / 1_000), BenchRuns(took))
    }

    /// The most memory that this process ever held.
    private static func peakMegabytes() -> Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = Double(line.split(separator: " ").dropFirst().first ?? "")
        else { return 0 }
        return kilobytes / 1_024
    }
}

extension Engine {
    /// What the planner knows of the tables, as it does after a night.
    func analyze() async throws { _ = try await write { try $0.execute("analyze") } }
}
