package import Federation
import Foundation
package import Storage

package enum OriginalStore {
    private static let columns: SQL = "id, unit, uploaded_at, expires_at, notice, refusal"

    static func insert(
        _ id: OriginalID, by unit: UnitID, files: [(blob: BlobID, kind: OriginalKind)],
        pages: [OriginalConversion.Page], in act: Act
    ) throws {
        try act.db.execute(
            """
            insert into original (id, unit, person, uploaded_at, expires_at)
            values (\(id), \(unit), \(try act.person()), \(act.moment),
                \(act.moment.adding(seconds: Original.waitsSeconds)))
            """)
        for (place, file) in files.enumerated() {
            try act.db.execute(
                """
                insert into original_file (original, ordinal, blob, kind)
                values (\(id), \(place + 1), \(file.blob), \(file.kind.rawValue))
                """)
        }
        for (place, page) in pages.enumerated() {
            try act.db.execute(
                """
                insert into original_page (original, place, file, page, manner, text, doubts)
                values (\(id), \(place + 1), \(page.file), \(page.page), \(page.manner.rawValue), \(page.text), '[]')
                """)
        }
    }

    package static func find(_ id: OriginalID, at now: Moment, in db: any Transaction) throws -> Original? {
        try db.first(
            "select \(columns) from original where id = \(id) and (expires_at is null or expires_at > \(now))"
        ).map { try original($0, at: now, in: db) }
    }

    /// An original that a unit may see: one of its own, or one that the registrar of a notice it may read brought in.
    /// - Throws: "not found", the same whether it does not exist or is not this unit's.
    package static func require(
        _ id: OriginalID, for unit: UnitID, at now: Moment, in db: any Transaction
    ) throws -> Original {
        guard let found = try find(id, at: now, in: db) else { throw AccessRefusal.notFound }
        if found.unit == unit { return found }
        guard let id = found.notice, let notice = try? NoticeStore.require(id, for: unit, in: db),
            notice.registeredBy == found.unit
        else { throw AccessRefusal.notFound }
        return found
    }

    /// The originals of a notice, or of a cover that carries it, which a unit may see; the earliest first.
    static func originals(
        of notice: NoticeID, for unit: UnitID, at now: Moment, in db: any Transaction
    ) throws -> [Original] {
        let ids: [OriginalID] = try db.query(
            """
            with recursive covers (id) as (
                select cast(\(notice) as bigint)
                union select cover from notice_containment join covers on covers.id = inner_notice)
            select original.id from original join covers on covers.id = original.notice
            order by original.bound_at, original.id limit 20
            """
        ).map { try $0["id"] }
        return ids.compactMap { try? require($0, for: unit, at: now, in: db) }
    }

    private static func original(_ row: Row, at now: Moment, in db: any Transaction) throws -> Original {
        let id: OriginalID = try row["id"]
        let files = try db.query(
            "select ordinal, blob, kind from original_file where original = \(id) order by ordinal"
        )
        .compactMap { row -> OriginalFile? in
            guard let kind = OriginalKind(rawValue: try row["kind"]),
                let blob = try BlobStore.find(try row["blob"], at: now, in: db)
            else { return nil }
            return OriginalFile(
                ordinal: try row["ordinal"], blob: blob.id, kind: kind, name: blob.name, size: blob.size)
        }
        let pages = try db.query(
            """
            select place, file, page, manner, text, doubts, confidence from original_page where original = \(id)
            order by place
            """
        ).map { row -> OriginalPage in
            let doubts: String = try row["doubts"]
            return OriginalPage(
                place: try row["place"], file: try row["file"], page: try row["page"],
                manner: TextManner(rawValue: try row["manner"]) ?? .typed,
                text: OriginalText(
                    try row["text"], doubts: try JSONDecoder().decode([DoubtfulWord].self, from: Data(doubts.utf8))),
                confidence: try row["confidence"])
        }
        return Original(
            id: id, unit: try row["unit"], uploadedAt: try row["uploaded_at"], notice: try row["notice"],
            expiresAt: try row["expires_at"], refusal: try row["refusal"], files: files, pages: pages)
    }

    // MARK: After the upload

    /// Writes what was recognised of a page, or that nothing was: a piece of the work that the upload's act began.
    static func save(_ page: OriginalPage, of original: OriginalID, in db: any Transaction) throws {
        let doubts = String(decoding: try JSONEncoder().encode(page.text.doubts), as: UTF8.self)
        try db.execute(
            """
            update original_page set manner = \(page.manner.rawValue), text = \(page.text.text), doubts = \(doubts),
                confidence = \(page.confidence)
            where original = \(original) and place = \(page.place) and manner = 'waiting'
            """)
    }

    /// Hangs an original on the notice that was registered from it, for as long as the notice is kept.
    /// - Throws: `OriginalRefusal.gone` where it belongs to another, or was not this unit's to use.
    static func bind(_ id: OriginalID, to notice: NoticeID, by unit: UnitID, in act: Act) throws {
        let bound = try act.db.execute(
            """
            update original set notice = \(notice), bound_at = \(act.moment), expires_at = null
            where id = \(id) and unit = \(unit) and refusal is null
                and (notice is null and expires_at > \(act.moment) or notice = \(notice))
            """)
        guard bound == 1 else { throw OriginalRefusal.gone }
        let blobs: [BlobID] = try act.db.query("select blob from original_file where original = \(id)")
            .map { try $0["blob"] }
        for blob in blobs { try BlobStore.keepForGood(blob, in: act) }
    }

    /// Takes the words away at once and lets the files be destroyed, because they may not be kept.
    static func refuse(_ id: OriginalID, code: String, in act: Act) throws {
        let blobs: [BlobID] = try act.db.query("select blob from original_file where original = \(id)")
            .map { try $0["blob"] }
        for blob in blobs { try BlobStore.expire(blob, in: act) }
        try act.db.execute(
            """
            update original_page set manner = 'typed', text = '', doubts = '[]', confidence = null
            where original = \(id)
            """)
        try act.db.execute("update original set refusal = \(code) where id = \(id) and notice is null")
    }

    /// Removes originals that were never registered; their files have run out with them.
    @discardableResult package static func sweep(at now: Moment, in db: any Transaction) throws -> Int {
        try db.execute("delete from original where expires_at <= \(now)")
    }
}
