import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// A notice is withdrawn, replaced or corrected: everyone who had it is told, and nothing is deleted.
@Suite struct ChangeJourneyTests {
    private static let reason = "日期写错，另行通知。"

    @Test(arguments: TestDatabase.dialects) func onlyTheIssuerChangesItAndSaysWhy(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let path = "/notices/\(day.notice)/changes"
            let withdrawal = [("kind", "withdrawn"), ("reason", Self.reason)]
            let before = try await site.journalled()
            // Whom it never reached finds nothing; who received it is told whose it is; a post without the verb, too.
            let mill = try await site.clerk("zhouwu")
            #expect(try await mill.get("\(path)/new").status == 404)
            #expect(try await mill.post(path, withdrawal).status == 404)
            let county = try await site.clerk("liding")
            let refused = try await county.post(path, withdrawal)
            #expect(refused.status == 403)
            #expect(refused.contains(ChangeRefusal.notIssuer.sentence.zh))
            #expect(try await site.clerk("wuji").post(path, withdrawal).status == 403)
            // What is missing is said at its field, and what was typed stays.
            for (fields, wrong) in [
                ([("reason", Self.reason)], ChangeRefusal.kindMissing),
                ([("kind", "withdrawn"), ("text", "留着的字")], .reasonMissing),
                ([("kind", "corrected"), ("reason", Self.reason)], .textMissing),
                ([("kind", "replaced"), ("reason", Self.reason)], .replacementMissing),
                ([("kind", "replaced"), ("reason", Self.reason), ("replacement", day.notice)], .replacementUnusable),
            ] {
                let page = try await day.clerk.post(path, fields)
                #expect(page.status == 422, "\(fields)")
                #expect(page.contains(wrong.sentence.zh), "\(fields)")
                #expect(page.contains(fields.last?.0 == "text" ? "留着的字" : Self.reason), "\(fields)")
            }
            #expect(try await site.count("notice_change") == 0)
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aWithdrawalReachesAllWhoHadItAndStopsItsWay(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let county = try await TestClerk("liding", at: site)
            try await county.sign(try #require(ReceiptID(day.receipt)))
            let withdrawn = try await day.clerk.post(
                "/notices/\(day.notice)/changes", ["kind": "withdrawn", "reason": Self.reason])
            let change = try withdrawn.leadsTo("/changes/")
            // Nine had not signed and need not any more; ten are to note it.
            #expect(try await Self.open("receipt.sign", site) == 0)
            #expect(try await Self.open("notice.acknowledge", site) == 10)
            let today = try await county.browser.get("/today")
            #expect(today.contains("知悉撤回") && today.text.contains("/changes/\(change)"))
            // Every copy says so first, with who and why: the notice, the receipt, the wall, the list.
            for (browser, page) in [
                (county.browser, "/notices/\(day.notice)"), (county.browser, "/receipts/\(day.receipt)"),
                (day.clerk, "/dispatches/\(day.dispatch)"), (day.clerk, "/notices/\(day.notice)"),
            ] {
                let shown = try await browser.get(page)
                #expect(shown.text.contains("banner-end") && shown.contains(Self.reason), "\(page)")
                #expect(shown.contains("焦作市总工会"), "\(page)")
            }
            #expect(try await county.browser.get("/notices").contains("已撤回"))
            // Nobody is asked to sign for it any more, nor urged to.
            let urged = try await day.clerk.post("/dispatches/\(day.dispatch)/urges", ["text": "尽快签收"])
            #expect(urged.status == 409 && urged.contains(ChangeRefusal.notStanding(.withdrawn).sentence.zh))
            // It goes no further, from here nor from there, and is not changed again.
            let onward = try await county.browser.post("/notices/\(day.notice)/dispatches", ["line": "所属各基层工会"])
            #expect((400..<500).contains(onward.status))
            let again = try await day.clerk.post(
                "/notices/\(day.notice)/dispatches", ["line": OfficeDay.line, "add": DemoFederation.textileMillCode])
            #expect(again.status == 409)
            #expect(again.contains(ChangeRefusal.notStanding(.withdrawn).sentence.zh))
            #expect(again.contains(ChangeRefusal.notStanding(.withdrawn).wayOn?.zh ?? "-"))
            let twice = try await day.clerk.post(
                "/notices/\(day.notice)/changes", ["kind": "corrected", "text": "3月", "reason": "再改"])
            #expect(twice.status == 409)
            #expect(try await site.count("dispatch") == 1)
            try await Self.noted(change, by: county.browser, day)
        }
    }

    /// One press says that the unit knows; a second press is no second fact; the issuer sees who has and who has not.
    private static func noted(_ change: String, by county: TestBrowser, _ day: OfficeDay) async throws {
        let page = try await county.get("/changes/\(change)")
        #expect(page.contains(reason) && page.contains("孙丙"))
        #expect(!page.contains("博爱县总工会"), "who else was told is the issuer's to see")
        let act = try #require(page.act(of: "/changes/\(change)/acknowledgements"))
        for _ in 0..<2 {
            let done = try await county.post("/changes/\(change)/acknowledgements", ["act": act])
            #expect(done.status == 303)
        }
        #expect(try await open("notice.acknowledge", day.site) == 9)
        #expect(try await day.site.count("notice_change_seen") == 1)
        let issuers = try await day.clerk.get("/changes/\(change)")
        #expect(issuers.contains("告知 10 个单位，已知悉 1 个") && issuers.contains("博爱县总工会"))
        // Who was never told has nothing to note: neither the issuer nor a stranger.
        for login in ["sunbing", "zhouwu"] {
            let other = try await day.site.clerk(login)
            #expect(try await other.post("/changes/\(change)/acknowledgements", [:]).status == 404, "\(login)")
        }
        let notice = try #require(NoticeID(day.notice))
        let entries = try await day.site.federation.read {
            try JournalStore.entries(on: Subject("notice", notice), in: $0)
        }
        #expect(entries.map(\.verb) == ["notice.register", "notice.change", "notice.acknowledge"])
        #expect(
            entries.map(\.detail.text).dropFirst() == ["change=withdrawn\nunits=10", "change=withdrawn\nfirst=yes"])
    }

    @Test(arguments: TestDatabase.dialects) func aReplacementNamesWhatHoldsInstead(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let other = try await OfficeDay.register(
                day.clerk, OfficeDay.notice.replacing("41号", with: "42号").replacing("节日值班", with: "节假日值班"))
            let form = try await day.clerk.get("/notices/\(day.notice)/changes/new")
            #expect(form.contains("value=\"\(other)\""), "it can be chosen")
            let replaced = try await day.clerk.post(
                "/notices/\(day.notice)/changes", ["kind": "replaced", "replacement": other, "reason": Self.reason])
            let change = try replaced.leadsTo("/changes/")
            let county = try await site.clerk("liding")
            let seen = try await county.get("/changes/\(change)")
            #expect(seen.contains("节假日值班") && seen.contains("还没有送到本单位"))
            #expect(!seen.text.contains("/notices/\(other)\""))
            #expect(try await day.clerk.get("/notices/\(other)").contains("它替换了"))
            // The other way round it cannot be: that one no longer holds.
            let back = try await day.clerk.post(
                "/notices/\(other)/changes", ["kind": "replaced", "replacement": day.notice, "reason": "换回"])
            #expect(back.status == 422)
            #expect(back.contains(ChangeRefusal.replacementUnusable.sentence.zh))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aCorrectionLeavesTheNoticeStanding(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            for text in ["第二条“2月10日”应为“2月12日”", "第一条“专人”应为“两人”"] {
                let corrected = try await day.clerk.post(
                    "/notices/\(day.notice)/changes", ["kind": "corrected", "text": text, "reason": "笔误"])
                #expect(corrected.status == 303)
            }
            #expect(try await Self.open("receipt.sign", site) == 10)
            #expect(try await Self.open("notice.acknowledge", site) == 20)
            let county = try await TestClerk("liding", at: site)
            let page = try await county.browser.get("/notices/\(day.notice)")
            #expect(page.contains("有更正") && page.contains("2月12日") && !page.text.contains("banner-end"))
            try await county.sign(try #require(ReceiptID(day.receipt)))
            let sent = try await county.browser.get("/notices/\(day.notice)/dispatches/new")
            #expect(sent.status == 200, "it still goes on")
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatCarriesAWithdrawnNoticeIsMarkedAndStopped(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let city = try await site.clerk("sunbing")
            let cover = try await OfficeDay.register(city, CarriedNotice.cover)
            let dispatch = try await OfficeDay.send(cover, by: city, line: OfficeDay.line)
            let province = try await site.clerk("zhenggeng")
            let inner = try await OfficeDay.register(province, CarriedNotice.inner)
            let withdrawn = try await province.post(
                "/notices/\(inner)/changes", ["kind": "withdrawn", "reason": Self.reason])
            let change = try withdrawn.leadsTo("/changes/")
            // The city that registered the cover, and the ten that received it.
            #expect(try await Self.open("notice.acknowledge", site) == 11)
            #expect(try await Self.open("receipt.sign", site) == 10, "the cover itself still holds")
            let receipt = try await site.receipt(of: cover, at: DemoFederation.qinyangCode)
            let county = try await site.clerk("liding")
            for (browser, path) in [
                (county, "/receipts/\(receipt)"), (city, "/notices/\(cover)"), (city, "/dispatches/\(dispatch)"),
            ] {
                let page = try await browser.get(path)
                #expect(page.contains("里面的《\(CarriedNotice.title)》已撤回"), "\(path)")
            }
            #expect(try await county.get("/changes/\(change)").status == 200)
            let again = try await city.post(
                "/notices/\(cover)/dispatches", ["line": OfficeDay.line, "add": DemoFederation.textileMillCode])
            #expect(again.status == 409)
            #expect(again.contains(ChangeRefusal.carriesEnded(title: CarriedNotice.title, .withdrawn).sentence.zh))
        }
    }

    static func open(_ kind: String, _ site: TestSite) async throws -> Int {
        try await site.federation.read {
            try $0.scalar("select count(*) as n from due where kind = \(kind) and closed_at is null")
        } ?? 0
    }
}

/// A city's cover around a province's notice.
enum CarriedNotice {
    static let title = "河南省总工会关于做好防汛值守工作的通知"
    static let inner = """
        \(title)

        各省辖市总工会：

        为做好防汛值守工作，现通知如下：

        一、加强值守。各级工会要安排专人值守，备好雨衣和口罩。

        河南省总工会

        2020年2月3日
        """
    static let cover = """
        焦作市总工会关于转发《\(title)》的通知

        \(OfficeDay.line)：

        现将《\(title)》转发给你们，请认真贯彻落实。

        焦作市总工会

        2020年2月5日

        \(inner)
        """
}
