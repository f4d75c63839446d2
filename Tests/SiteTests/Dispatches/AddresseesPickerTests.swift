import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// The line as it is picked, counted, narrowed and sent: nobody is dropped without a word.
@Suite struct AddresseesPickerTests {
    private static func check(_ notice: String) -> String { "/notices/\(notice)/addressees" }
    private static func send(_ notice: String) -> String { "/notices/\(notice)/dispatches" }

    @Test(arguments: TestDatabase.dialects) func theOutsiderIsToldOfNoPhrase(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let notice = try await OfficeDay.register(try await site.clerk("sunbing"))
            let page = try await site.clerk("fengren").post(Self.check(notice), ["line": OfficeDay.line])
            #expect(page.status == 404 && !page.contains("各产业工会"))
        }
    }

    @Test(arguments: TestDatabase.dialects) func aPressPutsAPhraseInAndTakesItOut(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            let page = try await clerk.post(Self.check(notice), ["line": OfficeDay.line])
            #expect(page.contains("name=\"take\" value=\"各产业工会\""))
            #expect(!page.contains("name=\"take\" value=\"\(OfficeDay.line)\""), "it stands in the line")
            let longer = try await clerk.post(
                Self.check(notice), ["line": OfficeDay.line, "take": "各产业工会", "take_copy": "机关各部门"])
            #expect(longer.area("line") == "\(OfficeDay.line)，各产业工会")
            #expect(longer.area("copy_line") == "机关各部门")
            let shorter = try await clerk.post(
                Self.check(notice), ["line": "\(OfficeDay.line)，各产业工会", "drop": "0"])
            #expect(shorter.area("line") == "各产业工会")
            #expect(PageFaults.found(in: longer.text) == [])
        }
    }

    @Test(arguments: TestDatabase.dialects) func whoIsTakenOutIsTakenOutForAReason(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            let out = try await site.unit(DemoFederation.qinyangCode)
            var fields = [("line", OfficeDay.line), ("known", "0:\(out.id)")]
            let refused = try await clerk.post(Self.send(notice), fields)
            #expect(refused.status == 422 && refused.contains("去掉了 1 个单位，写一句为什么。"))
            #expect(refused.contains("href=\"#exclusion_reason\"") && refused.contains("id=\"exclusion_reason\""))
            #expect(try await site.count("dispatch") == 0)
            // It stays out where its phrase moves in the line.
            let moved = try await clerk.post(Self.check(notice), [("line", "机关各部门，\(OfficeDay.line)"), fields[1]])
            #expect(moved.contains("name=\"unit\" value=\"1:\(out.id)\" data-one"), "not ticked")
            fields.append(("why-\(out.id)", "已电话告知"))
            let sent = try await clerk.post(Self.send(notice), fields)
            #expect(sent.status == 303)
            let wall = try await clerk.get(sent.location ?? "")
            #expect(wall.contains("已电话告知") && wall.contains(out.name))
            #expect(try await site.count("receipt") == 9)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aLineChangedAfterTheCountIsShownFirst(_ dialect: Dialect) async throws
    {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            let shown = try await clerk.get("\(Self.send(notice))/new").value(of: "shown_lines") ?? ""
            let longer = "\(OfficeDay.line)，各产业工会"
            let page = try await clerk.post(
                Self.send(notice), ["line": longer, "copy_line": "", "shown_lines": shown])
            #expect(page.status == 422 && page.contains("这一行改过，还没有送。"))
            #expect(page.area("line") == longer)
            let again = page.value(of: "shown_lines") ?? ""
            let sent = try await clerk.post(
                Self.send(notice), ["line": longer, "copy_line": "", "shown_lines": again])
            #expect(sent.status == 303)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aUnitClosedMeanwhileIsNamed(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            let gone = try await site.unit(DemoFederation.qinyangCode)
            let fields = [("line", OfficeDay.line), ("known", "0:\(gone.id)"), ("unit", "0:\(gone.id)")]
            _ = try await site.federation.engine.write { db in
                try db.execute("update unit set closed_on = '2020-02-01' where id = \(gone.id)")
            }
            let before = try await site.journalled()
            let page = try await clerk.post(Self.send(notice), fields)
            #expect(page.status == 422 && page.contains("\(gone.name)已经撤并或者不在这里了"))
            #expect(page.contains("分送 · <span data-total=\"\">9</span> 个单位"))
            let checked = try await clerk.post(Self.check(notice), fields)
            #expect(checked.contains("\(gone.name)已经撤并"), "a check says it too")
            #expect(try await site.journalled() == before)
            let sent = try await clerk.post(Self.send(notice), ["line": OfficeDay.line])
            #expect(sent.status == 303)
            #expect(try await site.count("receipt") == 9)
        }
    }
}
