import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// What no cover may be: each refusal says why, keeps what was typed, and leaves nothing behind.
@Suite struct DraftRefusalTests {
    private static let cases = TestDatabase.dialects.flatMap { dialect in
        Language.allCases.map { (dialect, $0) }
    }

    @Test(arguments: TestDatabase.dialects) func whoMayNotIsRefused(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let before = try await site.journalled()
            let none = "/drafts/\(site.federation.newActID())"
            // Another unit's draft is nowhere: for the level above, below, and for who has no post.
            for login in ["zhenggeng", "liding", "zhouwu", "fengren"] {
                let other = try await site.clerk(login)
                for rest in ["", "/versions", "/sign-offs"] {
                    let (hidden, absent) = (try await other.get(day.path + rest), try await other.get(none + rest))
                    #expect(hidden.status == 404 && absent.status == 404, "\(login)\(rest)")
                    #expect(hidden.withoutMoment(day.path + rest) == absent.withoutMoment(none + rest))
                }
                for noun in ["versions", "submissions", "sign-offs", "drops", "addressees"] {
                    let page = try await other.post("\(day.path)/\(noun)", ["version": "1", "number": "none"])
                    #expect(page.status == 404, "\(login) \(noun)")
                }
            }
            // The clerk writes and does not sign off; the auditor does neither.
            #expect(
                try await day.clerk.get("\(day.path)/sign-offs").act(of: "\(day.path)/sign-offs") != nil,
                "word by telephone")
            let signed = try await day.clerk.post(
                "\(day.path)/sign-offs", ["version": "1", "number": "none"])
            #expect(signed.status == 422)
            let auditor = try await site.clerk("wangxin")
            #expect(try await auditor.get(day.path).status == 403)
            #expect(try await auditor.post("\(day.path)/versions", ["base": "1"]).status == 403)
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: cases) func badInputKeepsWhatWasTyped(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let clerk = try await site.clerk("sunbing", language)
            let before = try await site.journalled()
            let asked: [([(String, String)], DraftRefusal)] = [
                ([("title", " "), ("closing", "特此通知。")], .titleMissing),
                ([("opening", ""), ("closing", "特此通知。")], .openingMissing),
                ([("clauses", String(repeating: "一、很长。", count: 2_001)), ("closing", "特此通知。")], .tooLong),
            ]
            for (typed, refusal) in asked {
                let page = try await day.save(typed, by: clerk)
                #expect(page.status == 422, "\(refusal)")
                #expect(page.contains(refusal.sentence[language]), "\(refusal)")
                #expect(page.area("closing")?.contains("特此通知。") == true)
            }
            let fields = try day.form(try await clerk.get(day.path)).filter { $0.0 != "carry" }
            let empty = try await clerk.post("\(day.path)/versions", fields)
            #expect(empty.status == 422 && empty.contains(DraftRefusal.nothingCarried.sentence[language]))
            let nobody = try await clerk.post("\(day.path)/submissions", ["version": "1", "leader": ""])
            #expect(nobody.status == 422 && nobody.contains(DraftRefusal.leaderMissing.sentence[language]))
            #expect(try await site.journalled() == before)
            #expect(try await site.count("draft_version") == 1)
        }
    }

    @Test(arguments: cases) func whatChangedSinceIsNotSignedOff(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let deputy = try await site.clerk("qianyi", language)
            #expect(try await day.save([("line", "各县（市）区总工会")]).status == 303)
            let before = try await site.journalled()
            let stale = try await deputy.post("\(day.path)/sign-offs", ["version": "1", "number": "next"])
            #expect(stale.status == 409)
            #expect(stale.contains(DraftRefusal.changedSince(newest: 2).sentence[language]))
            #expect(try await site.journalled() == before)
            #expect(try await site.count("number_fate") == 0, "a paper that is not issued uses no number")
            #expect(try await day.signOff(by: deputy).status == 303)
            #expect(try await day.issued().reading.addressees?.line == "各县（市）区总工会")
        }
    }

    @Test(arguments: cases) func aNumberInUseIsRefusedAtItsField(_ dialect: Dialect, _ language: Language) async throws
    {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let deputy = try await site.clerk("qianyi", language)
            let unit = try await site.unit(DemoFederation.jiaozuoCode).id
            let started = try await day.clerk.post(
                "/units/\(unit)/number-series", ["word": "焦工发", "year": "2020", "next": "1"])
            let series = try started.leadsTo("/number-series/")
            #expect(
                try await day.clerk.post("/number-series/\(series)/entries", ["number": "1", "reason": "纸质发文"]).status
                    == 303)
            #expect(
                try await day.clerk.post("/number-series/\(series)/reservations", ["number": "5", "reason": "留着"])
                    .status == 303)
            let taken = try await day.signOff([("number", "hand"), ("number_text", "焦工发[2020]第001号")], by: deputy)
            #expect(taken.status == 409)
            let number = try DocumentNumber(word: "焦工发", year: 2020, number: 1)
            #expect(taken.contains(NumberRefusal.taken(number, .entered).sentence[language]))
            #expect(taken.contains("value=\"焦工发[2020]第001号\""), "what was typed stays")
            let unreadable = try await day.signOff([("number", "hand"), ("number_text", "三号")], by: deputy)
            #expect(unreadable.status == 422)
            #expect(unreadable.contains(DraftRefusal.numberUnreadable.sentence[language]))
            let unchosen = try await day.signOff([], by: deputy)
            #expect(unchosen.contains(DraftRefusal.numberUnchosen.sentence[language]))
            #expect(try await site.count("number_fate") == 2)
            let done = try await day.signOff([("number", "reserved"), ("number_reserved", "焦工发〔2020〕5号")], by: deputy)
            #expect(done.status == 303)
            #expect(try await day.issued().number == "焦工发〔2020〕5号")
            #expect(try await site.count("number_fate") == 2, "the reserved one became used")
        }
    }

    @Test(arguments: cases) func anOpenLineIsNotSignedOff(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let deputy = try await site.clerk("qianyi", language)
            let line = "各县（市）区总工会、各远洋捕捞协会"
            #expect(try await day.save([("line", line)]).status == 303, "a draft may be open")
            let open = try await day.signOff(by: deputy)
            #expect(open.status == 409 && open.contains(DraftRefusal.lineOpen.sentence[language]))
            #expect(try await day.save([("line", line), ("choice-1", "remove")]).status == 303)
            #expect(try await day.signOff(by: deputy).status == 303)
            let notice = try await day.issued()
            #expect(notice.reading.addressees?.line == "各县（市）区总工会", "what is taken out is not printed")
        }
    }

    @Test(arguments: cases) func aUnitThatClosedIsNamed(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let deputy = try await site.clerk("qianyi", language)
            let code = try #require(Self.childless())
            let unit = try await site.unit(code)
            let administrator = try await site.clerk("chujia")
            let page = try await administrator.get("/units/\(unit.id)/closings/new")
            let closed = try await administrator.post(
                "/units/\(unit.id)/closings",
                ["act": page.act(of: "/units/\(unit.id)/closings") ?? "", "day": "2020-02-04"])
            try #require(closed.status == 303, "\(page.status) \(closed.status)")
            let refused = try await day.signOff(by: deputy)
            #expect(refused.status == 409)
            #expect(refused.contains(DraftRefusal.unitGone(names: [unit.name]).sentence[language]))
            // Checked again, the line means who is left.
            #expect(try await day.save([("closing", "特此通知。")]).status == 303)
            #expect(try await day.signOff(by: deputy).status == 303)
            #expect(try await site.count("number_fate") == 1)
        }
    }

    /// A workplace that hangs directly on the city and has nothing below it.
    private static func childless() -> String? {
        let units = DemoFederation.units
        return units.first { unit in
            unit.parentCode == DemoFederation.jiaozuoCode && unit.kind == .grassrootsUnion
                && !units.contains { $0.parentCode == unit.code || $0.secondParentCode == unit.code }
        }?.code
    }

    @Test(arguments: cases) func aWithdrawnNoticeIsNotCarried(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await DraftDay(site)
            let deputy = try await site.clerk("qianyi", language)
            let province = try await site.clerk("zhenggeng")
            let changed = try await province.post(
                "/notices/\(day.received)/changes", ["kind": "withdrawn", "reason": "发错了。"])
            try #require(changed.status == 303)
            let refused = try await day.signOff(by: deputy)
            #expect(refused.status == 409)
            let title = "河南省总工会关于做好防汛值守工作的通知"
            #expect(refused.contains(DraftRefusal.carriedEnded(title: title, .withdrawn).sentence[language]))
            #expect(try await site.count("dispatch") == 1)
            #expect(try await site.count("number_fate") == 0)
            #expect(try await deputy.get(day.path).contains(language == .chinese ? "撤回" : "ithdrawn"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatIsUnsignedOrOursIsNotForwarded(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let province = try await TestClerk("zhenggeng", at: site)
            let notice = try await province.register(DraftDay.notice)
            _ = try await province.dispatch(notice)
            let clerk = try await site.clerk("sunbing")
            let unsigned = try await clerk.post("/notices/\(notice)/drafts", [:])
            #expect(unsigned.contains(ReceiptRefusal.notSigned.sentence[.chinese]))
            let own = try await OfficeDay.register(clerk)
            let ours = try await clerk.post("/notices/\(own)/drafts", [:])
            #expect(ours.status == 409 && ours.contains("不用转发"))
            #expect(try await site.count("draft") == 0)
        }
    }
}
