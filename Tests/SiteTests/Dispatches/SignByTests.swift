import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// Late is only what the sender has set a date for.
@Suite struct SignByTests {
    @Test(arguments: TestDatabase.dialects) func withoutASettingNothingIsEverLate(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            site.clock.advance(seconds: 30 * 86_400)
            let clerk = try await site.clerk("sunbing")
            let wall = try await clerk.get("/dispatches/\(day.dispatch)")
            #expect(wall.contains("10 个等待"))
            for words in ["逾期", "签收期限", "迟签", "本单位所定"] { #expect(!wall.contains(words), "\(words)") }
            let dues: Int? = try await site.federation.read { db in
                try db.scalar("select count(*) as dues from due where kind = 'receipt.sign' and due_at is not null")
            }
            #expect(dues == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func withOneItIsSaidWhoSetIt(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let deputy = try await site.clerk("qianyi")
            #expect(try await deputy.post("/settings", ["hours_none": "2"]).status == 303)
            let day = try await OfficeDay(site)
            let office = try await site.clerk("liding")
            #expect(try await office.get("/today").contains("焦作市总工会"), "Today says whose date it is")
            let list = try await office.get("/notices")
            #expect(list.contains("2月4日 10:30") && list.contains("焦作市总工会所定"), "and so does the list")
            #expect(!list.contains("没有人定期限"))
            site.clock.advance(seconds: 3_600)
            let inTime = try await site.clerk("sunbing").get("/dispatches/\(day.dispatch)")
            #expect(inTime.contains("签收期限 2月4日 10:30") && inTime.contains("本单位所定，原文没有"))
            #expect(!inTime.contains("个逾期"))
            #expect(try await office.post("/receipts/\(day.receipt)/signatures", [:]).status == 303)
            site.clock.advance(seconds: 2 * 3_600)
            let clerk = try await site.clerk("sunbing")
            let late = try await clerk.get("/dispatches/\(day.dispatch)")
            #expect(late.contains("9 个逾期") && late.count(of: "#sq-delivered-late\"") >= 9)
            #expect(!late.contains("迟签"), "who signed in time is never late")
            let other = try #require(ReceiptID(try await site.receipt(of: day.notice, at: "410821")))
            try await site.sign(other, at: try await site.unit("410821").id)
            let after = try await clerk.get("/dispatches/\(day.dispatch)")
            #expect(after.contains("8 个逾期") && after.contains("1 个迟签"))
            #expect(PageFaults.found(in: after.text) == [])
            let notice = try await clerk.get("/notices/\(day.notice)")
            #expect(notice.contains("8 个逾期"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aNewSettingMovesNoDateThatWasSet(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let deputy = try await site.clerk("qianyi")
            #expect(try await deputy.post("/settings", ["hours_none": "1"]).status == 303)
            site.clock.advance(seconds: 86_400)
            let wall = try await site.clerk("sunbing").get("/dispatches/\(day.dispatch)")
            #expect(!wall.contains("逾期"))
        }
    }
}
