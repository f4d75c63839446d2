import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// Relay (直送): from Today to done.
@Suite struct QuickRelayTests {
    @Test(arguments: TestDatabase.dialects) func threePressesRelay(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let send = "/notices/\(day.notice)/dispatches"
            #expect(try await site.clerk("fengren").post(send, ["line": OfficeDay.line]).status == 404)
            let clerk = try await site.clerk("liding")
            let early = try await clerk.post(send, ["line": "各直属基层工会"])
            #expect(early.status == 409 && early.contains(ReceiptRefusal.notSigned.sentence.zh))
            let before = try await site.journalled()
            let today = try await clerk.get("/today")
            #expect(today.text.contains("href=\"/receipts/\(day.receipt)\""))
            var presses = 0
            func press(_ path: String, _ fields: [(String, String)]? = nil) async throws -> TestPage {
                presses += 1
                guard let fields else { return try await clerk.get(path) }
                let done = try await clerk.post(path, fields)
                try #require(done.status == 303)
                return try await clerk.get(try #require(done.location))
            }
            let receipt = try await press("/receipts/\(day.receipt)")
            #expect(!receipt.contains("转给下级 33"), "first it is signed for")
            let sign = "/receipts/\(day.receipt)/signatures"
            let slip = try await press(sign, [("act", try #require(receipt.act(of: sign)))])
            #expect(slip.contains("转给下级 33 个单位") && slip.contains("各直属基层工会"))
            #expect(slip.text.contains("href=\"\(send)/new\""), "the addressees can be changed")
            let wall = try await press(
                send, [("act", try #require(slip.act(of: send))), ("line", try #require(slip.value(of: "line")))])
            #expect(presses == 3)
            #expect(wall.status == 200 && wall.contains("已转给下级 33 个单位"))
            #expect(try await clerk.get("/receipts/\(day.receipt)").contains("已转给下级 33 个单位"))
            #expect(try await site.journalled() == before + 3, "opened, signed, relayed")
        }
    }

    @Test(arguments: TestDatabase.dialects) func aUnitClosedInBetweenIsNotReached(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let clerk = try await TestClerk("liding", at: site)
            try await clerk.sign(try #require(ReceiptID(day.receipt)))
            let page = try await clerk.browser.get("/receipts/\(day.receipt)")
            let send = "/notices/\(day.notice)/dispatches"
            #expect(page.contains("转给下级 33 个单位"))
            let unit = try await site.unit("410882-010").id
            let administrator = try await site.clerk("chujia")
            let closing = try await administrator.post("/units/\(unit)/closings", ["day": "2020-02-04"])
            #expect(closing.status == 303)
            let done = try await clerk.browser.post(
                send, [("act", page.act(of: send) ?? ""), ("line", page.value(of: "line") ?? "")])
            #expect(done.status == 303)
            let wall = try await clerk.browser.get(done.location ?? "")
            #expect(wall.contains("已转给下级 32 个单位"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func whereALeaderIsNeededThePageSaysSo(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let province = try await site.clerk("zhenggeng")
            let text = OfficeDay.notice.replacing("焦作市总工会", with: "河南省总工会").replacing("焦工发", with: "豫工发")
                .replacing(OfficeDay.line, with: "各省辖市总工会")
            let notice = try await OfficeDay.register(province, text)
            _ = try await OfficeDay.send(notice, by: province)
            let receipt = try await site.receipt(of: notice, at: DemoFederation.jiaozuoCode)
            let (clerk, leader) = (try await site.clerk("sunbing"), try await site.clerk("qianyi"))
            #expect(try await clerk.post("/receipts/\(receipt)/signatures", [:]).status == 303)
            #expect(
                try await leader.post("/settings", ["relay_needs_leader": "1", "steps": "instruction"]).status == 303)
            let send = "/notices/\(notice)/dispatches"
            let held = try await clerk.get("/receipts/\(receipt)")
            #expect(held.contains(DispatchRefusal.leaderNeeded.sentence.zh) && held.act(of: send) == nil)
            #expect(held.text.contains("href=\"/notices/\(notice)/handling\""))
            #expect(try await leader.get("/receipts/\(receipt)").act(of: send) != nil, "a leader relays")
            #expect(try await leader.post("/notices/\(notice)/instructions", ["text": "照转。"]).status == 303)
            let free = try await clerk.get("/receipts/\(receipt)")
            #expect(free.act(of: send) != nil && free.contains(OfficeDay.line))
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatWasWithdrawnIsNotOffered(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let clerk = try await TestClerk("liding", at: site)
            try await clerk.sign(try #require(ReceiptID(day.receipt)))
            let withdrawn = try await day.clerk.post(
                "/notices/\(day.notice)/changes", ["kind": "withdrawn", "reason": "发错了"])
            #expect(withdrawn.status == 303)
            let page = try await clerk.browser.get("/receipts/\(day.receipt)")
            #expect(page.contains(ChangeRefusal.notStanding(.withdrawn).sentence.zh) && !page.contains("转给下级 33"))
        }
    }
}
