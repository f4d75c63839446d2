package import Storage

/// Anything a unit or post owes, by when (待办). One table with one door; Today, late, urge and burden read only it.
package struct Due: Sendable, Hashable {
    package var unit: UnitID
    package var post: PostID?
    /// The verb that settles it (`receipt.sign`).
    package var kind: Verb
    /// The id of what it is about.
    package var subject: Int64
    /// 0 none … 4 特提: what Today sorts by first.
    package var grade: Int
    /// Nil where nobody has set a date: Muster sets none.
    package var dueAt: Moment?
    /// How long it will take, as shown before it is imposed.
    package var minutes: Int
    package var openedAt: Moment
    /// Dues about the same thing are one item of Today: those of one notice.
    package var about: Int64?
    /// Who asks for it, where that is not told by its subject.
    package var askedBy: UnitID?

    package init(
        unit: UnitID, post: PostID? = nil, kind: Verb, subject: Int64, grade: Int, dueAt: Moment? = nil, minutes: Int,
        openedAt: Moment, about: Int64? = nil, askedBy: UnitID? = nil
    ) {
        (self.unit, self.post, self.kind, self.subject) = (unit, post, kind, subject)
        (self.grade, self.dueAt, self.minutes, self.openedAt) = (grade, dueAt, minutes, openedAt)
        (self.about, self.askedBy) = (about, askedBy)
    }
}

/// What somebody asked of a unit: from when, and until when it was owed.
package struct DueSpan: Sendable, Hashable {
    package var unit: UnitID
    /// Nil for what was asked before it was written down by whom.
    package var askedBy: UnitID?
    /// Of one thing, a minute is counted once.
    package var about: Int64?
    package var minutes: Int
    package var openedAt: Moment
    package var closedAt: Moment?

    package init(
        unit: UnitID, askedBy: UnitID?, about: Int64?, minutes: Int, openedAt: Moment, closedAt: Moment? = nil
    ) {
        (self.unit, self.askedBy, self.about, self.minutes) = (unit, askedBy, about, minutes)
        (self.openedAt, self.closedAt) = (openedAt, closedAt)
    }
}

package enum DueStore {
    /// Opens what a unit owes to the unit that acts, within the act that imposes it. Opening the same again changes nothing.
    package static func open(
        _ kind: Verb, about subject: Int64, by unit: UnitID, post: PostID? = nil, grade: Int, dueAt: Moment? = nil,
        minutes: Int, in act: Act
    ) throws {
        try act.db.execute(
            """
            insert into due (id, unit, post, kind, subject, grade, due_at, minutes, opened_at, asked_by)
            values (\(act.newID(Due.self)), \(unit), \(post), \(kind.rawValue), \(subject), \(grade), \(dueAt),
                \(minutes), \(act.moment), \(act.unit))
            on conflict do nothing
            """)
    }

    /// Many units owe the same kind of thing, each about its own subject.
    /// - Parameters:
    ///   - openedAt: since when, where that is not now.
    ///   - askedBy: who asks for it, where that is not the unit that acts.
    package static func openMany(
        _ kind: Verb, _ owed: [(unit: UnitID, subject: Int64)], grade: Int, dueAt: Moment? = nil, minutes: Int,
        openedAt: Moment? = nil, askedBy: UnitID? = nil, in act: Act
    ) throws {
        try act.db.bulkInsert(
            into: "due",
            columns: [
                .int("id"), .int("unit"), .text("kind"), .int("subject"), .int("grade"), .int("due_at"),
                .int("minutes"),
                .int("opened_at"), .int("asked_by"),
            ],
            rows: owed.map { one in
                [
                    act.newID(Due.self).columnValue, one.unit.columnValue, kind.rawValue.columnValue,
                    one.subject.columnValue, grade.columnValue, dueAt.columnValue, minutes.columnValue,
                    (openedAt ?? act.moment).columnValue, (askedBy ?? act.unit).columnValue,
                ]
            })
    }

    package static func close(_ kind: Verb, about subject: Int64, by unit: UnitID, in act: Act) throws {
        try act.db.execute(
            """
            update due set closed_at = \(act.moment)
            where unit = \(unit) and kind = \(kind.rawValue) and subject = \(subject) and closed_at is null
            """)
    }

    /// These posts of a unit owe it no more.
    package static func close(
        _ kind: Verb, about subject: Int64, by unit: UnitID, posts: Set<PostID>, in act: Act
    ) throws {
        for some in posts.sorted().boundLists {
            try act.db.execute(
                """
                update due set closed_at = \(act.moment)
                where unit = \(unit) and kind = \(kind.rawValue) and subject = \(subject) and post \(in: some)
                    and closed_at is null
                """)
        }
    }

    /// Nobody owes any of these any more.
    package static func closeAll(_ kind: Verb, about subjects: [Int64], in act: Act) throws {
        for some in subjects.boundLists {
            try act.db.execute(
                """
                update due set closed_at = \(act.moment)
                where kind = \(kind.rawValue) and subject \(in: some) and closed_at is null
                """)
        }
    }

    /// The units that owe this, or owed it once.
    package static func owing(_ kind: Verb, about subject: Int64, in db: any Transaction) throws -> [UnitID] {
        try db.query(
            "select distinct unit from due where subject = \(subject) and kind = \(kind.rawValue) order by unit"
        )
        .map { try $0["unit"] }
    }

    /// By when a unit is wanted to have done one kind of thing, by subject: of those that are open, and have a date.
    package static func dates(
        _ kind: Verb, about subjects: [Int64], by unit: UnitID, in db: any Transaction
    ) throws -> [Int64: Moment] {
        var dates: [Int64: Moment] = [:]
        for some in subjects.boundLists {
            for row in try db.query(
                """
                select subject, due_at from due
                where unit = \(unit) and kind = \(kind.rawValue) and subject \(in: some) and closed_at is null
                    and due_at is not null
                """)
            {
                dates[try row["subject"]] = try row["due_at"] as Moment
            }
        }
        return dates
    }

    /// What a unit owes as somebody acting as this post sees it: what the unit owes as a whole, and what is this post's
    /// own or that of the one it stands in for. The most urgent first, then the earliest date, then the oldest.
    package static func open(by unit: UnitID, for actor: Actor, in db: any Transaction) throws -> [Due] {
        try db.query(
            """
            select unit, post, kind, subject, grade, due_at, minutes, opened_at from due
            where unit = \(unit) and closed_at is null
                and (post is null or post = \(actor.post) or post = \(actor.substitutes))
            order by grade desc, case when due_at is null then 1 else 0 end, due_at, opened_at
            """
        ).map { row in
            let word: String = try row["kind"]
            guard let kind = Verb(rawValue: word) else { throw StorageError.unexpectedShape("due of kind \(word)") }
            return Due(
                unit: try row["unit"], post: try row["post"], kind: kind, subject: try row["subject"],
                grade: try row["grade"], dueAt: try row["due_at"], minutes: try row["minutes"],
                openedAt: try row["opened_at"])
        }
    }

    /// What was asked of units as a whole or of their posts since a moment, settled or not, the oldest first.
    package static func asked(
        of units: [UnitID], since moment: Moment, in db: any Transaction
    ) throws -> [DueSpan] {
        try units.boundLists.flatMap { some in
            try db.query(
                """
                select id, unit, asked_by, about, minutes, opened_at, closed_at from due
                where unit \(in: some) and closed_at is null and opened_at >= \(moment)
                union all
                select id, unit, asked_by, about, minutes, opened_at, closed_at from due
                where unit \(in: some) and closed_at >= \(moment)
                order by opened_at, id
                """)
        }.map { row in
            DueSpan(
                unit: try row["unit"], askedBy: try row["asked_by"], about: try row["about"],
                minutes: try row["minutes"], openedAt: try row["opened_at"], closedAt: try row["closed_at"])
        }
    }

    /// What a unit has settled since a moment, as this post sees it, the latest first.
    package static func closed(
        by unit: UnitID, for actor: Actor, since moment: Moment, in db: any Transaction
    ) throws -> [Due] {
        try db.query(
            """
            select unit, post, kind, subject, grade, null as about, closed_at from due
            where unit = \(unit) and closed_at >= \(moment)
                and (post is null or post = \(actor.post) or post = \(actor.substitutes))
            union all
            select c.unit, null, c.kind, c.subject, max(s.grade), max(s.about), c.closed_at
            from due_scope_closed c join due_scope s on s.kind = c.kind and s.subject = c.subject
            where c.unit = \(unit) and c.closed_at >= \(moment)
            group by c.unit, c.kind, c.subject, c.closed_at
            order by closed_at desc, subject
            """
        ).map { row in
            let word: String = try row["kind"]
            guard let kind = Verb(rawValue: word) else { throw StorageError.unexpectedShape("due of kind \(word)") }
            return Due(
                unit: try row["unit"], post: try row["post"], kind: kind, subject: try row["subject"],
                grade: try row["grade"], minutes: 0, openedAt: try row["closed_at"], about: try row["about"])
        }
    }
}
