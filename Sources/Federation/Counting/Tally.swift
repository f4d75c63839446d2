package import Storage

/// Counts that are exact at every moment and that no reader has to make: an act inserts what it changes, a timer folds the
/// changes into sums, and whoever reads adds both in one snapshot. There is no common row that every act would have to write.
/// Reading never folds.
///
/// A change has a place: the path of the unit it is about. It counts in every branch that the unit stands below. A branch is
/// kept by the unit at its top, so that moving it moves two numbers and rewrites nothing; and what the top itself is, is not in
/// it, so that a unit with none below it has no sums.
package enum Tally {
    /// So much more, or less, of a measure of a subject.
    package struct Delta: Sendable, Hashable {
        package var subject: Int64
        /// Of the unit it is about; nil for what has no place in the tree.
        package var path: TreePath?
        /// What is counted, by a number that its context gives; a `TallyMeasure` where it has a place.
        package var measure: Int64
        package var n: Int

        package init(subject: Int64, path: TreePath? = nil, measure: Int64, n: Int) {
            (self.subject, self.path, self.measure, self.n) = (subject, path, measure, n)
        }

        /// From one measure to another; nil for none.
        package static func change(
            of subject: Int64, at path: TreePath, from old: Int64?, to new: Int64?
        ) -> [Delta] {
            guard old != new else { return [] }
            return [
                old.map { Delta(subject: subject, path: path, measure: $0, n: -1) },
                new.map { Delta(subject: subject, path: path, measure: $0, n: 1) },
            ].compactMap(\.self)
        }
    }

    package static func add(_ deltas: [Delta], in act: Act) throws {
        try add(deltas, ids: { act.newID(Delta.self).raw }, in: act.db)
    }

    static func add(_ deltas: [Delta], ids: () -> Int64, in db: any Transaction) throws {
        let deltas = deltas.filter { $0.n != 0 }
        guard !deltas.isEmpty else { return }
        try db.bulkInsert(
            into: "delta",
            columns: [.int("id"), .int("subject"), .text("path"), .int("measure"), .int("n")],
            rows: deltas.map { delta in
                [
                    ids().columnValue, delta.subject.columnValue, (delta.path?.text ?? "").columnValue,
                    delta.measure.columnValue, delta.n.columnValue,
                ]
            })
    }

    /// All measures of a subject without a place that are not zero.
    package static func read(_ subject: Int64, in db: any Transaction) throws -> [Int64: Int] {
        try db.query(
            """
            select measure, cast(sum(n) as bigint) as n from (
                select measure, n from tally where branch = 0 and subject = \(subject)
                union all select measure, n from delta where subject = \(subject) and path = '') both_of_them
            group by measure
            """
        ).reduce(into: [:]) { found, row in
            let n: Int = try row["n"]
            if n != 0 { found[try row["measure"]] = n }
        }
    }

    // MARK: Branches

    /// So many units below one, of a measure of a subject.
    package struct Sum: Sendable, Hashable {
        package var top: UnitID
        package var subject: Int64
        package var measure: TallyMeasure
        package var n: Int
    }

    /// What stands below each of some units, the units themselves not counted, whenever it came to that.
    /// - Parameter tops: one unit, or units that have the same parent.
    package static func below(_ tops: [Unit], of subjects: [Int64], in db: any Transaction) throws -> [Sum] {
        try sums(below: tops, of: subjects, stored: "measure < \(timed)", in: db) {
            $0 < timed ? TallyMeasure(raw: $0).timeless : nil
        }
    }

    /// When it came to that, for those states that have a time.
    package static func times(below tops: [Unit], of subjects: [Int64], in db: any Transaction) throws -> [Sum] {
        try sums(below: tops, of: subjects, stored: "measure >= \(timed)", in: db) {
            let measure = TallyMeasure(raw: $0 % timed)
            return $0 >= timed || measure.isTimed ? measure : nil
        }
    }

    /// From here on what is summed is a measure with its time.
    static let timed: Int64 = 1 << 48

    /// What is folded and what is not yet, put together.
    private static func sums(
        below tops: [Unit], of subjects: [Int64], stored: SQL, in db: any Transaction,
        part: (Int64) -> TallyMeasure?
    ) throws -> [Sum] {
        guard let first = tops.first, !subjects.isEmpty else { return [] }
        var found: [Sum] = []
        for some in tops.map(\.id).boundLists {
            let sql: SQL = """
                select branch, subject, measure, n from tally
                where branch \(in: some) and subject \(in: subjects) and \(stored)
                """
            try db.scan(sql) { row in
                found.append(
                    Sum(
                        top: UnitID(try row.int(0)), subject: try row.int(1),
                        measure: TallyMeasure(raw: try row.int(2) % timed), n: Int(try row.int(3))))
            }
        }
        let ids = Dictionary(tops.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
        let around = tops.count == 1 ? first.path : first.path.parent ?? first.path
        let width = first.path.text.utf8.count
        var fresh: [Sum: Int] = [:]
        for row in try db.query(
            """
            select branch, subject, measure, cast(sum(n) as bigint) as n from (
                select substr(path, 1, \(width)) as branch, subject, measure, n from delta
                where subject \(in: subjects) and path > \(around) and path < \(around.upperBound)
                    and length(path) > \(width)) fresh
            group by branch, subject, measure
            """)
        {
            guard let top = ids[TreePath(try row["branch"])],
                let measure = part(try row["measure"])
            else { continue }
            fresh[Sum(top: top, subject: try row["subject"], measure: measure, n: 0), default: 0] += try row["n"]
        }
        if !fresh.isEmpty {
            // What is summed and what is not folded yet are one number, and may cancel out.
            for place in found.indices {
                var key = found[place]
                key.n = 0
                if let n = fresh.removeValue(forKey: key) { found[place].n += n }
            }
            for (sum, n) in fresh {
                var sum = sum
                sum.n = n
                found.append(sum)
            }
        }
        return found.filter { $0.n != 0 }
    }

    // MARK: Folding

    /// Changes that one transaction folds: it holds SQLite's only writer some milliseconds.
    private static let foldedAtOnce = 2_000

    /// Folds changes into sums, some at a time, until few are left. Two servers may do it by turns.
    package static func fold(in engine: any Engine) async throws {
        while try await engine.write({ try fold(max: foldedAtOnce, in: $0) }) == foldedAtOnce {}
    }

    /// - Returns: how many it folded.
    @discardableResult
    package static func fold(max count: Int, in db: any Transaction) throws -> Int {
        var folding = TallyFolding()
        try db.scan("select id, subject, path, measure, n from delta order by id limit \(count)") { row in
            try folding.take(row)
        }
        guard let last = folding.last else { return 0 }
        try db.bulkAdd(
            to: "tally", key: [.int("branch"), .int("subject"), .int("measure")], .int("n"),
            rows: try folding.sums(in: db))
        try db.execute("delete from delta where id <= \(last)")
        return folding.count
    }
}

extension JobTimer {
    /// Folds what acts have counted.
    package static let foldTallies = JobTimer("tally.fold", everySeconds: 1) { try await Tally.fold(in: $0.engine) }
}
