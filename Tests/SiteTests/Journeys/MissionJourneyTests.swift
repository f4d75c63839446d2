import Directives
import Federation
import Foundation
import MusterTesting
import Site
import Storage
import Testing

/// The mission document on its way from the nation to a workplace, by the people of the cast, over HTTP.
@Suite struct MissionJourneyTests {
    @Test(arguments: TestDatabase.dialects) func fromTheNationToAWorkplace(_ dialect: Dialect) async throws {
        guard let papers = try MissionPapers.load() else { return }
        try await TestSite.with(dialect) { site in
            let national = try await nation(site, papers)
            let provincial = try await province(site, papers, national)
            let (cover, wall) = try await city(site, papers, inside: [national, provincial])
            let below = try await county(site, cover)
            try await workplace(site)
            try await wallsAtTheEnd(site, wall, below)
        }
    }

    /// (a) The nation issues its notice to the line it prints.
    private func nation(_ site: TestSite, _ papers: MissionPapers) async throws -> NoticeID {
        let clerk = try await TestClerk("chengui", at: site)
        // The notice itself prints no number; only the covers below quote it.
        let notice = try await clerk.register(papers.national)
        let dispatch = try await clerk.dispatch(notice)
        let children = below(DemoFederation.nationalCode)
        let corps: Set = ["660000"]
        try await expect(
            site, dispatch,
            [
                codes(children, .federation).subtracting(corps), codes(children, .industrialUnion),
                codes(children, .organsUnion), codes(children, .department), codes(children, .institution),
            ], copies: corps)
        #expect(codes(children, .federation).count == 32 && codes(children, .industrialUnion).count == 10)
        #expect(codes(children, .organsUnion).count == 1)
        return notice
    }

    /// (b) The province signs, and issues its telegram.
    private func province(_ site: TestSite, _ papers: MissionPapers, _ national: NoticeID) async throws -> NoticeID {
        let clerk = try await TestClerk("zhenggeng", at: site)
        let receipt = try await clerk.firstReceipt()
        #expect(try await notice(of: receipt, site) == national)
        let list = try await clerk.browser.get("/notices")
        #expect(TestClerk.id(list.text, after: "href=\"/receipts/") == receipt, "it stands first in the inbox")
        try await clerk.sign(receipt)
        try await expectNothingToDo(clerk)
        let telegram = try await clerk.register(papers.provincial)
        let page = try await clerk.browser.get("/notices/\(telegram)")
        #expect(page.contains("特急") && page.contains("豫工发电〔2020〕3号"))
        let dispatch = try await clerk.dispatch(telegram)
        let children = below(DemoFederation.henanCode)
        let jiyuan: Set = ["419001"]
        let cities = codes(children, .federation).subtracting(jiyuan)
        #expect(cities.count == 17)
        try await expect(
            site, dispatch,
            [
                cities, jiyuan, codes(children, .industrialUnion), codes(children, .organsUnion),
                codes(children, .grassrootsUnion), codes(children, .department), codes(children, .institution),
            ])
        return telegram
    }

    /// (c) The city signs, and issues its cover with both inside.
    private func city(
        _ site: TestSite, _ papers: MissionPapers, inside: [NoticeID]
    ) async throws -> (cover: NoticeID, wall: DispatchID) {
        let clerk = try await TestClerk("sunbing", at: site)
        let receipt = try await clerk.firstReceipt()
        #expect(try await notice(of: receipt, site) == inside[1])
        try await clerk.sign(receipt)
        try await expectNothingToDo(clerk)
        let cover = try await clerk.register(papers.whole)
        let (contained, notices) = try await site.federation.read { db -> ([NoticeID], Int?) in
            (
                try NoticeStore.contained(in: cover, in: db).map(\.notice.id),
                try db.scalar("select count(*) as notices from notice")
            )
        }
        #expect(contained == inside, "the notices inside are those that came down")
        #expect(notices == 3, "nothing is stored twice")
        try await expectListedOnce(clerk, cover, site)
        let dispatch = try await clerk.dispatch(cover)
        let children = below(DemoFederation.jiaozuoCode)
        #expect(children.count == 84)
        let kinds: [UnitKind] = [.federation, .industrialUnion, .grassrootsUnion, .department, .institution]
        let sets = kinds.map { codes(children, $0) }
        #expect(sets.map(\.count) == [10, 8, 51, 11, 4])
        try await expect(site, dispatch, sets)
        let wall = try await clerk.browser.get("/dispatches/\(dispatch)")
        #expect(wall.contains(" / 84 已签收") && wall.contains("84 个等待"))
        return (cover, dispatch)
    }

    /// A unit that two phrases reach is listed once.
    private func expectListedOnce(_ clerk: TestClerk, _ cover: NoticeID, _ site: TestSite) async throws {
        let qinyang = try await site.unit(DemoFederation.qinyangCode).id
        let line = "各县（市）区总工会、沁阳市总工会"
        let page = try await clerk.browser.post("/notices/\(cover)/addressees", [("line", line)])
        #expect(page.status == 200)
        #expect(page.count(of: "name=\"known\"") == 10)
        #expect(page.count(of: ":\(qinyang)\"") == 2, "one tick, and the hidden field that says it was shown")
    }

    /// (d) The county signs and relays to the units directly below it.
    private func county(_ site: TestSite, _ cover: NoticeID) async throws -> DispatchID {
        let clerk = try await TestClerk("liding", at: site)
        let receipt = try await clerk.firstReceipt()
        #expect(try await notice(of: receipt, site) == cover)
        try await clerk.sign(receipt)
        try await expectNothingToDo(clerk)
        let dispatch = try await clerk.dispatch(cover)
        let reached = try await site.federation.read { try DispatchStore.deliveries(of: dispatch, in: $0) }
        #expect(reached.map(\.unitCode).sorted() == below(DemoFederation.qinyangCode).map(\.code).sorted())
        #expect(reached.contains { $0.unitCode == DemoFederation.textileMillCode })
        return dispatch
    }

    /// (e) The chair of the mill opens and signs.
    private func workplace(_ site: TestSite) async throws {
        let chair = try await TestClerk("zhouwu", at: site)
        try await chair.sign(try await chair.firstReceipt())
        try await expectNothingToDo(chair)
    }

    /// (f) What the city and the county see.
    private func wallsAtTheEnd(_ site: TestSite, _ city: DispatchID, _ county: DispatchID) async throws {
        let above = try await TestClerk("sunbing", at: site).browser.get("/dispatches/\(city)")
        #expect(above.contains(">1<") && above.contains(" / 84 已签收"))
        #expect(above.contains("其中 1 个已转发到下级") && above.contains("83 个等待"))
        let units = below(DemoFederation.qinyangCode).count
        let middle = try await TestClerk("liding", at: site).browser.get("/dispatches/\(county)")
        #expect(middle.contains(" / \(units) 已签收") && middle.contains("\(units - 1) 个等待"))
        #expect(!middle.contains("个已转发到下级"))
        let (cityStates, countyStates) = try await site.federation.read { db in
            (try DispatchStore.progress(of: city, in: db), try DispatchStore.progress(of: county, in: db))
        }
        #expect(cityStates == [.sent: 83, .relayed: 1])
        #expect(countyStates == [.sent: units - 1, .signed: 1])
        let outsider = try await TestClerk("fengren", at: site).browser.get("/dispatches/\(city)")
        #expect(outsider.status == 404 && !outsider.contains("已签收"))
    }

    // MARK: What is expected

    private func below(_ code: String) -> [UnitRow] {
        DemoFederation.units.filter { $0.parentCode == code || $0.secondParentCode == code }
    }

    private func codes(_ units: [UnitRow], _ kind: UnitKind) -> Set<String> {
        Set(units.filter { $0.kind == kind }.map(\.code))
    }

    private func notice(of receipt: ReceiptID, _ site: TestSite) async throws -> NoticeID? {
        try await site.federation.read { try $0.scalar("select notice from receipt where id = \(receipt)") }
    }

    private func expectNothingToDo(_ clerk: TestClerk) async throws {
        #expect(try await clerk.browser.get("/today").contains("今天没有等你的事"))
    }

    /// Exactly these units by phrase, each once, and these for information.
    private func expect(
        _ site: TestSite, _ dispatch: DispatchID, _ phrases: [Set<String>], copies: Set<String> = []
    ) async throws {
        let deliveries = try await site.federation.read { try DispatchStore.deliveries(of: dispatch, in: $0) }
        let action = deliveries.filter { $0.purpose == .action }
        for (place, codes) in phrases.enumerated() {
            let reached = action.filter { $0.phrase == place }.map(\.unitCode)
            #expect(reached.sorted() == codes.sorted(), "phrase \(place + 1)")
        }
        #expect(action.count == phrases.reduce(0) { $0 + $1.count })
        #expect(Set(deliveries.filter { $0.purpose == .information }.map(\.unitCode)) == copies)
        #expect(Set(deliveries.map(\.unitCode)).count == deliveries.count, "a unit is reached once")
    }
}

/// The mission document and the two notices cut out of it.
struct MissionPapers: Sendable {
    let whole: String
    let national: String
    let provincial: String

    /// Nil where the folder of true notices is not at hand.
    static func load() throws -> MissionPapers? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appendingPathComponent("shared/notices/000.txt")
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("The journey of the mission document is skipped: \(file.path) is not there.")
            return nil
        }
        let whole = try String(contentsOf: file, encoding: .utf8)
            .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let extents = try NoticeReader().read(whole).get().forwarded.compactMap(\.notice.extent)
        try #require(extents.count == 2)
        return MissionPapers(
            whole: whole, national: whole.scalars(extents[0]), provincial: whole.scalars(extents[1]))
    }
}
