import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// Every page between a sentence and who did it, as it comes from the server: whole in English, and without faults.
@Suite struct DutyPagesTests {
    @Test(arguments: [Language.english, .chinese])
    func pagesKeepTheHouse(_ language: Language) async throws {
        try await TestSite.with(.sqlite) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            try await check(site, "sunbing", ["/notices/\(notice)/obligations", "/obligations"], language)
            _ = try await city.sortAsProposed(notice)
            let one: ObligationID = try #require(
                TestClerk.id(
                    try await city.browser.get("/notices/\(notice)/obligations").text, after: "\"/obligations/"))
            try await check(
                site, "sunbing",
                [
                    "/notices/\(notice)/obligations", "/obligations/\(one)/revisions", "/notices/\(notice)/markings",
                    "/notices/\(notice)/progress",
                ], language)
            try await city.allocate(notice)
            _ = try await city.add(notice, due: site.typed(days: 3), reason: "Rain")
            _ = try await city.dispatch(notice)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try await county.firstReceipt())
            _ = try await county.dispatch(notice)
            let chair = try await TestClerk("zhouwu", at: site)
            try await check(site, "zhouwu", ["/today"], language)
            try await chair.sign(try await chair.firstReceipt())
            try await check(site, "zhouwu", ["/today", "/notices/\(notice)/duties"], language)
            let page = try await chair.browser.get("/notices/\(notice)/duties")
            _ = try await chair.settle(notice, page, figure: "12", text: "Done")
            let mill = try await site.unit(DemoFederation.textileMillCode).id
            let qinyang = try await site.unit(DemoFederation.qinyangCode).id
            try await check(
                site, "zhouwu", ["/notices/\(notice)/duties", "/today/settled", "/units/\(mill)/loads"], language)
            let done = try await site.federation.read {
                try ObligationStore.obligations(of: notice, in: $0).filter { $0.sort == .duty }.map(\.id)
            }
            for id in done {
                try await check(
                    site, "sunbing",
                    [
                        "/obligations/\(id)", "/obligations/\(id)/units/\(mill)",
                        "/obligations/\(id)/branches/\(qinyang)",
                    ], language)
            }
            try await check(
                site, "sunbing",
                [
                    "/obligations", "/notices/\(notice)/progress", "/notices/\(notice)/progress?only=stuck",
                    "/units/\(qinyang)/loads",
                ], language)
        }
    }

    private func check(_ site: TestSite, _ login: String, _ paths: [String], _ language: Language) async throws {
        let browser = try await site.browser(as: login, language)
        for path in paths {
            let page = try await browser.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(PageFaults.found(in: page.text).isEmpty, "\(path)")
            guard language == .english else { continue }
            let quotes = #/<(?<name>[a-z0-9]+)(?: [^<>]*)? lang="zh-CN"[^<>]*>.*?<\/\k<name>>/#.dotMatchesNewlines()
            var rest = page.text.replacing(#/<input [^<>]*>/#, with: "").replacing(#/<option.*?<\/option>/#, with: "")
                .replacing(#/<title>.*?<\/title>/#, with: "")
                .replacing(#/aria-label="[^"]*"/#, with: "")
            while let quote = rest.firstMatch(of: quotes) { rest.removeSubrange(quote.range) }
            #expect(PageFaults.chinese(in: rest).isEmpty, "\(path)")
        }
    }
}
