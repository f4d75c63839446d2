import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// The ends of a notice at a unit: its workers are told (传达), or it is filed (阅存).
@Suite struct ConveyanceTests {
    /// 玄字号纺织厂工会 has signed for a notice that came through 沁阳市总工会.
    private static func mill(_ site: TestSite) async throws -> (clerk: TestClerk, receipt: String, county: String) {
        let day = try await OfficeDay(site)
        let county = try await TestClerk("liding", at: site)
        try await county.sign(try #require(ReceiptID(day.receipt)))
        _ = try await OfficeDay.send(day.notice, by: county.browser)
        let receipt = try await site.receipt(of: day.notice, at: DemoFederation.textileMillCode)
        return (try await TestClerk("zhouwu", at: site), receipt, day.receipt)
    }

    @Test(arguments: TestDatabase.dialects) func anothersReceiptIsNotThere(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let before = try await site.journalled()
            let none = "\(site.federation.newActID())"
            let (outsider, mill) = (try await site.clerk("fengren"), try await site.clerk("zhouwu"))
            for (noun, fields) in [
                ("conveyances", [("words", "班前会传达")]), ("filings", [("reason", "与本单位无关")]),
            ] {
                for browser in [outsider, mill, day.clerk] {
                    #expect(try await browser.post("/receipts/\(day.receipt)/\(noun)", fields).status == 404)
                    #expect(try await browser.post("/receipts/\(none)/\(noun)", fields).status == 404)
                }
                // Its own, but not signed for yet.
                let early = try await site.clerk("liding").post("/receipts/\(day.receipt)/\(noun)", fields)
                #expect(early.status == 409 && early.contains(ReceiptRefusal.notSigned.sentence.zh))
            }
            for browser in [outsider, mill, day.clerk] {
                #expect(try await browser.get("/receipts/\(day.receipt)/facts").status == 404)
            }
            #expect(try await site.journalled() == before)
        }
    }

    @Test(arguments: TestDatabase.dialects) func onePressSaysThatTheWorkersWereTold(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let (clerk, receipt, _) = try await Self.mill(site)
            try await clerk.sign(try #require(ReceiptID(receipt)))
            let path = "/receipts/\(receipt)/conveyances"
            // The slip offers it already, with the customary words.
            let slip = try await clerk.browser.get("/receipts/\(receipt)/signatures")
            #expect(slip.value(of: "words") == "班前会传达")
            let act = try #require(slip.act(of: path))
            let wrong = try await clerk.browser.post(path, ["act": act, "words": "车间口头传达", "people": "许多"])
            #expect(wrong.status == 422 && wrong.contains(ReceiptRefusal.peopleUnreadable.sentence.zh))
            #expect(wrong.value(of: "words") == "车间口头传达" && wrong.text.contains("value=\"许多\""))
            let done = try await clerk.browser.post(path, ["act": act, "words": "班前会传达", "people": "126"])
            #expect(done.status == 303)
            let page = try await clerk.browser.get(try #require(done.location))
            #expect(page.contains("传达到 126 人") && page.text.contains("sq-conveyed"))
            #expect(page.act(of: path) == nil, "it is not offered twice")
            // The same form again is the same act; another one is told that the first stands.
            #expect(try await clerk.browser.post(path, ["act": act, "words": "班前会传达"]).status == 303)
            let again = try await clerk.browser.post(path, ["words": "广播传达"])
            #expect(again.status == 409 && again.contains(ReceiptRefusal.doneBefore.sentence.zh))
            let facts = try await clerk.browser.get("/receipts/\(receipt)/facts")
            #expect(facts.contains("班前会传达") && facts.contains("126 人") && facts.contains("周戊"))
            let id = try #require(ReceiptID(receipt))
            let (entries, kinds) = try await site.federation.read { db in
                (
                    try JournalStore.entries(on: Subject("receipt", id), in: db),
                    try ReceiptStore.facts(of: id, in: db).map(\.kind)
                )
            }
            #expect(kinds == [.opened, .signed, .conveyed])
            #expect(entries.map(\.verb) == ["receipt.open", "receipt.sign", "receipt.convey"])
            #expect(entries.last?.detail.text == "people=126")
        }
    }

    @Test(arguments: TestDatabase.dialects) func filingNeedsAReason(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let (clerk, receipt, _) = try await Self.mill(site)
            try await clerk.sign(try #require(ReceiptID(receipt)))
            let path = "/receipts/\(receipt)/filings"
            for reason in ["", "   "] {
                let refused = try await clerk.browser.post(path, ["reason": reason])
                #expect(refused.status == 422 && refused.contains(ReceiptRefusal.reasonMissing.sentence.zh))
            }
            let done = try await clerk.browser.post(path, ["reason": "本厂已停产，无人在岗"])
            #expect(done.status == 303)
            let page = try await clerk.browser.get(try #require(done.location))
            #expect(page.contains("已阅存"))
            #expect(try await clerk.browser.get("/receipts/\(receipt)/facts").contains("本厂已停产，无人在岗"))
            #expect(try await clerk.browser.post(path, ["reason": "再存一次"]).status == 409)
            #expect(try await clerk.browser.get("/journal").contains("<b>阅存</b>"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aUnitWithOthersBelowMayTellItsWorkersToo(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let (_, _, county) = try await Self.mill(site)
            let clerk = try await site.clerk("liding")
            #expect(try await clerk.post("/receipts/\(county)/conveyances", ["words": "机关大会传达"]).status == 303)
            let id = try #require(ReceiptID(county))
            let (kinds, unit) = (
                try await site.federation.read { try ReceiptStore.facts(of: id, in: $0).map(\.kind) },
                try await site.unit(DemoFederation.qinyangCode).id
            )
            #expect(kinds == [.opened, .signed, .relayed, .conveyed])
            #expect(
                try await site.federation.read { try ReceiptStore.require(id, of: unit, in: $0).state } == .conveyed)
            let page = try await clerk.get("/receipts/\(county)")
            #expect(page.contains("已转给下级 33 个单位") && page.text.contains("sq-conveyed"))
        }
    }
}
