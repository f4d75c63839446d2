import Federation
import Foundation
import HTTPTypes
import MusterTesting
import Storage
import Testing
import Web

@testable import Site

/// Every route there is, from the list that the application registers: nobody and the outsider are refused first.
@Suite struct RouteRefusalTests {
    private static let endpoints = MusterSite.endpoints(metrics: PrometheusMetrics())
    private static let verbEndpoints = endpoints.filter { if case .verb = $0.access { true } else { false } }

    @Test func theListIsWhole() {
        #expect(Self.verbEndpoints.count > 30)
        #expect(Self.endpoints.allSatisfy { $0.method == .get || $0.method == .post })
        let names = Self.endpoints.map { "\($0.method.rawValue) \($0.pattern)" }
        #expect(Set(names).count == names.count, "one address, one handler")
    }

    @Test func whatNeedsNoVerbSaysWhy() {
        for endpoint in Self.endpoints {
            switch endpoint.access {
            case .verb: break
            case .signedIn(let because), .anyone(let because):
                #expect("\(because)".count > 10, "\(endpoint.method) \(endpoint.pattern)")
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func nobodyIsLedToSigningIn(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let id = "\(try await site.unit(DemoFederation.jiaozuoCode).id)"
            let before = try await site.journalled()
            let nobody = site.browser()
            _ = try await nobody.get("/sign-in")
            #expect(!nobody.csrf.isEmpty)
            for endpoint in Self.endpoints {
                if case .anyone = endpoint.access { continue }
                let path = Self.path(endpoint, id)
                if endpoint.method == .get {
                    let page = try await nobody.get(path)
                    #expect(page.status == 303, "GET \(endpoint.pattern)")
                    #expect(page.location?.hasPrefix("/sign-in") == true, "GET \(endpoint.pattern)")
                } else {
                    // With the proof of a page that anyone can get, and without any.
                    let proven = try await nobody.post(path, [:])
                    #expect(proven.status == 401, "POST \(endpoint.pattern)")
                    let bare = try await nobody.post(path, ["csrf": ""])
                    #expect(bare.status == 401, "POST \(endpoint.pattern)")
                }
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func theOutsiderFindsNothing(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let id = "\(try await site.unit(DemoFederation.jiaozuoCode).id)"
            let outsider = try await site.browser(as: "fengren")
            _ = try await outsider.get("/account")
            let before = try await site.journalled()
            let nowhere = try await outsider.get("/nowhere")
            #expect(nowhere.status == 404)
            for endpoint in Self.verbEndpoints {
                let path = Self.path(endpoint, id)
                let page =
                    endpoint.method == .get ? try await outsider.get(path) : try await outsider.post(path, [:])
                #expect(page.status == 404, "\(endpoint.method.rawValue) \(endpoint.pattern)")
                #expect(page.withoutMoment(path) == nowhere.withoutMoment("/nowhere"), "\(endpoint.pattern)")
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func withoutTheProofNothingIsPosted(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let id = "\(try await site.unit(DemoFederation.jiaozuoCode).id)"
            // The clerk, the administrator and a leader: between them they may do all there is to do.
            var browsers: [TestBrowser] = []
            for login in ["sunbing", "chujia", "qianyi"] { browsers.append(try await site.browser(as: login)) }
            let before = try await site.journalled()
            for endpoint in Self.endpoints where endpoint.method == .post {
                var statuses: [Int] = []
                for browser in browsers {
                    for proof in ["", "AAAA", String(repeating: "0", count: 64)] {
                        statuses.append(try await browser.post(Self.path(endpoint, id), ["csrf": proof]).status)
                    }
                }
                // The one whose work it is is told of the stale page, the other that it is not theirs.
                #expect(statuses.contains(409), "POST \(endpoint.pattern)")
                #expect(Set(statuses).isSubset(of: [403, 409]), "POST \(endpoint.pattern)")
            }
            #expect(try await site.journalled() == before)
        }
    }

    /// The address with an id in each of its places.
    private static func path(_ endpoint: Endpoint, _ id: String) -> String {
        endpoint.pattern.split(separator: "/").reduce("") { $0 + "/" + ($1.hasPrefix(":") ? id : String($1)) }
    }
}

/// docs/routes.md is the list of routes; with MUSTER_UPDATE_DOCS=1 it is written anew.
@Suite struct RouteDocumentTests {
    @Test func routesAreThoseOfTheCode() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/routes.md")
        let meant = Self.document(MusterSite.endpoints(metrics: PrometheusMetrics()))
        if ProcessInfo.processInfo.environment["MUSTER_UPDATE_DOCS"] == "1" {
            return try meant.write(to: url, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let lines = meant.split(separator: "\n")
        #expect(Set(written).subtracting(lines).sorted() == [], "docs/routes.md says what is not so: run bin/docs")
        #expect(Set(lines).subtracting(written).sorted() == [], "docs/routes.md does not say this: run bin/docs")
        #expect(written == lines)
    }

    static func document(_ endpoints: [Endpoint]) -> String {
        let rows = endpoints.sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }
            .map { "| \($0.method.rawValue) | `\($0.pattern)` | \(access($0.access)) |" }
        return """
            # Routes

            Written by `RouteDocumentTests` from the routes that the application registers; `bin/docs` writes it anew. A route \
            asks for a verb of [permissions.md](permissions.md), or says why it needs none. A verb lets in whoever holds it \
            somewhere; whether it reaches the thing asked for is decided where the thing is known.

            | method | address | who comes in |
            | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            """
    }

    private static func access(_ access: RouteAccess) -> String {
        switch access {
        case .verb(let verb): "`\(verb.rawValue)`"
        case .signedIn(let because): "anyone signed in: \(because)"
        case .anyone(let because): "anyone: \(because)"
        }
    }
}
