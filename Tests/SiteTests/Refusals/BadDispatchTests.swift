import Federation
import MusterTesting
import Storage
import Testing

@testable import Directives
@testable import Site

/// Lines that reach nobody, choices half made, and forms that come twice.
@Suite struct BadDispatchTests {
    private static let cases = TestDatabase.dialects.flatMap { dialect in Language.allCases.map { (dialect, $0) } }

    @Test(arguments: cases) func aLineIsSentOnlyWhenWhole(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing", language)
            let notice = try await OfficeDay.register(clerk)
            let before = try await site.journalled()
            let nobody = "火星总工会"
            let asked: [(fields: [(String, String)], refusal: DispatchRefusal)] = [
                ([("line", "")], .nobody),
                ([("line", nobody)], .unresolved(count: 1)),
                ([("line", "\(OfficeDay.line)，\(nobody)")], .unresolved(count: 1)),
                ([("line", nobody), ("choice-0", "keep")], .reasonMissing(phrase: nobody)),
                ([("line", nobody), ("choice-0", "keep"), ("reason-0", "另行通知")], .nobody),
                ([("line", nobody), ("choice-0", "remove")], .nobody),
                ([("line", nobody), ("choice-0", "name"), ("name-0", "没有的单位")], .unitNotChosen(phrase: nobody)),
                ([("line", nobody), ("choice-0", "create")], .unresolved(count: 1)),
                ([("line", nobody), ("choice-0", "不认识的")], .unresolved(count: 1)),
                ([("line", OfficeDay.line), ("add", "没有的单位")], .unitNotChosen(phrase: "没有的单位")),
            ]
            for (fields, refusal) in asked {
                let page = try await clerk.post("/notices/\(notice)/dispatches", fields)
                #expect(page.status == 422, "\(fields)")
                #expect(page.contains(refusal.sentence[language]), "\(fields)")
                for field in fields where !field.0.hasPrefix("choice") {
                    #expect(page.contains(field.1), "\(field.0) stays")
                }
            }
            // A unit that is not below cannot be given orders.
            let above = try await clerk.post(
                "/notices/\(notice)/dispatches", ["line": OfficeDay.line, "add": DemoFederation.henanCode])
            #expect(above.status == 422)
            #expect(above.contains(DispatchRefusal.notBelow(unit: "河南省总工会").sentence[language]))
            #expect(try await site.journalled() == before)
            #expect(try await site.count("dispatch") == 0)
            #expect(try await site.count("receipt") == 0)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aFormSentTwiceIsOneDispatch(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let first = try await site.clerk("sunbing")
            let second = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(first)
            let path = "/notices/\(notice)/dispatches"
            let act = try #require(try await first.get("\(path)/new").act(of: path))
            let fields = [("line", OfficeDay.line), ("act", act)]
            // At once from two windows, and once more afterwards.
            async let one = first.post(path, fields)
            async let other = second.post(path, fields)
            var pages = [try await one, try await other]
            pages.append(try await first.post(path, fields))
            #expect(pages.map(\.status) == [303, 303, 303])
            #expect(Set(pages.map(\.location)).count == 1)
            #expect(try await site.count("dispatch") == 1)
            #expect(try await site.count("receipt") == 10)
            #expect(try await site.count("due") == 10)
            // The same again as a new act reaches nobody new, and says so.
            let again = try await first.post(path, ["line": OfficeDay.line])
            #expect(again.status == 409)
            #expect(again.contains(DispatchRefusal.alreadyIssued.sentence[.chinese]))
            // Somebody else's act id opens nothing.
            let stolen = try await site.clerk("qianyi").post(path, fields)
            #expect((400..<500).contains(stolen.status))
            #expect(try await site.count("dispatch") == 1)
        }
    }

    @Test(arguments: TestDatabase.dialects) func signingTwiceIsOneFact(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let (first, second) = (try await site.clerk("liding"), try await site.clerk("liding"))
            let path = "/receipts/\(day.receipt)/signatures"
            let act = try #require(try await first.get("/receipts/\(day.receipt)").act(of: path))
            let another = "\(site.federation.newActID())"
            // The same act at once from two windows, then a second press of a page opened before.
            async let one = first.post(path, ["act": act])
            async let other = second.post(path, ["act": act])
            var pages = [try await one, try await other]
            pages.append(try await first.post(path, ["act": act]))
            pages.append(try await second.post(path, ["act": another]))
            #expect(pages.map(\.status) == [303, 303, 303, 303])
            #expect(Set(pages.map(\.location)) == [path])
            #expect(try await first.get(path).status == 200)
            let receipt = try #require(ReceiptID(day.receipt))
            let (signed, entries) = try await site.federation.read { db in
                (
                    try ReceiptStore.facts(of: receipt, in: db).count { $0.kind == .signed },
                    try JournalStore.entries(on: Subject("receipt", receipt), in: db)
                )
            }
            #expect(signed == 1)
            let signatures = entries.filter { $0.verb == "receipt.sign" }
            #expect(signatures.map { "\($0.id)" } == [act, another])
            #expect(signatures.map { $0.detail.text } == ["first=yes", "first=no"])
            #expect(entries.count { $0.verb == "receipt.open" } == 1)
            // Not signed, not relayed.
            let boai = try await site.receipt(of: day.notice, at: "410822")
            #expect(boai != day.receipt)
        }
    }

    @Test(arguments: cases) func nothingIsRelayedUnsigned(_ dialect: Dialect, _ language: Language) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            let clerk = try await site.clerk("liding", language)
            let path = "/notices/\(day.notice)/dispatches"
            for page in [try await clerk.get("\(path)/new"), try await clerk.post(path, ["line": "所属各基层工会"])] {
                #expect((400..<500).contains(page.status))
            }
            let refused = try await clerk.get("\(path)/new")
            #expect(refused.contains(ReceiptRefusal.notSigned.sentence[language]))
            #expect(try await site.count("dispatch") == 1)
        }
    }
}
