package import Storage

/// Numbers that are read more often than what they count could be counted. An act inserts what it changes; a timer folds
/// changes into sums; what is read is the sum and the changes not yet folded, in one snapshot: exact at every moment, and
/// no row that every act would have to write. Reading never folds.
package enum Tally {
    /// So much more, or less, of a measure of a subject.
    package struct Delta: Sendable, Hashable {
        package var subject: Int64
        /// What is counted, by a number that its context gives.
        package var measure: Int
        package var n: Int

        package init(subject: Int64, measure: Int, n: Int) {
            (self.subject, self.measure, self.n) = (subject, measure, n)
        }
    }

    package static func add(_ deltas: [Delta], in act: Act) throws {
        let deltas = deltas.filter { $0.n != 0 }
        guard !deltas.isEmpty else { return }
        try act.db.bulkInsert(
            into: "delta", columns: [.int("id"), .int("subject"), .int("measure"), .int("n")],
            rows: deltas.map { delta in
                [
                    act.newID(Delta.self).columnValue, delta.subject.columnValue, delta.measure.columnValue,
                    delta.n.columnValue,
                ]
            })
    }

    /// All measures of a subject that are not zero.
    package static func read(_ subject: Int64, in db: any Transaction) throws -> [Int: Int] {
        try db.query(
            """
            select measure, cast(sum(n) as bigint) as n from (
                select measure, n from tally where subject = \(subject)
                union all select measure, n from delta where subject = \(subject)) both_of_them
            group by measure
            """
        ).reduce(into: [:]) { found, row in
            let n: Int = try row["n"]
            if n != 0 { found[try row["measure"]] = n }
        }
    }

    /// Changes that one transaction folds: it holds SQLite's only writer some milliseconds.
    private static let foldedAtOnce = 2_000

    /// Folds changes into sums, some at a time, until few are left. Two servers may do it at once: each change is folded by
    /// whichever deletes it.
    package static func fold(in engine: any Engine) async throws {
        while try await engine.write({ try fold(in: $0) }) == foldedAtOnce {}
    }

    /// - Returns: how many it folded.
    private static func fold(in db: any Transaction) throws -> Int {
        let rows = try db.query("select id, subject, measure, n from delta order by id limit \(foldedAtOnce)").map {
            (
                id: try $0["id"] as Int64, subject: try $0["subject"] as Int64, measure: try $0["measure"] as Int,
                n: try $0["n"] as Int
            )
        }
        struct Key: Hashable {
            var subject: Int64
            var measure: Int
        }
        var sums: [Key: Int] = [:]
        for row in rows { sums[Key(subject: row.subject, measure: row.measure), default: 0] += row.n }
        for (key, n) in sums.sorted(by: { ($0.key.subject, $0.key.measure) < ($1.key.subject, $1.key.measure) }) {
            try db.execute(
                """
                insert into tally (subject, measure, n) values (\(key.subject), \(key.measure), \(n))
                on conflict (subject, measure) do update set n = tally.n + excluded.n
                """)
        }
        for some in rows.map(\.id).boundLists { try db.execute("delete from delta where id in \(list: some)") }
        return rows.count
    }
}

extension JobTimer {
    /// Folds what acts have counted.
    package static let foldTallies = JobTimer("tally.fold", everySeconds: 5) { try await Tally.fold(in: $0.engine) }
}
