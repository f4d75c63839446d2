/// What an act leaves behind: who did what to what, where and when. Ids and words of the vocabulary, never personal values.
package struct JournalEntry: Sendable, Hashable {
    package var id: ActID
    package var verb: String
    package var person: PersonID?
    package var post: PostID?
    package var substitutes: PostID?
    package var unit: UnitID?
    package var moment: Moment
    package var subject: Subject
    package var detail: JournalDetail

    package init(
        id: ActID, verb: String, person: PersonID? = nil, post: PostID? = nil, substitutes: PostID? = nil,
        unit: UnitID? = nil, moment: Moment, subject: Subject, detail: JournalDetail = [:]
    ) {
        self.id = id
        self.verb = verb
        self.person = person
        self.post = post
        self.substitutes = substitutes
        self.unit = unit
        self.moment = moment
        self.subject = subject
        self.detail = detail
    }

    /// Canonical bytes, version 2: a tag and then every field as a netstring (`length:bytes,`), in this order, at last the
    /// SHA-256 of the outcome in hexadecimal. An absent id is an empty netstring.
    /// - Parameter outcome: what the first caller got, as the journal keeps it.
    package func bytes(outcome: String) -> [UInt8] { bytes(outcome.utf8) }

    /// Canonical bytes, version 1: the same without the outcome. Entries that have them keep them, and stay provable.
    package var bytesWithoutOutcome: [UInt8] { bytes(nil) }

    static let tag: StaticString = "muster-journal-2"
    static let tagWithoutOutcome: StaticString = "muster-journal-1"

    private func bytes(_ outcome: String.UTF8View?) -> [UInt8] {
        var canonical = CanonicalBytes(tag: Self.tag)
        JournalFields(
            id: id.raw, verb: verb.utf8, person: person?.raw, post: post?.raw, substitutes: substitutes?.raw,
            unit: unit?.raw, moment: moment.microseconds, subjectKind: subject.kind.utf8, subject: subject.id,
            detail: detail.text.utf8
        ).write(outcome: outcome, to: &canonical)
        return canonical.bytes
    }
}

/// A few named numbers and words about an act, kept in the order of their names: `name=value` a line, with `%`, `=` and
/// line feeds written as `%25`, `%3D`, `%0A`.
package struct JournalDetail: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    package let text: String

    package init(dictionaryLiteral elements: (String, String)...) {
        text = elements.sorted { $0.0 < $1.0 }
            .map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "\n")
    }

    init(text: String) { self.text = text }

    package var pairs: [(name: String, value: String)] {
        text.split(separator: "\n").compactMap { line in
            guard let sign = line.firstIndex(of: "=") else { return nil }
            return (Self.unescaped(line[..<sign]), Self.unescaped(line[line.index(after: sign)...]))
        }
    }

    private static func escaped(_ text: String) -> String {
        // Hardly any value has one of these, and looking for each in turn costs more than the rest of an entry.
        guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x3D || $0 == 0x0A }) else { return text }
        return text.replacing("%", with: "%25").replacing("=", with: "%3D").replacing("\n", with: "%0A")
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("%0A", with: "\n").replacing("%3D", with: "=").replacing("%25", with: "%")
    }
}
