import Directives
import Federation
import Foundation
import HTTPTypes
import Markup
import MusterTesting
import Storage
import Testing

@testable import Site

/// A paper of the province comes down: the city carries it in a cover of its own, a county relays the cover, a workplace
/// signs. Each level above sees how far it went.
@Suite struct DescentJourneyTests {
    static let paper = """
        河南省总工会

        豫工发〔2020〕40号

        河南省总工会关于做好节日值班工作的通知

        各省辖市总工会：

        为做好节日期间的值班工作，现将有关事项通知如下。

        一、落实责任。各单位要安排专人值守，遇有情况随时报告。

        二、按时上报。2月4日前，将值班表报送省总工会办公室。

        河南省总工会

        2020年2月1日
        """
    static let cover = """
        焦作市总工会

        焦工发〔2020〕42号

        焦作市总工会转发《河南省总工会关于做好节日值班工作的通知》的通知

        各县（市）区总工会：

        现将《河南省总工会关于做好节日值班工作的通知》（豫工发〔2020〕40号）转发给你们，请认真贯彻落实。

        焦作市总工会

        2020年2月4日

        \(paper)
        """

    /// The three sendings, and who made them.
    struct Way: Sendable {
        let site: TestSite
        let province: DispatchID
        let city: DispatchID
        let county: DispatchID
        /// What 沁阳 passed it on to.
        let below: Int

        init(_ site: TestSite) async throws {
            self.site = site
            let above = try await TestClerk("zhenggeng", at: site)
            let paper = try await above.register(DescentJourneyTests.paper)
            province = try await above.dispatch(paper, line: "各省辖市总工会")
            site.clock.advance(seconds: 86_400)
            let clerk = try await TestClerk("sunbing", at: site)
            try await clerk.sign(try await clerk.firstReceipt())
            let cover = try await clerk.register(DescentJourneyTests.cover)
            let inside = try await site.federation.read {
                try NoticeStore.contained(in: cover, in: $0).map(\.notice.id)
            }
            try #require(inside == [paper])
            city = try await clerk.dispatch(cover, line: "各县（市）区总工会")
            site.clock.advance(seconds: 7_200)
            let office = try await TestClerk("liding", at: site)
            try await office.sign(try await office.firstReceipt())
            let relay = try await office.dispatch(cover)
            county = relay
            below = try await site.federation.read { try DispatchStore.require(relay, in: $0).recipients }
            site.clock.advance(seconds: 600)
            let chair = try await TestClerk("zhouwu", at: site)
            try await chair.sign(try await chair.firstReceipt())
        }
    }

    @Test(arguments: TestDatabase.dialects) func aCoverAndARelayFollowFromOneSending(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let way = try await Way(site)
            let (descent, above) = try await site.federation.read { db in
                (
                    try Descent(of: DispatchStore.require(way.province, in: db), in: db),
                    try Descent.above([way.county], in: db)
                )
            }
            #expect(descent.links.map(\.dispatch.id) == [way.province, way.city, way.county])
            #expect(descent.links.map(\.depth) == [0, 1, 2])
            #expect(descent.links.map(\.above) == [nil, way.province, way.city])
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            #expect(descent.links.map(\.top) == [nil, jiaozuo, jiaozuo])
            #expect(above == [way.city, way.province], "the nearest first")
        }
    }

    @Test(arguments: TestDatabase.dialects) func theWallGoesAllTheWayDown(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let way = try await Way(site)
            #expect(try await site.browser(as: "fengren").get("/dispatches/\(way.province)?depth=all").status == 404)
            let clerk = try await site.browser(as: "zhenggeng")
            let own = try await clerk.get("/dispatches/\(way.province)")
            #expect(own.contains("本级 17") && own.contains("1<span class=\"of\"> / 17 已签收"))
            #expect(own.contains("其中 1 个已转发到下级"), "a cover that carries it is a forward")
            let all = try await clerk.get("/dispatches/\(way.province)?depth=all")
            #expect(all.status == 200 && PageFaults.found(in: all.text) == [])
            // The city, its county and the mill have signed; of the rest below most have heard nothing.
            #expect(all.contains("<span class=\"count\">3<span class=\"of\">"))
            let units = try await site.federation.read { db in
                try db.scalar(
                    """
                    select count(*) as units from unit low join unit a on low.path >= a.path and low.path < a.path || '~'
                    join delivery d on d.unit = a.id where d.dispatch = \(way.province) and low.closed_on is null
                    """, as: Int.self)
            }
            #expect(all.contains(" / \((units ?? 0).grouped) 已签收"))
            #expect(all.contains("个还没有发到（停在 ") && all.contains("下面还有 "))
            #expect(all.contains("href=\"/dispatches/\(way.city)?depth=all\""), "the city's row opens its own wall")
            let city = try await clerk.get("/dispatches/\(way.city)?depth=all")
            #expect(city.status == 200 && city.contains("href=\"/dispatches/\(way.county)?depth=all\""))
            #expect(city.count(of: "还没有签收，下面没有收到") == 9, "nine counties keep it from those below them")
        }
    }

    @Test(arguments: TestDatabase.dialects) func anyBranchOpensDown(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let way = try await Way(site)
            let address = "/dispatches/\(way.city)/branches/0"
            #expect(try await site.browser(as: "fengren").get(address).status == 404)
            for nowhere in ["/dispatches/\(way.city)/branches/7", "/dispatches/\(way.city)/branches/x"] {
                #expect(try await site.browser(as: "sunbing").get(nowhere).status == 404)
            }
            let clerk = try await site.browser(as: "zhenggeng")
            let branch = try await clerk.get(address)
            #expect(branch.status == 200 && branch.contains("各县（市）区总工会"))
            #expect(branch.count(of: "data-item=\"\"") == 10)
            #expect(branch.contains("<a href=\"/dispatches/\(way.county)\">1 / \(way.below)</a>"))
            #expect(!branch.contains("催办"), "the level above reads, and does not urge for others")
            #expect(PageFaults.found(in: branch.text) == [])
            #expect(try await site.browser(as: "sunbing").get(address).contains("催办 9 个单位"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func theRelayLineHasALevelForEach(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let way = try await Way(site)
            let page = try await site.browser(as: "sunbing").get("/dispatches/\(way.city)")
            let start = try #require(page.text.firstRange(of: "data-row=\"relay\""))
            let line = TestPage(status: 200, location: nil, headers: [:], text: String(page.text[start.upperBound...]))
            #expect(line.contains("河南省总工会") && line.contains("停留 24 小时"))
            #expect(line.contains("主送各单位") && line.contains("再往下一级"))
            #expect(line.contains("1 / 10") && line.contains("1 / \(way.below)"))
            #expect(line.contains(">2:00<") && line.contains(">0:10<"), "medians of the two levels")
            #expect(line.contains("9 个等签收"))
            // The paper wants a list by 4 February; the county got it on the 5th.
            #expect(line.contains("2月4日") && line.contains("路上过了期的话"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func thoseAboveAreToldOfASignatureFurtherDown(_ dialect: Dialect)
        async throws
    {
        try await TestSite.with(dialect) { site in
            let way = try await Way(site)
            let changes = site.federation.bulletin.watch(Topic("dispatch", way.province))
            let children = try await site.federation.read { try DispatchStore.deliveries(of: way.county, in: $0) }
            let other = try #require(children.first { $0.receipt.state == .sent })
            try await site.sign(other.receipt.id, at: other.receipt.unit)
            var told = 0
            for await _ in changes {
                told += 1
                break
            }
            #expect(told == 1)
        }
    }
}

extension TestSite {
    /// The unit's principal signs, whom the demo lets nobody enter as.
    func sign(_ receipt: ReceiptID, at unit: UnitID) async throws {
        let day = Zone.day(clock.now())
        let post = try await federation.read { db in
            try PersonStore.posts(at: unit, on: day, in: db).first { $0.role == .principal }
        }
        let principal = try #require(post)
        let actor = Actor(person: principal.person, post: principal.id, unit: unit, role: principal.role)
        _ = try await ReceiptActs(federation).sign(receipt, as: actor, at: unit, id: federation.newActID())
    }
}
