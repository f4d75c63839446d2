import Directives
import Federation
import Foundation
import NIOHTTP1
import Site
import Storage
import Web

/// Pages, as browsers get them.
extension BenchMeasures {
    func pages(of server: BenchServer, into table: inout BenchTable) async throws {
        let notice = load.national[0]
        let duty = try await federation.read { db in
            try ObligationStore.obligations(of: notice, in: db).first { $0.sort == .duty }?.id
        }
        let dispatch = try await dispatch(of: notice)
        let target = "<= 1.5 x of the smaller size"
        for level in ["national", "province", "county", "workplace"] {
            let browser = try await entrance.enter(as: try await head(level).person)
            let visitor = BenchVisitor(measures: self, server: server, browser: browser, level: level)
            await visitor.open("account (floor)", "/account", target: "", into: &table)
            await visitor.open("Today", "/today", target: target, into: &table)
            await visitor.open("inbox", "/notices", target: target, into: &table)
            await visitor.open("search units", "/units?q=%E6%B2%B3%E9%98%B3", target: target, into: &table)
            guard level != "workplace" else { continue }
            await visitor.open("picture", "/notices/\(notice)/picture", target: "p95 <= 20 ms", into: &table)
            await visitor.open("matrix", "/notices/\(notice)/progress", target: target, into: &table)
            await visitor.open("missing", "/notices/\(notice)/missing", target: target, into: &table)
            await visitor.open("reports", "/notices/\(notice)/reports", target: target, into: &table)
            if let duty { await visitor.open("obligation", "/obligations/\(duty)", target: target, into: &table) }
            if level == "national" {
                await visitor.open("wall", "/dispatches/\(dispatch)", target: target, into: &table)
            }
        }
    }

    func dispatch(of notice: NoticeID) async throws -> DispatchID {
        let own = try await head("national").unit
        let found = try await federation.read { try DispatchStore.find(notice: notice, from: own, in: $0).first?.id }
        guard let found else { throw BenchFault.missing("a sending of the notice \(notice)") }
        return found
    }

    /// The page that shows a node's twelve months by child.
    private static func twelveMonthsPath(of unit: UnitID) -> String? { "/months?unit=\(unit)" }

    func twelveMonths(of server: BenchServer, into table: inout BenchTable) async throws {
        for level in ["national", "province", "city", "county"] {
            let head = try await head(level)
            guard let path = Self.twelveMonthsPath(of: head.unit) else { return }
            let visitor = BenchVisitor(
                measures: self, server: server, browser: try await entrance.enter(as: head.person), level: level)
            await visitor.open("twelve months by child", path, target: "p95 <= 150 ms", into: &table)
        }
    }

    // MARK: After a change

    /// The first look at the picture of several nodes after one unit in a hundred has signed over HTTP.
    func changed(on server: BenchServer, into table: inout BenchTable) async throws {
        let notice = load.national[0]
        // More would be signed for an hour, and what is read afterwards is the same.
        let asked = min(2_000, max(1, size.units / 100))
        let units = try await spread(notice, asked)
        let signers = try await waiting(for: notice, at: units, try await laidHeads(of: units), on: server)
        var nodes: [[BenchServer.Browser]] = []
        for level in ["province", "city", "county"] {
            nodes.append(
                try await BenchMeasures.each(try await heads(level, limit: 5)) {
                    try await entrance.enter(as: $0.person)
                })
        }
        let nation = try await entrance.enter(as: try await head("national").person)
        _ = try await BenchMeasures.each(signers) { signer in
            try await server.post("/receipts/\(signer.receipt)/signatures", "act=", signer.browser)
        }
        // Four at once, each node's first look.
        var took: [Double] = []
        for turn in 0..<5 {
            let lookers = (turn == 0 ? [nation] : []) + nodes.compactMap { $0.count > turn ? $0[turn] : nil }
            took += try await BenchMeasures.each(lookers) { browser in
                try await BenchMeasures.timed { try await server.get("/notices/\(notice)/picture", browser) }
            }
        }
        let all = BenchRuns(took)
        var line = line(
            "picture, first read after 1 % (<= 2,000) signed", all.median, "ms", runs: all.count,
            target: "p95 <= 20 ms")
        (line.p95, line.most) = (all.at(95), all.at(100))
        table.add(line)
    }

    /// Workplaces without a head that have not signed for a notice, from all over the country.
    private func spread(_ notice: NoticeID, _ count: Int) async throws -> [UnitID] {
        let found = try await federation.read { [size] db in
            // A quarter has not signed, so one in so many is twice as many as are needed.
            let step = max(1, size.units / (count * 8))
            let some: [UnitID] = try db.query(
                """
                select id from (
                    select u.id, row_number() over (order by u.path) as place from unit u
                    where u.level = 'workplace' and u.closed_on is null
                        and not exists (select 1 from post p where p.unit = u.id)) workplaces
                where place % \(step) = 0
                """
            ).map { try $0["id"] }
            var found: [UnitID] = []
            for unit in some where found.count < count {
                if try ReceiptStore.find(notice: notice, unit: unit, in: db)?.state.isSigned != true {
                    found.append(unit)
                }
            }
            return found
        }
        guard !found.isEmpty else { throw BenchFault.missing("units that have not signed") }
        return found
    }

    struct Signer: Sendable {
        var browser: BenchServer.Browser
        var receipt: ReceiptID
    }

    /// Signs heads in and lets each look at Today, so that what was sent to its unit has come there.
    func waiting(
        for notice: NoticeID, at units: [UnitID], _ people: [PersonID], on server: BenchServer
    ) async throws -> [Signer] {
        let signers = try await BenchMeasures.each(Array(zip(units, people))) { unit, person -> Signer? in
            let browser = try await entrance.enter(as: person)
            try await server.get("/today", browser)
            return try await federation.read { try ReceiptStore.find(notice: notice, unit: unit, in: $0)?.id }
                .map { Signer(browser: browser, receipt: $0) }
        }.compactMap { $0 }
        guard signers.count == units.count else { throw BenchFault.missing("receipts to sign") }
        return signers
    }

    /// A head for each of these units, in their order.
    private func laidHeads(of units: [UnitID]) async throws -> [PersonID] {
        let people: [PersonID] = units.map { _ in federation.minter.mint() }
        let _: Int = try await federation.act(.demoLay, as: .system, at: nil, id: federation.newActID()) { act in
            for (unit, id) in zip(units, people) {
                try PersonStore.insert(
                    Person(id: id, login: "bench-\(unit)".lowercased(), name: "负责人"), at: act.moment, in: act.db)
                try PersonStore.insert(
                    Post(id: act.newID(), unit: unit, person: id, role: .principal, fromOn: act.today), in: act.db)
            }
            guard let root = try UnitStore.root(in: act.db) else { throw StorageError.unexpectedShape("no root") }
            return try act.record(on: Subject("unit", root.id), units.count, detail: ["people": "\(units.count)"])
        }
        return people
    }

    // MARK: Addressees

    /// The line to all grassroots unions: counted, and the page that shows it before anything is sent.
    func addressees(on server: BenchServer, into table: inout BenchTable) async throws {
        let own = try await head("national")
        let took = try await Self.repeated { _ in
            try await Self.timed {
                _ = try await federation.read { db in
                    try AddresseeResolution.resolve(
                        line: AddresseeLine("各基层工会："), issuer: try UnitStore.require(own.unit, in: db),
                        lookup: StoredUnitLookup(db)
                    ).recipients.count
                }
            }
        }
        add(
            &table, "addressee line to all grassroots, counted", took.median, "ms", runs: took.count,
            target: "<= 300 ms")
        let browser = try await entrance.enter(as: own.person)
        let (notice, line) = (load.national[0], QueryString.encoded("各基层工会"))
        let shown = try await Self.repeated { _ in
            try await Self.timed {
                try await server.post("/notices/\(notice)/addressees", "line=\(line)", browser, for: .ok)
            }
        }
        add(
            &table, "addressee line to all grassroots, its page", shown.median, "ms", runs: shown.count,
            target: "<= 300 ms")
    }
}

/// The pages of one person.
struct BenchVisitor {
    let measures: BenchMeasures
    let server: BenchServer
    let browser: BenchServer.Browser
    let level: String

    func open(_ name: String, _ path: String, target: String, into table: inout BenchTable) async {
        let name = "\(name), \(level)"
        do {
            // The first opening fills the engine's own memory; what takes long is not opened so often.
            let first = try await once(path)
            let count = first > 3_000 ? 1 : first > 500 ? min(3, measures.size.runs) : measures.size.runs
            var took: [Double] = first > 3_000 ? [first] : []
            while took.count < count { took.append(try await once(path)) }
            let all = BenchRuns(took)
            var line = measures.line(name, all.median, "ms", runs: all.count, target: target)
            line.p95 = all.at(95)
            table.add(line)
        } catch {
            table.missed("\(name), \(measures.engine), \(measures.size.units)", error)
        }
    }

    private func once(_ path: String) async throws -> Double {
        try await BenchMeasures.timed { try await server.get(path, browser) }
    }
}
