import Crypto

/// What an entry's canonical bytes cover, in their order, whoever holds it: an entry, or the columns of a row where they lie.
struct JournalFields<Text: Collection<UInt8>> {
    var id: Int64
    var verb: Text
    var person: Int64?
    var post: Int64?
    var substitutes: Int64?
    var unit: Int64?
    /// In microseconds.
    var moment: Int64
    var subjectKind: Text
    var subject: Int64
    var detail: Text

    /// Writes the bytes in the place of those that were there.
    /// - Parameter outcome: what the first caller got, for bytes of version 2; nil for those of version 1.
    func write(outcome: Text?, to canonical: inout CanonicalBytes) {
        canonical.begin(tag: outcome == nil ? JournalEntry.tagWithoutOutcome : JournalEntry.tag)
        canonical.append(id)
        canonical.append(utf8: verb)
        canonical.append(person)
        canonical.append(post)
        canonical.append(substitutes)
        canonical.append(unit)
        canonical.append(moment)
        canonical.append(utf8: subjectKind)
        canonical.append(subject)
        canonical.append(utf8: detail)
        if let outcome { canonical.append(SHA256.hash(of: outcome)) }
    }
}
