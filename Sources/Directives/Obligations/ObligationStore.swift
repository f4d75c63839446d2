package import Federation
import Foundation
package import Storage

package enum ObligationStore {
    private static let columns: SQL =
        """
        id, notice, ranges, quote, clause, role, bound, unit_kinds, unit_levels, condition, sort, proof, source, unit,
        person, post, moment
        """

    package static func find(_ ids: [ObligationID], in db: any Transaction) throws -> [Obligation] {
        try ids.boundLists.flatMap { try obligations("where id \(in: $0)", in: db) }
    }

    /// - Throws: "not found", the same whether it does not exist or its notice is not this unit's.
    package static func require(
        _ id: ObligationID, for unit: UnitID, in db: any Transaction
    ) throws -> Obligation {
        guard let found = try find([id], in: db).first else { throw AccessRefusal.notFound }
        _ = try NoticeStore.require(found.notice, for: unit, in: db)
        return found
    }

    /// The notice of each of these, for what needs no more of them.
    static func notices(
        of obligations: [ObligationID], in db: any Transaction
    ) throws -> [ObligationID: NoticeID] {
        var found: [ObligationID: NoticeID] = [:]
        for some in obligations.boundLists {
            for row in try db.query("select id, notice from obligation where id \(in: some)") {
                found[try row["id"]] = try row["notice"] as NoticeID
            }
        }
        return found
    }

    /// What was made of a notice's own text, as it stands there.
    package static func obligations(of notice: NoticeID, in db: any Transaction) throws -> [Obligation] {
        try obligations("where notice = \(notice) and replaced_at is null order by place, id", in: db)
    }

    /// A notice and all that it carries, each once, as they stand in it.
    package static func family(of notice: NoticeHead, in db: any Transaction) throws -> [NoticeHead] {
        var (seen, all): (Set<NoticeID>, [NoticeHead]) = ([], [])
        func add(_ notice: NoticeHead) throws {
            guard seen.insert(notice.id).inserted else { return }
            all.append(notice)
            for inner in try NoticeStore.contained(in: notice.id, in: db) { try add(inner.notice) }
        }
        try add(notice)
        return all
    }

    static func insert(_ obligation: Obligation, items: [String], in act: Act) throws {
        let installation = try Installation.id(in: act.db)
        let bound = String(decoding: try JSONEncoder.stable.encode(obligation.bound), as: UTF8.self)
        try act.db.execute(
            """
            insert into obligation (id, origin_installation, origin_id, notice, ranges, quote, place, clause, role, bound,
                unit_kinds, unit_levels, condition, sort, proof, source, unit, person, post, moment)
            values (\(obligation.id), \(installation), \(obligation.id), \(obligation.notice),
                \(obligation.ranges.text), \(obligation.quote), \(obligation.place), \(obligation.clause),
                \(obligation.role.rawValue), \(bound), \(obligation.binding.kinds), \(obligation.binding.levels),
                \(obligation.condition), \(obligation.sort.rawValue), \(obligation.proof.rawValue),
                \(obligation.isProposed ? "reader" : "person"), \(obligation.unit), \(obligation.person),
                \(obligation.post), \(obligation.moment))
            """)
        for (place, item) in items.enumerated() {
            try act.db.execute(
                "insert into obligation_item (obligation, place, text) values (\(obligation.id), \(place + 1), \(item))"
            )
        }
        try note("defined", obligation.id, obligation.sort.rawValue, at: obligation.unit, in: act)
    }

    /// Every stretch of a notice that was ever made an obligation; what was split or merged is not proposed again.
    static func stretches(of notice: NoticeID, in db: any Transaction) throws -> Set<String> {
        Set(try db.query("select ranges from obligation where notice = \(notice)").map { try $0["ranges"] as String })
    }

    static func revise(_ obligation: Obligation, before: String, at unit: UnitID, in act: Act) throws {
        let bound = String(decoding: try JSONEncoder.stable.encode(obligation.bound), as: UTF8.self)
        try act.db.execute(
            """
            update obligation set role = \(obligation.role.rawValue), bound = \(bound),
                unit_kinds = \(obligation.binding.kinds), unit_levels = \(obligation.binding.levels),
                condition = \(obligation.condition), proof = \(obligation.proof.rawValue)
            where id = \(obligation.id)
            """)
        try note("revised", obligation.id, before, at: unit, in: act)
    }

    /// Others take their place.
    static func replace(_ obligations: [Obligation], by fact: String, at unit: UnitID, in act: Act) throws {
        for one in obligations {
            try act.db.execute("update obligation set replaced_at = \(act.moment) where id = \(one.id)")
            try note(fact, one.id, one.sort.rawValue, at: unit, in: act)
        }
    }

    static func sort(_ obligation: Obligation, as sort: Obligation.Sort, at unit: UnitID, in act: Act) throws {
        try act.db.execute("update obligation set sort = \(sort.rawValue) where id = \(obligation.id)")
        try note("sorted", obligation.id, sort.rawValue, at: unit, in: act)
    }

    private static func note(
        _ fact: String, _ id: ObligationID, _ detail: String, at unit: UnitID, in act: Act
    ) throws {
        try act.db.execute(
            """
            insert into obligation_fact (id, obligation, fact, detail, unit, person, post, moment)
            values (\(act.newID(Obligation.self)), \(id), \(fact), \(detail), \(unit), \(try act.person()),
                \(try act.post()), \(act.moment))
            """)
    }

    package static func items(of id: ObligationID, in db: any Transaction) throws -> [String] {
        try db.query("select text from obligation_item where obligation = \(id) order by place")
            .map { try $0["text"] }
    }

    // MARK: Who sorts

    /// The unit that sorts a notice, where one has begun.
    package static func sorter(of notice: NoticeID, in db: any Transaction) throws -> UnitID? {
        try db.first("select unit from notice_sorting where notice = \(notice)").map { try $0["unit"] }
    }

    static func claim(_ notice: NoticeID, for unit: UnitID, in act: Act) throws {
        try act.db.execute(
            """
            insert into notice_sorting (notice, unit, person, post, started_at, finished_at)
            values (\(notice), \(unit), \(try act.person()), \(try act.post()), \(act.moment), \(act.moment))
            on conflict (notice) do update set finished_at = \(act.moment)
            """)
    }

    private static func obligations(_ rest: SQL, in db: any Transaction) throws -> [Obligation] {
        try db.query("select \(columns) from obligation \(rest)").map(obligation)
    }

    private static func obligation(_ row: Row) throws -> Obligation {
        let (ranges, bound): (String, String) = (try row["ranges"], try row["bound"])
        let (role, sort): (String, String) = (try row["role"], try row["sort"])
        let (proof, source): (String, String) = (try row["proof"], try row["source"])
        guard let role = ObligationRole(rawValue: role), let sort = Obligation.Sort(rawValue: sort),
            let proof = ObligationProof(rawValue: proof)
        else { throw StorageError.unexpectedShape("obligation of \(role), \(sort), \(proof)") }
        return Obligation(
            id: try row["id"], notice: try row["notice"], ranges: [ReadRange](text: ranges),
            quote: try row["quote"], clause: try row["clause"], role: role,
            bound: try JSONDecoder().decode(ObligationBound.self, from: Data(bound.utf8)),
            binding: Binding(kinds: try row["unit_kinds"], levels: try row["unit_levels"]),
            condition: try row["condition"], sort: sort, proof: proof, isProposed: source == "reader",
            unit: try row["unit"], person: try row["person"], post: try row["post"], moment: try row["moment"])
    }
}

extension Obligation {
    /// Where its first words stand.
    package var place: Int { ranges.first?.start ?? 0 }
}

extension JSONEncoder {
    /// The same value gives the same text.
    fileprivate static var stable: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }
}

extension [ReadRange] {
    /// As they are stored, and by which a stretch is known: `12-40,52-60`.
    var text: String { map { "\($0.start)-\($0.end)" }.joined(separator: ",") }

    init(text: String) {
        self = text.split(separator: ",").compactMap { pair in
            let ends = pair.split(separator: "-").compactMap { Int($0) }
            return ends.count == 2 ? ReadRange(ends[0], ends[1]) : nil
        }
    }
}
