package import Federation
package import Storage

package enum ResponseStore {
    private static let columns: SQL = "id, unit, name, level, opened_at, closed_at"

    /// Responses of a unit and of those above it: the open ones first, then the newest.
    package static func responses(by units: [UnitID], limit: Int, in db: any Transaction) throws -> [Response] {
        try responses(
            """
            where unit \(in: units)
            order by case when closed_at is null then 0 else 1 end, opened_at desc, id desc limit \(limit)
            """, in: db)
    }

    package static func find(_ id: ResponseID, in db: any Transaction) throws -> Response? {
        try responses("where id = \(id)", in: db).first
    }

    /// The response to which a notice belongs.
    package static func response(of notice: NoticeID, in db: any Transaction) throws -> Response? {
        try responses(
            "where id = (select response from response_notice where notice = \(notice))", in: db
        ).first
    }

    static func insert(_ response: Response, in act: Act) throws {
        try act.db.execute(
            """
            insert into response (id, origin_installation, origin_id, unit, name, level, opened_at)
            values (\(response.id), \(try Installation.id(in: act.db)), \(response.id), \(response.unit),
                \(response.name), \(response.level.rawValue), \(response.openedAt))
            """)
    }

    static func save(_ response: Response, in act: Act) throws {
        try act.db.execute(
            """
            update response set level = \(response.level.rawValue), closed_at = \(response.closedAt)
            where id = \(response.id)
            """)
    }

    static func note(
        _ kind: ResponseFact.Kind, _ response: Response, before: ResponseLevel?, reason: String, in act: Act
    ) throws {
        try act.db.execute(
            """
            insert into response_fact (id, response, fact, level_before, level_after, reason, unit, person, post,
                moment)
            values (\(act.newID(ResponseFact.self)), \(response.id), \(kind.rawValue), \(before?.rawValue),
                \(response.level.rawValue), \(reason), \(response.unit), \(try act.person()), \(try act.post()),
                \(act.moment))
            """)
    }

    package static func facts(of response: ResponseID, in db: any Transaction) throws -> [ResponseFact] {
        try db.query(
            """
            select fact, level_before, level_after, reason, unit, person, moment from response_fact
            where response = \(response) order by moment, id
            """
        ).map { row in
            let word: String = try row["fact"]
            let (before, after): (Int?, Int?) = (try row["level_before"], try row["level_after"])
            guard let kind = ResponseFact.Kind(rawValue: word) else {
                throw StorageError.unexpectedShape("response that was \(word)")
            }
            return ResponseFact(
                kind: kind, before: before.flatMap(ResponseLevel.init), after: after.flatMap(ResponseLevel.init),
                reason: try row["reason"], unit: try row["unit"], person: try row["person"],
                moment: try row["moment"])
        }
    }

    // MARK: Notices

    static func attach(_ notice: NoticeID, to response: ResponseID, at unit: UnitID, in act: Act) throws {
        try act.db.execute(
            """
            insert into response_notice (notice, response, unit, person, post, moment)
            values (\(notice), \(response), \(unit), \(try act.person()), \(try act.post()), \(act.moment))
            """)
    }

    /// The notices of a response, the newest first.
    package static func notices(of response: ResponseID, limit: Int, in db: any Transaction) throws -> [NoticeID] {
        try db.query(
            """
            select notice from response_notice where response = \(response) order by moment desc, notice desc
            limit \(limit)
            """
        ).map { try $0["notice"] }
    }

    /// The newest notices of a unit that belong to no response yet.
    static func unattached(at unit: UnitID, limit: Int, in db: any Transaction) throws -> [NoticeID] {
        try db.query(
            """
            select notice, max(moment) as moment from (
                select notice, sent_at as moment from receipt where unit = \(unit)
                union all select notice, entered_at from notice_book where unit = \(unit)) mine
            where not exists (select 1 from response_notice a where a.notice = mine.notice)
            group by notice order by max(moment) desc, notice desc limit \(limit)
            """
        ).map { try $0["notice"] }
    }

    private static func responses(_ rest: SQL, in db: any Transaction) throws -> [Response] {
        try db.query("select \(columns) from response \(rest)").map { row in
            let level: Int = try row["level"]
            guard let level = ResponseLevel(rawValue: level) else {
                throw StorageError.unexpectedShape("response of level \(level)")
            }
            return Response(
                id: try row["id"], unit: try row["unit"], name: try row["name"], level: level,
                openedAt: try row["opened_at"], closedAt: try row["closed_at"])
        }
    }
}
