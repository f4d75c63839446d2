import Directives
import Federation
import HTTPTypes
import MusterTesting
import Site
import Storage
import Testing

/// Who sees which picture, how it opens down, and what its table says.
@Suite struct PictureJourneyTests {
    @Test(arguments: TestDatabase.dialects) func aPictureOpensDown(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            let before = try await city.browser.get("/notices/\(notice)/picture")
            #expect(before.status == 200 && before.contains("还没有发出"))
            _ = try await city.dispatch(notice)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try await county.firstReceipt())
            let page = try await city.browser.get("/notices/\(notice)/picture")
            let qinyang = try await site.unit(DemoFederation.qinyangCode).id
            #expect(page.contains("/notices/\(notice)/picture?unit=\(qinyang)"))
            #expect(PageFaults.found(in: page.text).isEmpty)
            let below = try await city.browser.get("/notices/\(notice)/picture?unit=\(qinyang)")
            #expect(below.status == 200 && below.contains("沁阳市总工会办到哪里了"))
            let missing = try await city.browser.get("/notices/\(notice)/missing")
            #expect(missing.contains("签收了，没有转下去") && missing.contains("沁阳市总工会"))
            #expect(missing.contains("没有签收 68") || missing.contains("没有签收 "), "the others are named")
            #expect(PageFaults.found(in: missing.text).isEmpty)
            try await table(city, notice)
            try await refused(site, notice, qinyang)
        }
    }

    private func table(_ city: TestClerk, _ notice: NoticeID) async throws {
        let file = try await city.browser.get("/notices/\(notice)/picture.csv")
        #expect(file.status == 200)
        let lines = file.text.split(separator: "\n")
        #expect(lines.first?.contains("签收") == true && lines.last?.hasPrefix("合计") == true)
        let counts = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
        #expect(Set(counts).count == 1, "every line has every column")
        let book = try await city.browser.get("/notices/\(notice)/picture.xlsx")
        #expect(book.status == 200 && book.headers[.contentType]?.contains("spreadsheetml") == true)
    }

    private func refused(_ site: TestSite, _ notice: NoticeID, _ qinyang: UnitID) async throws {
        let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
        let county = try await site.browser(as: "liding")
        #expect(try await county.get("/notices/\(notice)/picture").status == 200)
        for path in ["picture", "picture.csv", "picture.xlsx", "missing"] {
            let above = try await county.get("/notices/\(notice)/\(path)?unit=\(jiaozuo)")
            #expect(above.status == 403 || above.status == 404, "a county does not see the city's: \(path)")
            #expect(try await county.get("/notices/\(notice)/\(path)?unit=nothing").status == 404)
            #expect(try await site.browser(as: "fengren").get("/notices/\(notice)/\(path)").status == 404)
        }
    }
}
