import Federation
import MusterTesting
import Site
import Storage
import Testing

@testable import Directives

/// Every figure of a picture is what a recount over the facts gives, after random histories, on both engines.
@Suite struct PictureRecountTests {
    @Test(arguments: TestDatabase.dialects, [5, 20_200_205] as [UInt64])
    func aFigureIsARecount(_ dialect: Dialect, _ seed: UInt64) async throws {
        try await TestSite.with(dialect) { site in
            var random = SeededGenerator(seed: seed)
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            _ = try await city.sortAsProposed(notice)
            try await city.allocate(notice)
            _ = try await city.dispatch(notice)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try await county.firstReceipt())
            _ = try await county.dispatch(notice)
            let acting = try await actors(site)
            for step in 1...24 {
                site.clock.advance(seconds: Int64.random(in: 60...40_000, using: &random))
                try await something(notice, site, acting, &random)
                if step % 5 == 0 { try await Tally.fold(in: site.federation.engine) }
                if step % 8 == 0 { try await compare(notice, site, "seed \(seed), step \(step)") }
                try await tallies(site, "seed \(seed), step \(step)")
            }
        }
    }

    /// Whoever heads a unit, where somebody does.
    private func actors(_ site: TestSite) async throws -> [UnitID: Actor] {
        try await site.federation.read { db in
            try db.query("select id, person, unit from post where role = 'principal' and to_on is null")
                .reduce(into: [:]) { found, row in
                    let unit: UnitID = try row["unit"]
                    found[unit] = Actor(
                        person: try row["person"], post: try row["id"], unit: unit, role: .principal)
                }
        }
    }

    /// A random unit signs, or tells its workers, or files it.
    private func something(
        _ notice: NoticeID, _ site: TestSite, _ acting: [UnitID: Actor], _ random: inout SeededGenerator
    ) async throws {
        let receipts = try await site.federation.read { db in
            try db.query("select id, unit, state from receipt where notice = \(notice) and state < 3 order by id").map {
                (id: try $0["id"] as ReceiptID, unit: try $0["unit"] as UnitID, state: try $0["state"] as Int)
            }
        }.filter { acting[$0.unit] != nil }
        guard let one = receipts.randomElement(using: &random), let actor = acting[one.unit] else { return }
        let acts = ReceiptActs(site.federation)
        if one.state < ReceiptState.signed.rawValue {
            _ = try await acts.sign(one.id, as: actor, at: one.unit, id: site.federation.newActID())
        } else if Bool.random(using: &random) {
            _ = try await acts.convey(
                one.id, ConveyanceForm(words: "班前会传达"), as: actor, at: one.unit, id: site.federation.newActID())
        } else {
            _ = try await acts.file(
                one.id, reason: "不涉及", as: actor, at: one.unit, id: site.federation.newActID())
        }
    }

    /// What is tallied is what a recount gives, whether or not the last changes are folded yet.
    private func tallies(_ site: TestSite, _ step: String) async throws {
        try await site.federation.read { db in
            for row in try db.query("select id from dispatch") {
                let dispatch: DispatchID = try row["id"]
                let (counted, facts) = (
                    try DispatchStore.progress(of: dispatch, in: db), try DispatchStore.recount(of: dispatch, in: db)
                )
                #expect(counted == facts, "\(step)")
            }
        }
    }

    private func compare(_ notice: NoticeID, _ site: TestSite, _ step: String) async throws {
        let now = site.clock.now()
        for code in [DemoFederation.jiaozuoCode, DemoFederation.qinyangCode] {
            let own = try await site.unit(code)
            try await site.federation.read { (db) throws in
                let model = try PictureReading.model(
                    of: notice, branch: own.id, for: own.id, .chinese, now: now, in: db)
                let units = try UnitStore.descendants(of: own.path, in: db).filter(\.isWorking) + [own]
                #expect(model.total.units == Set(units.map(\.id)).count, "\(step)")
                let ids = Set(units.map(\.id))
                let rows = try db.query(
                    "select unit, state, signed_at, sent_at from receipt where notice = \(notice) and purpose = 'action'"
                ).filter { ids.contains(try $0["unit"]) }
                let states = try rows.map { try $0["state"] as Int }
                #expect(model.total.reached == rows.count, "\(step)")
                #expect(model.total.signed == states.count { $0 >= ReceiptState.signed.rawValue }, "\(step)")
                #expect(model.total.passedOn == states.count { $0 > ReceiptState.signed.rawValue }, "\(step)")
                let signed = try rows.compactMap { try $0["signed_at"] as Moment? }
                let days = Dictionary(grouping: signed) { CivilDay(Zone.day($0)) }.mapValues(\.count)
                #expect(
                    model.total.days == days.reduce(into: [:]) { known, day in day.key.map { known[$0] = day.value } },
                    "\(step)")
                let first = try db.scalar("select min(sent_at) from receipt where notice = \(notice)") as Moment?
                let hours = signed.map { ($0.microseconds - (first?.microseconds ?? 0)) / 3_600_000_000 }.sorted()
                #expect(model.total.medianHours.map(Int64.init) == (hours.isEmpty ? nil : hours[(hours.count - 1) / 2]))
                #expect(model.rows.reduce(PictureFigures()) { $0 + $1.figures } == model.total, "\(step): rows add up")
                let owed = try units.reduce(0) { sum, unit in
                    try sum + DueScopeStore.owed(by: unit, gate: ObligationGate.self, in: db).count
                }
                let duties = model.total.duties
                #expect(
                    duties.bound - duties.unreached - duties.settled - duties.declined == owed,
                    "\(step): what is owed is what the picture leaves open")
            }
        }
    }
}
