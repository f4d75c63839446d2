package import Directives
package import Federation
import Storage

/// The load under which Muster is measured: 200 notices with ten duties each, two of them to every unit of the country, 18
/// to one province, 180 to at most 500 units; as a busy week leaves them.
package struct GeneratedLoad: Sendable {
    /// One to every unit, one to a province, one to a county's branch.
    package var national: [NoticeID] = []
    package var provincial: [NoticeID] = []
    package var local: [NoticeID] = []
    /// How many receipts all of them are.
    package var receipts = 0

    package static func lay(
        national: Int = 2, provincial: Int = 18, local: Int = 180, in federation: OpenFederation,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> GeneratedLoad {
        var load = GeneratedLoad()
        let heads = try await federation.read { db in
            try ["national", "province", "city"].map { level in
                try db.query(
                    """
                    select u.id, p.id as post, p.person from unit u join post p on p.unit = u.id
                    where u.level = \(level) and u.kind = 'federation' and p.role = 'principal' order by u.path limit 60
                    """
                ).map { row in
                    Actor(
                        person: try row["person"], post: try row["post"], unit: try row["id"], role: .principal)
                }
            }
        }
        for turn in 0..<national {
            load.national.append(try await send(turn, as: heads[0][0], nil, 2, federation, &load.receipts))
            progress(load.receipts)
        }
        for turn in 0..<provincial {
            load.provincial.append(
                try await send(national + turn, as: heads[1][0], nil, 2, federation, &load.receipts))
            progress(load.receipts)
        }
        for turn in 0..<local {
            load.local.append(
                try await send(
                    national + provincial + turn, as: heads[2][turn % heads[2].count], 500, 30, federation,
                    &load.receipts))
        }
        progress(load.receipts)
        let today = Census.day(federation.clock.now())
        _ = try await federation.engine.write { try GeneratedStore.layYear(before: today, in: $0) }
        return load
    }

    /// What of it was laid before, as far as measuring needs it.
    package static func laid(national: Int = 2, in federation: OpenFederation) async throws -> GeneratedLoad {
        var load = GeneratedLoad()
        load.national = try await federation.read { db in
            guard let root = try UnitStore.root(in: db) else { throw StorageError.unexpectedShape("no root") }
            return try db.query(
                "select notice from dispatch where from_unit = \(root.id) order by id limit \(national)"
            )
            .map { try $0["notice"] }
        }
        return load
    }

    private static func send(
        _ turn: Int, as actor: Actor, _ unitsMax: Int?, _ settledPercent: Int, _ federation: OpenFederation,
        _ receipts: inout Int
    ) async throws -> NoticeID {
        guard let own = actor.unit else { throw StorageError.unexpectedShape("a head without a unit") }
        let unit = try await federation.read { try UnitStore.require(own, in: $0) }
        let notice = try await NoticeActs(federation).register(
            text: text(turn, of: unit.name), corrections: [:], as: actor, at: own, id: federation.newActID())
        let sorts = try await federation.read { db in
            try NoticeStore.requireWhole(notice, for: own, in: db).reading.obligations.reduce(
                into: [SortingForm.Key: Obligation.Sort]()
            ) { $0[.init(notice, $1.ranges.first?.start ?? 0)] = .duty }
        }
        _ = try await SortingActs(federation).sort(
            notice, SortingForm(sorts: sorts), as: actor, at: own, id: federation.newActID())
        _ = try await SortingActs(federation).allocate(
            notice, .all, as: actor, at: own, id: federation.newActID())
        let (minter, now) = (federation.minter, federation.clock.now())
        let sent = now.adding(days: -7)
        // A stretch of ids of its own: a millisecond holds four million of them, and this one is over when it ends.
        let ids = minter.mint(Dispatch.self).raw + 8_192
        let count = try await federation.engine.write { db in
            let duties = try ObligationStore.obligations(of: notice, in: db).filter { $0.sort == .duty }.map(\.id)
            return try GeneratedStore.send(
                notice, turn: turn, from: unit, as: actor, urgency: turn % 4, unitsMax: unitsMax, duties: duties,
                settledPercent: settledPercent, ids: ids, at: sent, due: now.adding(days: turn % 2 == 0 ? -2 : 2),
                in: db)
        }
        receipts += count
        return notice
    }

    private static let works = [
        "值班值守", "隐患排查", "物资储备", "人员转移", "堤坝巡护", "雨具发放", "车辆调度", "设备检修", "食堂卫生", "宿舍巡查",
    ]

    private static func text(_ turn: Int, of issuer: String) -> String {
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        let clauses = zip(numerals, works).map { "\($0)、各级工会要协助行政做好\($1)工作。" }
        return "\(issuer)关于做好第\(turn + 1)号防汛工作的通知\n\n各级工会：\n\n现就做好防汛工作通知如下。\n\n"
            + clauses.joined(separator: "\n\n") + "\n\n\(issuer)\n2026年7月18日\n"
    }
}
