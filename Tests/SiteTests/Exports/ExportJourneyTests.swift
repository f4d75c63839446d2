import Directives
import Federation
import HTTPTypes
import MusterTesting
import Storage
import Testing

@testable import Site

/// A notice is taken along for a unit that is not on Muster: one press, one file, one line in the journal.
@Suite struct ExportJourneyTests {
    private static func exports(_ site: TestSite) async throws -> Int {
        try await site.federation.read {
            try $0.scalar("select count(*) as n from journal where verb = 'notice.export'") ?? 0
        }
    }

    @Test(arguments: TestDatabase.dialects) func onlyWhoHoldsANoticeTakesItAlong(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let path = "/notices/\(day.notice)"
            let before = try await site.journalled()
            // The outsider, and a mill that the notice never reached.
            for login in ["fengren", "zhouwu"] {
                let stranger = try await site.clerk(login)
                #expect(try await stranger.get("\(path)/exports").status == 404, "\(login)")
                #expect(try await stranger.get("\(path)/group").status == 404, "\(login)")
                #expect(try await stranger.post("\(path)/exports", ["format": "text"]).status == 404, "\(login)")
                #expect(try await stranger.post("\(path)/exports", ["format": "odt"]).status == 404, "\(login)")
            }
            for format in ["", "odt", "PDF", "../../etc/passwd"] {
                let refused = try await day.clerk.post("\(path)/exports", ["format": format])
                #expect(refused.status == 422, "\(format)")
                #expect(refused.contains(ExportRefusal.formatUnknown.sentence.zh), "\(format)")
            }
            let county = try await site.unit(DemoFederation.jiaozuoCode).id
            for unit in ["x", "\(county)"] {
                let refused = try await day.clerk.post("\(path)/exports", ["format": "text", "for": unit])
                #expect(refused.status == 422, "\(unit)")
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFileIsTakenInOnePressAndJournalled(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let path = "/notices/\(day.notice)/exports"
            #expect(try await day.clerk.get("/notices/\(day.notice)").text.contains("href=\"\(path)\""))
            let page = try await day.clerk.get(path)
            #expect(page.status == 200)
            let act = try #require(page.act(of: path))
            let text = try await day.clerk.post(path, [("format", "text"), ("act", act)])
            #expect(text.status == 200)
            #expect(text.text == OfficeDay.notice)
            #expect(text.headers[.contentType] == "text/plain; charset=utf-8")
            let disposition = try #require(text.headers[.contentDisposition])
            #expect(disposition.hasPrefix("attachment; filename*=UTF-8''%E7%84%A6"))
            #expect(disposition.hasSuffix(".txt"))
            #expect(text.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
            #expect(text.headers[HTTPField.Name("Cache-Control")!] == "no-store")
            // The same press again gives the file again, and is still one.
            #expect(try await day.clerk.post(path, [("format", "text"), ("act", act)]).text == OfficeDay.notice)
            #expect(try await Self.exports(site) == 1)

            let docx = try await day.clerk.post(path, ["format": "docx"])
            #expect(docx.status == 200)
            #expect(docx.headers[.contentType] == ExportFormat.docx.mediaType)
            #expect(try await Self.exports(site) == 2)

            // Who received it takes it along too.
            let county = try await site.clerk("liding")
            #expect(try await county.post(path, ["format": "text"]).text == OfficeDay.notice)

            let notice = try #require(NoticeID(day.notice))
            let entries = try await site.federation.read { db in
                try JournalStore.entries(on: Subject("notice", notice), in: db)
            }
            let taken = entries.filter { $0.verb == "notice.export" }
            #expect(
                taken.map { $0.detail.pairs.first { $0.name == "format" }?.value ?? "" }.sorted() == [
                    "docx", "text", "text",
                ])
        }
    }

    @Test(arguments: TestDatabase.dialects) func recipientsThatAreNotOnMusterAreNamed(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let path = "/notices/\(day.notice)/exports"
            // All counties are on Muster: there is nobody to take it to.
            #expect(try await !day.clerk.get(path).text.contains("?for="))
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try #require(ReceiptID(day.receipt)))
            _ = try await OfficeDay.send(day.notice, by: county.browser)
            let page = try await county.browser.get(path)
            let mill = try await site.unit("410882-011").id
            #expect(page.text.contains("href=\"\(path)?for=\(mill)\""))
            let chosen = try await county.browser.get("\(path)?for=\(mill)")
            #expect(chosen.text.contains("name=\"for\" value=\"\(mill)\""))
            let file = try await county.browser.post(path, ["format": "text", "for": "\(mill)"])
            #expect(file.status == 200)
            let notice = try #require(NoticeID(day.notice))
            let entries = try await site.federation.read { db in
                try JournalStore.entries(on: Subject("notice", notice), in: db)
            }
            let taken = try #require(entries.first { $0.verb == "notice.export" })
            #expect(taken.detail.text == "format=text\nrecipient=\(mill)")
        }
    }

    @Test(arguments: TestDatabase.dialects) func theGroupTextIsShownWithoutAnAct(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let before = try await site.journalled()
            let page = try await site.clerk("liding").get("/notices/\(day.notice)/group")
            #expect(page.status == 200)
            #expect(page.contains("焦作市总工会关于做好节日值班工作的通知"))
            #expect(page.contains("一、落实责任"))
            #expect(page.contains("原文在众志。"))
            #expect(try await site.journalled() == before)
        }
    }
}
