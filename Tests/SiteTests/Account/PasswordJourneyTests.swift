import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// One's own password and one's own sessions, over HTTP.
@Suite struct PasswordJourneyTests {
    private static let (old, new) = ("一句自己记得住的话", "另一句自己记得住的话")

    /// 吴己 with a password, by the code that his office gives him.
    private static func withPassword(_ site: TestSite) async throws -> TestBrowser {
        let office = try await site.clerk("chujia")
        let sheet = try await office.post("/posts/\(try await site.post(of: "wuji"))/resets", [:])
        let page = try await office.get(sheet.location ?? "")
        let code = try #require(page.text.firstMatch(of: #/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/#).map { String($0.0) })
        let browser = site.browser()
        _ = try await browser.get("/invitations/\(code)")
        let entered = try await browser.post("/invitations/\(code)/acceptances", ["password": old])
        try #require(entered.status == 303)
        _ = try await browser.get("/account")
        return browser
    }

    private static func signIn(_ site: TestSite, _ password: String) async throws -> (TestBrowser, Int) {
        let browser = site.browser()
        _ = try await browser.get("/sign-in")
        let status = try await browser.post("/sessions", ["login": "wuji", "password": password]).status
        return (browser, status)
    }

    @Test(arguments: TestDatabase.dialects) func itNeedsThePresentOneAndEndsTheOthers(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let here = try await Self.withPassword(site)
            let (elsewhere, status) = try await Self.signIn(site, Self.old)
            #expect(status == 303)
            #expect(try await elsewhere.get("/account").status == 200)
            let wrong = try await here.post("/passwords", ["present": "不是这一句话呀", "password": Self.new])
            #expect(wrong.status == 422 && wrong.contains("id=\"present-error\"") && !wrong.contains(Self.new))
            let short = try await here.post("/passwords", ["present": Self.old, "password": "短"])
            #expect(short.status == 422 && short.contains("id=\"password-error\""))
            #expect(try await elsewhere.get("/account").status == 200, "nothing was changed yet")

            let form = try await here.get("/passwords/new")
            let act = try #require(form.act(of: "/passwords"))
            for _ in 0..<2 {
                let done = try await here.post("/passwords", ["present": Self.old, "password": Self.new, "act": act])
                #expect(done.status == 303, "a form sent twice is one change")
            }
            #expect(try await here.get("/account").status == 200)
            #expect(try await elsewhere.get("/account").status == 303, "signed out")
            #expect(try await Self.signIn(site, Self.old).1 == 422)
            #expect(try await Self.signIn(site, Self.new).1 == 303)
            let entries: [String] = try await site.federation.read { db in
                try db.query("select detail from journal where verb = 'credential.change'").map { try $0["detail"] }
            }
            #expect(entries == ["sessions=1"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func guessingIsSlowedDown(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let here = try await Self.withPassword(site)
            var statuses: [Int] = []
            for _ in 0..<8 {
                statuses.append(
                    try await here.post("/passwords", ["present": "猜一个试试看", "password": Self.new]).status)
            }
            #expect(statuses.first == 422 && statuses.last == 429)
        }
    }

    @Test(arguments: TestDatabase.dialects) func whoHasNoneIsToldHowToGetOne(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing", .english)
            let page = try await clerk.post("/passwords", ["present": "", "password": "a long enough one"])
            #expect(page.status == 409 && page.contains("no password yet") && page.contains("face to face"))
            #expect(PageFaults.found(in: page.text) == [] && PageFaults.chinese(in: page.text) == [])
        }
    }

    @Test(arguments: TestDatabase.dialects) func onesOwnSessionsAreListedAndEnded(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let here = try await site.clerk("sunbing")
            let other = try await site.clerk("sunbing")
            let stranger = try await site.clerk("qianyi")
            let person = try #require(try await site.federation.read { try PersonStore.find(login: "sunbing", in: $0) })
            let now = site.clock.now()
            let sessions = try await site.federation.read { try SessionStore.sessions(of: person.id, at: now, in: $0) }
            #expect(sessions.count == 2)
            let account = try await here.get("/account")
            for session in sessions {
                #expect(account.contains("/sessions/\(session.id)/closings"))
                #expect(try await stranger.post("/sessions/\(session.id)/closings", [:]).status == 404)
            }
            let ours = try #require(
                account.text.firstMatch(of: #/就在这里.*?/sessions/([0-9A-Z]+)/closings/#.dotMatchesNewlines()))
            let theirs = try #require(sessions.map { "\($0.id)" }.first { $0 != String(ours.1) })
            #expect(try await here.post("/sessions/\(theirs)/closings", [:]).status == 303)
            #expect(try await other.get("/account").status == 303)
            #expect(try await here.get("/account").status == 200)
        }
    }
}
