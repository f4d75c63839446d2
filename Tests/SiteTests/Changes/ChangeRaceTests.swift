import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// A withdrawal at the same moment as something else: one order of the two, never half of each.
@Suite struct ChangeRaceTests {
    @Test(arguments: TestDatabase.dialects) func twoWithdrawalsAreOneFact(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let other = try await site.clerk("zhaojia")
            let path = "/notices/\(day.notice)/changes"
            let fields = [("kind", "withdrawn"), ("reason", "发错了")]
            async let one = day.clerk.post(path, fields)
            async let two = other.post(path, fields)
            let pages = [try await one, try await two]
            #expect(pages.map(\.status).sorted() == [303, 409])
            let refused = try #require(pages.first { $0.status == 409 })
            #expect(refused.contains(ChangeRefusal.ended(.withdrawn).sentence.zh))
            #expect(try await site.count("notice_change") == 1)
            #expect(try await ChangeJourneyTests.open("notice.acknowledge", site) == 10)
        }
    }

    @Test(arguments: TestDatabase.dialects) func whoeverGotItWhileItWasWithdrawnIsTold(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try #require(ReceiptID(day.receipt)))
            let path = "/notices/\(day.notice)/dispatches"
            let form = try await county.browser.get("\(path)/new")
            let line = try #require(form.area("line"))
            async let withdrawal = day.clerk.post(
                "/notices/\(day.notice)/changes", ["kind": "withdrawn", "reason": "发错了"])
            async let relay = county.browser.post(path, [("line", line)])
            let (withdrawn, relayed) = (try await withdrawal, try await relay)
            #expect(withdrawn.status == 303)
            #expect([303, 409].contains(relayed.status))
            let (receipts, told, unsigned) = try await site.federation.read { db -> (Int?, Int?, Int?) in
                (
                    try db.scalar("select count(*) as n from receipt"),
                    try db.scalar("select count(*) as n from due where kind = 'notice.acknowledge'"),
                    try db.scalar(
                        "select count(*) as n from due where kind = 'receipt.sign' and closed_at is null")
                )
            }
            #expect(receipts == told, "everyone who has it is told, however the two fell")
            #expect(unsigned == 0)
            #expect((relayed.status == 409) == (receipts == 10))
        }
    }
}
