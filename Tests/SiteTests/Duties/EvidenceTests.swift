import Directives
import Federation
import MusterTesting
import NIOCore
import Site
import Storage
import Testing

/// A file is asked for only where the words or a unit above want one; it is seen by the levels above, and nobody else.
@Suite struct EvidenceTests {
    private static let pdf = Array("%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n".utf8)

    @Test(arguments: TestDatabase.dialects)
    func aFileIsSentOnceAndSeenAbove(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await TestClerk("sunbing", at: site)
            let notice = try await city.register(DutyJourneyTests.notice)
            _ = try await city.sortAsProposed(notice)
            let one = try #require(
                try await site.federation.read { try ObligationStore.obligations(of: notice, in: $0) }
                    .first { $0.quote.contains("门窗") })
            let path = "/obligations/\(one.id)/revisions"
            let revised = try await city.send(
                path, from: path,
                [("role", "supervise"), ("kinds", "grassrootsUnion"), ("levels", "workplace"), ("proof", "file")])
            try #require(revised.status == 303)
            try await city.allocate(notice)
            _ = try await city.dispatch(notice)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try await county.firstReceipt())
            _ = try await county.dispatch(notice)
            try await workplace(site, notice, one.id)
            try await seen(site, city, one.id)
        }
    }

    private func workplace(_ site: TestSite, _ notice: NoticeID, _ id: ObligationID) async throws {
        let chair = try await TestClerk("zhouwu", at: site)
        try await chair.sign(try await chair.firstReceipt())
        let page = try await chair.browser.get("/notices/\(notice)/duties")
        #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("要一份材料"))
        let without = try await chair.settle(notice, page, figure: "5")
        #expect(without.status == 422 && without.contains("有一件要交材料"))
        let act = try #require(page.act(of: "/notices/\(notice)/settlements"))
        let fields = [("duty", "\(id)"), ("text", "门窗都查了。"), ("act", act), ("csrf", chair.browser.csrf)]
        let wrong = try await send(Array("plain".utf8), named: "a.txt", fields, notice, chair)
        #expect(wrong.status == 422 && wrong.contains("只收 PDF"))
        let done = try await send(Self.pdf, named: "门窗 检查.pdf", fields, notice, chair)
        #expect(done.status == 303)
        let again = try await send(Self.pdf, named: "门窗 检查.pdf", fields, notice, chair)
        #expect(again.status == 303, "the same form twice is one act")
        let files = try await site.federation.read { db -> Int? in
            try db.scalar("select count(*) from blob where purpose = 'assignment.evidence' and digest is not null")
        }
        #expect(files == 1)
    }

    private func seen(_ site: TestSite, _ city: TestClerk, _ id: ObligationID) async throws {
        let mill = try await site.unit(DemoFederation.textileMillCode).id
        let page = try await city.browser.get("/obligations/\(id)/units/\(mill)")
        #expect(page.contains("门窗 检查.pdf") && page.contains("打开材料") && page.contains("签收了公文"))
        let fact: AssignmentFactID = try #require(TestClerk.id(page.text, after: "/assignment-facts/"))
        let file = try await city.browser.get("/assignment-facts/\(fact)/files")
        #expect(file.status == 200 && file.text == String(decoding: Self.pdf, as: UTF8.self))
        for login in ["fengren", "zhenggeng"] {
            let status = try await site.browser(as: login).get("/assignment-facts/\(fact)/files").status
            #expect(status == (login == "fengren" ? 404 : 200), "\(login)")
        }
    }

    private func send(
        _ bytes: [UInt8], named name: String, _ fields: [(String, String)], _ notice: NoticeID, _ chair: TestClerk
    ) async throws -> TestPage {
        var body: [UInt8] = []
        for (field, value) in fields {
            body += "--part\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n".utf8
        body += "Content-Type: application/pdf\r\n\r\n".utf8
        body += bytes
        body += "\r\n--part--\r\n".utf8
        return try await chair.browser.post(
            "/notices/\(notice)/settlements", bytes: .init(bytes: body), type: "multipart/form-data; boundary=part")
    }
}
