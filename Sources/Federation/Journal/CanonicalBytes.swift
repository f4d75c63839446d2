import Crypto

/// Bytes that two programs write alike: a tag and then every field as a netstring (`length:bytes,`).
///
/// Written without texts or arrays in between: a verification writes those of every entry of the journal anew.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    /// - Parameter tag: names the kind and its version, so that bytes of one kind never pass for another's.
    init(tag: StaticString) { begin(tag: tag) }

    /// Begins anew, where the bytes before are not needed any more, in the memory that they had.
    mutating func begin(tag: StaticString) {
        bytes.removeAll(keepingCapacity: true)
        tag.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func append(_ text: String) { append(utf8: text.utf8) }

    mutating func append(utf8 text: some Collection<UInt8>) {
        appendLength(text.count)
        bytes.append(contentsOf: text)
        bytes.append(UInt8(ascii: ","))
    }

    mutating func append(_ number: Int64) {
        // Two digits of length, a colon, a sign, the 19 digits of the largest magnitude, a comma: from the end, as digits
        // are found.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { text in
            let comma = text.count - 1
            text[comma] = UInt8(ascii: ",")
            var start = Self.write(number.magnitude, before: comma, in: text)
            if number < 0 {
                start -= 1
                text[start] = UInt8(ascii: "-")
            }
            text[start - 1] = UInt8(ascii: ":")
            start = Self.write(UInt64(comma - start), before: start - 1, in: text)
            bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: text[start...]))
        }
    }

    /// What is absent is an empty netstring.
    mutating func append(_ number: Int64?) {
        if let number { append(number) } else { append(utf8: EmptyCollection()) }
    }

    /// A digest in lower-case hexadecimal.
    mutating func append(_ digest: SHA256Digest) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SHA256Digest.byteCount * 2) { text in
            digest.withUnsafeBytes { digest in
                for (place, byte) in digest.enumerated() {
                    text[2 * place] = Hex.digit(byte >> 4)
                    text[2 * place + 1] = Hex.digit(byte & 15)
                }
            }
            append(utf8: text)
        }
    }

    private mutating func appendLength(_ length: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { text in
            let colon = text.count - 1
            text[colon] = UInt8(ascii: ":")
            let start = Self.write(UInt64(length), before: colon, in: text)
            bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: text[start...]))
        }
    }

    /// Writes decimal digits, two with each division, so that they end in front of a place.
    /// - Returns: where they begin.
    private static func write(
        _ number: UInt64, before end: Int, in text: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var start = end
        var rest = number
        while rest >= 10 {
            let pair = UInt8(truncatingIfNeeded: rest % 100)
            rest /= 100
            text[start - 1] = UInt8(ascii: "0") + pair % 10
            text[start - 2] = UInt8(ascii: "0") + pair / 10
            start -= 2
        }
        if rest > 0 || start == end {
            start -= 1
            text[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)
        }
        return start
    }
}
