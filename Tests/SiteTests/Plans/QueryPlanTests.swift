import Federation
import Foundation
import MusterTesting
import Site
import Storage
import Testing
import Web

@testable import Directives

/// Which indexes the hot statements go by is kept in docs/plans, so that a lost index is seen at once.
@Suite struct QueryPlanTests {
    /// `MUSTER_UPDATE_DOCS=1` writes the files anew.
    @Test(arguments: TestDatabase.dialects) func hotStatementsGoByTheirIndexes(_ dialect: Dialect) async throws {
        let found = try await TestDatabase.with(dialect) { database in
            let federation = try await OpenFederation.openSite(database.engine)
            try await GeneratedFederation.lay(GeneratedSize(workplaces: 2_000), seed: 7, in: federation)
            let load = try await GeneratedLoad.lay(national: 1, provincial: 1, local: 4, in: federation)
            try await federation.engine.write { _ = try $0.execute("analyze") }
            return try await plans(load.national[0], federation)
        }
        let file = Self.packageRoot.appending(path: "docs/plans/\(dialect.rawValue).txt")
        if ProcessInfo.processInfo.environment["MUSTER_UPDATE_DOCS"] == "1" {
            try Data(found.utf8).write(to: file)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let (now, then) = (found.split(separator: "\n"), kept.split(separator: "\n"))
        for line in zip(now, then) where line.0 != line.1 {
            Issue.record("docs/plans/\(dialect.rawValue).txt says “\(line.1)”, the engine says “\(line.0)”")
            break
        }
        #expect(now.count == then.count, "run bin/docs where the change is meant")
    }

    private func plans(_ notice: NoticeID, _ federation: OpenFederation) async throws -> String {
        return try await federation.read { db in
            if db.dialect == .postgresql {
                // At the size of a test everything is read through at once; here it matters which index there is.
                // By bitmaps or by the index alone is a matter of when the tables were last vacuumed.
                for way in ["enable_seqscan", "enable_bitmapscan", "enable_indexonlyscan"] {
                    _ = try db.query("select set_config(\(way), 'off', true) as one")
                }
            }
            let nation = try #require(try UnitStore.root(in: db))
            let place = try #require(
                try db.first("select id from unit where kind = 'grassroots_union' order by path limit 1").map {
                    try $0["id"] as UnitID
                })
            let workplace = try UnitStore.require(place, in: db)
            let duties = try ObligationStore.obligations(of: notice, in: db)
            var text = ""
            func add(_ name: String, _ body: (any Transaction) throws -> Void) throws {
                let recorder = RecordingTransaction(db)
                try body(recorder)
                text += "\(name)\n" + (try recorder.plans()).joined(separator: "\n\n") + "\n\n"
            }
            try add("What a workplace owes") {
                _ = try DueScopeStore.owed(by: workplace, gate: ObligationGate.self, in: $0)
            }
            try add("Inbox of a workplace") {
                _ = try ReceiptStore.inbox(of: place, states: [.sent, .opened], limit: 50, in: $0)
            }
            try add("Receipt of a unit") { _ = try ReceiptStore.find(notice: notice, unit: place, in: $0) }
            try add("Units directly below") { _ = try UnitStore.children(of: nation.id, in: $0) }
            try add("Units above") { _ = try UnitStore.ancestors(of: workplace.path, in: $0) }
            try add("Units searched") { _ = try UnitStore.search("河阳", limit: 20, in: $0) }
            try add("A branch, and the units in its parts") { _ = try BranchView(nation, in: $0) }
            let view = try BranchView(nation, in: db)
            try add("How far a notice has come, by branch") {
                _ = try ReceiptTallies.groups(of: notice, in: view, in: $0)
            }
            try add("What became of obligations, by branch") {
                _ = try SupervisionStore.counts(of: duties.map(\.id), in: view, in: $0)
            }
            try add("Not signed") {
                _ = try PictureStore.unsigned(of: notice, under: nation, limit: 100, after: 0, in: $0)
            }
            try add("Sendings of a notice") { _ = try DispatchStore.find(notice: notice, from: nation.id, in: $0) }
            try add("How far a sending has come") { _ = try Tally.read(notice.raw, in: $0) }
            let then = federation.clock.now().adding(days: -7)
            try add("What a workplace has settled lately") {
                _ = try DueStore.closed(by: place, for: .system, since: then, in: $0)
            }
            try add("What was asked of a workplace lately") { _ = try DueStore.asked(of: [place], since: then, in: $0) }
            try add("The book of a unit") { _ = try NoticeStore.book(of: nation.id, limit: 50, in: $0) }
            try add("What became of a notice") { _ = try ChangeStore.changes(within: notice, in: $0) }
            let sending = try #require(try DispatchStore.find(notice: notice, from: nation.id, in: db).first)
            try add("Those a sending names one by one") {
                _ = try WallStore.counts(of: sending.id, now: then, in: $0)
            }
            try add("The last seal") { _ = try SealStore.last(in: $0) }
            return text
        }
    }

    private static let packageRoot = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
