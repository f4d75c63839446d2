import Federation
package import Storage

package enum ChangeStore {
    private static let columns: SQL =
        """
        c.id, c.notice, c.kind, c.reason, c.text, c.replacement, c.unit, c.person, c.post, c.moment, n.title
        """
    private static let tables: SQL = "notice_change c join notice n on n.id = c.notice"

    static func insert(_ change: Change, in db: any Transaction) throws {
        try db.execute(
            """
            insert into notice_change (id, notice, kind, reason, text, replacement, unit, person, post, moment)
            values (\(change.id), \(change.notice), \(change.kind.rawValue), \(change.reason), \(change.text),
                \(change.replacement), \(change.unit), \(change.person), \(change.post), \(change.moment))
            """)
    }

    /// A change of a notice that a unit may read.
    /// - Throws: "not found", the same whether it does not exist or is not this unit's.
    static func require(_ id: ChangeID, for unit: UnitID, in db: any Transaction) throws -> ChangeOfNotice {
        guard let found = try find([id], in: db).first else { throw AccessRefusal.notFound }
        _ = try NoticeStore.require(found.change.notice, for: unit, in: db)
        return found
    }

    static func find(_ ids: [ChangeID], in db: any Transaction) throws -> [ChangeOfNotice] {
        try ids.boundLists.flatMap { some in
            try db.query("select \(columns) from \(tables) where c.id \(in: some)").map(changeOfNotice)
        }
    }

    /// How a notice ended; nil while it holds.
    static func end(of notice: NoticeID, in db: any Transaction) throws -> Change? {
        try db.first(
            "select \(columns) from \(tables) where c.notice = \(notice) and c.kind in ('withdrawn', 'replaced')"
        ).map { try changeOfNotice($0).change }
    }

    /// What became of a notice and of all it carries: its own first, ends before corrections, the latest first.
    static func changes(within notice: NoticeID, in db: any Transaction) throws -> [ChangeOfNotice] {
        try db.query(
            """
            with recursive inside (id) as (
                select cast(\(notice) as bigint)
                union select inner_notice from notice_containment join inside on inside.id = cover)
            select \(columns) from inside cross join notice_change c cross join notice n
            where c.notice = inside.id and n.id = c.notice
            order by case when c.notice = \(notice) then 0 else 1 end, case when c.kind = 'corrected' then 1 else 0 end,
                c.moment desc, c.id desc
            """
        ).map(changeOfNotice)
    }

    /// The notices that another was put in the place of by this one.
    static func replaced(by notice: NoticeID, in db: any Transaction) throws -> [ChangeOfNotice] {
        try db.query("select \(columns) from \(tables) where c.replacement = \(notice) order by c.moment")
            .map(changeOfNotice)
    }

    /// Which of these no longer hold, by their own end or by that of one they carry.
    package static func ends(
        within notices: [NoticeID], in db: any Transaction
    ) throws -> [NoticeID: ChangeOfNotice] {
        var ends: [NoticeID: ChangeOfNotice] = [:]
        for some in notices.boundLists {
            let rows = try db.query(
                """
                with recursive inside (top, id) as (
                    select id, id from notice where id \(in: some)
                    union select inside.top, inner_notice from notice_containment join inside on inside.id = cover)
                select inside.top, \(columns) from inside cross join notice_change c cross join notice n
                where c.notice = inside.id and n.id = c.notice and c.kind in ('withdrawn', 'replaced')
                order by case when inside.top = inside.id then 0 else 1 end, c.moment
                """)
            for row in rows {
                let top: NoticeID = try row["top"]
                if ends[top] == nil { ends[top] = try changeOfNotice(row) }
            }
        }
        return ends
    }

    /// Every unit that has the notice: by a receipt or in its book, of itself or of one that carries it.
    static func holders(of notice: NoticeID, besides own: UnitID, in db: any Transaction) throws -> [UnitID] {
        try db.query(
            """
            with recursive covers (id) as (
                select cast(\(notice) as bigint)
                union select cover from notice_containment join covers on covers.id = inner_notice)
            select r.unit from receipt r join covers on covers.id = r.notice where r.unit <> \(own)
            union select b.unit from notice_book b join covers on covers.id = b.notice where b.unit <> \(own)
            order by unit
            """
        ).map { try $0["unit"] }
    }

    /// Receipts of the notice itself that nobody has signed.
    static func unsigned(
        of notice: NoticeID, in db: any Transaction
    ) throws -> [(receipt: ReceiptID, unit: UnitID)] {
        try db.query(
            """
            select id, unit from receipt where notice = \(notice) and state < \(ReceiptState.signed.rawValue)
            order by id
            """
        ).map { (try $0["id"], try $0["unit"]) }
    }

    /// Notices of a unit that may stand in another's place: its own, and holding; the latest first.
    static func replacements(
        for notice: NoticeID, of unit: UnitID, limit: Int, in db: any Transaction
    ) throws -> [(id: NoticeID, title: String, number: String?)] {
        try db.query(
            """
            select n.id, n.title, n.number from notice_book b join notice n on n.id = b.notice
            where b.unit = \(unit) and n.issuer = \(unit) and n.id <> \(notice) and not exists (
                select 1 from notice_change c where c.notice = n.id and c.kind in ('withdrawn', 'replaced'))
            order by b.entered_at desc, n.id desc limit \(limit)
            """
        ).map { (try $0["id"], try $0["title"], try $0["number"]) }
    }

    /// Says that a unit knows. Said twice, the first stands.
    /// - Returns: whether it was the first.
    static func note(_ change: ChangeID, by unit: UnitID, in act: Act) throws -> Bool {
        try act.db.execute(
            """
            insert into notice_change_seen (change, unit, person, post, moment)
            values (\(change), \(unit), \(try act.person()), \(try act.post()), \(act.moment)) on conflict do nothing
            """) > 0
    }

    /// Who has noted a change, the latest first.
    static func notes(of change: ChangeID, in db: any Transaction) throws -> [ChangeNote] {
        try db.query(
            """
            select unit, person, post, moment from notice_change_seen where change = \(change)
            order by moment desc, unit
            """
        ).map {
            ChangeNote(unit: try $0["unit"], person: try $0["person"], post: try $0["post"], moment: try $0["moment"])
        }
    }

    private static func changeOfNotice(_ row: Row) throws -> ChangeOfNotice {
        let word: String = try row["kind"]
        guard let kind = Change.Kind(rawValue: word) else { throw StorageError.unexpectedShape("a change \(word)") }
        return ChangeOfNotice(
            change: Change(
                id: try row["id"], notice: try row["notice"], kind: kind, reason: try row["reason"],
                text: try row["text"], replacement: try row["replacement"], unit: try row["unit"],
                person: try row["person"], post: try row["post"], moment: try row["moment"]),
            title: try row["title"])
    }
}
