import Federation
import MusterTesting
import Site
import Storage
import Testing
import Web

@testable import Directives

/// A line that means thousands is sent to as a whole: every unit finds it, and every count is as if each had its row.
@Suite struct WholeDispatchTests {
    private struct Nation: Sendable {
        let federation: OpenFederation
        let clock: SimulatedClock
        let own: Unit
        let actor: Actor
        let workplaces: [(unit: UnitID, actor: Actor)]
        let notice: NoticeID
        let dispatch: DispatchID
        let plan: DispatchPlan
    }

    /// An invented federation, laid once in a run and copied for each test.
    private static let generated = TestTemplate("generated") { engine in
        let yesterday = SimulatedClock(start: SimulatedClock().now().adding(days: -1))
        let federation = try await OpenFederation.openSite(engine, clock: yesterday)
        try await GeneratedFederation.lay(GeneratedSize(workplaces: 2_500), seed: 3, in: federation)
        _ = try await engine.write { db in try db.execute("delete from server_lease") }
    }

    private func with(_ dialect: Dialect, _ body: @escaping @Sendable (Nation) async throws -> Void) async throws {
        try await TestDatabase.with(dialect, from: Self.generated) { database in
            let clock = SimulatedClock()
            let federation = try await OpenFederation.openSite(database.engine, clock: clock)
            let (own, actor, heads) = try await federation.read { db in
                let own = try #require(try UnitStore.root(in: db))
                let heads = try db.query(
                    """
                    select p.id, p.person, p.unit, u.level from post p join unit u on u.id = p.unit
                    where p.role = 'principal' order by u.path
                    """
                ).map { row in
                    (
                        level: try row["level"] as UnitLevel,
                        actor: Actor(
                            person: try row["person"], post: try row["id"], unit: try row["unit"], role: .principal)
                    )
                }
                let chief = try #require(heads.first { $0.actor.unit == own.id })
                return (own, chief.actor, heads.filter { $0.level == .workplace }.map(\.actor))
            }
            let notice = try await NoticeActs(federation).register(
                text: "\(own.name)关于防汛值守的通知\n\n各省总工会，各基层工会：\n\n请值守。\n\n\(own.name)\n2026年7月20日\n",
                corrections: [:], as: actor, at: own.id, id: federation.newActID())
            let plan = try await federation.read { db in
                let examined = try AddresseesExamination.of(
                    AddresseesForm(line: "各省总工会，各基层工会", copyLine: ""), sender: own, unitPath: { "\($0)" }, in: db)
                #expect(examined.errors.isEmpty)
                return examined.plan
            }
            let dispatch = try await DispatchActs(federation).send(
                notice, plan, as: actor, at: own.id, id: federation.newActID())
            try await body(
                Nation(
                    federation: federation, clock: clock, own: own, actor: actor,
                    workplaces: heads.compactMap { head in head.unit.map { ($0, head) } }, notice: notice,
                    dispatch: dispatch, plan: plan))
            await federation.close()
        }
    }

    @Test(arguments: TestDatabase.dialects) func aLineThatMeansThousandsWritesNoRowForEach(_ dialect: Dialect)
        async throws
    {
        try await with(dialect) { nation in
            #expect(nation.plan.whole.count == 1)
            #expect(nation.plan.whole.first?.units == 2_500)
            try await nation.federation.read { db in
                let laid = try db.scalar("select count(*) as n from receipt", as: Int.self)
                #expect(laid == nation.plan.recipients.count, "the provinces alone have rows")
                let sent = try DispatchStore.require(nation.dispatch, in: db)
                #expect(sent.recipients == nation.plan.recipients.count + 2_500)
                let progress = try DispatchStore.progress(of: nation.dispatch, in: db)
                #expect(progress[.sent] == sent.recipients)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func everyUnitFindsItWhenSomebodyLooks(_ dialect: Dialect) async throws {
        try await with(dialect) { nation in
            let (place, actor) = nation.workplaces[0]
            let (federation, notice) = (nation.federation, nation.notice)
            #expect(try await federation.read { try ReceiptStore.find(notice: notice, unit: place, in: $0) } == nil)
            try await ReceiptArrivals.collect(at: place, in: federation)
            try await ReceiptArrivals.collect(at: place, in: federation)
            let receipt = try #require(
                try await federation.read { try ReceiptStore.find(notice: notice, unit: place, in: $0) })
            #expect(receipt.state == .sent)
            try await federation.read { db in
                let dues = try DueStore.owed(
                    by: try UnitStore.require(place, in: db), for: actor, gate: ObligationGate.self, in: db)
                #expect(dues.map(\.kind) == [.receiptSign])
            }
            _ = try await ReceiptActs(federation).sign(receipt.id, as: actor, at: place, id: federation.newActID())
            let progress = try await federation.read { try DispatchStore.progress(of: nation.dispatch, in: $0) }
            #expect(progress[.signed] == 1)
            #expect(progress.values.reduce(0, +) == nation.plan.recipients.count + 2_500)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aUnitFoundedLaterOrMovedThereFindsItToo(_ dialect: Dialect)
        async throws
    {
        try await with(dialect) { nation in
            let (federation, own) = (nation.federation, nation.own)
            let founded: UnitID = try await federation.act(
                .unitCreate, as: .system, at: own.id, id: federation.newActID()
            ) { act in
                let county = try #require(
                    try act.db.first("select id from unit where level = 'county' order by path limit 1"))
                let unit = try UnitTree.create(
                    UnitDraft(
                        code: "NEW", kind: .grassrootsUnion, level: .workplace, division: nil,
                        naming: UnitNaming("新厂工会")),
                    at: UnitPlace(under: try county["id"], on: .territorial), in: act)
                return try act.record(on: Subject("unit", unit.id), unit.id)
            }
            let progress = try await federation.read { try DispatchStore.progress(of: nation.dispatch, in: $0) }
            #expect(progress.values.reduce(0, +) == nation.plan.recipients.count + 2_501)
            try await ReceiptArrivals.collect(at: founded, in: federation)
            let receipt = try await federation.read {
                try ReceiptStore.find(notice: nation.notice, unit: founded, in: $0)
            }
            #expect(receipt?.state == .sent)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aPictureCountsThemAsIfEachHadARow(_ dialect: Dialect) async throws {
        try await with(dialect) { nation in
            let (federation, notice) = (nation.federation, nation.notice)
            for (place, actor) in nation.workplaces.prefix(30) {
                try await ReceiptArrivals.collect(at: place, in: federation)
                let receipt = try #require(
                    try await federation.read { try ReceiptStore.find(notice: notice, unit: place, in: $0) })
                guard place.raw % 3 > 0 else { continue }
                _ = try await ReceiptActs(federation).sign(
                    receipt.id, as: actor, at: place, id: federation.newActID())
            }
            try await Tally.fold(in: federation.engine)
            try await federation.read { db in
                for row in try db.query("select id from unit where level in ('national', 'province', 'county')") {
                    let unit = try UnitStore.require(try row["id"], in: db)
                    let view = try BranchView(unit, in: db)
                    let counted = Self.sorts(
                        try ReceiptTallies.groups(of: notice, in: view, in: db).groups.map {
                            BranchCensus($0)
                        })
                    let facts = Self.sorts(try SupervisionStore.reached(by: notice, under: unit, in: db))
                    #expect(counted == facts, "\(unit.name)")
                }
            }
        }
    }

    /// What lies further down than directly below is one part.
    private static func sorts(_ groups: [BranchCensus]) -> [BranchCensus: Int] {
        groups.reduce(into: [:]) { found, group in
            var sort = group
            (sort.depth, sort.units) = (min(sort.depth, 2), 0)
            found[sort, default: 0] += group.units
        }.filter { $0.value != 0 }
    }

    @Test(arguments: TestDatabase.dialects) func urgingAllIsOneRow(_ dialect: Dialect) async throws {
        try await with(dialect) { nation in
            let (federation, own) = (nation.federation, nation.own)
            let (place, actor) = nation.workplaces[0]
            _ = try await UrgeActs(federation).urge(
                nation.dispatch, .unsigned, text: "请签收", as: nation.actor, at: own.id, id: federation.newActID())
            try await ReceiptArrivals.collect(at: place, in: federation)
            let receipt = try #require(
                try await federation.read { try ReceiptStore.find(notice: nation.notice, unit: place, in: $0) })
            let urges = try await federation.read { try UrgeStore.urges(about: receipt.id, in: $0) }
            #expect(urges.map(\.units) == [nation.plan.recipients.count + 2_500])
            nation.clock.advance(seconds: 60)
            _ = try await ReceiptActs(federation).sign(receipt.id, as: actor, at: place, id: federation.newActID())
            nation.clock.advance(seconds: 60)
            _ = try await UrgeActs(federation).urge(
                nation.dispatch, .unsigned, text: "请签收", as: nation.actor, at: own.id, id: federation.newActID())
            let soFar = try await federation.read { try UrgeStore.soFar([receipt.id], in: $0) }
            #expect(soFar[receipt.id]?.times == 1, "whoever has signed is urged no more")
            #expect(
                try await federation.read { try $0.scalar("select count(*) as n from urge_unit", as: Int.self) } == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func whoWasLeftOutStaysOut(_ dialect: Dialect) async throws {
        try await with(dialect) { nation in
            let (federation, own) = (nation.federation, nation.own)
            let (place, _) = nation.workplaces[1]
            let second = try await NoticeActs(federation).register(
                text: "\(own.name)关于第二号的通知\n\n各基层工会：\n\n请值守。\n\n\(own.name)\n2026年7月21日\n", corrections: [:],
                as: nation.actor, at: own.id, id: federation.newActID())
            var plan = nation.plan
            plan.recipients = []
            plan.exclusions = [.init(unit: place, reason: "停工")]
            _ = try await DispatchActs(federation).send(
                second, plan, as: nation.actor, at: own.id, id: federation.newActID())
            try await ReceiptArrivals.collect(at: place, in: federation)
            try await federation.read { db in
                #expect(try ReceiptStore.find(notice: second, unit: place, in: db) == nil)
                let view = try BranchView(try UnitStore.require(own.id, in: db), in: db)
                let reached = try ReceiptTallies.groups(of: second, in: view, in: db).groups.reduce(0) { $0 + $1.n }
                // The nation has it in its book.
                #expect(reached == 2_500)
            }
        }
    }
}
