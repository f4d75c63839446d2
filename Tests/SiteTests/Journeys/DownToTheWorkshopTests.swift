import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// One notice over five levels: a cover that is returned with remarks, a relay, a workplace that tells its workers, one
/// that is told by telephone; and its withdrawal, which finds every copy. All over HTTP, by the people of the cast.
@Suite struct DownToTheWorkshopTests {
    private static let national = """
        中华全国总工会

        总工发〔2020〕7号

        中华全国总工会关于做好汛期职工安全工作的通知

        各省、自治区、直辖市总工会：

        为做好汛期职工安全工作，现将有关事项通知如下。

        一、落实责任。各级工会要督促用人单位排查隐患，发现险情及时撤人。

        二、加强值守。各级工会要安排专人值班，遇有险情随时报告。

        中华全国总工会

        2020年2月1日
        """
    private static let provincial = """
        河南省总工会

        豫工发〔2020〕12号

        河南省总工会关于转发《中华全国总工会关于做好汛期职工安全工作的通知》的通知

        各省辖市总工会：

        现将《中华全国总工会关于做好汛期职工安全工作的通知》（总工发〔2020〕7号）转发给你们，请认真贯彻落实。

        河南省总工会

        2020年2月3日


        """

    @Test(arguments: TestDatabase.dialects) func overFiveLevelsAndBack(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let national = try await nation(site)
            let received = try await province(site, national)
            let (day, wall) = try await city(site, received)
            let cover = try await day.issued().id
            let county = try await county(site, cover)
            try await workplace(site)
            try await byTelephone(site, county)
            try await theWallKnows(site, wall)
            try await theChainTellsIt(site, cover)
            try await withdrawnFromTheTop(site, national, cover)
        }
    }

    private func nation(_ site: TestSite) async throws -> NoticeID {
        let clerk = try await TestClerk("chengui", at: site)
        let notice = try await clerk.register(Self.national)
        _ = try await clerk.dispatch(notice)
        return notice
    }

    private func province(_ site: TestSite, _ national: NoticeID) async throws -> NoticeID {
        let clerk = try await TestClerk("zhenggeng", at: site)
        try await clerk.sign(try await clerk.firstReceipt())
        let cover = try await clerk.register(Self.provincial + Self.national)
        let inside = try await site.federation.read { try NoticeStore.contained(in: cover, in: $0).map(\.notice.id) }
        #expect(inside == [national], "the notice inside is the one that came down")
        _ = try await clerk.dispatch(cover)
        return cover
    }

    /// The clerk writes the cover, the deputy sends it back with a remark, signs the second one off.
    private func city(_ site: TestSite, _ received: NoticeID) async throws -> (day: DraftDay, wall: DispatchID) {
        let reader = try await TestClerk("sunbing", at: site)
        try await reader.sign(try await reader.firstReceipt())
        let (clerk, deputy) = (try await site.clerk("sunbing"), try await site.clerk("qianyi"))
        let day = DraftDay(
            site: site, clerk: clerk, deputy: deputy, received: received,
            draft: try await DraftDay.start(received, by: clerk))
        #expect(try await submit(day, version: 1).status == 303)
        let sheet = try await deputy.get("\(day.path)/handling")
        let back = try #require(sheet.text.firstMatch(of: #/action="(/handling-asks/[^"]+/returns)"/#)).1
        let remark = "加一条：各单位确定一名联系人。"
        let returned = try await deputy.post(
            String(back),
            [
                ("act", sheet.act(of: String(back)) ?? ""), ("seen", sheet.value(of: "seen") ?? "0"),
                ("text", remark),
            ])
        #expect(returned.status == 303)
        #expect(try await clerk.get(day.path).contains(remark))
        #expect(try await day.save([("clauses", "一、各单位确定一名联系人。")]).status == 303)
        #expect(try await submit(day, version: 2).status == 303)
        let done = try await day.signOff()
        let notice = try await day.issued()
        #expect(notice.number == "焦工发〔2020〕1号" && notice.reading.clauses.map(\.numeral) == ["一、"])
        return (day, try #require(done.location.flatMap { TestClerk.id($0, after: "/dispatches/") }))
    }

    private func submit(_ day: DraftDay, version: Int) async throws -> TestPage {
        try await day.clerk.post(
            "\(day.path)/submissions", ["version": "\(version)", "leader": "\(try await day.post(of: "qianyi"))"])
    }

    private func county(_ site: TestSite, _ cover: NoticeID) async throws -> String {
        let clerk = try await TestClerk("liding", at: site)
        try await clerk.sign(try await clerk.firstReceipt())
        return try await OfficeDay.send("\(cover)", by: clerk.browser)
    }

    private func workplace(_ site: TestSite) async throws {
        let chair = try await TestClerk("zhouwu", at: site)
        let receipt = try await chair.firstReceipt()
        try await chair.sign(receipt)
        let slip = try await chair.browser.get("/receipts/\(receipt)/signatures")
        let path = "/receipts/\(receipt)/conveyances"
        let done = try await chair.browser.post(
            path, ["act": slip.act(of: path) ?? "", "words": slip.value(of: "words") ?? "", "people": "126"])
        #expect(done.status == 303)
        #expect(try await chair.browser.get("/today").contains("今天没有等你的事"), "one notice was one item")
    }

    private func byTelephone(_ site: TestSite, _ county: String) async throws {
        let clerk = try await site.clerk("liding")
        let mill = try await site.unit("410882-011").id
        let done = try await clerk.post(
            "/dispatches/\(county)/records", ["unit": "\(mill)", "channel": "telephone", "day": "2020-02-04"])
        #expect(done.status == 303)
    }

    private func theWallKnows(_ site: TestSite, _ wall: DispatchID) async throws {
        let clerk = try await site.clerk("sunbing")
        let own = try await clerk.get("/dispatches/\(wall)")
        #expect(own.contains(" / 84 已签收") && own.contains("其中 1 个已转发到下级"))
        let all = try await clerk.get("/dispatches/\(wall)?depth=all")
        #expect(
            all.contains("<span class=\"count\">3<span class=\"of\">"), "the county, the mill, the one by telephone")
        let above = try await site.clerk("chengui")
        let first: DispatchID? = try await site.federation.read {
            try $0.scalar("select id from dispatch order by id limit 1")
        }
        let nation = try await above.get("/dispatches/\(try #require(first))?depth=all")
        #expect(nation.contains("<span class=\"count\">5<span class=\"of\">"), "through two covers and a relay")
    }

    private func theChainTellsIt(_ site: TestSite, _ cover: NoticeID) async throws {
        let page = try await site.clerk("sunbing").get("/notices/\(cover)/chain")
        for words in ["焦作市总工会", "沁阳市总工会", "玄字号纺织厂工会", "班前会传达", "代签收"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(try await site.clerk("fengren").get("/notices/\(cover)/chain").status == 404)
    }

    private func withdrawnFromTheTop(_ site: TestSite, _ national: NoticeID, _ cover: NoticeID) async throws {
        let nation = try await site.clerk("chengui")
        let done = try await nation.post(
            "/notices/\(national)/changes", ["kind": "withdrawn", "reason": "第二条有误，另行印发。"])
        #expect(done.status == 303)
        for login in ["zhenggeng", "sunbing", "liding", "zhouwu"] {
            let today = try await site.clerk(login).get("/today")
            #expect(today.contains("知悉撤回"), "\(login)")
        }
        let copy = try await site.clerk("zhouwu").get("/notices/\(cover)")
        #expect(copy.contains("第二条有误，另行印发。"), "the cover says what became of what it carries")
        let county = try await site.clerk("liding")
        let again = try await county.post("/notices/\(cover)/dispatches", ["line": "各直属基层工会", "add": "410800-502"])
        #expect((400..<500).contains(again.status), "it goes no further")
        let verified = try await site.federation.read {
            try $0.scalar("select count(*) as n from journal where verb = 'notice.change'", as: Int.self)
        }
        #expect(verified == 1)
    }
}

extension DraftDay {
    /// A draft that was begun elsewhere.
    init(site: TestSite, clerk: TestBrowser, deputy: TestBrowser, received: NoticeID, draft: String) {
        self.site = site
        self.clerk = clerk
        self.deputy = deputy
        self.received = received
        self.draft = draft
    }
}
