import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// Two who sign off at once make one paper, and the year of a number is the year of its sign-off in China.
@Suite(.serialized) struct DraftRaceTests {
    /// Both press on the same version; one issues it, the other is told so.
    private func race(_ day: DraftDay, _ browsers: [TestBrowser]) async throws {
        for browser in browsers { _ = try await browser.get("\(day.path)/sign-offs") }
        let fields = [("version", "1"), ("number", "next")]
        let pages = try await withThrowingTaskGroup(of: TestPage.self) { group in
            for browser in browsers {
                group.addTask { try await browser.post("\(day.path)/sign-offs", fields) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(pages.map(\.status).sorted() == [303, 409])
        let told = try #require(pages.first { $0.status == 409 })
        #expect(told.contains(DraftRefusal.alreadyIssued.sentence[.chinese]))
        #expect(told.contains("焦工发〔2020〕1号"), "and where it is")
        #expect(try await day.issued().number == "焦工发〔2020〕1号")
        #expect(try await day.site.count("number_fate") == 1)
        #expect(try await day.site.count("dispatch") == 2, "the province's and this one")
        #expect(try await day.verbs() == ["draft.write", "draft.sign_off"])
    }

    @Test(arguments: TestDatabase.dialects) func twoLeadersAtOnceIssueOnce(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            try await race(day, [day.deputy, try await site.clerk("zhaojia")])
        }
    }

    @Test(.timeLimit(.minutes(10))) func twoServersIssueOnce() async throws {
        guard TestDatabase.dialects.contains(.postgresql) else {
            return print("Two servers are not tested in this run: they need PostgreSQL.")
        }
        try await TestDatabase.with(.postgresql, from: TestSite.demo) { database in
            let engine = try await openEngine(database.address, EngineOptions(connections: 4))
            let clock = SimulatedClock()
            try await TestSite.serve(database.engine, clock: clock) { first in
                try await TestSite.serve(engine, clock: clock) { second in
                    let day = try await DraftDay(first)
                    try await race(day, [day.deputy, try await second.clerk("zhaojia")])
                }
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func theYearTurnsAtMidnightInChina(_ dialect: Dialect) async throws {
        try await TestDatabase.with(dialect, from: TestSite.demo) { database in
            // 2020-12-31 23:59 in China, where in UTC it is still afternoon.
            let clock = SimulatedClock(start: Moment(microseconds: 1_609_430_340_000_000))
            try await TestSite.serve(database.engine, clock: clock) { site in
                let day = try await DraftDay(site)
                let other = try await DraftDay.start(day.received, by: day.clerk)
                #expect(try await day.signOff().status == 303)
                let last = try await day.issued()
                #expect(last.number == "焦工发〔2020〕1号" && last.datedOn == "2020-12-31")
                clock.advance(seconds: 60)
                let id = try #require(DraftID(other))
                let page = try await day.deputy.get("/drafts/\(other)/sign-offs")
                #expect(page.contains("焦工发〔2021〕1号"))
                let done = try await day.deputy.post("/drafts/\(other)/sign-offs", ["version": "1", "number": "next"])
                #expect(done.status == 303)
                let first = try await site.federation.read { db in
                    let notice = try #require(try DraftStore.find(id, in: db)?.notice)
                    return try #require(try NoticeStore.findWhole(notice, in: db))
                }
                #expect(first.number == "焦工发〔2021〕1号" && first.datedOn == "2021-01-01")
            }
        }
    }
}
