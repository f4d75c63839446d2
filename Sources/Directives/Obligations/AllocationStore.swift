package import Federation
package import Storage

package enum AllocationStore {
    static func insert(_ allocation: Allocation, in db: any Transaction) throws {
        try db.execute(
            """
            insert into allocation (id, obligation, unit, depth, person, post, moment)
            values (\(allocation.id), \(allocation.obligation), \(allocation.unit), \(allocation.depth.rawValue),
                \(allocation.person), \(allocation.post), \(allocation.moment))
            """)
    }

    static func end(_ id: AllocationID, in act: Act) throws {
        try act.db.execute("update allocation set ended_at = \(act.moment) where id = \(id)")
    }

    package static func active(of obligations: [ObligationID], in db: any Transaction) throws -> [Allocation] {
        try obligations.boundLists.flatMap { some in
            try db.query(
                """
                select id, obligation, unit, depth, person, post, moment from allocation
                where obligation \(in: some) and ended_at is null order by id
                """)
        }.map { row in
            let depth: String = try row["depth"]
            return Allocation(
                id: try row["id"], obligation: try row["obligation"], unit: try row["unit"],
                depth: DueScope.Depth(rawValue: depth) ?? .next, person: try row["person"], post: try row["post"],
                moment: try row["moment"])
        }
    }

    /// The duties of a notice and of all it carries, as this unit and those above have defined them, that neither this unit nor any above it to any depth has allocated,
    /// with the grade of the notice each stands in.
    static func unallocated(
        in cover: NoticeHead, for unit: Unit, in db: any Transaction
    ) throws -> [(obligation: Obligation, grade: Int)] {
        let above = Set(try UnitStore.ancestors(of: unit.path, in: db).map(\.id))
        let duties = try ObligationStore.family(of: cover, in: db).flatMap { notice in
            try ObligationStore.obligations(of: notice.id, in: db)
                .filter { $0.sort == .duty && ($0.unit == unit.id || above.contains($0.unit)) }
                .map { (obligation: $0, grade: notice.urgency.rank) }
        }
        let bound = try active(of: duties.map(\.obligation.id), in: db)
            .filter { $0.unit == unit.id || $0.depth == .all && above.contains($0.unit) }
        let taken = Set(bound.map(\.obligation))
        return duties.filter { !taken.contains($0.obligation.id) }
    }

    /// How many units of a kind and level stand in a branch.
    package struct Census: Sendable, Hashable {
        package var kind: UnitKind
        package var level: UnitLevel
        package var units: Int
    }

    /// The units of a branch that work today, its root included, by kind and level.
    package static func census(
        under root: Unit, _ depth: DueScope.Depth = .all, in db: any Transaction
    ) throws -> [Census] {
        let near: SQL =
            depth == .all ? "" : "and length(path) <= \(root.path.text.count + TreePath.segmentWidth)"
        return try db.query(
            """
            select kind, level, count(*) as units from unit
            where path >= \(root.path.text) and path < \(root.path.upperBound) and closed_on is null \(near)
            group by kind, level
            """
        ).map { Census(kind: try $0["kind"], level: try $0["level"], units: try $0["units"]) }
            .sorted { ($0.level.depth, $0.kind.rawValue) < ($1.level.depth, $1.kind.rawValue) }
    }

    /// How many units an allocation from a unit would bind today.
    package static func countBound(
        _ binding: Binding, under root: Unit, _ depth: DueScope.Depth, in db: any Transaction
    ) throws -> Int {
        try census(under: root, depth, in: db).count(binding)
    }

    /// What branches owe by allocations of a unit or of those above it.
    struct Owed: Sendable {
        var binding: Binding
        var about: Int64?
        var minutes: Int
    }

    static func owed(from unit: Unit, in db: any Transaction) throws -> [Owed] {
        try DueScopeStore.scopes(
            rootedAt: try UnitStore.ancestors(of: unit.path, in: db).map(\.id) + [unit.id], in: db
        ).filter(\.isBinding).map { Owed(binding: $0.binding, about: $0.about, minutes: $0.minutes) }
    }
}
