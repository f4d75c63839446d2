import Directives
import Federation
import Foundation
import Storage
import Synchronization

/// Sixty-four units that sign for one notice after another, each a browser.
extension BenchMeasures {
    static let connections = 64
    /// What has a floor is taken in so many rounds, by turns with its floor, so that both have the same weather.
    private static let rounds = 5

    /// Beside the same way with an empty act: a session, its proof, the rule, one row of the person, the journal.
    func signing(on server: BenchServer, into table: inout BenchTable) async throws {
        let signers = try await signers(on: [server])
        let seconds = size.seconds / Double(Self.rounds)
        let before = try await signers.empty(seconds)
        try await signers.prepare(Int(before.perSecond * size.seconds * 1.2) / Self.connections + 5)
        let (signed, empty) = try await Self.byTurns(
            { try await signers.sign(for: seconds) }, { try await signers.empty(seconds) })
        var line = line(
            "sign-for over HTTP, 64 connections", signed.perSecond.median, "/s", runs: Self.rounds,
            target: ">= 0.5 of the empty act; p99 <= 50 ms")
        line.floor = empty.perSecond.median
        (line.p95, line.p99, line.most) = (signed.took.at(95), signed.took.at(99), signed.took.at(100))
        table.add(line)
    }

    /// The same while one notice after another goes to every unit; beside what is signed while none does.
    func signing(
        on server: BenchServer, during notices: [NoticeID], each milliseconds: Double, into table: inout BenchTable
    ) async throws {
        let signers = try await signers(on: [server])
        let alone = try await signers.empty(size.seconds / Double(Self.rounds))
        // At most so many that preparing them takes no longer than what is measured.
        let expected = alone.perSecond * max(size.seconds, milliseconds / 1_000) * 1.2
        try await signers.prepare(min(400, Int(expected) / Self.connections + 5) + 20)
        let quiet = try await signers.sign(for: size.seconds / Double(Self.rounds))
        let sender = try await entrance.enter(as: try await head("national").person)
        let sending = BenchSwitch()
        let end = ContinuousClock.now + .seconds(size.seconds)
        async let sent: Int = {
            defer { sending.turnOff() }
            var sent = 0
            while sent < notices.count, sent == 0 || ContinuousClock.now < end {
                try await sendToAll(notices[sent], on: server, sender)
                sent += 1
            }
            return sent
        }()
        let signed = try await signers.sign(while: { sending.isOn })
        let count = try await sent
        var line = line(
            "sign-for during a national fan-out", signed.perSecond, "/s", runs: count,
            target: "p99 <= 100 ms; floor: with none")
        line.floor = quiet.perSecond
        let took = BenchRuns(signed.took)
        (line.p95, line.p99, line.most) = (took.at(95), took.at(99), took.at(100))
        table.add(line)
    }

    /// One database, and three servers on it: what is signed in a second beside what is signed through one of them.
    func threeServers(into table: inout BenchTable) async throws {
        var servers: [BenchServer] = []
        do {
            for _ in 0..<3 { servers.append(try await BenchServer.start(database, client)) }
            let one = try await signers(on: Array(servers.prefix(1)))
            let three = try await signers(on: servers)
            let seconds = size.seconds / Double(Self.rounds)
            let before = try await three.empty(seconds)
            let count = Int(before.perSecond * size.seconds * 1.5) / Self.connections + 5
            try await one.prepare(count)
            try await three.prepare(count)
            let (spread, single) = try await Self.byTurns(
                { try await three.sign(for: seconds) }, { try await one.sign(for: seconds) })
            var line = line(
                "sign-for, three servers (floor: one)", spread.perSecond.median, "/s", runs: Self.rounds,
                target: "more than one does")
            line.floor = single.perSecond.median
            (line.p95, line.p99, line.most) = (spread.took.at(95), spread.took.at(99), spread.took.at(100))
            table.add(line)
        } catch {
            for server in servers { try? await server.stop() }
            throw error
        }
        for server in servers { try await server.stop() }
    }

    private static func byTurns(
        _ measured: () async throws -> BenchRate, _ floor: () async throws -> BenchRate
    ) async throws -> (measured: BenchRates, floor: BenchRates) {
        var (ours, theirs): ([BenchRate], [BenchRate]) = ([], [])
        for _ in 0..<rounds {
            theirs.append(try await floor())
            ours.append(try await measured())
        }
        return (BenchRates(ours), BenchRates(theirs))
    }

    private func signers(on servers: [BenchServer]) async throws -> BenchSigners {
        let heads = try await heads("workplace", limit: Self.connections)
        guard heads.count == Self.connections else { throw BenchFault.missing("heads of workplaces") }
        let browsers = try await Self.each(heads) { try await entrance.enter(as: $0.person) }
        let wires = try await Self.each(Array(browsers.enumerated())) { place, browser in
            try await BenchWire.open(to: servers[place % servers.count], browser)
        }
        return BenchSigners(measures: self, server: servers[0], units: heads.map(\.unit), wires: wires)
    }
}

/// Signed in, and with something to sign.
final class BenchSigners: Sendable {
    private let measures: BenchMeasures
    /// By which they are sent what they sign.
    private let server: BenchServer
    private let units: [UnitID]
    private let wires: [BenchWire]
    /// For each of them, what it has not signed yet.
    private let waiting: Mutex<[[ReceiptID]]>

    init(
        measures: BenchMeasures, server: BenchServer, units: [UnitID], wires: [BenchWire]
    ) {
        (self.measures, self.server, self.units, self.wires) = (measures, server, units, wires)
        waiting = Mutex(units.map { _ in [] })
    }

    deinit { for wire in wires { wire.close() } }

    /// Sends all of them so many notices, as their head office does: by the page, each unit added by hand.
    func prepare(_ count: Int) async throws {
        let head = try await measures.head("national")
        let sender = try await measures.entrance.enter(as: head.person)
        let added = units.map { "added=\($0)" }.joined(separator: "&")
        for _ in 0..<count {
            let notice = try await measures.registered("签收", by: head)
            try await server.post("/notices/\(notice)/dispatches", "line=&\(added)", sender)
            let receipts = try await measures.federation.read { [units] db in
                try units.map { try ReceiptStore.find(notice: notice, unit: $0, in: db)?.id }
            }
            waiting.withLock { waiting in
                for (place, receipt) in receipts.enumerated() { receipt.map { waiting[place].append($0) } }
            }
        }
    }

    func sign(for seconds: Double) async throws -> BenchRate {
        let end = ContinuousClock.now + .seconds(seconds)
        return try await sign(while: { ContinuousClock.now < end })
    }

    /// Whoever has nothing left to sign stops.
    func sign(while isOn: @escaping @Sendable () -> Bool) async throws -> BenchRate {
        try await rate(while: isOn) { [self] writer, _ in
            guard let receipt = waiting.withLock({ $0[writer].popLast() }) else { return false }
            try await wires[writer].post("/receipts/\(receipt)/signatures", "act=")
            return true
        }
    }

    /// The same way to an act that does next to nothing.
    func empty(_ seconds: Double) async throws -> BenchRate {
        let end = ContinuousClock.now + .seconds(seconds)
        return try await rate(while: { ContinuousClock.now < end }) { [self] writer, turn in
            try await wires[writer].post("/languages", "language=\(turn % 2 == 0 ? "en" : "zh")&return=/")
            return true
        }
    }

    /// All at it together; each until there is nothing left or it is over.
    private func rate(
        while isOn: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (_ writer: Int, _ turn: Int) async throws -> Bool
    ) async throws -> BenchRate {
        let begun = ContinuousClock.now
        let took = try await withThrowingTaskGroup(of: [Double].self) { group in
            for writer in wires.indices {
                group.addTask {
                    var (turn, took): (Int, [Double]) = (0, [])
                    while isOn() {
                        let start = ContinuousClock.now
                        guard try await body(writer, turn) else { break }
                        took.append((ContinuousClock.now - start).milliseconds)
                        turn += 1
                    }
                    return took
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return BenchRate(
            perSecond: Double(took.count) / ((ContinuousClock.now - begun).milliseconds / 1_000), took: took)
    }
}

/// How often in a second, and how long each took in milliseconds.
struct BenchRate: Sendable {
    var perSecond: Double
    var took: [Double]
}

struct BenchRates: Sendable {
    let perSecond: BenchRuns
    let took: BenchRuns

    init(_ rates: [BenchRate]) {
        (perSecond, took) = (BenchRuns(rates.map(\.perSecond)), BenchRuns(rates.flatMap(\.took)))
    }
}

/// On until somebody turns it off.
final class BenchSwitch: Sendable {
    private let state = Atomic(true)

    var isOn: Bool { state.load(ordering: .relaxed) }
    func turnOff() { state.store(false, ordering: .relaxed) }
}
