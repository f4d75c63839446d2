package import Federation
package import Storage

/// Something that a unit has done already and that shows how a duty stands; nobody is asked for it again.
package struct Evidence: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case signed, relayed, conveyed, file }

    package var kind: Kind
    package var at: Moment
    /// In the unit's words: how the workers were told; of a file, its name.
    package var text: String?
    /// Workers that it reached, where that was counted.
    package var people: Int?

    /// An obligation's notice, and the unit.
    package struct Wanted: Sendable, Hashable {
        package var notice: NoticeID
        package var unit: UnitID

        package init(_ notice: NoticeID, _ unit: UnitID) { (self.notice, self.unit) = (notice, unit) }
    }
}

/// A context that holds such things is asked for all assignments at once.
package protocol EvidenceSource: Sendable {
    static func evidence(
        for wanted: Set<Evidence.Wanted>, in db: any Transaction
    ) throws -> [Evidence.Wanted: [Evidence]]
}

package enum EvidenceSources {
    static let all: [any EvidenceSource.Type] = [ReceiptEvidence.self, FileEvidence.self]

    /// From every source, in the order it happened.
    package static func evidence(
        for wanted: Set<Evidence.Wanted>, in db: any Transaction
    ) throws -> [Evidence.Wanted: [Evidence]] {
        try all.reduce(into: [:]) { found, source in
            found.merge(try source.evidence(for: wanted, in: db)) { $0 + $1 }
        }.mapValues { $0.sorted { $0.at < $1.at } }
    }
}

/// What receipts know: that it was signed for, passed on, and told to the workers.
package enum ReceiptEvidence: EvidenceSource {
    package static func evidence(
        for wanted: Set<Evidence.Wanted>, in db: any Transaction
    ) throws -> [Evidence.Wanted: [Evidence]] {
        var found: [Evidence.Wanted: [Evidence]] = [:]
        let notices = Set(wanted.map(\.notice)).sorted()
        for some in Set(wanted.map(\.unit)).sorted().boundLists {
            for row in try db.query(
                """
                with recursive over (gate, id) as (
                    select id, id from notice where id \(in: notices)
                    union select over.gate, c.cover from notice_containment c join over on over.id = c.inner_notice)
                select over.gate, r.unit, f.fact, f.moment, f.note, f.people from over
                    join receipt r on r.notice = over.id join receipt_fact f on f.receipt = r.id
                where r.unit \(in: some) and r.purpose = 'action' and f.fact in ('signed', 'relayed', 'conveyed')
                """)
            {
                let one = Evidence.Wanted(try row["gate"], try row["unit"])
                let word: String = try row["fact"]
                guard wanted.contains(one), let kind = Evidence.Kind(rawValue: word) else { continue }
                found[one, default: []].append(
                    Evidence(kind: kind, at: try row["moment"], text: try row["note"], people: try row["people"]))
            }
        }
        return found
    }
}
