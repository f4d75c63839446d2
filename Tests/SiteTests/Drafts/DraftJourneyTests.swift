import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// A cover from the notice received to the receipts below, by the people of the cast, over HTTP.
@Suite struct DraftJourneyTests {
    @Test(arguments: TestDatabase.dialects) func fromTheNoticeToTheReceipts(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            try await theCoverIsProposed(day)
            try await twoPeopleDoNotOverwriteEachOther(day)
            try await submittedAndReturned(day)
            try await signedOff(day)
            try await theJournalTellsIt(day)
        }
    }

    private func theCoverIsProposed(_ day: DraftDay) async throws {
        let notice = try await day.clerk.get("/notices/\(day.received)")
        #expect(notice.contains("转发（拟封面）"))
        let page = try await day.clerk.get(day.path)
        #expect(page.area("title")?.trimmed == "焦作市总工会转发《河南省总工会关于做好防汛值守工作的通知》的通知")
        #expect(
            page.area("opening")?.trimmed == "现将《河南省总工会关于做好防汛值守工作的通知》（豫工发〔2020〕51号）转发给你们，请认真贯彻落实。")
        #expect(page.area("line")?.contains("各县（市）区总工会") == true)
        #expect(page.contains("送 84 个单位"))
        #expect(try await day.clerk.get("/drafts").contains("焦作市总工会转发"))
    }

    private func twoPeopleDoNotOverwriteEachOther(_ day: DraftDay) async throws {
        let (mine, theirs) = (try await day.clerk.get(day.path), try await day.deputy.get(day.path))
        let saved = try await day.deputy.post(
            "\(day.path)/versions", try day.form(theirs, [("closing", "特此通知。")]))
        #expect(saved.status == 303)
        let typed = try day.form(mine, [("clauses", "一、各县（市）区总工会要明确专人负责。\n二、3月1日前报送落实情况。")])
        let refused = try await day.clerk.post("\(day.path)/versions", typed)
        #expect(refused.status == 409)
        #expect(refused.contains(DraftRefusal.stale(newest: 2).sentence[.chinese]))
        #expect(refused.area("clauses")?.contains("明确专人负责") == true, "what was typed stays in the form")
        #expect(refused.contains("特此通知。") && refused.contains("钱乙"), "what the other saved stands beside it")
        let again = try await day.clerk.post(
            "\(day.path)/versions", try day.form(refused, [("closing", "特此通知。")]))
        #expect(again.status == 303)
        let versions = try await day.clerk.get("\(day.path)/versions?from=1&to=3")
        #expect(versions.contains("<ins>特此通知。</ins>") && versions.contains("<ins>二、3月1日前报送落实情况。</ins>"))
        #expect(versions.contains("第 3 版") && !versions.contains("第 4 版"))
    }

    private func submittedAndReturned(_ day: DraftDay) async throws {
        #expect(try await submit(day, version: 3).status == 303)
        let today = try await day.deputy.get("/today")
        #expect(today.contains("焦作市总工会转发"))
        let sheet = try await day.deputy.get("\(day.path)/handling")
        let ask = try #require(sheet.text.firstMatch(of: #/action="(/handling-asks/[^"]+/returns)"/#)).1
        let act = try #require(sheet.act(of: String(ask)))
        let seen = sheet.value(of: "seen") ?? "0"
        let returned = try await day.deputy.post(
            String(ask), [("act", act), ("seen", seen), ("text", "第二条写明报送到哪里。")])
        #expect(returned.status == 303)
        #expect(try await day.clerk.get(day.path).contains("第二条写明报送到哪里。"), "the clerk sees why it came back")
        #expect(try await day.save([("clauses", "一、各县（市）区总工会要明确专人负责。\n二、3月1日前向市总办公室报送落实情况。")]).status == 303)
        // The version that came back is not the newest any more.
        let stale = try await submit(day, version: 3)
        #expect(stale.status == 409)
        #expect(try await submit(day, version: 4).status == 303)
    }

    private func submit(_ day: DraftDay, version: Int) async throws -> TestPage {
        try await day.clerk.post(
            "\(day.path)/submissions", ["version": "\(version)", "leader": "\(try await day.post(of: "qianyi"))"])
    }

    private func signedOff(_ day: DraftDay) async throws {
        let page = try await day.deputy.get("\(day.path)/sign-offs")
        #expect(page.contains("取下一个号：焦工发〔2020〕1号") && page.contains("84 个单位"))
        let done = try await day.signOff()
        #expect(done.status == 303)
        let wall = try await day.deputy.get(try #require(done.location))
        #expect(wall.contains("已签发 焦工发〔2020〕1号，分送 84 个单位") && wall.contains("84 个等待"))
        let notice = try await day.issued()
        #expect(notice.number == "焦工发〔2020〕1号" && notice.datedOn == "2020-02-04")
        #expect(notice.reading.clauses.map(\.numeral) == ["一、", "二、"])
        #expect(notice.urgency.grade == .urgent && notice.grade == nil, "urgent by what it carries")
        let (inner, receipts) = try await day.site.federation.read { db -> ([NoticeID], Int?) in
            (
                try NoticeStore.contained(in: notice.id, in: db).map(\.notice.id),
                try db.scalar("select count(*) as n from receipt where notice = \(notice.id)")
            )
        }
        #expect(inner == [day.received], "it points at the notice that came down; nothing is stored twice")
        #expect(receipts == 84)
        let below = try await day.site.clerk("liding").get("/notices/\(notice.id)")
        #expect(below.contains("焦工发〔2020〕1号") && below.contains("2020年2月4日"))
        let unit = try await day.site.unit(DemoFederation.jiaozuoCode).id
        let register = try await day.clerk.get("/units/\(unit)/number-series")
        let series = try #require(register.text.firstMatch(of: #/href="(/number-series/[^"]+)"/#)).1
        #expect(try await day.clerk.get(String(series)).contains("href=\"/notices/\(notice.id)\""))
        let draft = try await day.clerk.get(day.path)
        #expect(
            draft.contains("已签发") && draft.act(of: "\(day.path)/versions") == nil, "nothing is written at it any more")
    }

    private func theJournalTellsIt(_ day: DraftDay) async throws {
        #expect(
            try await day.verbs() == [
                "draft.write", "draft.write", "draft.write", "draft.write", "handling.return", "draft.write",
                "draft.write", "draft.sign_off",
            ])
        let notice = try await day.issued()
        let entries = try await day.site.federation.read {
            try JournalStore.entries(on: Subject("notice", notice.id), in: $0)
        }
        let text = try #require(entries.first { $0.verb == "draft.sign_off" }).detail.text
        #expect(text.contains("number=焦工发〔2020〕1号") && text.contains("recipients=84") && text.contains("version=4"))
        #expect(!text.contains("钱乙"), "no personal value")
    }

    @Test(arguments: TestDatabase.dialects) func severalUnderOneCover(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let other = try await DraftDay.receive(
                site, DraftDay.notice.replacing("防汛值守", with: "防火检查").replacing("51号", with: "52号"))
            let page = try await day.clerk.get(day.path)
            #expect(page.contains("防火检查"), "what else was received is offered")
            let checked = try await day.clerk.post(
                "\(day.path)/addressees", try day.form(page) + [("carry", "\(other)")])
            #expect(checked.area("title")?.contains("》、《") == true && checked.area("opening")?.contains("一并") == true)
            #expect(try await day.save([], adding: other).status == 303)
            #expect(try await day.signOff([("number", "none")]).status == 303)
            let notice = try await day.issued()
            #expect(notice.number == nil && notice.reading.forwarded.count == 2)
            let inner = try await site.federation.read {
                try NoticeStore.contained(in: notice.id, in: $0).map(\.notice.id)
            }
            #expect(inner == [day.received, other])
            for (extent, id) in zip(notice.reading.forwarded.compactMap(\.notice.extent), inner) {
                let carried = try #require(try await site.federation.read { try NoticeStore.findWhole(id, in: $0) })
                #expect(
                    notice.text.scalars(extent).hasSuffix(
                        try #require(carried.reading.extent.map(carried.text.scalars))))
            }
            // A cover that was issued is read as it was built.
            let read = try NoticeReader().read(notice.text).get()
            #expect(
                read.title == notice.title
                    && read.forwarded.map(\.notice.title) == notice.reading.forwarded.map(\.notice.title))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aLeadersWordByTelephone(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let duty = try await site.clerk("wuji")
            // Whose word it is has to be said.
            let nobody = try await day.signOff(by: duty)
            #expect(nobody.contains(DraftRefusal.leaderMissing.sentence[.chinese]))
            let leader = try await day.post(of: "qianyi")
            let ahead = try await day.signOff(
                [("number", "next"), ("leader", "\(leader)"), ("said", "2020-02-04T09:10")], by: duty)
            #expect(
                ahead.status == 422 && ahead.contains("2020-02-04T09:10"), "it cannot have been said later than now")
            let done = try await day.signOff(
                [("number", "next"), ("leader", "\(leader)"), ("said", "2020-02-04T03:10")], by: duty)
            #expect(done.status == 303)
            #expect(try await day.issued().number == "焦工发〔2020〕1号")
            #expect(try await day.deputy.get("/today").contains("焦作市总工会转发"), "the leader owes a confirmation")
            let sheet = try await day.deputy.get("\(day.path)/handling")
            let path = String(
                try #require(sheet.text.firstMatch(of: #/action="(/handling-asks/[^"]+/confirmations)"/#)).1)
            let fields = [("act", try #require(sheet.act(of: path))), ("seen", sheet.value(of: "seen") ?? "0")]
            #expect(try await day.deputy.post(path, fields).status == 303)
            #expect(try await day.verbs().suffix(2) == ["handling.record", "handling.confirm"])
        }
    }

    @Test(arguments: TestDatabase.dialects) func aDraftThatIsNotNeeded(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let typed = try day.form(try await day.clerk.get(day.path), [("closing", "特此通知。")])
            let silent = try await day.clerk.post("\(day.path)/drops", ["reason": " "])
            #expect(silent.status == 422 && silent.contains(DraftRefusal.reasonMissing.sentence[.chinese]))
            #expect(try await day.clerk.post("\(day.path)/drops", ["reason": "省里另发了。"]).status == 303)
            let late = try await day.clerk.post("\(day.path)/versions", typed)
            #expect(late.status == 409 && late.contains(DraftRefusal.dropped.sentence[.chinese]))
            #expect(try await day.clerk.get(day.path).contains("不用了"))
            #expect(try await day.verbs() == ["draft.write", "draft.drop"])
            #expect(try await site.count("dispatch") == 1, "only the province's")
        }
    }
}

extension DraftDay {
    fileprivate func save(_ typed: [(String, String)], adding notice: NoticeID) async throws -> TestPage {
        let page = try await clerk.get(path)
        return try await clerk.post("\(path)/versions", try form(page, typed) + [("carry", "\(notice)")])
    }
}
