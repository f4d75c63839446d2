import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// After an import in the browser: a code for each unit that came in, on one sheet.
@Suite struct ImportedJourneyTests {
    private static let csv = """
        \(UnitRow.header.joined(separator: ","))
        X-1,云字号面粉厂工会,,,grassroots_union,workplace,,410882,,
        X-2,腾字号砖瓦厂工会,,,grassroots_union,workplace,,410882,,
        """

    @Test(arguments: TestDatabase.dialects) func eachImportedUnitGetsItsCode(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let administrator = try await site.clerk("chujia")
            let imported = try await administrator.post("/unit-imports", ["csv": Self.csv])
            #expect(imported.status == 303)
            let act = try imported.leadsTo("/unit-imports/")
            let page = try await administrator.get(imported.location ?? "")
            #expect(page.contains("导入了 2 个单位") && page.contains("给 2 个单位印邀请单"))
            // Another unit's administrator; the clerk, who invites directly below only; another unit's clerk.
            for (login, seen, invited) in [("weiyi", 404, 404), ("sunbing", 403, 409), ("liding", 403, 404)] {
                let other = try await site.clerk(login)
                #expect(try await other.get("/unit-imports/\(act)").status == seen, "\(login)")
                #expect(try await other.post("/unit-imports/\(act)/invitations", [:]).status == invited, "\(login)")
            }
            let form = try #require(page.act(of: "/unit-imports/\(act)/invitations"))
            var sheetPath: String?
            for _ in 0..<2 {
                let done = try await administrator.post("/unit-imports/\(act)/invitations", ["act": form])
                #expect(done.status == 303)
                sheetPath = done.location
            }
            let sheet = try await administrator.get(sheetPath ?? "")
            #expect(sheet.contains("邀请单 2 份") && sheet.contains("云字号面粉厂工会") && sheet.contains("腾字号砖瓦厂工会"))
            #expect(try await site.count("invitation") == 2, "a form sent twice is one sheet")
            let after = try await administrator.get("/unit-imports/\(act)")
            #expect(after.contains("或者有没用过的码") && !after.contains("/invitations\""))
            let again = try await administrator.post("/unit-imports/\(act)/invitations", [:])
            #expect(again.status == 409)
        }
    }
}
