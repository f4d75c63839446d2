/// Bytes that two programs write alike: a tag and then every field as a netstring (`length:bytes,`).
struct CanonicalBytes {
    private(set) var bytes: [UInt8]

    /// - Parameter tag: names the kind and its version, so that bytes of one kind never pass for another's.
    init(tag: StaticString) {
        bytes = Array("\(tag)\n".utf8)
    }

    mutating func append(_ text: String) {
        bytes += Array("\(text.utf8.count):".utf8)
        bytes += Array(text.utf8)
        bytes.append(UInt8(ascii: ","))
    }

    mutating func append(_ number: Int64) { append(String(number)) }

    /// An absent id is an empty netstring.
    mutating func append<Noun>(_ id: ID<Noun>?) { append(id.map { String($0.raw) } ?? "") }
}
