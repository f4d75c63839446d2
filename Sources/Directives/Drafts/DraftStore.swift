package import Federation
import Foundation
package import Storage

package enum DraftStore {
    private static let columns: SQL = "id, unit, state, version, notice, person, started_at, ended_at"

    /// - Throws: "not found" for another unit's draft, the same as for one that does not exist.
    package static func require(_ id: DraftID, of unit: UnitID, in db: any Transaction) throws -> Draft {
        guard let draft = try find(id, in: db), draft.unit == unit else { throw AccessRefusal.notFound }
        return draft
    }

    package static func find(_ id: DraftID, in db: any Transaction) throws -> Draft? {
        try db.first("select \(columns) from draft where id = \(id)").map(draft)
    }

    /// A unit's drafts: those that are written at first, then the latest.
    package static func drafts(of unit: UnitID, limit: Int, in db: any Transaction) throws -> [Draft] {
        try db.query(
            """
            select \(columns) from draft where unit = \(unit)
            order by case when state = 'drafting' then 0 else 1 end, started_at desc, id desc limit \(limit)
            """
        ).map(draft)
    }

    /// A unit's drafts that carry a notice, the latest first.
    package static func drafts(
        carrying notice: NoticeID, of unit: UnitID, in db: any Transaction
    ) throws -> [Draft] {
        try db.query(
            """
            select \(columns) from draft where unit = \(unit)
                and exists (select 1 from draft_carried c where c.draft = draft.id and c.notice = \(notice))
            order by started_at desc, id desc
            """
        ).map(draft)
    }

    package static func draft(issuedAs notice: NoticeID, in db: any Transaction) throws -> Draft? {
        try db.first("select \(columns) from draft where notice = \(notice)").map(draft)
    }

    /// Every version, the oldest first.
    package static func versions(of draft: DraftID, in db: any Transaction) throws -> [DraftVersion] {
        try db.query(
            "select version, content, person, post, moment from draft_version where draft = \(draft) order by version"
        ).map(version)
    }

    package static func version(
        _ number: Int, of draft: DraftID, in db: any Transaction
    ) throws -> DraftVersion {
        let row = try db.first(
            """
            select version, content, person, post, moment from draft_version
            where draft = \(draft) and version = \(number)
            """)
        guard let row else { throw AccessRefusal.notFound }
        return try version(row)
    }

    // MARK: Writing, each within an act whose caller records it

    static func insert(_ draft: Draft, _ content: DraftContent, in act: Act) throws {
        try act.db.execute(
            """
            insert into draft (id, unit, state, version, notice, person, started_at, ended_at)
            values (\(draft.id), \(draft.unit), \(draft.state.rawValue), \(draft.version), \(draft.notice),
                \(draft.person), \(draft.startedAt), \(draft.endedAt))
            """)
        try insert(draft.version, content, of: draft.id, in: act)
    }

    /// Adds the next version.
    /// - Returns: false where another has become the newest since.
    static func add(_ content: DraftContent, after base: Int, to draft: DraftID, in act: Act) throws -> Bool {
        let moved = try act.db.execute(
            """
            update draft set version = \(base + 1)
            where id = \(draft) and version = \(base) and state = 'drafting'
            """)
        guard moved == 1 else { return false }
        try insert(base + 1, content, of: draft, in: act)
        return true
    }

    private static func insert(_ version: Int, _ content: DraftContent, of draft: DraftID, in act: Act) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(content), as: UTF8.self)
        try act.db.execute(
            """
            insert into draft_version (draft, version, content, person, post, moment)
            values (\(draft), \(version), \(json), \(try act.person()), \(try act.post()), \(act.moment))
            """)
        try act.db.execute("delete from draft_carried where draft = \(draft)")
        for (place, notice) in content.carried.enumerated() {
            try act.db.execute(
                "insert into draft_carried (draft, place, notice) values (\(draft), \(place), \(notice))")
        }
    }

    /// Nothing is written at it any more: it was issued as a notice, or dropped.
    static func end(_ draft: DraftID, as notice: NoticeID?, in act: Act) throws {
        let state: Draft.State = notice == nil ? .dropped : .issued
        try act.db.execute(
            """
            update draft set state = \(state.rawValue), notice = \(notice), ended_at = \(act.moment)
            where id = \(draft)
            """)
    }

    // MARK: What it may carry

    /// Notices that came to a unit or stand in its book, the latest first.
    static func carriable(by unit: UnitID, limit: Int, in db: any Transaction) throws -> [NoticeHead] {
        let signed = ReceiptState.allCases.filter(\.isSigned).map(\.rawValue)
        return try NoticeStore.heads(
            """
            where (notice.issuer is null or notice.issuer <> \(unit)) and (
                notice.id in (select notice from notice_book where unit = \(unit))
                or notice.id in (select notice from receipt where unit = \(unit) and state \(in: signed)))
            order by notice.registered_at desc, notice.id desc limit \(limit)
            """, in: db)
    }

    // MARK: Rows

    private static func draft(_ row: Row) throws -> Draft {
        let word: String = try row["state"]
        guard let state = Draft.State(rawValue: word) else {
            throw StorageError.unexpectedShape("a draft that is \(word)")
        }
        return Draft(
            id: try row["id"], unit: try row["unit"], state: state, version: try row["version"],
            notice: try row["notice"], person: try row["person"], startedAt: try row["started_at"],
            endedAt: try row["ended_at"])
    }

    private static func version(_ row: Row) throws -> DraftVersion {
        let json: String = try row["content"]
        return DraftVersion(
            number: try row["version"], content: try JSONDecoder().decode(DraftContent.self, from: Data(json.utf8)),
            person: try row["person"], post: try row["post"], moment: try row["moment"])
    }
}
