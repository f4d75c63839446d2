package import Storage

/// What all units of a branch owe, stored once: from `root` down, whichever match the binding. Nothing is written for a
/// unit until it settles its own.
package struct DueScope: Sendable, Hashable {
    package enum Depth: String, Sendable, Hashable, CaseIterable {
        /// The root and everything below it.
        case all
        /// The root and those directly below it.
        case next
    }

    package var root: UnitID
    package var depth: Depth
    package var binding: Binding
    /// Whether it binds; else it only adds a date for those who are bound by another.
    package var isBinding: Bool
    /// The verb that settles it.
    package var kind: Verb
    package var subject: Int64
    /// Dues about the same thing are one item of Today.
    package var about: Int64?
    /// What must have reached a unit before it owes this; a `DueGate` knows.
    package var gate: Int64?
    package var grade: Int
    package var dueAt: Moment?
    package var minutes: Int
    package var askedBy: UnitID

    package init(
        root: UnitID, depth: Depth, binding: Binding, isBinding: Bool = true, kind: Verb, subject: Int64,
        about: Int64? = nil, gate: Int64? = nil, grade: Int, dueAt: Moment? = nil, minutes: Int, askedBy: UnitID
    ) {
        self.root = root
        self.depth = depth
        self.binding = binding
        self.isBinding = isBinding
        self.kind = kind
        self.subject = subject
        self.about = about
        self.gate = gate
        self.grade = grade
        self.dueAt = dueAt
        self.minutes = minutes
        self.askedBy = askedBy
    }
}

/// The kinds and levels of unit that something binds, as sets of bits, so that a rule is one comparison in SQL. The orders
/// of `UnitKind` and `UnitLevel` are part of what is stored.
package struct Binding: Sendable, Hashable {
    /// Bit n is the n-th of `UnitKind.allCases`.
    package var kinds: Int
    /// Bit n is the n-th of `UnitLevel.allCases`.
    package var levels: Int

    package init(kinds: Int, levels: Int) {
        self.kinds = kinds
        self.levels = levels
    }

    package init(kinds: some Sequence<UnitKind>, levels: some Sequence<UnitLevel>) {
        self.init(
            kinds: kinds.reduce(0) { $0 | Self.bit($1) }, levels: levels.reduce(0) { $0 | Self.bit($1) })
    }

    package static func bit(_ kind: UnitKind) -> Int { 1 << (UnitKind.allCases.firstIndex(of: kind) ?? 0) }
    package static func bit(_ level: UnitLevel) -> Int { 1 << level.depth }

    package var unitKinds: [UnitKind] { UnitKind.allCases.filter { kinds & Self.bit($0) != 0 } }
    package var unitLevels: [UnitLevel] { UnitLevel.allCases.filter { levels & Self.bit($0) != 0 } }

    /// Whether whoever the other one binds is bound by this too.
    package func contains(_ other: Binding) -> Bool {
        other.kinds & ~kinds == 0 && other.levels & ~levels == 0
    }

    package func binds(_ kind: UnitKind, _ level: UnitLevel) -> Bool {
        kinds & Self.bit(kind) != 0 && levels & Self.bit(level) != 0
    }
}

package enum DueScopeStore {
    /// Opens what a branch owes, within the act that imposes it. Opening the same again changes nothing.
    package static func open(_ scope: DueScope, in act: Act) throws {
        try act.db.execute(
            """
            insert into due_scope (id, root, depth, unit_kinds, unit_levels, is_binding, kind, subject, about, gate,
                grade, due_at, minutes, asked_by, opened_at)
            values (\(act.newID(DueScope.self)), \(scope.root), \(scope.depth.rawValue), \(scope.binding.kinds),
                \(scope.binding.levels), \(scope.isBinding ? 1 : 0), \(scope.kind.rawValue), \(scope.subject),
                \(scope.about), \(scope.gate), \(scope.grade), \(scope.dueAt), \(scope.minutes), \(scope.askedBy),
                \(act.moment))
            on conflict do nothing
            """)
    }

    /// The branch owes this no more.
    package static func end(_ kind: Verb, about subject: Int64, from root: UnitID, isBinding: Bool = true, in act: Act)
        throws
    {
        try act.db.execute(
            """
            update due_scope set closed_at = \(act.moment)
            where root = \(root) and kind = \(kind.rawValue) and subject = \(subject) and closed_at is null
                and is_binding = \(isBinding ? 1 : 0)
            """)
    }

    /// One unit has settled these, whichever branch they come from.
    package static func close(_ kind: Verb, about subjects: [Int64], by unit: UnitID, in act: Act) throws {
        for subject in subjects {
            try act.db.execute(
                """
                insert into due_scope_closed (unit, kind, subject, closed_at)
                values (\(unit), \(kind.rawValue), \(subject), \(act.moment)) on conflict do nothing
                """)
        }
    }

    /// One unit owes this again.
    package static func reopen(_ kind: Verb, about subjects: [Int64], by unit: UnitID, in act: Act) throws {
        for some in subjects.boundLists {
            try act.db.execute(
                """
                delete from due_scope_closed
                where unit = \(unit) and kind = \(kind.rawValue) and subject \(in: some)
                """)
        }
    }

    /// What a unit owes as part of branches: one due for each subject, with the earliest date that anyone above has set
    /// and the highest grade, as long as somebody binds it. What waits at a gate that is closed to the unit is not owed.
    package static func owed(by unit: Unit, gate: any DueGate.Type, in db: any Transaction) throws -> [Due] {
        guard unit.isWorking else { return [] }
        let above = try UnitStore.ancestors(of: unit.path, in: db).map(\.id)
        let rows = try db.query(
            """
            select root, depth, is_binding, kind, subject, about, gate, grade, due_at, minutes, asked_by, opened_at
            from due_scope s
            where s.root \(in: above + [unit.id]) and s.closed_at is null
                and (s.depth = 'all' or s.root \(in: above.suffix(1) + [unit.id]))
                and s.unit_kinds & \(Binding.bit(unit.kind)) <> 0 and s.unit_levels & \(Binding.bit(unit.level)) <> 0
                and not exists (select 1 from due_scope_closed c
                    where c.unit = \(unit.id) and c.kind = s.kind and c.subject = s.subject)
            order by s.opened_at, s.id
            """)
        let found = try rows.map { try Found($0, for: unit.id) }
        let gates = try gate.opened(Set(found.compactMap(\.gate)), to: unit.id, in: db)
        let merged = Dictionary(grouping: found, by: \.key).values.compactMap { merge($0, gates) }
        return merged.sorted { ($0.openedAt, $0.subject) < ($1.openedAt, $1.subject) }
    }

    /// What a unit settled of what branches owe, since a moment.
    package static func settled(
        by unit: UnitID, since moment: Moment, in db: any Transaction
    ) throws -> [(gate: Int64?, span: DueSpan)] {
        try db.query(
            """
            select min(s.gate) as gate, min(s.asked_by) as asked_by, max(s.about) as about,
                max(s.minutes) as minutes, min(s.opened_at) as opened_at, c.closed_at
            from due_scope_closed c join due_scope s on s.kind = c.kind and s.subject = c.subject
            where c.unit = \(unit) and c.closed_at >= \(moment) and s.is_binding = 1
            group by c.kind, c.subject, c.closed_at
            """
        ).map { row in
            (
                try row["gate"],
                DueSpan(
                    unit: unit, askedBy: try row["asked_by"], about: try row["about"], minutes: try row["minutes"],
                    openedAt: try row["opened_at"], closedAt: try row["closed_at"])
            )
        }
    }

    /// What branches from these units down owe.
    package static func scopes(rootedAt roots: [UnitID], in db: any Transaction) throws -> [DueScope] {
        try db.query(
            """
            select root, depth, unit_kinds, unit_levels, is_binding, kind, subject, about, gate, grade, due_at, minutes,
                asked_by
            from due_scope where root \(in: roots) and closed_at is null order by id
            """
        ).map { row in
            let (depth, kind): (String, String) = (try row["depth"], try row["kind"])
            let isBinding: Int = try row["is_binding"]
            guard let depth = DueScope.Depth(rawValue: depth), let kind = Verb(rawValue: kind) else {
                throw StorageError.unexpectedShape("due of a branch, \(depth), \(kind)")
            }
            return DueScope(
                root: try row["root"], depth: depth,
                binding: Binding(kinds: try row["unit_kinds"], levels: try row["unit_levels"]),
                isBinding: isBinding == 1, kind: kind, subject: try row["subject"], about: try row["about"],
                gate: try row["gate"], grade: try row["grade"], dueAt: try row["due_at"],
                minutes: try row["minutes"], askedBy: try row["asked_by"])
        }
    }

    private static func merge(_ rows: [Found], _ gates: [Int64: Moment]) -> Due? {
        guard let first = rows.first(where: \.isBinding) else { return nil }
        var due = first.due
        due.grade = rows.map(\.due.grade).max() ?? due.grade
        due.minutes = rows.map(\.due.minutes).max() ?? due.minutes
        due.dueAt = rows.compactMap(\.due.dueAt).min()
        if let gate = first.gate {
            guard let opened = gates[gate] else { return nil }
            due.openedAt = max(due.openedAt, opened)
        }
        return due
    }

    private struct Key: Hashable {
        var kind: Verb
        var subject: Int64
    }

    private struct Found {
        var due: Due
        var gate: Int64?
        var isBinding: Bool

        init(_ row: Row, for unit: UnitID) throws {
            let word: String = try row["kind"]
            guard let kind = Verb(rawValue: word) else { throw StorageError.unexpectedShape("due of kind \(word)") }
            due = Due(
                unit: unit, kind: kind, subject: try row["subject"], grade: try row["grade"],
                dueAt: try row["due_at"], minutes: try row["minutes"], openedAt: try row["opened_at"],
                about: try row["about"], askedBy: try row["asked_by"])
            gate = try row["gate"]
            let binding: Int = try row["is_binding"]
            isBinding = binding == 1
        }

        var key: Key { Key(kind: due.kind, subject: due.subject) }
    }
}

extension DueStore {
    /// All that somebody acting as a post sees of what a unit owes: its own rows and what it owes as part of branches.
    /// The most urgent first, then the earliest date, then the oldest.
    package static func owed(
        by unit: Unit, for actor: Actor, gate: any DueGate.Type, in db: any Transaction
    ) throws -> [Due] {
        let all = try open(by: unit.id, for: actor, in: db) + DueScopeStore.owed(by: unit, gate: gate, in: db)
        return all.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.grade != other.grade { return one.grade > other.grade }
            if one.dueAt != other.dueAt { return one.dueAt.isBefore(other.dueAt) }
            return one.openedAt == other.openedAt ? left.offset < right.offset : one.openedAt < other.openedAt
        }.map(\.element)
    }
}

extension Moment? {
    /// No date comes after every date.
    fileprivate func isBefore(_ other: Moment?) -> Bool {
        switch (self, other) {
        case (let one?, let other?): one < other
        case (.some, nil): true
        case (nil, _): false
        }
    }
}
