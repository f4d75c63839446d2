import Directives
import Federation
import HTTPTypes
import MusterTesting
import Storage
import Testing

@testable import Site

/// Everything that was done with a notice stands in one list, as far as the reader's branch goes.
@Suite struct ChainJourneyTests {
    @Test(arguments: TestDatabase.dialects) func eachSeesItsOwnBranchAndNoOther(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let path = "/notices/\(day.notice)/chain"
            for login in ["fengren", "zhouwu", "zhenggeng"] {
                let other = try await site.browser(as: login)
                #expect(try await other.get(path).status == 404, "\(login)")
                #expect(try await other.get("\(path).csv").status == 404, "\(login)")
            }
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try #require(ReceiptID(day.receipt)))
            let withdrawn = try await day.clerk.post(
                "/notices/\(day.notice)/changes", ["kind": "withdrawn", "reason": "日期写错"])
            let change = try withdrawn.leadsTo("/changes/")
            site.clock.advance(seconds: 60)
            let noted = try await county.browser.post("/changes/\(change)/acknowledgements", [:])
            #expect(noted.status == 303)
            let before = try await site.journalled()
            // The city: what it did and what the county below did.
            let city = try await day.clerk.get(path)
            #expect(Self.acts(city) == ["登记", "分送 10 个单位", "打开", "签收", "撤回", "知悉撤回"])
            #expect(city.contains("沁阳市总工会") && city.contains("李丁") && city.contains("日期写错"))
            #expect(try await day.clerk.get("/notices/\(day.notice)").text.contains("\(path)\""))
            // The county: how it came, its own, and what became of it; never the other counties'.
            #expect(
                Self.acts(try await county.browser.get(path)) == ["分送 10 个单位", "打开", "签收", "撤回", "知悉撤回"])
            let (boai, notice) = (try await site.unit("410822"), try #require(NoticeID(day.notice)))
            let besides = try await site.federation.read {
                try ChainStore.links(
                    of: notice, ChainScope(own: boai, reachesBelow: true), ChainFilter(), after: nil, limit: 100,
                    in: $0)
            }
            #expect(besides.map(\.act) == [.sent, .changed])
            #expect(try await site.journalled() == before, "looking leaves no trace")
        }
    }

    @Test(arguments: TestDatabase.dialects) func itIsFilteredByUnitActAndLevel(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try #require(ReceiptID(day.receipt)))
            let path = "/notices/\(day.notice)/chain"
            #expect(Self.acts(try await day.clerk.get("\(path)?act=received")) == ["打开", "签收"])
            #expect(Self.acts(try await day.clerk.get("\(path)?level=city")) == ["登记", "分送 10 个单位"])
            #expect(Self.acts(try await day.clerk.get("\(path)?unit=%E6%B2%81%E9%98%B3")) == ["打开", "签收"])
            #expect(Self.acts(try await day.clerk.get("\(path)?act=exported")).isEmpty)
            #expect(Self.acts(try await day.clerk.get("\(path)?act=nonsense&after=x")).count == 4)
            for csv in ["\(path).csv?act=received", "\(path)?format=csv&act=received"] {
                let table = try await day.clerk.get(csv)
                let lines = table.text.split(whereSeparator: \.isNewline)
                #expect(lines.count == 3, "\(csv)")
                #expect(lines.last?.contains("沁阳市总工会,县,李丁,") == true, "\(csv)")
                #expect(table.headers[.contentType]?.hasPrefix("text/csv") == true)
            }
        }
    }

    @Test(arguments: TestDatabase.dialects) func pageByPageItIsTheWhole(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try #require(ReceiptID(day.receipt)))
            let notice = try #require(NoticeID(day.notice))
            let own = try await site.unit(DemoFederation.jiaozuoCode)
            let actor = try await ChainPeople.actor(at: own.id, site)
            _ = try await site.federation.act(.noticeExport, as: actor, at: own.id, id: site.federation.newActID()) {
                try $0.record(on: Subject("notice", notice), notice)
            }
            try await site.federation.read { db in
                let scope = ChainScope(own: own, reachesBelow: true)
                let whole = try ChainStore.links(of: notice, scope, ChainFilter(), after: nil, limit: 100, in: db)
                #expect(whole.map(\.act) == [.registered, .sent, .received, .received, .exported])
                var pages: [ChainLink] = []
                while true {
                    let page = try ChainStore.links(
                        of: notice, scope, ChainFilter(), after: pages.last?.cursor, limit: 2, in: db)
                    pages += page
                    guard page.count == 2 else { break }
                }
                #expect(pages == whole)
            }
        }
    }

    /// What each line of the page says was done.
    private static func acts(_ page: TestPage) -> [String] {
        page.text.matches(of: #/<td class="wide">(?:<a [^>]*>)?([^<]*)/#)
            .map { String($0.1).trimmingPrefix(" ").description }
            .map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
    }
}

/// Whoever holds a post at a unit, as one who acts.
enum ChainPeople {
    static func actor(at unit: UnitID, _ site: TestSite) async throws -> Actor {
        let day = Zone.day(site.clock.now())
        let posts = try await site.federation.read { try PersonStore.posts(at: unit, on: day, in: $0) }
        let post = try #require(posts.first { $0.role == .clerk } ?? posts.first)
        return Actor(person: post.person, post: post.id, unit: post.unit, role: post.role)
    }
}
