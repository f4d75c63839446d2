package import Federation
package import Storage

package enum AssignmentStore {
    private static let columns: SQL =
        "id, obligation, unit, state, is_returned, figure, out_of, changed_at"

    package static func find(
        _ obligation: ObligationID, _ unit: UnitID, in db: any Transaction
    ) throws -> Assignment? {
        try assignments(of: unit, [obligation], in: db)[obligation]
    }

    /// Those of a unit's assignments that somebody has acted on.
    package static func assignments(
        of unit: UnitID, _ obligations: [ObligationID], in db: any Transaction
    ) throws -> [ObligationID: Assignment] {
        var found: [ObligationID: Assignment] = [:]
        for some in obligations.boundLists {
            for row in try db.query(
                "select \(columns) from assignment where unit = \(unit) and obligation \(in: some)")
            {
                let one = try assignment(row)
                found[one.obligation] = one
            }
        }
        return found
    }

    /// All that a unit has ever acted on.
    static func all(of unit: UnitID, in db: any Transaction) throws -> [Assignment] {
        try db.query("select \(columns) from assignment where unit = \(unit) order by id").map(assignment)
    }

    /// What each of these units has made of one obligation.
    static func assignments(
        about obligation: ObligationID, by units: [UnitID], in db: any Transaction
    ) throws -> [UnitID: Assignment] {
        var found: [UnitID: Assignment] = [:]
        for some in units.boundLists {
            for row in try db.query(
                "select \(columns) from assignment where obligation = \(obligation) and unit \(in: some)")
            {
                let one = try assignment(row)
                found[one.unit] = one
            }
        }
        return found
    }

    /// What each of these units has made of each of these obligations.
    static func assignments(
        about obligations: [ObligationID], by units: [UnitID], in db: any Transaction
    ) throws -> [Assignment] {
        try obligations.boundLists.flatMap { asked in
            try units.boundLists.flatMap { some in
                // A cross join, which SQLite takes in this order: one look for each unit and obligation, however many other
                // units have done something about it.
                try db.query(
                    """
                    select a.id, a.obligation, a.unit, a.state, a.is_returned, a.figure, a.out_of, a.changed_at
                    from unit u cross join assignment a
                    where u.id \(in: some) and a.unit = u.id and a.obligation \(in: asked)
                    """
                ).map(assignment)
            }
        }
    }

    /// What units of a branch settled last about one obligation, with their words.
    static func latest(
        of obligation: ObligationID, under root: Unit, limit: Int, in db: any Transaction
    ) throws -> [(assignment: Assignment, text: String?)] {
        // From the latest back until there are enough; or the units of a branch that is a small part of all.
        let tables: SQL =
            try Census.isLarge(root, in: db) ? "assignment a cross join unit u" : "unit u cross join assignment a"
        let found = try db.query(
            """
            select a.id, a.obligation, a.unit, a.state, a.is_returned, a.figure, a.out_of, a.changed_at
            from \(tables)
            where u.id = a.unit and a.obligation = \(obligation)
                and a.state in ('discharged', 'not_applicable', 'declined')
                and u.path >= \(root.path.text) and u.path < \(root.path.upperBound)
            order by a.changed_at desc, a.id desc limit \(limit)
            """
        ).map(assignment)
        let texts = try lastTexts(of: found.map(\.id), in: db)
        return found.map { ($0, texts[$0.id]) }
    }

    /// The last words that were said about each of these.
    static func lastTexts(of ids: [AssignmentID], in db: any Transaction) throws -> [AssignmentID: String] {
        var found: [AssignmentID: String] = [:]
        for some in ids.boundLists {
            for row in try db.query(
                """
                select assignment, text from assignment_fact
                where assignment \(in: some) and text is not null order by moment, id
                """)
            {
                found[try row["assignment"]] = try row["text"]
            }
        }
        return found
    }

    /// Writes what was done and what it makes of the assignment.
    static func save(_ assignment: Assignment, _ fact: AssignmentFact, _ unit: Unit, in db: any Transaction) throws {
        try db.execute(
            """
            insert into assignment (id, obligation, unit, state, is_returned, figure, out_of, changed_at, province)
            values (\(assignment.id), \(assignment.obligation), \(assignment.unit), \(assignment.state.rawValue),
                \(assignment.isReturned ? 1 : 0), \(assignment.figure), \(assignment.outOf), \(assignment.changedAt),
                \(unit.path.province))
            on conflict (obligation, unit) do update set state = excluded.state, is_returned = excluded.is_returned,
                figure = excluded.figure, out_of = excluded.out_of, changed_at = excluded.changed_at
            """)
        try db.execute(
            """
            insert into assignment_fact (id, assignment, fact, text, figure, out_of, proof_kind, proof, undoes, unit,
                person, post, moment)
            values (\(fact.id), \(fact.assignment), \(fact.kind.rawValue), \(fact.text), \(fact.figure),
                \(fact.outOf), \(fact.proofKind), \(fact.conveyance?.raw ?? fact.file?.raw), \(fact.undoes),
                \(fact.unit), \(fact.person), \(fact.post), \(fact.moment))
            """)
    }

    /// The units of a branch that have told their workers of a notice, in itself or in a cover, with their receipts.
    static func conveyed(
        _ notice: NoticeID, under own: Unit, in db: any Transaction
    ) throws -> [(unit: Unit, receipt: ReceiptID)] {
        let over = try NoticeStore.carrying(notice, in: db)
        let rows = try db.query(
            """
            select u.id as unit, min(r.id) as receipt from unit u cross join receipt r
            where u.path >= \(own.path.text) and u.path < \(own.path.upperBound) and u.closed_on is null
                and r.unit = u.id and r.notice \(in: over) and r.state = \(ReceiptState.conveyed.rawValue)
            group by u.id order by u.id
            """
        ).map { (unit: try $0["unit"] as UnitID, receipt: try $0["receipt"] as ReceiptID) }
        let units = try UnitStore.find(rows.map(\.unit), in: db)
        return rows.compactMap { row in units[row.unit].map { ($0, row.receipt) } }
    }

    /// The unit that sent a file with a fact, and the file.
    static func file(of fact: AssignmentFactID, in db: any Transaction) throws -> (unit: UnitID, file: BlobID)? {
        try db.first(
            """
            select a.unit, f.proof from assignment_fact f join assignment a on a.id = f.assignment
            where f.id = \(fact) and f.proof_kind = 'file'
            """
        ).map { (try $0["unit"], try $0["proof"]) }
    }

    /// All that was done about an assignment, the oldest first.
    package static func facts(of id: AssignmentID, in db: any Transaction) throws -> [AssignmentFact] {
        try facts("where assignment = \(id) order by moment, id", in: db)
    }

    /// A unit's discharges since a moment that were not taken back.
    static func discharges(
        by person: PersonID, at unit: UnitID, since: Moment, in db: any Transaction
    ) throws -> [AssignmentFact] {
        try facts(
            """
            where unit = \(unit) and person = \(person) and fact = 'discharged' and moment >= \(since)
                and not exists (select 1 from assignment_fact u where u.undoes = assignment_fact.id)
            order by moment, id
            """, in: db)
    }

    /// What a unit wrote last when it settled something.
    static func lastText(of unit: UnitID, in db: any Transaction) throws -> String? {
        try db.scalar(
            """
            select f.text from assignment a join assignment_fact f on f.assignment = a.id
            where a.unit = \(unit) and f.fact = 'discharged' and f.text is not null
            order by f.moment desc, f.id desc limit 1
            """)
    }

    /// How many units of a branch stand in each state, for each of these obligations.
    package static func counts(
        of obligations: [ObligationID], under root: Unit, in db: any Transaction
    ) throws -> [ObligationID: [Assignment.State: Int]] {
        var counts: [ObligationID: [Assignment.State: Int]] = [:]
        for some in obligations.boundLists {
            for row in try db.query(
                """
                select a.obligation, a.state, count(*) as units
                from assignment a join unit u on u.id = a.unit
                where a.obligation \(in: some) and u.closed_on is null
                    and u.path >= \(root.path.text) and u.path < \(root.path.upperBound)
                group by a.obligation, a.state
                """)
            {
                let word: String = try row["state"]
                guard let state = Assignment.State(rawValue: word) else { continue }
                counts[try row["obligation"], default: [:]][state] = try row["units"]
            }
        }
        return counts
    }

    private static func facts(_ rest: SQL, in db: any Transaction) throws -> [AssignmentFact] {
        try db.query(
            """
            select id, assignment, fact, text, figure, out_of, proof_kind, proof, undoes, unit, person, post, moment
            from assignment_fact \(rest)
            """
        ).map { row in
            let word: String = try row["fact"]
            guard let kind = AssignmentFact.Kind(rawValue: word) else {
                throw StorageError.unexpectedShape("fact \(word) of an assignment")
            }
            let proof: String? = try row["proof_kind"]
            return AssignmentFact(
                id: try row["id"], assignment: try row["assignment"], kind: kind, text: try row["text"],
                figure: try row["figure"], outOf: try row["out_of"],
                conveyance: proof == "conveyance" ? try row["proof"] : nil,
                file: proof == "file" ? try row["proof"] : nil, undoes: try row["undoes"],
                unit: try row["unit"], person: try row["person"], post: try row["post"], moment: try row["moment"])
        }
    }

    private static func assignment(_ row: Row) throws -> Assignment {
        let (word, isReturned): (String, Int) = (try row["state"], try row["is_returned"])
        guard let state = Assignment.State(rawValue: word) else {
            throw StorageError.unexpectedShape("assignment in state \(word)")
        }
        return Assignment(
            id: try row["id"], obligation: try row["obligation"], unit: try row["unit"], state: state,
            isReturned: isReturned == 1, figure: try row["figure"], outOf: try row["out_of"],
            changedAt: try row["changed_at"])
    }
}

extension AssignmentFact {
    fileprivate var proofKind: String? {
        if conveyance != nil { return "conveyance" }
        return file == nil ? nil : "file"
    }
}
