import Directives
import Federation
import Foundation
import Site
import Storage
import Web

/// What goes from the nation to every unit.
extension BenchMeasures {
    /// A paper of a head's own unit, ready to be sent; never the same twice, which would be one notice.
    func registered(_ matter: String, by head: Head) async throws -> NoticeID {
        let id = federation.newActID()
        let title = "关于\(matter)第\(id.raw)号的通知"
        let issuer = try await federation.read { try UnitStore.require(head.unit, in: $0).name }
        return try await NoticeActs(federation).register(
            text: "\(issuer)\(title)\n\n各级工会：\n\n请签收。\n\n\(issuer)\n2026年7月20日\n", corrections: [:],
            as: head.actor, at: head.unit, id: id)
    }

    /// As the page sends it, the line being read and examined once more.
    func sendToAll(_ notice: NoticeID, on server: BenchServer, _ sender: BenchServer.Browser) async throws {
        try await server.post(
            "/notices/\(notice)/dispatches", "line=\(QueryString.encoded("各级工会"))", sender)
    }

    /// One notice to every unit, until the last of them finds it; beside the bare engine storing one row for each.
    func fanOut(on server: BenchServer, into table: inout BenchTable) async throws {
        let head = try await head("national")
        let sender = try await entrance.enter(as: head.person)
        guard let last = try await heads("workplace", limit: 1_000).last else {
            throw BenchFault.missing("a head of a workplace")
        }
        let reader = try await entrance.enter(as: last.person)
        try await server.get("/notices", reader)
        let recipients = try await federation.read { db in
            try db.scalar(
                "select count(*) as units from unit where closed_on is null and id <> \(head.unit)", as: Int.self) ?? 0
        }
        var floors: [Double] = []
        let took = try await Self.repeated { _ in
            let notice = try await registered("全国一次", by: head)
            floors.append(try await bareRows(notice))
            return try await Self.timed {
                try await sendToAll(notice, on: server, sender)
                try await find(notice, last.unit, on: server, reader)
            }
        }
        var line = line(
            "fan-out of one notice, recipients", Double(recipients) / took.median * 1_000, "/s", runs: took.count,
            target: ">= 0.5 of a bare row each")
        line.floor = Double(recipients) / BenchRuns(floors).median * 1_000
        table.add(line)

        let more = max(1, min(20, Int(size.seconds * 1_000 / took.median) + 1))
        var notices: [NoticeID] = []
        for _ in 0..<more { notices.append(try await registered("全国再发", by: head)) }
        try await signing(on: server, during: notices, each: took.median, into: &table)
    }

    /// The unit looks at what it got until the notice is among it, and opens it.
    private func find(
        _ notice: NoticeID, _ unit: UnitID, on server: BenchServer, _ reader: BenchServer.Browser
    ) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            try await server.get("/notices", reader)
            if let receipt = try await federation.read({ try ReceiptStore.find(notice: notice, unit: unit, in: $0) }) {
                return try await server.get("/receipts/\(receipt.id)", reader)
            }
        }
        throw BenchFault.missing("the notice at the last unit")
    }

    /// Milliseconds that the engine needs for a row of notice and unit for each, durably.
    private func bareRows(_ notice: NoticeID) async throws -> Double {
        let engine = federation.engine
        _ = try await engine.write { db in
            try db.execute(
                """
                create table if not exists bench_floor (
                    notice bigint not null, unit bigint not null, primary key (notice, unit))
                """)
        }
        let took = try await Self.timed {
            _ = try await engine.write { db in
                try db.execute(
                    "insert into bench_floor (notice, unit) select \(notice), id from unit where closed_on is null")
            }
        }
        _ = try await engine.write { try $0.execute("drop table bench_floor") }
        return took
    }

    /// The head of the nation urges all that have not signed, from the wall.
    func urging(on server: BenchServer, into table: inout BenchTable) async throws {
        let dispatch = try await dispatch(of: load.national[0])
        let browser = try await entrance.enter(as: try await head("national").person)
        let words = QueryString.encoded("请尽快签收。签收有困难的，请回电，由值班人员代为登记。")
        let took = try await Self.repeated { _ in
            try await Self.timed {
                try await server.post("/dispatches/\(dispatch)/urges", "text=\(words)&scope=unsigned", browser)
            }
        }
        var line = line("urge all unsigned, accepted", took.median, "ms", runs: took.count, target: "<= 300 ms")
        line.most = took.at(100)
        table.add(line)
    }
}
