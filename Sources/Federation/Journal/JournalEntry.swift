import Crypto

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

    /// Canonical bytes, version 1: a tag and then every field as a netstring (`length:bytes,`), in this order.
    /// An absent id is an empty netstring.
    package var bytes: [UInt8] {
        var bytes = Array("muster-journal-1\n".utf8)
        func append(_ text: String) {
            bytes += Array("\(text.utf8.count):".utf8)
            bytes += Array(text.utf8)
            bytes.append(UInt8(ascii: ","))
        }
        append(String(id.raw))
        append(verb)
        append(person.map { String($0.raw) } ?? "")
        append(post.map { String($0.raw) } ?? "")
        append(substitutes.map { String($0.raw) } ?? "")
        append(unit.map { String($0.raw) } ?? "")
        append(String(moment.microseconds))
        append(subject.kind)
        append(String(subject.id))
        append(detail.text)
        return bytes
    }

    /// SHA-256 of the canonical bytes.
    package var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }
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
        text.replacing("%", with: "%25").replacing("=", with: "%3D").replacing("\n", with: "%0A")
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("%0A", with: "\n").replacing("%3D", with: "=").replacing("%25", with: "%")
    }
}
