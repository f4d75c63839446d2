import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// Fields that no page of ours sends: they are refused or do nothing, and never end the server or show what is not one's own.
@Suite struct HostileFieldTests {
    @Test(arguments: TestDatabase.dialects) func aCountBelowNothingIsNothing(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await TestClerk("sunbing", at: site)
            let notice = try await clerk.register(DutyJourneyTests.notice)
            for seen in ["-1", "-9223372036854775808", "999999999999"] {
                let page = try await clerk.send(
                    "/notices/\(notice)/proposals", from: "/notices/\(notice)/handling",
                    [("text", "请阅"), ("seen", seen)])
                #expect([303, 409, 422].contains(page.status), "\(seen)")
            }
        }
    }

    /// A draft's preview names only notices that its unit holds.
    @Test(arguments: TestDatabase.dialects) func aPreviewShowsNobodyElsesNotice(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let province = try await TestClerk("zhenggeng", at: site)
            let secret = try await province.register(
                DraftDay.notice.replacing("防汛", with: "防火").replacing("51号", with: "52号"))
            let city = try await TestClerk("sunbing", at: site)
            let page = try await city.send(
                day.path + "/addressees", from: day.path,
                [
                    ("carry", "\(day.received)"), ("carry", "\(secret)"), ("title", "转发"), ("opening", "转发给你们"),
                    ("line", "各县（市）区总工会"),
                ])
            #expect(page.status == 200 && page.contains("防汛"))
            #expect(!page.contains("防火"), "another unit's notice is not drawn")
        }
    }

    /// A copy that comes first excuses nobody from signing.
    @Test(arguments: TestDatabase.dialects) func aCopyFirstIsStillSignedFor(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            _ = try await city.dispatch(notice, line: "市各产业工会", copyLine: "沁阳市总工会")
            let county = try await TestClerk("liding", at: site)
            #expect(try await !county.browser.get("/today").contains("签收通知"), "a copy asks for nothing")
            _ = try await city.dispatch(notice, line: "沁阳市总工会", copyLine: "")
            try await county.sign(try await county.firstReceipt())
            let purposes = try await site.federation.read { db in
                try db.query("select purpose, count(*) as n from receipt where notice = \(notice) group by purpose")
                    .map { try $0["purpose"] as String }
            }
            #expect(purposes == ["action"], "one receipt, and it is for action")
        }
    }
}
