package import Federation
import Foundation
package import Storage

package enum ReportStore {
    private static let columns: SQL =
        """
        id, notice, unit, receiver, ordinal, state, version, signed_version, sent_at, created_at, office, office_unit,
        covers_on, is_zero, recorded_by, seal
        """

    package static func find(_ id: ReportID, in db: any Transaction) throws -> Report? {
        try reports("where id = \(id)", in: db).first
    }

    /// A unit's reports about a notice, the newest first.
    package static func reports(
        of unit: UnitID, about notice: NoticeID, in db: any Transaction
    ) throws -> [Report] {
        try reports("where unit = \(unit) and notice = \(notice) order by ordinal desc", in: db)
    }

    /// What came up to a unit about a notice and was not a draft any more, the newest of each unit.
    package static func received(
        by unit: UnitID, about notice: NoticeID, in db: any Transaction
    ) throws -> [Report] {
        try reports(
            """
            where receiver = \(unit) and notice = \(notice) and state <> 'draft' and ordinal = (
                select max(o.ordinal) from report o
                where o.notice = report.notice and o.unit = report.unit and o.state <> 'draft')
            order by sent_at desc, id desc
            """, in: db)
    }

    static func insert(_ report: Report, in act: Act) throws {
        try act.db.execute(
            """
            insert into report (id, origin_installation, origin_id, notice, unit, receiver, ordinal, state, version,
                signed_version, sent_at, created_at, office, office_unit, covers_on, is_zero, recorded_by, seal)
            values (\(report.id), \(try Installation.id(in: act.db)), \(report.id), \(report.notice), \(report.unit),
                \(report.receiver), \(report.ordinal), \(report.state.rawValue), \(report.version),
                \(report.signedVersion), \(report.sentAt), \(report.createdAt), \(report.office), \(report.officeUnit),
                \(report.coversOn?.description), \(report.isZero ? 1 : 0), \(report.recordedBy),
                \(report.seal?.description))
            """)
    }

    static func save(_ report: Report, in db: any Transaction) throws {
        try db.execute(
            """
            update report set state = \(report.state.rawValue), version = \(report.version),
                signed_version = \(report.signedVersion), sent_at = \(report.sentAt), seal = \(report.seal?.description)
            where id = \(report.id)
            """)
    }

    static func insert(_ version: ReportVersion, of report: ReportID, in db: any Transaction) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let figures = String(decoding: try encoder.encode(version.figures), as: UTF8.self)
        try db.execute(
            """
            insert into report_version (report, version, body, figures, person, post, moment)
            values (\(report), \(version.version), \(version.body), \(figures), \(version.person), \(version.post),
                \(version.moment))
            """)
    }

    package static func version(
        _ version: Int, of report: ReportID, in db: any Transaction
    ) throws -> ReportVersion? {
        try db.first(
            """
            select version, body, figures, person, post, moment from report_version
            where report = \(report) and version = \(version)
            """
        ).map { row in
            let figures: String = try row["figures"]
            return ReportVersion(
                version: try row["version"], body: try row["body"],
                figures: try JSONDecoder().decode(ReportFigures.self, from: Data(figures.utf8)),
                person: try row["person"], post: try row["post"], moment: try row["moment"])
        }
    }

    static func note(
        _ kind: ReportFact.Kind, _ report: Report, version: Int, text: String? = nil, at unit: UnitID, in act: Act
    ) throws {
        try act.db.execute(
            """
            insert into report_fact (id, report, fact, version, text, unit, person, post, moment)
            values (\(act.newID(ReportFact.self)), \(report.id), \(kind.rawValue), \(version), \(text), \(unit),
                \(try act.person()), \(try act.post()), \(act.moment))
            """)
    }

    package static func facts(of report: ReportID, in db: any Transaction) throws -> [ReportFact] {
        try db.query(
            """
            select fact, version, text, unit, person, moment from report_fact where report = \(report)
            order by moment, id
            """
        ).map { row in
            let word: String = try row["fact"]
            guard let kind = ReportFact.Kind(rawValue: word) else {
                throw StorageError.unexpectedShape("report that was \(word)")
            }
            return ReportFact(
                kind: kind, version: try row["version"], text: try row["text"], unit: try row["unit"],
                person: try row["person"], moment: try row["moment"])
        }
    }

    static func quote(_ quote: ReportQuote, in report: ReportID, act: Act) throws {
        try act.db.execute(
            """
            insert into report_quote (report, place, source, source_version, text, moment)
            values (\(report), \(quote.place), \(quote.source), \(quote.sourceVersion), \(quote.text), \(act.moment))
            """)
    }

    package static func quotes(in report: ReportID, in db: any Transaction) throws -> [ReportQuote] {
        try db.query(
            "select place, source, source_version, text from report_quote where report = \(report) order by place"
        ).map {
            ReportQuote(
                place: try $0["place"], source: try $0["source"], sourceVersion: try $0["source_version"],
                text: try $0["text"])
        }
    }

    // MARK: Remarks on drafts

    static func remark(_ text: String, on report: Report, in act: Act) throws {
        try act.db.execute(
            """
            insert into report_remark (id, report, version, text, person, post, moment)
            values (\(act.newID(ReportRemark.self)), \(report.id), \(report.version), \(text), \(try act.person()),
                \(try act.post()), \(act.moment))
            """)
    }

    package static func remarks(on report: ReportID, in db: any Transaction) throws -> [ReportRemark] {
        try db.query(
            "select version, text, person, moment from report_remark where report = \(report) order by moment, id"
        ).map {
            ReportRemark(
                version: try $0["version"], text: try $0["text"], person: try $0["person"], moment: try $0["moment"])
        }
    }

    // MARK: The units of that day

    /// Over more units than this a report keeps its branches alone; their own reports keep theirs.
    package static let unitsMax = 5_000

    static func keep(_ units: [ReportUnit], of report: Report, in db: any Transaction) throws {
        let text = String(decoding: try JSONEncoder().encode(units), as: UTF8.self)
        try db.execute("delete from report_unit_list where report = \(report.id)")
        try db.execute(
            "insert into report_unit_list (report, version, units) values (\(report.id), \(report.version), \(text))")
    }

    /// Whether the units are kept: asked by every page that links to them, which does not read the list.
    static func keepsUnits(_ report: ReportID, in db: any Transaction) throws -> Bool {
        try db.first("select 1 as one from report_unit_list where report = \(report)") != nil
    }

    /// The units as a signed report found them; nil where there were too many.
    package static func units(of report: ReportID, in db: any Transaction) throws -> [ReportUnit]? {
        let text: String? = try db.scalar("select units from report_unit_list where report = \(report)")
        return try text.map { try JSONDecoder().decode([ReportUnit].self, from: Data($0.utf8)) }
    }

    private static func reports(_ rest: SQL, in db: any Transaction) throws -> [Report] {
        try db.query("select \(columns) from report \(rest)").map { row in
            let word: String = try row["state"]
            guard let state = Report.State(rawValue: word) else {
                throw StorageError.unexpectedShape("report in state \(word)")
            }
            let (day, seal): (String?, String?) = (try row["covers_on"], try row["seal"])
            let zero: Int = try row["is_zero"]
            return Report(
                id: try row["id"], notice: try row["notice"], unit: try row["unit"], receiver: try row["receiver"],
                ordinal: try row["ordinal"], state: state, version: try row["version"],
                signedVersion: try row["signed_version"], sentAt: try row["sent_at"],
                createdAt: try row["created_at"], office: try row["office"], officeUnit: try row["office_unit"],
                coversOn: day.flatMap { CivilDay($0) }, isZero: zero == 1, recordedBy: try row["recorded_by"],
                seal: seal.flatMap { SealHead($0) })
        }
    }
}
