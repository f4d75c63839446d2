import Federation
import MusterTesting
import Storage
import Testing

@testable import Directives
@testable import Site

/// What a wall costs does not grow with the units on it.
@Suite struct WallQuestionsTests {
    @Test(arguments: TestDatabase.dialects) func aWallAsksAsMuchForManyAsForFew(_ dialect: Dialect) async throws {
        try await TestSite.with(dialect) { site in
            let clerk = try await site.clerk("sunbing")
            let notice = try await OfficeDay.register(clerk)
            let few = try #require(DispatchID(try await OfficeDay.send(notice, by: clerk, line: "各县（市）区总工会")))
            let many = try #require(
                DispatchID(
                    try await OfficeDay.send(notice, by: clerk, line: "市各产业工会、市属基层工会，市总机关各部门、各事业单位")))
            for depth in [WallModel.Depth.own, .all] {
                let (small, first) = try await questions(few, depth, site)
                let (large, second) = try await questions(many, depth, site)
                #expect(small.counts.total >= 10 && large.counts.total >= 74)
                #expect(second <= first + 2, "\(first) for few, \(second) for many")
                #expect(second < 45)
            }
        }
    }

    private func questions(
        _ id: DispatchID, _ depth: WallModel.Depth, _ site: TestSite
    ) async throws -> (WallModel, Int) {
        let now = site.clock.now()
        return try await site.federation.read { db in
            let counted = CountedTransaction(db)
            let model = try WallReading.model(
                of: DispatchStore.require(id, in: db), WallAsked(view: .squares, depth: depth), .newcomer, .chinese,
                act: ActID(1), now: now, in: counted)
            return (model, counted.questions)
        }
    }
}

/// Passes everything on and counts what is asked.
private final class CountedTransaction: Transaction {
    private let db: any Transaction
    private(set) var questions = 0

    init(_ db: any Transaction) { self.db = db }

    var dialect: Dialect { db.dialect }

    func query(_ sql: SQL) throws -> [Row] {
        questions += 1
        return try db.query(sql)
    }

    func scan(_ sql: SQL, _ visit: (any ScannedRow) throws -> Void) throws {
        questions += 1
        try db.scan(sql, visit)
    }

    func execute(_ sql: SQL) throws -> Int { try db.execute(sql) }

    func bulkInsert(into table: StaticString, columns: [BulkColumn], rows: [[Value]]) throws {
        try db.bulkInsert(into: table, columns: columns, rows: rows)
    }

    func bulkUpdate(_ table: StaticString, key: BulkColumn, set columns: [BulkColumn], rows: [[Value]]) throws {
        try db.bulkUpdate(table, key: key, set: columns, rows: rows)
    }

    func bulkAdd(to table: StaticString, key: [BulkColumn], _ number: BulkColumn, rows: [[Value]]) throws {
        try db.bulkAdd(to: table, key: key, number, rows: rows)
    }
}
