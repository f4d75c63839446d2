import Crypto
import Foundation
package import Storage

/// The open journal. One door in; entries are never changed, only sealed.
package enum JournalStore {
    static func insert(_ entry: JournalEntry, outcome: some Encodable, in db: any Transaction) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let outcome = String(decoding: try encoder.encode([outcome]), as: UTF8.self)
        let bytes = entry.bytes(outcome: outcome)
        try db.execute(
            """
            insert into journal (
                id, verb, person, post, substitutes, unit, moment, subject_kind, subject, detail, outcome, bytes, digest)
            values (
                \(entry.id), \(entry.verb), \(entry.person), \(entry.post), \(entry.substitutes), \(entry.unit),
                \(entry.moment), \(entry.subject.kind), \(entry.subject.id), \(entry.detail.text), \(outcome),
                \(bytes), \(SHA256.hash(of: bytes).bytes))
            """)
    }

    /// What an act with this id gave its first caller; nil where there was none.
    /// - Throws: `JournalRefusal.idTaken` where somebody else's act, or another verb's, has the id.
    static func outcome<Outcome: Codable>(
        of id: ActID, verb: Verb, actor: Actor, in db: any Transaction
    ) throws -> Outcome? {
        guard let row = try db.first("select verb, person, outcome from journal where id = \(id)") else { return nil }
        let (word, person): (String, PersonID?) = (try row["verb"], try row["person"])
        // A newcomer's act makes the person, so only the verb and the code they hold tell them apart.
        guard word == verb.rawValue, person == actor.person || actor == .newcomer else { throw JournalRefusal.idTaken }
        let text: String = try row["outcome"]
        guard let outcome = try JSONDecoder().decode([Outcome].self, from: Data(text.utf8)).first else {
            throw StorageError.unexpectedShape("an empty outcome")
        }
        return outcome
    }

    static let columns: SQL =
        "id, verb, person, post, substitutes, unit, moment, subject_kind, subject, detail, bytes, digest, seal, place"

    static func entry(_ row: Row) throws -> JournalEntry {
        JournalEntry(
            id: try row["id"], verb: try row["verb"], person: try row["person"], post: try row["post"],
            substitutes: try row["substitutes"], unit: try row["unit"], moment: try row["moment"],
            subject: Subject(kind: try row["subject_kind"], id: try row["subject"]),
            detail: JournalDetail(text: try row["detail"]))
    }

    package static func entry(_ id: ActID, in db: any Transaction) throws -> JournalEntry? {
        try db.first("select \(columns) from journal where id = \(id)").map(entry)
    }

    /// A unit's acts, newest first.
    /// - Parameter after: the moment and id of the last one shown, for the next page.
    package static func entries(
        at unit: UnitID, before last: (moment: Moment, id: ActID)? = nil, limit: Int, in db: any Transaction
    ) throws -> [(entry: JournalEntry, seal: Int64?)] {
        let page: SQL =
            if let last {
                "and (moment < \(last.moment) or moment = \(last.moment) and id < \(last.id))"
            } else {
                ""
            }
        return try db.query(
            """
            select \(columns) from journal where unit = \(unit) \(page) order by moment desc, id desc limit \(limit)
            """
        ).map { (try entry($0), try $0["seal"]) }
    }

    /// One kind of act on one thing, oldest first, after a moment and id.
    package static func entries(
        of verb: Verb, on subject: Subject, after last: (moment: Moment, id: ActID)?, limit: Int,
        in db: any Transaction
    ) throws -> [JournalEntry] {
        let page: SQL =
            if let last {
                "and (moment > \(last.moment) or moment = \(last.moment) and id > \(last.id))"
            } else {
                ""
            }
        return try db.query(
            """
            select \(columns) from journal where subject_kind = \(subject.kind) and subject = \(subject.id)
                and verb = \(verb.rawValue) \(page) order by moment, id limit \(limit)
            """
        ).map(entry)
    }

    /// What was done to one thing, oldest first.
    package static func entries(on subject: Subject, in db: any Transaction) throws -> [JournalEntry] {
        try db.query(
            """
            select \(columns) from journal where subject_kind = \(subject.kind) and subject = \(subject.id)
            order by moment, id
            """
        ).map(entry)
    }
}

package enum JournalRefusal: Refusal {
    case idTaken

    package var code: String { "act.id_taken" }
    package var manner: RefusalManner { .conflict }
    package var sentence: Sentence {
        Sentence(zh: "这张表已经用过了。", en: "This form has been used already.")
    }
    package var wayOn: Sentence? {
        Sentence(zh: "回到上一页，重新打开再做。", en: "Go back, open the page again and repeat.")
    }
}
