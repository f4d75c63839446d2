import HTTPTypes
import MusterTesting
import Storage
import Testing

/// Pages are compressed, so what proves that a form is ours must be written differently in each.
@Suite struct FormProofTests {
    @Test func eachPageHasAProofOfItsOwnAndEachIsGood() async throws {
        try await TestSite.with(.sqlite) { site in
            let clerk = try await site.browser(as: "sunbing")
            var proofs: [String] = []
            for _ in 0..<5 { proofs.append(try #require(try await clerk.get("/account").csrf)) }
            #expect(Set(proofs).count == 5)
            for proof in proofs {
                let page = try await clerk.post("/languages", ["language": "zh", "return": "/", "csrf": proof])
                #expect(page.status == 303)
            }
        }
    }

    @Test func theFormsOfOnePageShareOne() async throws {
        try await TestSite.with(.sqlite) { site in
            let page = try await (try await site.browser(as: "sunbing")).get("/account")
            let proofs = page.text.matches(of: #/name="csrf" value="([^"]*)"/#).map { String($0.1) }
            #expect(proofs.count > 1 && Set(proofs).count == 1)
        }
    }

    @Test func aPageThatHoldsOneIsKeptByNoCache() async throws {
        try await TestSite.with(.sqlite) { site in
            let clerk = try await site.browser(as: "sunbing")
            let page = try await clerk.get("/account")
            #expect(page.headers[.eTag] == nil)
            #expect(page.headers[.cacheControl] == "no-store")
            // What is the same for everybody has a tag, and no form.
            let sheet = try await clerk.get("/assets/muster.css")
            #expect(sheet.headers[.eTag] != nil && sheet.csrf == nil)
        }
    }
}
