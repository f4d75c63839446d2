import Federation
import Storage
import Web

/// What was signed and settled month by month in the parts of a branch.
package struct MonthsModel: Sendable {
    package var unit: String
    /// The way down to this branch, from the reader's own unit.
    package var above: [(name: String, path: String)]
    /// `2026-03`, the earliest first.
    package var months: [String]
    package var rows: [Row]

    package struct Row: Sendable {
        package var name: String
        /// The same of the branch; nil where nothing is below it.
        package var path: String?
        /// As many as there are months.
        package var signed: [Int]
        package var settled: [Int]
    }

    package var total: (signed: [Int], settled: [Int]) {
        rows.reduce((months.map { _ in 0 }, months.map { _ in 0 })) { sum, row in
            (zip(sum.0, row.signed).map(+), zip(sum.1, row.settled).map(+))
        }
    }

    package var isEmpty: Bool {
        rows.allSatisfy { $0.signed.allSatisfy { $0 == 0 } && $0.settled.allSatisfy { $0 == 0 } }
    }
}

enum MonthsReading {
    private static let monthsShown = 12

    /// - Throws: "not found" where the branch is not the reader's.
    static func model(
        of branch: UnitID?, for own: UnitID, _ language: Language, today: CivilDay, in db: any Transaction
    ) throws -> MonthsModel {
        let (reader, unit) = (try UnitStore.require(own, in: db), try UnitStore.require(branch ?? own, in: db))
        guard reader.path.contains(unit.path) else { throw AccessRefusal.notFound }
        let months = months(through: today)
        let view = try BranchView(unit, in: db)
        let first = CivilDay("\(months[0])-01") ?? today
        let near = try WorkDone.figures(at: view.near.map(\.id), sinceDay: first.ordinal, in: db)
        let groups = try view.groups(of: WorkDone.allCases.map(\.rawValue), near: near, in: db)
        var counts: [TreePath: [WorkDone: [Int]]] = [:]
        let places = places(of: months)
        for work in WorkDone.allCases {
            for group in groups[work.rawValue] ?? [] {
                guard let place = places[group.measure.bucket] else { continue }
                counts[group.branch, default: [:]][work, default: months.map { _ in 0 }][place] += group.n
            }
        }
        let none = months.map { _ in 0 }
        let deep = Set(view.deep.map(\.id))
        let path = { (unit: UnitID) in MonthRoutes.list.path() + "?unit=\(unit)" }
        func row(_ unit: Unit, _ name: String) -> MonthsModel.Row? {
            let own = counts[unit.path]
            guard own != nil || deep.contains(unit.id) else { return nil }
            return MonthsModel.Row(
                name: name, path: deep.contains(unit.id) ? path(unit.id) : nil, signed: own?[.signed] ?? none,
                settled: own?[.settled] ?? none)
        }
        return MonthsModel(
            unit: unit.shownName(language),
            above: try UnitStore.ancestors(of: unit.path, in: db).filter { reader.path.contains($0.path) }
                .map { ($0.shownName(language), path($0.id)) },
            months: months,
            rows: ([row(unit, SupervisionWords.own[language])]
                + view.tops.sorted { (deep.contains($0.id) ? 0 : 1, $0.code) < (deep.contains($1.id) ? 0 : 1, $1.code) }
                .map { row($0, $0.columnName(language)) }).compactMap(\.self))
    }

    /// This month and those before it.
    private static func months(through today: CivilDay) -> [String] {
        var (year, month) = (today.year, Int(today.description.dropFirst(5).prefix(2)) ?? 1)
        return (0..<monthsShown).map { _ in
            defer { (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1) }
            return "\(year)-\(month < 10 ? "0" : "")\(month)"
        }.reversed()
    }

    /// The place of the month by the day.
    private static func places(of months: [String]) -> [Int: Int] {
        months.enumerated().reduce(into: [:]) { found, month in
            guard let first = CivilDay("\(month.element)-01") else { return }
            for day in first.ordinal..<first.ordinal + 31 {
                if CivilDay(ordinal: day).description.hasPrefix(month.element) { found[day] = month.offset }
            }
        }
    }
}
