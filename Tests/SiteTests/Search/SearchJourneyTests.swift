import Directives
import Federation
import MusterTesting
import Storage
import Testing

@testable import Site

/// Notices are found by what stands in them, by whoever may see them, and by nobody else.
@Suite struct SearchJourneyTests {
    private static func path(_ items: (String, String)...) -> String { NoticeAddress.path(items) }

    @Test(arguments: TestDatabase.dialects) func nobodyFindsWhatAnotherUnitHolds(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let outsider = try await site.browser(as: "fengren")
            #expect(try await outsider.get(Self.path(("q", "值班"))).status == 404)
            let day = try await OfficeDay(site)
            for login in ["zhouwu", "zhenggeng"] {
                let other = try await site.clerk(login)
                let page = try await other.get(Self.path(("q", "值班")))
                #expect(page.status == 200 && page.contains("没有找到"), "\(login)")
                #expect(!page.text.contains(day.notice), "\(login)")
            }
            for browser in [day.clerk, try await site.clerk("liding")] {
                let page = try await browser.get(Self.path(("q", "值班")))
                #expect(page.text.contains("/notices/\(day.notice)"))
                #expect(page.text.contains("<mark>值班</mark>"))
            }
            // Looking leaves no trace.
            let entries = try await site.journalled()
            _ = try await day.clerk.get(Self.path(("q", "值班")))
            #expect(try await site.journalled() == entries)
        }
    }

    @Test(arguments: TestDatabase.dialects) func titleNumberIssuerDayAndTextAreFound(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let duty = try await OfficeDay.register(clerk)
            let cover = try await OfficeDay.register(clerk, CarriedNotice.cover)
            let inner = try await site.federation.read { db -> NoticeID? in
                try db.scalar("select inner_notice from notice_containment")
            }
            func found(_ items: (String, String)...) async throws -> [String] {
                let page = try await clerk.get(NoticeAddress.path(items))
                #expect(page.status == 200)
                return page.text.matches(of: #/data-open[^>]*>|href="/notices/([0-9A-Z]{13})"/#)
                    .compactMap { $0.1.map(String.init) }
            }
            let carried = "\(try #require(inner))"
            // Two characters, in the text of the inner one and so of its cover; the newest first.
            let masks = try await found(("q", "口罩"))
            #expect(Set(masks) == [cover, carried])
            for number in ["焦工发[2020]41号", "焦工发〔2020〕41号", "【2020】41", "(2020) 41号"] {
                #expect(try await found(("q", number)) == [duty], "\(number)")
            }
            // All of several words, wherever they stand.
            #expect(try await found(("q", "值守 节日")) == [duty])
            #expect(try await found(("q", "口罩 节日")).isEmpty)
            let ours = try await found(("q", "值守"), ("issuer", "焦作市"))
            #expect(Set(ours) == [duty, cover])
            #expect(try await found(("issuer", "河南省总")) == [carried])
            #expect(try await found(("from", "2020-02-03"), ("to", "2020-02-03")) == [carried])
            #expect(try await found(("from", "2020-02-06")).isEmpty)
            #expect(try await found(("grade", "特急")).isEmpty)
            // What was corrected is found by what it says now.
            let corrected = try await clerk.post("/notices/\(duty)/corrections", ["field.title": "关于岗位轮换的通知"])
            #expect(corrected.status == 303)
            #expect(try await found(("q", "岗位轮换")) == [duty])
        }
    }

    @Test(arguments: TestDatabase.dialects) func whatCannotBeReadStaysToBePutRight(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let page = try await clerk.get(Self.path(("q", "值班"), ("from", "上个月"), ("to", "2020-02-04")))
            #expect(page.status == 422)
            #expect(page.contains(SearchRefusal.dayUnreadable(field: "from").sentence.zh))
            #expect(page.text.contains("value=\"上个月\"") && page.text.contains("value=\"值班\""))
            let strange = try await clerk.get(Self.path(("q", "<b>\"'%_\\ x"), ("after", "zzz")))
            #expect(strange.status == 200)
            #expect(!strange.text.contains("<b>\""))
        }
    }

    @Test(arguments: TestDatabase.dialects) func theNewestComeFirstAndTheRestFollow(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            var registered: [String] = []
            for number in 101...143 {
                let text = OfficeDay.notice.replacing("41号", with: "\(number)号")
                    .replacing("一、落实责任", with: "第\(number)次值班。一、落实<责任>")
                registered.append(try await OfficeDay.register(clerk, text))
            }
            var seen: [String] = []
            var path: String? = Self.path(("q", "落实<责任>"))
            while let next = path {
                let page = try await clerk.get(next)
                #expect(page.text.contains("<mark>落实&lt;责任&gt;</mark>"), "escaped by its type")
                seen += page.text.matches(of: #/href="/notices/([0-9A-Z]{13})"/#).map { String($0.1) }
                path = page.text.firstMatch(of: #/href="(/notices\?q=[^"]*after=[^"]*)"/#)
                    .map { String($0.1).replacing("&amp;", with: "&") }
            }
            #expect(seen == registered.reversed())
        }
    }

    @Test(arguments: TestDatabase.dialects) func noticesFromBeforeTheSearchAreTakenIn(
        _ dialect: Dialect
    ) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            _ = try await site.federation.engine.write { try $0.execute("delete from notice_search") }
            let unfilled = try await clerk.get(Self.path(("q", "值班")))
            #expect(!unfilled.text.contains(notice))
            let taken = try await site.federation.engine.write { try SearchStore.fill(limit: 10, in: $0) }
            let more = try await site.federation.engine.write { try SearchStore.fill(limit: 10, in: $0) }
            #expect((taken, more) == (1, 0))
            #expect(try await clerk.get(Self.path(("q", "值班"))).text.contains(notice))
        }
    }
}

/// The address of a search, as a browser makes it of the form.
enum NoticeAddress {
    static func path(_ items: [(String, String)]) -> String {
        "/notices?" + items.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" + hex : hex)
        }.joined()
    }
}
