import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// The handling sheet of one notice inside 焦作市总工会, which keeps every step, over HTTP.
@Suite struct HandlingJourneyTests {
    @Test(arguments: TestDatabase.dialects) func outsidersAreRefusedFirst(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let sheet = "/notices/\(day.notice)/handling"
            let before = try await site.journalled()
            #expect(try await site.clerk("fengren").get(sheet).status == 404)
            let mill = try await site.clerk("zhouwu")
            #expect(try await mill.get(sheet).status == 404, "the notice has not come to the mill")
            for noun in ["proposals", "circulations", "discharges", "instructions"] {
                let posted = try await mill.post("/notices/\(day.notice)/\(noun)", ["text": "同意", "kind": "read"])
                #expect(posted.status == 404, "\(noun)")
            }
            // The county has the notice, and a sheet of its own; the city's is not there to be seen.
            let asked = try await HandlingDesk(site, day.notice).circulate("read", to: "qianyi")
            let ask = try await site.ask(.read)
            #expect(asked.status == 303)
            let county = try await site.clerk("liding")
            #expect(try await county.get(sheet).contains("钱乙") == false)
            #expect(try await county.post("/handling-asks/\(ask)/answers", [:]).status == 404)
            // Of the same unit, but not asked.
            #expect(try await site.clerk("wangxin").post("/handling-asks/\(ask)/answers", [:]).status == 403)
            #expect(try await site.clerk("wangxin").post("/notices/\(day.notice)/instructions", [:]).status == 403)
            #expect(try await site.journalled() == before + 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func fromProposalToReturnAndAgain(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let desk = try await HandlingDesk(site, day.notice)
            try await propose(desk)
            try await instruct(desk)
            try await circulate(desk)
            try await giveBack(desk)
            try await carryOut(desk)
            let journal = try await desk.clerk.get("/journal")
            for word in ["拟办", "批办", "送阅、送会签", "办了请办的一步", "退回"] {
                #expect(journal.contains("<b>\(word)</b>"), "\(word)")
            }
            #expect(!journal.contains("请钱主席") && !journal.contains("值班表要细"), "remarks stay on the sheet")
        }
    }

    private func propose(_ desk: HandlingDesk) async throws {
        let sheet = try await desk.clerk.get(desk.path)
        #expect(sheet.status == 200 && sheet.contains("拟办意见") && PageFaults.found(in: sheet.text) == [])
        let empty = try await desk.clerk.post(desk.noun("proposals"), ["text": " "])
        #expect(empty.status == 422 && empty.contains("写一句意见"))
        let qian = try await desk.site.post(of: "qianyi")
        let done = try await desk.clerk.post(
            desk.noun("proposals"), ["text": "拟请钱主席批示。", "posts": "\(qian)"])
        #expect(done.status == 303)
        let slip = try await desk.clerk.get(done.location ?? "")
        #expect(slip.contains("拟办意见已写上办理单") && slip.contains("请钱乙 副主席批办"))
        let notice = try await desk.clerk.get("/notices/\(desk.notice)")
        #expect(notice.contains("等钱乙批办"))
        let today = try await desk.deputy.get("/today")
        #expect(today.contains("批办") && today.contains("href=\"\(desk.path)\""))
        #expect(
            try await desk.clerk.get("/today").contains("href=\"\(desk.path)\"") == false, "a post's due is its own")
    }

    private func instruct(_ desk: HandlingDesk) async throws {
        let form = try await desk.deputy.get(desk.path)
        #expect(form.contains("轮到你：批办") && form.contains("孙丙请你办：拟请钱主席批示。"))
        let sun = try await desk.site.post(of: "sunbing")
        let fields = [("text", "同意，请办公室办。"), ("posts", "\(sun)"), ("seen", "1")]
        let late = try await desk.deputy.post(desk.noun("instructions"), fields + [("due", "2020-02-03")])
        #expect(late.status == 422 && late.contains("这一天已经过了") && late.contains("同意，请办公室办。"))
        let done = try await desk.deputy.post(desk.noun("instructions"), fields + [("due", "2020-02-09")])
        #expect(done.status == 303)
        let today = try await desk.clerk.get("/today")
        #expect(today.contains("承办") && today.contains("2月9日 23:59") && today.contains("钱乙所定"))
        #expect(try await desk.deputy.get("/today").contains("href=\"\(desk.path)\"") == false)
    }

    private func circulate(_ desk: HandlingDesk) async throws {
        #expect(try await desk.circulate("read", to: "wuji", "wangxin").status == 303)
        #expect(try await desk.circulate("countersign", to: "qianyi").status == 303)
        let again = try await desk.circulate("countersign", to: "qianyi")
        #expect(again.status == 409 && again.contains("已经送过"))
        let stranger = try await desk.circulate("read", to: "liding")
        #expect(stranger.status == 422 && stranger.contains("不在本单位"))
        let officer = try await desk.site.clerk("wuji")
        let sheet = try await officer.get(desk.path)
        let path = try #require(sheet.path(to: "answers"))
        for _ in 0..<2 {
            #expect(try await officer.post(path, [:]).status == 303, "reading twice is one fact")
        }
        #expect(try await officer.get(desk.path).contains("已阅"))
        #expect(try await desk.site.steps(.read) == 1)
    }

    private func giveBack(_ desk: HandlingDesk) async throws {
        let sheet = try await desk.deputy.get(desk.path)
        let path = try #require(sheet.path(to: "returns"))
        let silent = try await desk.deputy.post(path, ["text": ""])
        #expect(silent.status == 422 && silent.contains("写一句意见"))
        #expect(try await desk.deputy.post(path, ["text": "值班表要细，重拟。"]).status == 303)
        let again = try await desk.deputy.post(path, ["text": "值班表要细，重拟。"])
        #expect(again.status == 409 && again.contains("已经有人办了"))
        // Everything else that was asked is asked no more; the paper is with who proposed.
        #expect(try await desk.site.clerk("wangxin").get("/today").contains("href=\"\(desk.path)\"") == false)
        let back = try await desk.clerk.get(desk.path)
        #expect(back.contains("退回后不再请办") && back.contains("钱乙退回：值班表要细，重拟。"))
        #expect(try await desk.clerk.get("/today").contains("退回，改了再送"))
    }

    /// The second round, to its end.
    private func carryOut(_ desk: HandlingDesk) async throws {
        let (qian, wu) = (try await desk.site.post(of: "qianyi"), try await desk.site.post(of: "wuji"))
        let seen = try await desk.clerk.get(desk.path).value(of: "seen") ?? ""
        let proposed = try await desk.clerk.post(
            desk.noun("proposals"), ["text": "值班表已细化，再请批示。", "posts": "\(qian)", "seen": seen])
        #expect(proposed.status == 303)
        let now = try await desk.deputy.get(desk.path).value(of: "seen") ?? ""
        let instructed = try await desk.deputy.post(
            desk.noun("instructions"), ["text": "同意。", "posts": "\(wu)", "seen": now])
        #expect(instructed.status == 303)
        let early = try await desk.clerk.post(desk.noun("discharges"), [:])
        #expect(early.status == 409 && early.contains("还有 1 处没有办完"))
        let officer = try await desk.site.clerk("wuji")
        let path = try #require(try await officer.get(desk.path).path(to: "answers"))
        #expect(try await officer.post(path, ["text": "值班表已发。"]).status == 303)
        #expect(try await desk.clerk.get(desk.path).contains("已办结"))
        #expect(try await desk.clerk.get("/notices/\(desk.notice)").contains("已办结"))
    }

    // MARK: small units, the telephone, two at once

    @Test(arguments: TestDatabase.dialects) func aSmallUnitDoesItInOne(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let county = try await site.clerk("liding")
            #expect(try await county.post("/receipts/\(day.receipt)/signatures", [:]).status == 303)
            let path = "/notices/\(day.notice)/handling"
            let sheet = try await county.get(path)
            #expect(sheet.contains("本单位一步办结") && !sheet.contains("/proposals") && !sheet.contains("/circulations"))
            #expect(sheet.contains("签收") && sheet.contains("李丁"))
            let off = try await county.post("/notices/\(day.notice)/proposals", ["text": "拟办"])
            #expect(off.status == 409 && off.contains("没有开“拟办”这一步"))
            for _ in 0..<2 {
                #expect(try await county.post("/notices/\(day.notice)/discharges", ["text": "已转下级"]).status == 303)
            }
            #expect(try await county.get(path).contains("已办结"))
            #expect(try await site.steps(.discharged) == 1, "ending it twice is one fact")
            #expect(try await county.get("/journal").contains("<b>办结</b>"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aLeadersWordByTelephoneIsConfirmed(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let officer = try await site.clerk("wuji")
            let qian = try await site.post(of: "qianyi")
            let calm = try await officer.post(
                "/notices/\(day.notice)/telephone-instructions",
                ["text": "照办", "leader": "\(qian)", "said": "2020-02-03T23:10"])
            #expect(calm.status == 409 && calm.contains("标了紧急程度"))
            let urgent = try await OfficeDay.register(
                day.clerk, OfficeDay.notice.replacing("焦工发〔2020〕41号", with: "特急\n\n焦工发电〔2020〕2号"))
            let noun = "/notices/\(urgent)/telephone-instructions"
            let fields = [("text", "立即照办。"), ("leader", "\(qian)")]
            let ahead = try await officer.post(noun, fields + [("said", "2021-02-05T08:00")])
            #expect(ahead.status == 422 && ahead.contains("不能在以后") && ahead.contains("立即照办。"))
            let nobody = try await officer.post(noun, [("text", "照办"), ("said", "2020-02-03T23:10")])
            #expect(nobody.status == 422 && nobody.contains("选一位能批办的领导"))
            #expect(try await officer.post(noun, fields + [("said", "2020-02-03T23:10")]).status == 303)
            let deputy = try await site.clerk("qianyi")
            #expect(try await deputy.get("/today").contains("确认电话口头批签"))
            let sheet = try await deputy.get("/notices/\(urgent)/handling")
            #expect(sheet.contains("电话里说的，吴己记下") && sheet.contains("吴己"))
            let path = try #require(sheet.path(to: "confirmations"))
            #expect(try await officer.post(path, [:]).status == 403)
            for _ in 0..<2 { #expect(try await deputy.post(path, [:]).status == 303) }
            #expect(try await site.steps(.confirmed) == 1)
            #expect(try await deputy.get("/today").contains("确认电话") == false)
            let journal = try await deputy.get("/journal")
            #expect(journal.contains("<b>记电话口头批签</b>") && journal.contains("<b>确认电话口头批签</b>"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func twoWhoInstructAtOnceMakeOneFact(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let leaders = [try await site.clerk("qianyi"), try await site.clerk("zhaojia")]
            let noun = "/notices/\(day.notice)/instructions"
            let pages = try await withThrowingTaskGroup(of: TestPage.self) { group in
                for (place, leader) in leaders.enumerated() {
                    group.addTask { try await leader.post(noun, ["text": "照办 \(place)", "seen": "0"]) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(pages.map(\.status).sorted() == [303, 409])
            let refused = try #require(pages.first { $0.status == 409 })
            #expect(refused.contains("别人已经办了这一步") && refused.contains("照办 "), "what was typed is there")
            #expect(try await site.steps(.instructed) == 1)
        }
    }

    // MARK: settings

    @Test(arguments: TestDatabase.dialects) func aUnitSetsItsSteps(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            #expect(try await site.clerk("fengren").get("/settings").status == 404)
            let clerk = try await site.clerk("liding")
            let page = try await clerk.get("/settings")
            #expect(page.status == 200 && page.contains("disabled"))
            #expect(try await clerk.post("/settings", ["word": "沁工发"]).status == 403)
            let city = try await site.clerk("qianyi")
            let shown = try await city.get("/settings")
            #expect(shown.contains("value=\"焦工发\"") && PageFaults.found(in: shown.text) == [])
            let wrong = try await city.post("/settings", ["steps": "proposal", "hours_t": "很快", "word": "焦〔工〕"])
            #expect(wrong.status == 422 && wrong.contains("value=\"很快\"") && wrong.contains("value=\"焦〔工〕\""))
            #expect(wrong.contains("id=\"hours_t-error\"") && wrong.contains("id=\"word-error\""))
            let done = try await city.post("/settings", ["steps": "proposal", "hours_t": "12", "word": "焦工办发"])
            #expect(done.status == 303)
            #expect(try await city.get(done.location ?? "").contains("设置已保存"))
            let jiaozuo = try await site.unit(DemoFederation.jiaozuoCode).id
            let settings = try await site.federation.read { try UnitSettings.of(jiaozuo, in: $0) }
            #expect(settings.steps == [.proposal] && settings.signWithinHours == [.urgent: 12])
            #expect(settings.numberWord == "焦工办发" && !settings.relayNeedsLeader)
            #expect(try await city.get("/journal").contains("<b>改单位设置</b>"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aRelayWaitsForALeaderWhereTheUnitSaysSo(_ dialect: Dialect)
        async throws
    {
        try await TestSite.with(dialect) { site in
            let province = try await site.clerk("zhenggeng")
            let text = OfficeDay.notice.replacing("焦作市总工会", with: "河南省总工会").replacing("焦工发", with: "豫工发")
                .replacing(OfficeDay.line, with: "各省辖市总工会")
            let notice = try await OfficeDay.register(province, text)
            _ = try await OfficeDay.send(notice, by: province)
            let (clerk, leader) = (try await site.clerk("sunbing"), try await site.clerk("qianyi"))
            let receipt = try await site.receipt(of: notice, at: DemoFederation.jiaozuoCode)
            #expect(try await clerk.post("/receipts/\(receipt)/signatures", [:]).status == 303)
            #expect(
                try await leader.post("/settings", ["relay_needs_leader": "1", "steps": "instruction"]).status == 303)
            let form = try await clerk.get("/notices/\(notice)/dispatches/new")
            let path = "/notices/\(notice)/dispatches"
            let fields = [("line", OfficeDay.line), ("act", try #require(form.act(of: path)))]
            let refused = try await clerk.post(path, fields)
            #expect(refused.status == 409 && refused.contains("领导批办以后才能直送"))
            #expect(try await leader.post("/notices/\(notice)/instructions", ["text": "照转。"]).status == 303)
            _ = try await OfficeDay.send(notice, by: clerk, line: OfficeDay.line)
            #expect(try await clerk.get("/journal").contains("<b>转发</b>"))
        }
    }
}

/// The people of 焦作市总工会 around one notice.
struct HandlingDesk: Sendable {
    let site: TestSite
    let notice: String
    let clerk: TestBrowser
    let deputy: TestBrowser

    init(_ site: TestSite, _ notice: String) async throws {
        (self.site, self.notice) = (site, notice)
        (clerk, deputy) = (try await site.clerk("sunbing"), try await site.clerk("qianyi"))
    }

    var path: String { "/notices/\(notice)/handling" }

    func noun(_ noun: String) -> String { "/notices/\(notice)/\(noun)" }

    func circulate(_ kind: String, to logins: String...) async throws -> TestPage {
        var fields = [("kind", kind)]
        for login in logins { fields.append(("posts", "\(try await site.post(of: login))")) }
        return try await clerk.post(noun("circulations"), fields)
    }
}

extension TestSite {
    /// The first thing of a kind that somebody was asked for.
    func ask(_ kind: HandlingAsk.Kind) async throws -> HandlingAskID {
        let id: HandlingAskID? = try await federation.read {
            try $0.scalar("select id from handling_ask where kind = \(kind.rawValue) order by id limit 1")
        }
        return try #require(id)
    }

    func steps(_ kind: HandlingStep.Kind) async throws -> Int {
        try await federation.read {
            try $0.scalar("select count(*) as steps from handling_step where kind = \(kind.rawValue)")
        } ?? 0
    }

    /// Who holds a post of this role at a unit first.
    func login(of role: Role, at unit: UnitID) async throws -> String {
        let login: String? = try await federation.read {
            try $0.scalar(
                """
                select login from person join post on post.person = person.id
                where post.unit = \(unit) and post.role = \(role) order by post.id limit 1
                """)
        }
        return try #require(login)
    }
}

extension TestPage {
    /// Where the first form posts whose address ends so.
    func path(to noun: String) -> String? {
        text.matches(of: #/action="([^"]*)"/#).map { String($0.1) }.first { $0.hasSuffix("/\(noun)") }
    }
}
