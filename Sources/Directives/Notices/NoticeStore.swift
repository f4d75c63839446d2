package import Federation
import Foundation
package import Storage

package enum NoticeStore {
    private static let columns: SQL =
        """
        notice.id, notice.identity, notice.issuer_name, notice.issuer, notice.number, notice.title, notice.kind,
        notice.grade, notice.urgency, notice.medium, notice.dated_on, notice.registered_by, notice.registered_at,
        (select count(*) from notice_containment inside where inside.cover = notice.id) as carries
        """

    /// Puts a notice and all it carries into the register and into the unit's own book.
    ///
    /// A notice that is known already (by its identity) is not stored again: all covers share it.
    /// - Returns: the notice, and whether it was new.
    static func register(
        _ reading: ReadNotice, text: String, corrections: [NoticeCorrection], arrival: NoticeArrival? = nil,
        by unit: UnitID, in act: Act
    ) throws -> (id: NoticeID, isNew: Bool) {
        let (id, isNew) = try insert(reading, text: text, corrections: corrections, by: unit, in: act)
        try enter(id, arrival, of: unit, in: act)
        return (id, isNew)
    }

    /// Registers a paper that a unit issues itself, and enters it in its book. What it carries is in the register already
    /// and is only pointed at.
    /// - Parameter carried: the notices inside, in the order of the reading's forwarded ones.
    /// - Returns: false where a paper is known already by this number, or by this title and day.
    static func issue(
        _ id: NoticeID, _ reading: ReadNotice, text: String, carrying carried: [NoticeID], by unit: UnitID, in act: Act
    ) throws -> Bool {
        let identities = NoticeIdentity.all(reading, text: text)
        for identity in identities {
            let known = try notices(knownBy: identity, in: act.db)
            if known.contains(where: { NoticeIdentity.mayBeOne($0.number, reading.number) }) { return false }
        }
        try write(id, reading, text: text, identities, issuer: unit, by: unit, in: act)
        for (place, inner) in zip(reading.forwarded, carried).enumerated() {
            try contain(inner.1, in: id, at: place, inner.0, in: act)
        }
        try enter(id, of: unit, in: act)
        return true
    }

    private static func enter(
        _ notice: NoticeID, _ arrival: NoticeArrival? = nil, of unit: UnitID, in act: Act
    ) throws {
        try ReceiptFigures.changing(notice, at: [unit], in: act) {
            try act.db.execute(
                """
                insert into notice_book (unit, notice, entered_at, person, channel, arrived_at, is_day_only)
                values (\(unit), \(notice), \(act.moment), \(try act.person()), \(arrival?.channel?.rawValue),
                    \(arrival?.at), \(arrival?.isDayOnly ?? false)) on conflict do nothing
                """)
        }
    }

    /// How and when the notice came to a unit from outside; nil where nobody said.
    package static func arrival(of notice: NoticeID, at unit: UnitID, in db: any Transaction) throws -> NoticeArrival? {
        let row = try db.first(
            """
            select channel, arrived_at, is_day_only from notice_book
            where notice = \(notice) and unit = \(unit) and (channel is not null or arrived_at is not null)
            """)
        guard let row else { return nil }
        let (channel, isDayOnly): (String?, Int) = (try row["channel"], try row["is_day_only"])
        return NoticeArrival(
            channel: channel.flatMap(ReceiptFact.Channel.init), at: try row["arrived_at"], isDayOnly: isDayOnly == 1)
    }

    private static func insert(
        _ reading: ReadNotice, text: String, corrections: [NoticeCorrection], by unit: UnitID, in act: Act
    ) throws -> (id: NoticeID, isNew: Bool) {
        let shown = reading.corrected(by: corrections)
        let identities = NoticeIdentity.all(shown, text: text)
        if let known = try known(by: identities, text: text, number: shown.number, in: act.db) {
            try alias(identities, of: known, in: act.db)
            return (known, false)
        }
        let issuer = try shown.issuers.first.flatMap { name in
            let found = try UnitStore.named([name], within: nil, in: act.db).filter { $0.name == name }
            return found.count == 1 ? found[0].id : nil
        }
        let id = act.newID(Notice.self)
        try write(id, reading, shownAs: shown, text: text, identities, issuer: issuer, by: unit, in: act)
        try insert(corrections.filter(\.place.path.isEmpty), of: id, by: unit, in: act)
        for (place, forwarded) in reading.forwarded.enumerated() {
            guard let extent = forwarded.notice.extent else { continue }
            let inner = try insert(
                forwarded.notice.moved(by: -extent.start), text: text.scalars(extent),
                corrections: corrections.compactMap { $0.inside(place) }, by: unit, in: act)
            try contain(inner.id, in: id, at: place, forwarded, in: act)
        }
        return (id, true)
    }

    /// The row of a notice that is new, and all it is known by.
    private static func write(
        _ id: NoticeID, _ reading: ReadNotice, shownAs corrected: ReadNotice? = nil, text: String,
        _ identities: [String], issuer: UnitID?, by unit: UnitID, in act: Act
    ) throws {
        let shown = corrected ?? reading
        let identity = try free(identities, in: act.db)
        let issuerName = shown.issuers.joined(separator: "、")
        let json = String(decoding: try JSONEncoder().encode(reading), as: UTF8.self)
        try act.db.execute(
            """
            insert into notice (
                id, origin_installation, origin_id, identity, issuer_name, issuer, number, title, kind, grade, urgency,
                medium, dated_on, text, reading, registered_by, registered_at)
            values (
                \(id), \(try Installation.id(in: act.db)), \(id.raw), \(identity), \(issuerName), \(issuer),
                \(shown.number), \(shown.title ?? ""), \(shown.kind), \(shown.grade), \(shown.urgency.rank),
                \(shown.medium.rawValue), \(shown.date), \(text), \(json), \(unit), \(act.moment))
            """)
        try alias(identities.filter { $0 != identity }, of: id, in: act.db)
        try SearchStore.save(
            id, title: shown.title ?? "", number: shown.number, issuer: issuerName, text: text, in: act.db)
    }

    private static func contain(
        _ inner: NoticeID, in cover: NoticeID, at place: Int, _ forwarded: ReadForwarded, in act: Act
    ) throws {
        guard let extent = forwarded.notice.extent else { return }
        try act.db.execute(
            """
            insert into notice_containment (cover, place, inner_notice, relation, start_scalar, end_scalar)
            values (\(cover), \(place), \(inner), \(forwarded.relation.rawValue), \(extent.start), \(extent.end))
            """)
    }

    /// The notice that one of these stands for, the surest first, and whose text is this one's.
    private static func known(
        by identities: [String], text: String, number: String?, in db: any Transaction
    ) throws -> NoticeID? {
        for identity in identities {
            for row in try notices(knownBy: identity, in: db) where NoticeIdentity.mayBeOne(row.number, number) {
                if NoticeIdentity.isOnePaper(row.text, text) { return row.id }
            }
        }
        return nil
    }

    private static func notices(
        knownBy identity: String, in db: any Transaction
    ) throws -> [(id: NoticeID, number: String?, text: String)] {
        try db.query(
            """
            select id, number, text from notice where identity = \(identity)
                or id in (select notice from notice_alias where identity = \(identity))
            order by id
            """
        ).map { (try $0["id"], try $0["number"], try $0["text"]) }
    }

    /// The surest of these by which no notice is known yet. The hash of a text that is not known is always free.
    private static func free(_ identities: [String], in db: any Transaction) throws -> String {
        for identity in identities
        where try db.first("select 1 as one from notice where identity = \(identity)") == nil {
            return identity
        }
        return identities[identities.count - 1]
    }

    /// From now on the notice is found by these too. What stands for another notice already goes on doing so.
    private static func alias(_ identities: [String], of notice: NoticeID, in db: any Transaction) throws {
        for identity in identities {
            try db.execute(
                """
                insert into notice_alias (identity, notice) values (\(identity), \(notice)) on conflict do nothing
                """)
        }
    }

    static func insert(_ corrections: [NoticeCorrection], of notice: NoticeID, by unit: UnitID, in act: Act) throws {
        for correction in corrections {
            try act.db.execute(
                """
                insert into notice_correction (id, notice, field, value, unit, person, moment)
                values (\(act.newID(NoticeCorrection.self)), \(notice), \(correction.field.rawValue),
                    \(correction.value), \(unit), \(try act.person()), \(act.moment))
                """)
        }
    }

    /// Lays corrections over a registered notice: what is listed and sorted by follows them, the text never.
    static func correct(_ notice: Notice, _ corrections: [NoticeCorrection], by unit: UnitID, in act: Act) throws {
        try insert(corrections, of: notice.id, by: unit, in: act)
        let shown = notice.reading.corrected(by: try self.corrections(of: notice.id, in: act.db))
        try act.db.execute(
            """
            update notice set issuer_name = \(shown.issuers.joined(separator: "、")), number = \(shown.number),
                title = \(shown.title ?? ""), grade = \(shown.grade), urgency = \(shown.urgency.rank),
                dated_on = \(shown.date)
            where id = \(notice.id)
            """)
        try SearchStore.save(
            notice.id, title: shown.title ?? "", number: shown.number, issuer: shown.issuers.joined(separator: "、"),
            text: notice.text, in: act.db)
    }

    /// Corrections in the order they were made; a later one wins.
    package static func corrections(of notice: NoticeID, in db: any Transaction) throws -> [NoticeCorrection] {
        try db.query("select field, value from notice_correction where notice = \(notice) order by moment, id")
            .compactMap { row in
                guard let field = NoticeField(rawValue: try row["field"]) else { return nil }
                return NoticeCorrection(field: field, value: try row["value"])
            }
    }

    /// Corrections with who made them, in the order they were made.
    static func signedCorrections(
        of notice: NoticeID, in db: any Transaction
    ) throws -> [(correction: NoticeCorrection, unit: UnitID, person: PersonID, moment: Moment)] {
        try db.query(
            """
            select field, value, unit, person, moment from notice_correction where notice = \(notice)
            order by moment, id
            """
        ).compactMap { row in
            guard let field = NoticeField(rawValue: try row["field"]) else { return nil }
            return (
                NoticeCorrection(field: field, value: try row["value"]), try row["unit"], try row["person"],
                try row["moment"]
            )
        }
    }

    /// Who entered a notice in a unit's book.
    static func bookkeeper(of notice: NoticeID, at unit: UnitID, in db: any Transaction) throws -> PersonID? {
        try db.scalar("select person from notice_book where notice = \(notice) and unit = \(unit)")
    }

    package static func find(_ id: NoticeID, in db: any Transaction) throws -> NoticeHead? {
        try heads("where notice.id = \(id)", in: db).first
    }

    package static func find(_ ids: some Sequence<NoticeID>, in db: any Transaction) throws -> [NoticeID: NoticeHead] {
        var found: [NoticeID: NoticeHead] = [:]
        for some in Array(Set(ids)).boundLists {
            for head in try heads("where notice.id \(in: some)", in: db) { found[head.id] = head }
        }
        return found
    }

    /// With its paper and what was read in it.
    package static func findWhole(_ id: NoticeID, in db: any Transaction) throws -> Notice? {
        try find(id, in: db).map { try whole($0, in: db) }
    }

    /// A notice that a unit may read: it entered it in its book, or has a receipt for it, or for one that carries it.
    /// - Throws: "not found", the same whether it does not exist or is not this unit's.
    package static func require(_ id: NoticeID, for unit: UnitID, in db: any Transaction) throws -> NoticeHead {
        guard let notice = try find(id, in: db), try isVisible(id, to: unit, in: db) else {
            throw AccessRefusal.notFound
        }
        return notice
    }

    /// The same with its paper and what was read in it.
    package static func requireWhole(_ id: NoticeID, for unit: UnitID, in db: any Transaction) throws -> Notice {
        try whole(require(id, for: unit, in: db), in: db)
    }

    /// A notice and all that carry it. Asked before anything is counted by it: with the list at hand an engine knows how few
    /// they are, and reads a branch instead of all receipts there are.
    static func carrying(_ notice: NoticeID, in db: any Transaction) throws -> [NoticeID] {
        try db.query(
            """
            with recursive over (id) as (
                select id from notice where id = \(notice)
                union select c.cover from notice_containment c join over on over.id = c.inner_notice)
            select id from over order by id
            """
        ).map { try $0["id"] }
    }

    /// A notice and all that it carries.
    static func inside(_ notice: NoticeID, in db: any Transaction) throws -> [NoticeID] {
        try db.query(
            """
            with recursive inside (id) as (
                select id from notice where id = \(notice)
                union select c.inner_notice from notice_containment c join inside on inside.id = c.cover)
            select id from inside order by id
            """
        ).map { try $0["id"] }
    }

    static func isInBook(_ notice: NoticeID, of unit: UnitID, in db: any Transaction) throws -> Bool {
        try db.first("select 1 as one from notice_book where notice = \(notice) and unit = \(unit)") != nil
    }

    static func isVisible(_ id: NoticeID, to unit: UnitID, in db: any Transaction) throws -> Bool {
        try db.first(
            """
            with recursive covers (id) as (
                select cast(\(id) as bigint)
                union select cover from notice_containment join covers on covers.id = inner_notice)
            select 1 as one from covers where exists (
                select 1 from notice_book b where b.notice = covers.id and b.unit = \(unit))
                or exists (select 1 from receipt r where r.notice = covers.id and r.unit = \(unit)) limit 1
            """) != nil
    }

    /// The notices inside this one, in the order they stand.
    package static func contained(
        in cover: NoticeID, in db: any Transaction
    ) throws -> [(relation: String, notice: NoticeHead)] {
        let rows = try db.query(
            "select inner_notice, relation from notice_containment where cover = \(cover) order by place")
        return try rows.compactMap { row in
            let id: NoticeID = try row["inner_notice"]
            return try find(id, in: db).map { (try row["relation"], $0) }
        }
    }

    /// The notices inside this one by their places.
    static func containedIDs(in cover: NoticeID, in db: any Transaction) throws -> [Int: NoticeID] {
        try db.query("select place, inner_notice from notice_containment where cover = \(cover)")
            .reduce(into: [:]) { found, row in found[try row["place"]] = try row["inner_notice"] as NoticeID }
    }

    /// Covers that carry this notice and that a unit may read.
    static func covers(of inner: NoticeID, visibleTo unit: UnitID, in db: any Transaction) throws -> [NoticeHead] {
        try heads(
            "join notice_containment c on c.cover = notice.id where c.inner_notice = \(inner) order by notice.id",
            in: db
        ).filter { try isVisible($0.id, to: unit, in: db) }
    }

    /// A unit's book, the newest first.
    package static func book(
        of unit: UnitID, before: Moment? = nil, limit: Int, in db: any Transaction
    ) throws -> [NoticeHead] {
        let page: SQL = if let before { "and b.entered_at < \(before)" } else { "" }
        return try heads(
            """
            join notice_book b on b.notice = notice.id where b.unit = \(unit) \(page)
            order by b.entered_at desc, b.notice desc limit \(limit)
            """, in: db)
    }

    static func heads(_ rest: SQL, in db: any Transaction) throws -> [NoticeHead] {
        try db.query("select \(columns) from notice \(rest)").map { row in
            let (grade, medium): (String?, String) = (try row["grade"], try row["medium"])
            return NoticeHead(
                id: try row["id"], identity: try row["identity"], issuerName: try row["issuer_name"],
                issuer: try row["issuer"], number: try row["number"], title: try row["title"], kind: try row["kind"],
                grade: grade.flatMap(Grade.init(rawValue:)), urgency: Urgency(try row["urgency"]),
                medium: ReadMedium(rawValue: medium) ?? .document, datedOn: try row["dated_on"],
                registeredBy: try row["registered_by"], registeredAt: try row["registered_at"],
                carries: try row["carries"])
        }
    }

    static func whole(_ head: NoticeHead, in db: any Transaction) throws -> Notice {
        guard let row = try db.first("select text, reading from notice where id = \(head.id)") else {
            throw StorageError.unexpectedShape("a notice without its paper")
        }
        let json: String = try row["reading"]
        return Notice(
            head: head, text: try row["text"],
            reading: try JSONDecoder().decode(ReadNotice.self, from: Data(json.utf8)))
    }
}

extension String {
    /// The scalars of a range; what lies outside the text is left out.
    package func scalars(_ range: ReadRange) -> String {
        let scalars = unicodeScalars
        guard let start = scalars.index(scalars.startIndex, offsetBy: max(0, range.start), limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: max(0, range.end - range.start), limitedBy: scalars.endIndex)
        else { return "" }
        return String(scalars[start..<end])
    }
}
