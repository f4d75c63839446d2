import Federation
import Markup
import MusterTesting
import Storage
import Testing

@testable import Site

/// A unit's people over HTTP: who may appoint, what is refused, and what the journal says of it.
@Suite struct AppointingTests {
    private static func newcomer(_ changes: [String: String] = [:]) -> [(String, String)] {
        var fields = [
            "who": "newcomer", "name": "蒋丙", "name_latin": "Jiang Bing", "login": "jiang.bing.new", "role": "publicity",
            "title": "宣传部部长", "title_english": "Head of Publicity", "from": "2020-02-04", "to": "",
        ]
        for (name, value) in changes { fields[name] = value }
        return fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test(arguments: TestDatabase.dialects) func onlyWhoMayAppoints(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let before = try await site.journalled()
            // The clerk of the unit, the clerk of a unit below, the principal of another unit.
            for login in ["sunbing", "liding", "zhouwu"] {
                let browser = try await site.clerk(login)
                #expect(try await browser.get("/units/\(jiaozuo)/posts/new").status == 403, "\(login)")
                #expect(try await browser.post("/units/\(jiaozuo)/posts", Self.newcomer()).status == 403, "\(login)")
            }
            let post = try await site.post(of: "sunbing")
            let none = "\(site.federation.newActID())"
            let elsewhere = try await site.clerk("zhouwu")
            for rest in ["endings/new", "substitutions/new"] {
                #expect(try await elsewhere.get("/posts/\(post)/\(rest)").status == 404)
                #expect(try await elsewhere.get("/posts/\(none)/\(rest)").status == 404)
            }
            for rest in ["endings", "substitutions"] {
                #expect(try await elsewhere.post("/posts/\(post)/\(rest)", [:]).status == 404)
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func thePrincipalAppointsSomebodyNew(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let principal = try await site.clerk("zhaojia")
            let form = try await principal.get("/units/\(jiaozuo)/posts/new")
            #expect(form.status == 200)
            #expect(
                !form.contains("value=\"administrator\""), "the principal gives no role that an administrator gives")
            let act = try #require(form.act(of: "/units/\(jiaozuo)/posts"))
            var location = ""
            for _ in 0..<2 {
                let done = try await principal.post("/units/\(jiaozuo)/posts", Self.newcomer() + [("act", act)])
                #expect(done.status == 303)
                location = done.location ?? ""
            }
            let list = try await principal.get(location)
            #expect(list.contains("蒋丙") && list.contains("宣传部部长") && list.contains("给设口令的码"))
            #expect(list.contains("职务已设，账号也有了"))
            #expect(list.count(of: "<th class=\"wide\" scope=\"row\">蒋丙") == 1, "a form sent twice is one post")
            let post = try await site.post(of: "jiang.bing.new")
            let sheet = try await principal.post("/posts/\(post)/resets", [:])
            #expect(sheet.location?.hasPrefix("/invitation-sheets/") == true)
            let english = try await site.clerk("zhaojia", .english)
            let page = try await english.get("/units/\(jiaozuo)/posts")
            #expect(page.contains("Jiang Bing") && page.contains("Head of Publicity") && page.contains("Zhao Jia"))
            #expect(PageFaults.chinese(in: page.text) == [])
            let journal = try await principal.get("/journal")
            #expect(journal.contains("<b>任职</b>") && journal.contains("新账号"))
            #expect(!journal.contains("蒋丙"), "the journal keeps an id, not a name")
        }
    }

    @Test(arguments: TestDatabase.dialects) func somebodyOfTheHouseIsChosenFromTheList(_ dialect: Dialect) async throws
    {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let administrator = try await site.clerk("chujia")
            let people = try await site.federation.read { db in
                try ["wuji", "liding"].map { try PersonStore.find(login: $0, in: db) }
            }
            let (own, stranger) = (try #require(people[0]), try #require(people[1]))
            let done = try await administrator.post(
                "/units/\(jiaozuo)/posts",
                Self.newcomer(["who": "\(own.id)", "name": "", "login": "", "name_latin": ""]))
            #expect(done.status == 303)
            let posts = try await site.federation.read { try PersonStore.posts(of: own.id, on: "2020-02-05", in: $0) }
            #expect(posts.map(\.role) == [.dutyOfficer, .publicity])
            // An id that is not in the list is nobody, whoever it is.
            let guessed = try await administrator.post(
                "/units/\(jiaozuo)/posts", Self.newcomer(["who": "\(stranger.id)"]))
            #expect(guessed.status == 422 && guessed.contains("没有这个账号"))
        }
    }

    @Test(arguments: TestDatabase.dialects, Language.allCases)
    func whatCannotBeIsSaidBesideItsField(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let principal = try await site.clerk("zhaojia", language)
            let before = try await site.journalled()
            let cases: [([String: String], String, any Refusal, Int)] = [
                (["name": " "], "name", PersonRefusal.nameMissing, 422),
                (["name_latin": "蒋丙"], "name_latin", PersonRefusal.nameLatinUnusable, 422),
                (["login": "x"], "login", PersonRefusal.loginUnusable, 422),
                (["login": "sunbing"], "login", PersonRefusal.loginTaken, 409),
                (["role": "administrator"], "role", AppointmentRefusal.roleNotYours(.administrator), 403),
                (["title": "", "title_english": "Head"], "title", AppointmentRefusal.titleUnusable, 422),
                (["from": "2020-02-01"], "from", AppointmentRefusal.beginsInThePast, 422),
                (["to": "2020-02-01"], "to", AppointmentRefusal.endsBeforeItBegins, 422),
                (["to": "bald"], "to", AppointmentRefusal.dayUnreadable, 422),
                (["who": "account", "login": "sunbing"], "login", PersonRefusal.unknown, 422),
                (["who": "account", "login": "nobody.here"], "login", PersonRefusal.unknown, 422),
            ]
            for (changes, field, refusal, status) in cases {
                let page = try await principal.post("/units/\(jiaozuo)/posts", Self.newcomer(changes))
                #expect(page.status == status, "\(refusal.code)")
                #expect(page.contains("id=\"\(field)-error\""), "\(refusal.code)")
                #expect(page.contains(HTML(refusal.sentence[language]).text), "\(refusal.code)")
                #expect(page.contains("宣传部部长") || changes["title"] != nil, "what was typed stays")
                #expect(PageFaults.found(in: page.text) == [], "\(refusal.code)")
            }
            let missing = try await principal.post("/units/\(jiaozuo)/posts", Self.newcomer(["role": "emperor"]))
            #expect(missing.status == 404)
            #expect(try await site.journalled() == before)
            #expect(try await site.federation.read { try PersonStore.find(login: "jiang.bing.new", in: $0) } == nil)
        }
    }
}
