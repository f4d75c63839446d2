import Crypto
import Storage

/// An entry as it is stored, seen where it lies: its columns, and the bytes and the digest that stand beside them.
struct StoredEntry {
    /// In the order in which they are read.
    static let columns: SQL =
        """
        id, verb, person, post, substitutes, unit, moment, subject_kind, subject, detail, outcome, bytes, digest, seal, place
        """

    let fields: JournalFields<UnsafeRawBufferPointer>
    private let outcome: UnsafeRawBufferPointer
    private let bytes: UnsafeRawBufferPointer
    let digest: UnsafeRawBufferPointer
    /// The seal it lies under and the place it has there; nil where it is not sealed yet.
    let seal: Int64?
    let place: Int64?

    init(_ row: any ScannedRow) throws {
        fields = JournalFields(
            id: try row.int(0), verb: try row.text(1), person: try row.intOrNull(2), post: try row.intOrNull(3),
            substitutes: try row.intOrNull(4), unit: try row.intOrNull(5), moment: try row.int(6),
            subjectKind: try row.text(7), subject: try row.int(8), detail: try row.text(9))
        outcome = try row.text(10)
        bytes = try row.blob(11)
        digest = try row.blob(12)
        seal = try row.intOrNull(13)
        place = try row.intOrNull(14)
    }

    var id: ActID { ActID(fields.id) }

    var moment: Moment { Moment(microseconds: fields.moment) }

    /// What is wrong with it by itself; nil where columns, bytes and digest tell the same.
    /// - Parameter canonical: where the bytes that it should have are written.
    func firstBreak(by canonical: inout CanonicalBytes) -> JournalBreak? {
        let isWithoutOutcome = Self.beginningWithoutOutcome.withUnsafeBytes { beginning in
            beginning.equals(UnsafeRawBufferPointer(rebasing: bytes.prefix(beginning.count)))
        }
        fields.write(outcome: isWithoutOutcome ? nil : outcome, to: &canonical)
        guard canonical.bytes.withUnsafeBytes({ $0.equals(bytes) }) else { return .columnsDiffer(entry: id) }
        guard SHA256.hash(of: bytes).equals(digest) else { return .digestDiffers(entry: id) }
        return nil
    }

    private static let beginningWithoutOutcome = CanonicalBytes(tag: JournalEntry.tagWithoutOutcome).bytes
}
