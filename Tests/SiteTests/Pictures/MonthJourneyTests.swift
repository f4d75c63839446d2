import Directives
import Federation
import MusterTesting
import Site
import Storage
import Testing

/// Twelve months by the units below: who sees them, and that they are what was really signed.
@Suite struct MonthJourneyTests {
    @Test(arguments: TestDatabase.dialects) func whatWasSignedStandsInItsMonth(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let before = try await city.browser.get("/months")
            #expect(before.status == 200 && PageFaults.found(in: before.text).isEmpty)
            let notice = try await city.register(DutyJourneyTests.notice)
            _ = try await city.dispatch(notice)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try await county.firstReceipt())
            for isFolded in [false, true] {
                if isFolded { try await Tally.fold(in: site.federation.engine) }
                let page = try await city.browser.get("/months")
                #expect(page.contains("签收的件数") && PageFaults.found(in: page.text).isEmpty)
                let file = try await city.browser.get("/months.csv")
                let qinyang = try #require(file.text.split(separator: "\n").first { $0.hasPrefix("沁阳") })
                let month = qinyang.split(separator: ",", omittingEmptySubsequences: false)
                #expect(month.count == 25 && month[12] == "1", "this month is the last of the twelve")
            }
            let book = try await city.browser.get("/months.xlsx")
            #expect(book.status == 200)
            let own = try await county.browser.get("/months.csv")
            #expect(own.text.contains("1"), "the unit itself stands in the first row")
        }
    }

    @Test(arguments: TestDatabase.dialects) func nobodySeesOthersMonths(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let county = try await site.browser(as: "liding")
            for path in ["/months", "/months.csv", "/months.xlsx"] {
                let above = try await county.get("\(path)?unit=\(jiaozuo)")
                #expect(above.status == 403 || above.status == 404, "a county does not see the city's: \(path)")
                #expect(try await county.get("\(path)?unit=nothing").status == 404)
                #expect(try await site.browser(as: "fengren").get(path).status == 404)
            }
        }
    }
}
