import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// Work that failed, as the administrator at the top sees it.
@Suite struct JobJourneyTests {
    /// A job that a queue of nobody's gave up, and one that it will try again.
    private static func fail(in site: TestSite) async throws -> (givenUp: JobID, failing: JobID) {
        let (first, second) = (JobID(site.federation.newActID().raw), JobID(site.federation.newActID().raw))
        let now = site.clock.now()
        _ = try await site.federation.engine.write { db in
            try db.execute(
                """
                insert into job (id, queue, priority, due_at, key, payload, attempts, failure, given_up_at)
                values (\(first), 'test.tell', 1, \(now), null, '{}', 8, 'storage.unavailable', \(now)),
                    (\(second), 'test.tell', 1, \(now.adding(seconds: 600)), null, '{}', 2, 'fault.Odd', null)
                """)
        }
        return (first, second)
    }

    @Test(arguments: TestDatabase.dialects) func onlyTheTopSeesAndDecides(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let jobs = try await Self.fail(in: site)
            let before = try await site.journalled()
            for login in ["chujia", "sunbing", "chengui"] {
                let browser = try await site.clerk(login)
                #expect(try await browser.get("/jobs").status == 403, "\(login)")
                for noun in ["retries", "abandonments"] {
                    #expect(try await browser.post("/jobs/\(jobs.givenUp)/\(noun)", [:]).status == 403, "\(login)")
                }
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func failedJobsAreTriedAgainOrGivenUp(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let top = try await site.clerk("weiyi")
            #expect(try await top.get("/jobs").contains("没有办不成的任务"))
            let jobs = try await Self.fail(in: site)
            let list = try await top.get("/jobs")
            #expect(list.contains("数据库连不上。") && list.contains("程序出了没有料到的错。"))
            #expect(list.count(of: "/abandonments") == 1, "what was given up is not given up again")
            let act = try #require(list.act(of: "/jobs/\(jobs.givenUp)/retries"))
            for _ in 0..<2 {
                #expect(try await top.post("/jobs/\(jobs.givenUp)/retries", ["act": act]).status == 303)
            }
            #expect(try await top.post("/jobs/\(jobs.failing)/abandonments", [:]).status == 303)
            let again = try await top.post("/jobs/\(jobs.failing)/abandonments", [:])
            #expect(again.status == 409 && again.contains("早已停办"))
            let none = try await top.post("/jobs/\(site.federation.newActID())/retries", [:])
            #expect(none.status == 409 && none.contains("已经办完"))
            let open: Int? = try await site.federation.read {
                try $0.scalar("select count(*) as n from job where given_up_at is null and attempts = 0")
            }
            #expect(open == 1)
            let journal = try await top.get("/journal")
            #expect(journal.contains("<b>重试后台任务</b>") && journal.contains("<b>停办后台任务</b>"))
            let english = try await site.clerk("weiyi", .english)
            let page = try await english.get("/jobs")
            #expect(PageFaults.chinese(in: page.text) == [] && PageFaults.found(in: page.text) == [])
        }
    }
}
