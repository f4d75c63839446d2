package import Federation
package import Storage

package enum ReportAskingStore {
    private static let columns: SQL = "id, notice, unit, rhythm, depth, outline, reason, moment"

    /// What these units ask of reports about a notice today.
    package static func askings(
        about notices: [NoticeID], by units: [UnitID], in db: any Transaction
    ) throws -> [ReportAsking] {
        try askings(
            "where notice \(in: notices) and unit \(in: units) and ended_at is null order by id", in: db)
    }

    package static func find(_ id: ReportAskingID, in db: any Transaction) throws -> ReportAsking? {
        try askings("where id = \(id) and ended_at is null", in: db).first
    }

    /// Those whose newest period is over, or that have none yet.
    static func waiting(on day: CivilDay, in db: any Transaction) throws -> [ReportAsking] {
        try askings(
            """
            where ended_at is null and rhythm is not null and not exists (
                select 1 from report_period p where p.notice = report_asking.notice and p.unit = report_asking.unit
                    and p.last_on >= \(day.description))
            order by id limit 500
            """, in: db)
    }

    static func insert(_ asking: ReportAsking, in act: Act) throws {
        try act.db.execute(
            """
            insert into report_asking (id, notice, unit, rhythm, depth, outline, reason, person, post, moment)
            values (\(asking.id), \(asking.notice), \(asking.unit), \(asking.rhythm?.rawValue),
                \(asking.depth.rawValue), \(asking.outline), \(asking.reason), \(try act.person()), \(try act.post()),
                \(act.moment))
            """)
    }

    static func end(_ notice: NoticeID, by unit: UnitID, in act: Act) throws {
        try act.db.execute(
            """
            update report_asking set ended_at = \(act.moment)
            where notice = \(notice) and unit = \(unit) and ended_at is null
            """)
    }

    // MARK: Periods

    static func insert(_ period: ReportPeriod, of asking: ReportAskingID, in act: Act) throws {
        try act.db.execute(
            """
            insert into report_period (id, asking, notice, unit, first_on, last_on, due_at, moment)
            values (\(period.id), \(asking), \(period.notice), \(period.unit), \(period.first.description),
                \(period.last.description), \(period.dueAt), \(act.moment))
            """)
    }

    /// The periods for which these units ask, the newest first.
    package static func periods(
        of notices: [NoticeID], by units: [UnitID], limit: Int, in db: any Transaction
    ) throws -> [ReportPeriod] {
        try periods(
            """
            where notice \(in: notices) and unit \(in: units) order by last_on desc, id desc limit \(limit)
            """, in: db)
    }

    package static func find(
        _ ids: [ReportPeriodID], in db: any Transaction
    ) throws -> [ReportPeriodID: ReportPeriod] {
        try ids.boundLists.reduce(into: [:]) { found, some in
            for one in try periods("where id \(in: some)", in: db) { found[one.id] = one }
        }
    }

    private static func periods(_ rest: SQL, in db: any Transaction) throws -> [ReportPeriod] {
        try db.query("select id, notice, unit, first_on, last_on, due_at from report_period \(rest)").map { row in
            let (first, last): (String, String) = (try row["first_on"], try row["last_on"])
            guard let first = CivilDay(first), let last = CivilDay(last) else {
                throw StorageError.unexpectedShape("period from \(first) to \(last)")
            }
            return ReportPeriod(
                id: try row["id"], notice: try row["notice"], unit: try row["unit"], first: first, last: last,
                dueAt: try row["due_at"])
        }
    }

    private static func askings(_ rest: SQL, in db: any Transaction) throws -> [ReportAsking] {
        try db.query("select \(columns) from report_asking \(rest)").map { row in
            let (rhythm, depth): (String?, String) = (try row["rhythm"], try row["depth"])
            return ReportAsking(
                id: try row["id"], notice: try row["notice"], unit: try row["unit"],
                rhythm: rhythm.flatMap { ReportRhythm(rawValue: $0) }, depth: DueScope.Depth(rawValue: depth) ?? .next,
                outline: try row["outline"], reason: try row["reason"], moment: try row["moment"])
        }
    }

    // MARK: Who stood where

    /// When units stood directly below one, by their first line; a closed unit stands nowhere from that day on.
    static func memberships(under own: UnitID, in db: any Transaction) throws -> [ReportMembership] {
        try db.query(
            """
            select l.unit, l.from_on, l.to_on, u.closed_on from unit_link l join unit u on u.id = l.unit
            where l.parent = \(own) and l.is_primary = 1 order by l.unit, l.from_on
            """
        ).compactMap { row in
            let from: String = try row["from_on"]
            let ends = [try row["to_on"] as String?, try row["closed_on"] as String?].compactMap(\.self)
            guard let from = CivilDay(from) else { throw StorageError.unexpectedShape("link since \(from)") }
            return ReportMembership(unit: try row["unit"], from: from, until: ends.min().flatMap { CivilDay($0) })
        }
    }

    /// What came up to a unit for days that lie in periods, with the moment it went up.
    static func sent(
        to own: UnitID, about notices: [NoticeID], since first: CivilDay, in db: any Transaction
    ) throws -> [(unit: UnitID, coversOn: CivilDay, at: Moment, isZero: Bool, report: ReportID)] {
        try db.query(
            """
            select id, unit, covers_on, sent_at, is_zero from report
            where receiver = \(own) and notice \(in: notices) and sent_at is not null
                and covers_on >= \(first.description)
            order by sent_at, id
            """
        ).compactMap { row in
            let day: String = try row["covers_on"]
            let zero: Int = try row["is_zero"]
            return try CivilDay(day).map {
                (try row["unit"], $0, try row["sent_at"], zero == 1, try row["id"])
            }
        }
    }
}
