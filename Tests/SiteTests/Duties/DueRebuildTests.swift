import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// What Today reads is what the facts say, derived anew from them alone after every step.
@Suite struct DueRebuildTests {
    @Test(arguments: TestDatabase.dialects)
    func duesAreWhatTheFactsSay(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let county = try await TestClerk("liding", at: site)
            let chair = try await TestClerk("zhouwu", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            try await compare(site, "registered")
            _ = try await city.sortAsProposed(notice)
            try await city.allocate(notice)
            try await compare(site, "allocated")
            _ = try await city.dispatch(notice)
            try await compare(site, "sent")
            try await county.sign(try await county.firstReceipt())
            _ = try await county.dispatch(notice)
            try await compare(site, "relayed")
            try await chair.sign(try await chair.firstReceipt())
            let page = try await chair.browser.get("/notices/\(notice)/duties")
            #expect(try await chair.settle(notice, page, figure: "12").status == 303)
            try await compare(site, "settled")
            _ = try await chair.send("/notices/\(notice)/undoings", from: "/notices/\(notice)/duties", [])
            try await compare(site, "undone")
            let again = try await chair.browser.get("/notices/\(notice)/duties")
            #expect(try await chair.settle(notice, again, figure: "13").status == 303)
            try await givenBackAndDeclined(site, city, chair, notice)
            try await underWayAndReopened(site, chair, notice)
            let page2 = try await city.browser.get("/notices/\(notice)")
            #expect(page2.contains("href=\"/obligations/"), "the notice's sentences lead to what became of them")
            _ = try await city.send("/notices/\(notice)/recalls", from: "/notices/\(notice)/obligations", [])
            try await compare(site, "recalled")
        }
    }

    /// What was withdrawn asks for nothing any more.
    @Test(arguments: TestDatabase.dialects)
    func aWithdrawnNoticeAsksNothing(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let county = try await TestClerk("liding", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            _ = try await city.sortAsProposed(notice)
            try await city.allocate(notice)
            _ = try await city.dispatch(notice)
            try await county.sign(try await county.firstReceipt())
            #expect(try await county.browser.get("/today").contains("要办"))
            let form = try await city.browser.get("/notices/\(notice)/changes/new")
            let act = form.act(of: "/notices/\(notice)/changes") ?? ""
            let done = try await city.browser.post(
                "/notices/\(notice)/changes", [("kind", "withdrawn"), ("reason", "印错了。"), ("act", act)])
            try #require(done.status == 303)
            #expect(try await !county.browser.get("/today").contains("要办"))
            #expect(try await !city.browser.get("/obligations").contains("/notices/\(notice)/progress"))
            for page in ["picture", "progress"] {
                let shown = try await city.browser.get("/notices/\(notice)/\(page)")
                #expect(shown.status == 200 && shown.contains("banner"), "\(page) says that it was withdrawn")
            }
        }
    }

    private func givenBackAndDeclined(
        _ site: TestSite, _ city: TestClerk, _ chair: TestClerk, _ notice: NoticeID
    ) async throws {
        let mill = try await site.unit(DemoFederation.textileMillCode).id
        let one: ObligationID = try #require(
            try await site.federation.read {
                try $0.scalar("select min(obligation) from assignment where unit = \(mill)")
            })
        let path = "/obligations/\(one)/units/\(mill)"
        let back = try await city.send(path + "/returns", from: path, [("reason", "数不对。")])
        #expect(back.status == 303)
        try await compare(site, "given back")
        let declined = try await chair.send(
            "/notices/\(notice)/refusals", from: "/notices/\(notice)/duties",
            [("duty", "\(one)"), ("how", "declined"), ("reason", "已经停产。")])
        #expect(declined.status == 303)
        try await compare(site, "declined")
    }

    /// A note while it is under way settles nothing; what was settled can be opened again by the unit itself.
    private func underWayAndReopened(_ site: TestSite, _ chair: TestClerk, _ notice: NoticeID) async throws {
        let mill = try await site.unit(DemoFederation.textileMillCode).id
        let settled: ObligationID = try #require(
            try await site.federation.read {
                try $0.scalar(
                    "select min(obligation) from assignment where unit = \(mill) and state = 'discharged'")
            })
        let path = "/obligations/\(settled)"
        let silent = try await chair.send(path + "/reopenings", from: path + "/units/\(mill)", [("reason", "")])
        #expect(silent.status == 422)
        let opened = try await chair.send(
            path + "/reopenings", from: path + "/units/\(mill)", [("reason", "还差两个班组。")])
        #expect(opened.status == 303)
        try await compare(site, "reopened")
        let noted = try await chair.send(
            "/notices/\(notice)/settlements", from: "/notices/\(notice)/duties",
            [("duty", "\(settled)"), ("text", "正在补。"), ("how", "progress")])
        #expect(noted.status == 303)
        #expect(try await chair.browser.get("/notices/\(notice)/duties").contains("正在补。"))
        try await compare(site, "under way")
    }

    private struct Owed: Hashable, Comparable {
        var unit: UnitID
        var kind: String
        var subject: Int64

        static func < (one: Owed, other: Owed) -> Bool {
            (one.unit, one.kind, one.subject) < (other.unit, other.kind, other.subject)
        }
    }

    private func compare(_ site: TestSite, _ step: String) async throws {
        try await site.federation.read { (db) throws in
            let codes = [DemoFederation.jiaozuoCode, DemoFederation.qinyangCode, DemoFederation.textileMillCode]
            var units = try codes.compactMap { try UnitStore.find(code: $0, in: db) }
            units += try UnitStore.children(of: units[1].id, in: db)
            for unit in units {
                let owed = try DueScopeStore.owed(by: unit, gate: ObligationGate.self, in: db).map {
                    Owed(unit: $0.unit, kind: $0.kind.rawValue, subject: $0.subject)
                }
                #expect(owed.sorted() == (try Self.duties(of: unit, in: db)), "\(step): \(unit.code)")
            }
            let rows = try db.query(
                "select unit, kind, subject from due where closed_at is null and kind = 'receipt.sign'"
            ).map { Owed(unit: try $0["unit"], kind: try $0["kind"], subject: try $0["subject"]) }
            let unsigned = try db.query(
                "select unit, id from receipt where purpose = 'action' and signed_at is null"
            ).map { Owed(unit: try $0["unit"], kind: "receipt.sign", subject: try $0["id"]) }
            #expect(rows.sorted() == unsigned.sorted(), "\(step)")
        }
    }

    /// From allocations, arrivals and assignments, by loops over parents.
    private static func duties(of unit: Unit, in db: any Transaction) throws -> [Owed] {
        var above: [UnitID: Int] = [unit.id: 0]
        var next: UnitID? = unit.id
        while let id = next {
            next = try db.scalar(
                "select parent from unit_link where unit = \(id) and is_primary = 1 and to_on is null")
            if let next { above[next] = above.count }
        }
        var found: Set<Owed> = []
        let active = try db.query(
            """
            select a.obligation, a.unit, a.depth, o.notice, o.unit_kinds, o.unit_levels from allocation a
                join obligation o on o.id = a.obligation where a.ended_at is null
            """)
        for row in active {
            let (obligation, root): (ObligationID, UnitID) = (try row["obligation"], try row["unit"])
            let (depth, notice): (String, NoticeID) = (try row["depth"], try row["notice"])
            let binding = Binding(kinds: try row["unit_kinds"], levels: try row["unit_levels"])
            guard let far = above[root], depth == "all" || far <= 1 else { continue }
            guard binding.unitKinds.contains(unit.kind), binding.unitLevels.contains(unit.level) else { continue }
            let arrived: Int? = try db.scalar(
                """
                select count(*) from (
                    select unit from receipt where notice = \(notice) and purpose = 'action'
                    union all select unit from notice_book where notice = \(notice)) there where unit = \(unit.id)
                """)
            let state: String? = try db.scalar(
                "select state from assignment where obligation = \(obligation) and unit = \(unit.id)")
            guard arrived ?? 0 > 0, ["open", "under_way"].contains(state ?? "open") else { continue }
            found.insert(Owed(unit: unit.id, kind: "assignment.discharge", subject: obligation.raw))
        }
        return found.sorted()
    }
}
