import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// A paper from outside is registered with the way and the hour it came.
@Suite struct NoticeArrivalTests {
    @Test(arguments: TestDatabase.dialects) func whatIsTypedWrongStaysWithASentence(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let before = try await site.journalled()
            let wrong: [(String, String, String, NoticeArrivalRefusal)] = [
                ("pigeon", "", "", .channelUnknown), ("fax", "2020-02-30", "", .dayUnreadable),
                ("fax", "2020-02-03", "25:00", .timeUnreadable), ("fax", "", "10:00", .dayMissing),
                ("fax", "2099-01-01", "", .inTheFuture),
            ]
            for (channel, day, time, refusal) in wrong {
                let page = try await clerk.post(
                    "/notices",
                    [
                        "text": OfficeDay.notice, "arrival_channel": channel, "arrival_day": day,
                        "arrival_time": time,
                    ])
                #expect(page.status == 422 && page.contains(refusal.sentence.zh), "\(refusal)")
                #expect(page.contains("href=\"#\(refusal.field)\"") && page.contains("id=\"\(refusal.field)\""))
                #expect(page.contains("value=\"\(day)\"") && page.contains("value=\"\(time)\""))
                #expect(PageFaults.found(in: page.text) == [])
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func channelAndHourStandOnTheNotice(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let unit = try await site.unit(DemoFederation.jiaozuoCode).id
            let done = try await clerk.post(
                "/notices",
                ["text": OfficeDay.notice, "arrival_channel": "fax", "arrival_day": "2020-02-03", "arrival_time": ""])
            let notice = try #require(NoticeID(try done.leadsTo("/notices/")))
            let page = try await clerk.get("/notices/\(notice)")
            #expect(page.contains("来文") && page.contains("传真，2020年2月3日"))
            let (arrival, entries) = try await site.federation.read { db in
                (
                    try NoticeStore.arrival(of: notice, at: unit, in: db),
                    try JournalStore.entries(on: Subject("notice", notice), in: db)
                )
            }
            #expect(arrival?.channel == .fax && arrival?.isDayOnly == true)
            #expect(entries.first?.detail.text.contains("channel=fax") == true)
        }
    }

    @Test(arguments: TestDatabase.dialects) func whereNobodySaysNothingIsClaimed(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            let page = try await clerk.get("/notices/\(notice)")
            #expect(!page.contains("来文"))
        }
    }
}
