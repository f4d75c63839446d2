import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// Urging those who have not signed, over HTTP.
@Suite struct UrgeJourneyTests {
    @Test(arguments: TestDatabase.dialects) func onlyTheSenderUrges(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let before = try await site.journalled()
            let address = "/dispatches/\(day.dispatch)/urges"
            for login in ["fengren", "liding", "zhenggeng"] {
                let other = try await site.clerk(login)
                #expect(try await other.get("\(address)/new").status == 404, "\(login)")
                #expect(try await other.post(address, ["text": "签收", "scope": "unsigned"]).status == 404, "\(login)")
            }
            #expect(try await site.count("urge") == 0)
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func twiceIsCountedAndSeen(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let address = "/dispatches/\(day.dispatch)/urges"
            let wall = try await day.clerk.get("/dispatches/\(day.dispatch)")
            #expect(wall.contains("催办 10 个单位") && wall.area("text")?.contains("请尽快签收") == true)
            let act = try #require(wall.act(of: address))
            let fields = ["text": wall.area("text") ?? "", "scope": "unsigned", "act": act]
            let first = try await day.clerk.post(address, fields.map { ($0.key, $0.value) })
            #expect(first.status == 303)
            let again = try await day.clerk.post(address, fields.map { ($0.key, $0.value) })
            #expect(again.status == 303)
            #expect(try await site.count("urge") == 1, "the same form is one act")
            let slip = try await day.clerk.get(first.location ?? "")
            #expect(slip.contains("已催办 10 个单位") && slip.contains("催过 1 次"))
            // One signs; a day later the others are urged again.
            let office = try await site.clerk("liding")
            #expect(try await office.post("/receipts/\(day.receipt)/signatures", [:]).status == 303)
            site.clock.advance(seconds: 86_400)
            let clerk = try await site.clerk("sunbing")
            let page = try await clerk.get("\(address)/new")
            #expect(page.contains("催办 9 个单位") && page.contains("催过 1 次，上次昨天 08:30"))
            #expect(PageFaults.found(in: page.text) == [])
            #expect(try await clerk.post(address, ["text": "今天上午签收。", "scope": "unsigned"]).status == 303)
            let after = try await clerk.get("\(address)/new")
            #expect(after.contains("催过 2 次，上次08:30") && after.contains("今天上午签收。"))
            let counts = try await site.federation.read { db in
                try db.query("select count(*) as units from urge_unit group by urge order by urge").map {
                    try $0["units"] as Int
                }
            }
            #expect(counts == [10, 9])
            let journal = try await clerk.get("/journal")
            #expect(journal.count(of: "<b>催办</b>") == 2)
        }
    }

    @Test(arguments: TestDatabase.dialects) func onlyThoseTicked(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let address = "/dispatches/\(day.dispatch)/urges"
            let unit = try await site.unit(DemoFederation.qinyangCode).id
            let none = try await day.clerk.post(address, ["text": "请签收。", "scope": "chosen"])
            #expect(none.status == 422 && none.contains("勾上要催的单位再按。") && none.contains("请签收。"))
            let bare = try await day.clerk.post(address, ["text": "  ", "scope": "chosen", "unit": "\(unit)"])
            #expect(bare.status == 422 && bare.contains("写一句催办的话。"))
            #expect(bare.text.contains("value=\"\(unit)\" checked"), "the tick stays")
            let long = try await day.clerk.post(
                address, ["text": String(repeating: "催", count: 501), "scope": "unsigned"])
            #expect(long.status == 422 && long.contains("最多 500 个字"))
            #expect(try await site.count("urge") == 0)
            let done = try await day.clerk.post(address, ["text": "请签收。", "scope": "chosen", "unit": "\(unit)"])
            #expect(done.status == 303)
            let urged = try await site.federation.read { db in
                try db.query("select unit from urge_unit").map { try $0["unit"] as UnitID }
            }
            #expect(urged == [unit])
            #expect(try await day.clerk.get("/journal").contains("<b>催办</b>"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func whenAllHaveSignedNobodyIsUrged(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let notice = try await OfficeDay.register(try await site.clerk("sunbing"))
            let clerk = try await site.clerk("sunbing")
            let dispatch = try await OfficeDay.send(notice, by: clerk, line: "沁阳市总工会")
            let receipt = try await site.receipt(of: notice, at: DemoFederation.qinyangCode)
            let office = try await site.clerk("liding")
            #expect(try await office.post("/receipts/\(receipt)/signatures", [:]).status == 303)
            let page = try await clerk.get("/dispatches/\(dispatch)/urges/new")
            #expect(page.status == 200 && page.contains("都签收了，没有要催的单位。"))
            let refused = try await clerk.post(
                "/dispatches/\(dispatch)/urges", ["text": "请签收。", "scope": "unsigned"])
            #expect(refused.status == 409 && refused.contains("没有发出催办"))
            let wall = try await clerk.get("/dispatches/\(dispatch)")
            #expect(!wall.contains("name=\"scope\""))
            #expect(try await site.count("urge") == 0)
            let journal = try await clerk.get("/journal")
            #expect(!journal.contains("<b>催办</b>"))
        }
    }
}
