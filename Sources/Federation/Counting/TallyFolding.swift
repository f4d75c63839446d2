import Storage

/// Changes that are on their way into the sums, put together before the engine is asked for anything: first by the place
/// they hang on, since units of one parent have the same branches above them, then by branch.
struct TallyFolding {
    private struct Place: Hashable {
        /// The path of the unit above; empty for what has no place.
        var above: String
        var subject: Int64
        var measure: Int64
    }

    private struct Key: Hashable, Comparable {
        var branch: Int64
        var subject: Int64
        var measure: Int64

        static func < (left: Self, right: Self) -> Bool {
            (left.branch, left.subject, left.measure) < (right.branch, right.subject, right.measure)
        }
    }

    private var places: [Place: Int] = [:]
    private(set) var count = 0
    /// The id of the change that was taken last.
    private(set) var last: Int64?

    /// - Parameter row: id, subject, path, measure, n.
    mutating func take(_ row: any ScannedRow) throws {
        let path = try row.text(2)
        let above = String(decoding: path.dropLast(TreePath.segmentWidth), as: UTF8.self)
        // A root is in no branch.
        if path.isEmpty || !above.isEmpty {
            let place = Place(above: above, subject: try row.int(1), measure: try row.int(3))
            places[place, default: 0] += Int(try row.int(4))
        }
        last = try row.int(0)
        count += 1
    }

    /// What is added to which sum, in the order of their key.
    func sums(in db: any Transaction) throws -> [[Value]] {
        let branches = try branches(in: db)
        var sums: [Key: Int] = [:]
        for (place, n) in places where n != 0 {
            let parts = place.above.isEmpty ? [place.measure] : Self.parts(place.measure)
            for branch in branches[place.above] ?? [] {
                for measure in parts {
                    sums[Key(branch: branch, subject: place.subject, measure: measure), default: 0] += n
                }
            }
        }
        return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { key, n in
            [key.branch.columnValue, key.subject.columnValue, key.measure.columnValue, n.columnValue]
        }
    }

    /// What a unit is apart from when it came to it. What a moved branch takes along is apart already.
    private static func parts(_ raw: Int64) -> [Int64] {
        guard raw < Tally.timed else { return [raw] }
        let measure = TallyMeasure(raw: raw)
        return measure.isTimed ? [measure.timeless.raw, Tally.timed + raw] : [raw]
    }

    /// The units at and above each place; 0 for what has none.
    private func branches(in db: any Transaction) throws -> [String: [Int64]] {
        let aboves = Set(places.keys.map(\.above)).subtracting([""])
        let chains = aboves.map { ($0, Self.chain($0)) }
        var units: [String: Int64] = [:]
        for some in Set(chains.flatMap(\.1)).sorted().boundLists {
            for row in try db.query("select id, path from unit where path \(in: some)") {
                units[try row["path"]] = try row["id"] as Int64
            }
        }
        var found = Dictionary(uniqueKeysWithValues: chains.map { ($0, $1.compactMap { units[$0] }) })
        found[""] = [0]
        return found
    }

    /// A path and all that are above it.
    private static func chain(_ path: String) -> [String] {
        stride(from: TreePath.segmentWidth, through: path.utf8.count, by: TreePath.segmentWidth).map {
            String(decoding: path.utf8.prefix($0), as: UTF8.self)
        }
    }
}
