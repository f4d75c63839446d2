import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// A sender writes down for units that are not on Muster that they were told (代签收).
@Suite struct ReceiptRecordTests {
    /// 沁阳市总工会 has relayed to its 33, of whom two are not on Muster.
    private struct Relay: Sendable {
        let site: TestSite
        let day: OfficeDay
        let clerk: TestBrowser
        let dispatch: String
        let foodMill: UnitID
        let aluminiumMill: UnitID

        var path: String { "/dispatches/\(dispatch)/records" }

        init(_ site: TestSite) async throws {
            self.site = site
            day = try await OfficeDay(site)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try #require(ReceiptID(day.receipt)))
            clerk = county.browser
            dispatch = try await OfficeDay.send(day.notice, by: clerk)
            (aluminiumMill, foodMill) = (try await site.unit("410882-010").id, try await site.unit("410882-011").id)
        }

        func fields(_ units: [UnitID], day: String = "2020-02-04", time: String = "") -> [(String, String)] {
            units.map { ("unit", "\($0)") } + [("channel", "telephone"), ("day", day), ("time", time)]
        }

        func receipt(of unit: UnitID) async throws -> Receipt {
            let notice = try #require(NoticeID(day.notice))
            return try #require(
                try await site.federation.read { try ReceiptStore.find(notice: notice, unit: unit, in: $0) })
        }
    }

    @Test(arguments: TestDatabase.dialects) func onlyTheSenderRecords(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let relay = try await Relay(site)
            let before = try await site.journalled()
            let fields = relay.fields([relay.foodMill])
            for login in ["fengren", "zhouwu", "sunbing", "zhenggeng"] {
                let browser = try await site.clerk(login)
                #expect(try await browser.get(relay.path).status == 404, "\(login)")
                #expect(try await browser.post(relay.path, fields).status == 404, "\(login)")
            }
            // Of the city's own office, but a post that does not record.
            #expect(
                try await site.clerk("wangxin").post("/dispatches/\(relay.day.dispatch)/records", fields).status == 403)
            #expect(try await site.journalled() == before)
            #expect(try await relay.receipt(of: relay.foodMill).state == .sent)
        }
    }

    @Test(arguments: TestDatabase.dialects) func thoseNotOnMusterStandFirst(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let relay = try await Relay(site)
            #expect(try await relay.clerk.get("/dispatches/\(relay.dispatch)").text.contains("href=\"\(relay.path)\""))
            let page = try await relay.clerk.get(relay.path)
            let parts = page.text.split(separator: "在众志上，还没有签收")
            try #require(parts.count == 2)
            for unit in [relay.foodMill, relay.aluminiumMill] { #expect(parts[0].contains("value=\"\(unit)\"")) }
            #expect(parts[1].contains("value=\"\(try await site.unit(DemoFederation.textileMillCode).id)\""))
            #expect(page.count(of: "name=\"unit\"") == 33)
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatIsWrongIsSaidAndNothingIsLost(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let relay = try await Relay(site)
            let before = try await site.journalled()
            let unit = [relay.foodMill]
            for (fields, wrong) in [
                (relay.fields([]), ReceiptRecordRefusal.nobodyChosen),
                (relay.fields(unit).filter { $0.0 != "channel" }, .channelMissing),
                (relay.fields(unit, day: ""), .dayMissing), (relay.fields(unit, day: "2020-02-31"), .dayUnreadable),
                (relay.fields(unit, time: "24:61"), .timeUnreadable),
                (relay.fields(unit, day: "2020-02-05"), .inTheFuture),
                (relay.fields(unit, time: "23:00"), .inTheFuture),
            ] {
                let page = try await relay.clerk.post(relay.path, fields + [("note", "王主席接的电话")])
                #expect(page.status == 422, "\(wrong.code)")
                #expect(page.contains(wrong.sentence.zh), "\(wrong.code)")
                let day = try #require(fields.first { $0.0 == "day" }?.1)
                #expect(page.text.contains("name=\"note\" type=\"text\" value=\"王主席接的电话\""))
                #expect(page.text.contains("name=\"day\" type=\"date\" value=\"\(day)\""))
                #expect(page.count(of: " checked") == fields.count { $0.0 == "unit" })
            }
            let early = try await relay.clerk.post(relay.path, relay.fields(unit, time: "07:00"))
            #expect(early.status == 422 && early.contains("告知不会比它早"))
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func severalAreRecordedAtOnce(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let relay = try await Relay(site)
            site.clock.advance(seconds: 2 * 3_600)
            let units = [relay.foodMill, relay.aluminiumMill]
            let form = try await relay.clerk.get(relay.path)
            let act = ("act", try #require(form.act(of: relay.path)))
            for _ in 0..<2 {
                let done = try await relay.clerk.post(relay.path, relay.fields(units, time: "09:15") + [act])
                #expect(done.status == 303)
            }
            let receipt = try await relay.receipt(of: relay.foodMill)
            #expect(receipt.state == .signed && receipt.openedAt == nil)
            #expect(receipt.signedAt == Zone.moment(typed: "2020-02-04T09:15"))
            let county = try await site.unit(DemoFederation.qinyangCode).id
            let facts = try await site.federation.read { try ReceiptStore.facts(of: receipt.id, in: $0) }
            #expect(facts.map(\.kind) == [.signed] && facts.first?.telling.recordedBy == county)
            #expect(facts.first?.telling.channel == .telephone && facts.first?.telling.isDayOnly == false)
            #expect(facts.first?.moment == site.clock.now(), "written later than it happened")
            let open: Int? = try await site.federation.read {
                try $0.scalar(
                    "select count(*) as n from due where unit \(in: units) and closed_at is null")
            }
            #expect(open == 0)
            let wall = try await relay.clerk.get("/dispatches/\(relay.dispatch)")
            #expect(wall.text.contains("#sq-recorded"))
            #expect(try await relay.clerk.get(relay.path).count(of: "name=\"unit\"") == 31)
            let again = try await relay.clerk.post(relay.path, relay.fields(units, time: "09:20"))
            #expect(again.status == 409 && again.contains(ReceiptRecordRefusal.nobodyLeft.sentence.zh))
            let dispatch = try #require(DispatchID(relay.dispatch))
            let entries = try await site.federation.read {
                try JournalStore.entries(on: Subject("dispatch", dispatch), in: $0)
            }
            #expect(entries.map(\.verb) == ["receipt.relay", "receipt.record"])
            #expect(entries.last?.detail.text == "channel=telephone\nunits=2")
        }
    }

    @Test(arguments: TestDatabase.dialects) func whoJoinsLaterFindsItAndOpensIt(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let relay = try await Relay(site)
            #expect(try await relay.clerk.post(relay.path, relay.fields([relay.foodMill])).status == 303)
            let before = try await relay.receipt(of: relay.foodMill)
            let today = Zone.day(site.clock.now())
            let mill = relay.foodMill
            // 冯壬, who had no post, becomes its chair: from that day on the unit is on Muster.
            let newcomer = try #require(
                try await site.federation.read { try PersonStore.find(login: "fengren", in: $0) })
            _ = try await site.federation.appoint(
                Appointment(person: newcomer.id, unit: mill, role: .principal), as: .system,
                id: site.federation.newActID())
            let absent = try await site.federation.read { try UnitStore.notOnMuster([mill], on: today, in: $0) }
            #expect(absent.isEmpty)
            let chair = try await site.clerk("fengren")
            let page = try await chair.get("/receipts/\(before.id)")
            #expect(page.contains("已代签收") && page.contains("沁阳市总工会李丁"))
            #expect(page.contains("2020年2月4日，不知钟点"))
            #expect(try await chair.post("/receipts/\(before.id)/signatures", [:]).status == 303)
            let after = try await relay.receipt(of: mill)
            #expect(after.signedAt == before.signedAt && after.openedAt == site.clock.now())
            let facts = try await site.federation.read { try ReceiptStore.facts(of: before.id, in: $0) }
            #expect(facts.map(\.kind) == [.signed, .opened] && facts.first?.telling.isDayOnly == true)
            #expect(try await chair.get("/receipts/\(before.id)/facts").contains("代签收"))
        }
    }
}
