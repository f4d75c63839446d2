import Federation
import MusterTesting
import Storage
import Testing

@testable import Directives

@Suite struct ReceiptMigrationTests {
    /// Receipts of before keep how far they had come, and now they can be filed, too.
    @Test(arguments: TestDatabase.dialects) func statesAreNumberedAnew(_ dialect: Dialect) async throws {
        let before: [(number: Int, means: ReceiptState)] = [
            (1, .sent), (2, .opened), (3, .signed), (4, .relayed), (5, .conveyed),
        ]
        try await TestDatabase.with(dialect, from: .empty) { database in
            let engine = database.engine
            _ = try await engine.migrate(Migration.all.filter { $0.number < 8 }, appliedAt: 1)
            try await engine.write { db in
                for (number, _) in before { try Self.insert(number, in: db) }
            }
            _ = try await engine.migrate(Migration.all, appliedAt: 2)
            for (number, means) in before {
                let state: Int? = try await engine.read {
                    try $0.scalar("select state from receipt where id = \(number)")
                }
                #expect(state.flatMap(ReceiptState.init(rawValue:)) == means)
            }
            _ = try await engine.write {
                try $0.execute("update receipt set state = \(ReceiptState.filed.rawValue) where id = 3")
            }
        }
    }

    @Test func whatGoesOnCountsForMoreThanWhatIsPutAway() {
        #expect(ReceiptState.allCases.sorted() == [.sent, .opened, .signed, .filed, .relayed, .conveyed])
        #expect(ReceiptState.allCases.filter(\.isSigned) == [.signed, .filed, .relayed, .conveyed])
    }

    /// A unit and its receipt, as an earlier version wrote them.
    private static func insert(_ number: Int, in db: any Transaction) throws {
        try db.execute(
            """
            insert into unit (
                id, origin_installation, origin_id, code, name, kind, level, path, sort_key, created_at)
            values (\(number), 'here', \(number), \("4108-\(number)"), \("玄字号厂\(number)工会"), 'grassroots_union',
                'workplace', \("a\(number)"), '', 1)
            """)
        try db.execute(
            """
            insert into notice (
                id, origin_installation, origin_id, identity, issuer_name, title, urgency, medium, text, reading,
                registered_by, registered_at)
            values (\(number), 'here', \(number), \("n\(number)"), '玄黄市总工会', '通知', 0, 'document', '', '{}',
                \(number), 1)
            """)
        try db.execute(
            """
            insert into receipt (id, notice, unit, purpose, state, urgency, sent_at, province)
            values (\(number), \(number), \(number), 'action', \(number), 0, 1, '')
            """)
    }
}
