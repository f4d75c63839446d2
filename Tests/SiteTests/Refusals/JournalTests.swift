import Federation
import Foundation
import MusterTesting
import Storage
import Testing

@testable import Site

/// What the main path leaves in the journal: each act once, in order, sealed, and nothing personal.
@Suite struct JournalTests {
    @Test(arguments: TestDatabase.dialects) func theMainPathIsWrittenOnce(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            site.clock.advance(seconds: 60)
            let day = try await OfficeDay(site)
            site.clock.advance(seconds: 60)
            let county = try await site.clerk("liding")
            _ = try await county.get("/receipts/\(day.receipt)")
            _ = try await county.get("/receipts/\(day.receipt)")
            #expect(try await county.post("/receipts/\(day.receipt)/signatures", [:]).status == 303)
            site.clock.advance(seconds: 60)
            _ = try await OfficeDay.send(day.notice, by: county)

            #expect(try await Self.shown(day.clerk) == ["发出", "登记公文", "登录", "改单位设置"])
            #expect(try await Self.shown(county) == ["转发", "签收", "打开", "登录"])
            let reader = try await site.clerk("qianyi", .english)
            #expect(
                try await Self.shown(reader) == [
                    "signed in", "issued", "registered a notice", "signed in", "revised the settings",
                ])

            let written = try await site.federation.read { db in
                try db.query("select verb, detail, subject_kind, outcome, bytes from journal order by moment, id")
                    .map { row -> (verb: String, text: String) in
                        let verb: String = try row["verb"]
                        let bytes: [UInt8] = try row["bytes"]
                        let texts: [String] = [try row["detail"], try row["subject_kind"], try row["outcome"]]
                        let whole = [verb] + texts + [String(decoding: bytes, as: UTF8.self)]
                        return (verb, whole.joined(separator: "\n"))
                    }
            }
            #expect(
                written.map(\.verb).filter { !$0.hasPrefix("session.") }.suffix(5) == [
                    "notice.register", "dispatch.issue", "receipt.open", "receipt.sign", "receipt.relay",
                ])
            Self.expectNothingPersonal(in: written.map(\.text))
            try await Self.expectWhole(site)
        }
    }

    /// What the journal's page says was done, the newest first.
    private static func shown(_ browser: TestBrowser) async throws -> [String] {
        let page = try await browser.get("/journal")
        #expect(page.status == 200)
        return page.text.matches(of: #/<b>([^<]*)</b>\s*</td>/#).map { String($0.1) }
    }

    private static func expectNothingPersonal(in rows: [String]) {
        #expect(rows.count > 7)
        let cast = DemoFederation.cast
        let words =
            cast.flatMap { [$0.login, $0.name, $0.nameEnglish] }
            + OfficeDay.notice.split(whereSeparator: \.isNewline).map(String.init) + ["值班", "焦作", "Jiaozuo"]
        for row in rows {
            for word in words { #expect(!row.contains(word), "\(word) stands in the journal: \(row)") }
        }
    }

    private static func expectWhole(_ site: TestSite) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("muster-\(UUID().uuidString).key").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let key = try SealKey.load(orCreateAt: path)
        let sealed = try await Sealer(federation: site.federation, key: key, entriesMax: 4).sealAll()
        let report = try await JournalVerification(engine: site.federation.engine, keys: [key.publicKey]).run()
        #expect(report.firstBreak == nil)
        #expect(report.entriesSealed == sealed)
        #expect(report.entriesUnsealed == 0)
        #expect(try await site.count("journal") == sealed)
        // A row that is changed afterwards is found.
        _ = try await site.federation.engine.write { db in
            try db.execute("update journal set detail = 'first=no' where verb = 'receipt.sign'")
        }
        let broken = try await JournalVerification(engine: site.federation.engine, keys: [key.publicKey]).run()
        #expect(broken.firstBreak != nil)
    }
}
