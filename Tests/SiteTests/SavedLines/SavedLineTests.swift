import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// A line kept under a name: by its own unit, for the next time.
@Suite struct SavedLineTests {
    private static func lines(_ site: TestSite) async throws -> [SavedLine] {
        let unit = try await site.unit(DemoFederation.jiaozuoCode).id
        return try await site.federation.read { try SavedLineStore.lines(of: unit, in: $0) }
    }

    @Test(arguments: TestDatabase.dialects) func theOutsiderKeepsNoLine(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let notice = try await OfficeDay.register(try await site.clerk("sunbing"))
            let page = try await site.clerk("fengren").post(
                "/lines", ["line": OfficeDay.line, "save_name": "县区", "notice": notice])
            #expect(page.status == 404)
            #expect(try await Self.lines(site).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.dialects) func aLineIsSavedUsedReplacedAndDeleted(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            let words = ["line": OfficeDay.line, "copy_line": "机关各部门", "notice": notice, "save_name": "县区"]
            let fields = words.map { ($0.key, $0.value) }
            let saved = try await clerk.post("/lines", fields)
            #expect(saved.status == 200 && saved.contains("这一行存下了。") && saved.area("line") == OfficeDay.line)
            #expect(PageFaults.found(in: saved.text) == [])
            let twice = try await clerk.post("/lines", fields)
            #expect(twice.status == 422 && twice.contains("已经有一行叫“县区”") && twice.contains("value=\"县区\""))
            for (change, sentence) in [("save_name", "给这一行起个名字"), ("line", "没有可存的")] {
                let page = try await clerk.post("/lines", fields.map { $0.0 == change ? ($0.0, " ") : $0 })
                #expect(page.status == 422 && page.contains(sentence))
            }
            let line = try #require(try await Self.lines(site).first)
            #expect(line.line == OfficeDay.line && line.copyLine == "机关各部门")
            // It is used, and by its own unit alone.
            let new = "/notices/\(notice)/dispatches/new?saved=\(line.id)"
            let used = try await clerk.get(new)
            #expect(used.area("line") == OfficeDay.line && used.area("copy_line") == "机关各部门")
            let other = try await site.clerk("liding").post("/lines/\(line.id)/removals", ["notice": notice])
            #expect(other.status == 404)
            let replaced = try await clerk.post(
                "/lines", ["line": "各产业工会", "notice": notice, "replace": "\(line.id)"])
            #expect(replaced.status == 200)
            #expect(try await Self.lines(site).map(\.line) == ["各产业工会"])
            let removed = try await clerk.post(
                "/lines/\(line.id)/removals", ["line": OfficeDay.line, "notice": notice])
            #expect(removed.status == 200 && removed.area("line") == OfficeDay.line)
            #expect(try await Self.lines(site).isEmpty)
            let again = try await clerk.get(new)
            #expect(again.status == 404)
            let entries = try await site.federation.read {
                try JournalStore.entries(on: Subject("saved_line", line.id), in: $0)
            }
            #expect(entries.map(\.detail.text) == ["change=saved", "change=replaced", "change=removed"])
            #expect(entries.allSatisfy { $0.verb == "line.save" })
        }
    }

    @Test(arguments: TestDatabase.dialects) func anotherUnitsLineIsNotFound(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let day = try await OfficeDay(site)
            _ = try await day.clerk.post(
                "/lines", ["line": OfficeDay.line, "notice": day.notice, "save_name": "县区"])
            let line = try #require(try await Self.lines(site).first)
            let other = try await site.clerk("liding")
            let replaced = try await other.post(
                "/lines", ["line": "所属各基层工会", "notice": day.notice, "replace": "\(line.id)"])
            let removed = try await other.post("/lines/\(line.id)/removals", ["notice": day.notice])
            #expect(replaced.status == 404 && removed.status == 404)
            #expect(try await Self.lines(site) == [line])
        }
    }
}
