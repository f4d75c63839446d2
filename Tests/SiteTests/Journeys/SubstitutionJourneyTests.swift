import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// 李丁 is away: 冯壬, who holds no post of his own, stands in for her at 沁阳市总工会 (代理).
@Suite struct SubstitutionJourneyTests {
    @Test(arguments: TestDatabase.dialects) func theSubstituteSignsAndTheTraceNamesBoth(_ dialect: Dialect) async throws
    {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let clerk = try await site.clerk("liding")
            let post = try await site.post(of: "liding")
            let form = try await clerk.get("/posts/\(post)/substitutions/new")
            #expect(form.status == 200 && form.contains("谁代李丁的文书"))
            let act = try #require(form.act(of: "/posts/\(post)/substitutions"))
            let fields = [
                ("who", "account"), ("login", "fengren"), ("name", "冯壬"), ("from", "2020-02-04"),
                ("to", "2020-02-08"), ("act", act),
            ]
            let wrong = try await clerk.post(
                "/posts/\(post)/substitutions", fields.map { $0.0 == "name" ? ($0.0, "冯任") : $0 })
            #expect(wrong.status == 422 && wrong.contains("账号和姓名对不上"))
            for _ in 0..<2 {
                let done = try await clerk.post("/posts/\(post)/substitutions", fields)
                #expect(done.status == 303, "a form sent twice is one substitution")
            }
            site.clock.advance(seconds: 60)
            try await signAsSubstitute(site, day)
            try await tracesNameBoth(site, day, clerk)
            try await endsEarly(site, day, clerk)
        }
    }

    private func signAsSubstitute(_ site: TestSite, _ day: OfficeDay) async throws {
        let substitute = try await site.clerk("fengren")
        let account = try await substitute.get("/account")
        #expect(account.contains("代理文书") && account.contains("代 李丁 文书"))
        let receipt = try await substitute.get("/receipts/\(day.receipt)")
        #expect(receipt.status == 200 && receipt.contains("记为：冯壬"))
        #expect(try await substitute.post("/receipts/\(day.receipt)/signatures", [:]).status == 303)
    }

    private func tracesNameBoth(_ site: TestSite, _ day: OfficeDay, _ clerk: TestBrowser) async throws {
        let receipt = try await clerk.get("/receipts/\(day.receipt)")
        #expect(receipt.contains("冯壬（代理文书，代李丁）"))
        let journal = try await clerk.get("/journal")
        #expect(journal.contains("冯壬") && journal.contains("代理文书") && journal.contains("代 李丁 文书"))
        #expect(journal.contains("指定代理"))
        let wall = try await day.clerk.get("/dispatches/\(day.dispatch)?view=table")
        #expect(wall.contains("冯壬（代李丁）"))
        let english = try await site.clerk("sunbing", .english)
        let table = try await english.get("/dispatches/\(day.dispatch)?view=table")
        #expect(table.contains("Feng Ren (for Li Ding)"))
        let qinyang = try await site.unit(DemoFederation.qinyangCode).id
        let people = try await clerk.get("/units/\(qinyang)/posts")
        #expect(people.contains("代理文书") && people.contains("代 李丁 文书") && people.contains("2020年2月8日止"))
        let unit = try await clerk.get("/units/\(qinyang)")
        #expect(unit.contains("代 李丁 文书"))
    }

    private func endsEarly(_ site: TestSite, _ day: OfficeDay, _ clerk: TestBrowser) async throws {
        let post = try await site.post(of: "fengren")
        // The clerk may name a substitute; the end is for whoever appoints.
        #expect(try await clerk.post("/posts/\(post)/endings", ["day": "2020-02-03"]).status == 403)
        let administrator = try await site.clerk("chujia")
        let form = try await administrator.get("/posts/\(post)/endings/new")
        #expect(form.status == 200 && form.contains("冯壬提前结束代理"))
        let late = try await administrator.post("/posts/\(post)/endings", ["day": "2020-02-01"])
        #expect(late.status == 422 && late.contains("最后一天不能早于昨天"))
        #expect(try await administrator.post("/posts/\(post)/endings", ["day": "2020-02-03"]).status == 303)
        let substitute = try await site.clerk("fengren")
        #expect(try await substitute.get("/receipts/\(day.receipt)").status == 404)
        let receipt = try await clerk.get("/receipts/\(day.receipt)")
        #expect(receipt.contains("冯壬（代理文书，代李丁）"), "what was signed stays")
    }
}

extension TestSite {
    /// The first post of one of the cast.
    func post(of login: String) async throws -> PostID {
        let id: PostID? = try await federation.read {
            try $0.scalar(
                """
                select post.id from post join person on person.id = post.person where login = \(login)
                order by post.id limit 1
                """)
        }
        return try #require(id)
    }
}
