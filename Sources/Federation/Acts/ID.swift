/// The identity of a `Noun`: 64 bits, ordered by the time of its making, made only by an act.
///
/// 41 bits of milliseconds since 2020-01-01 UTC, 10 bits of the server's leased number, 12 bits of count.
/// Shown to people and in URLs as 13 characters of Crockford's base32, so that it can be read over a telephone.
package struct ID<Noun>: Hashable, Sendable, Comparable {
    package let raw: Int64

    package init(_ raw: Int64) { self.raw = raw }

    package static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

extension ID: CustomStringConvertible, LosslessStringConvertible {
    package var description: String { Base32.text(UInt64(bitPattern: raw)) }

    /// The id behind its base32 text, or nil where the text is not one.
    package init?(_ text: String) {
        guard let bits = Base32.bits(text) else { return nil }
        self.raw = Int64(bitPattern: bits)
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        raw = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(raw)
    }
}

/// Crockford's base32: digits and letters without I, L, O and U, which are mistaken for others.
package enum Base32 {
    package static let alphabet: [UInt8] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private static let values: [UInt8: UInt64] = {
        var values: [UInt8: UInt64] = [:]
        for (value, letter) in alphabet.enumerated() {
            values[letter] = UInt64(value)
            values[letter | 0x20] = UInt64(value)
        }
        for (mistaken, value) in [("O", 0), ("o", 0), ("I", 1), ("i", 1), ("L", 1), ("l", 1)] as [(String, UInt64)] {
            values[mistaken.utf8.first!] = value
        }
        return values
    }()

    /// Thirteen characters, most significant first; shorter widths keep the low bits.
    package static func text(_ bits: UInt64, width: Int = 13) -> String {
        var letters = [UInt8](repeating: alphabet[0], count: width)
        var rest = bits
        for position in stride(from: width - 1, through: 0, by: -1) {
            letters[position] = alphabet[Int(rest & 31)]
            rest >>= 5
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The bits of a 13-character text; nil for any other length, a foreign character, or more than 64 bits.
    package static func bits(_ text: String) -> UInt64? {
        let letters = Array(text.utf8)
        guard letters.count == 13, let first = values[letters[0]], first < 16 else { return nil }
        var bits = first
        for letter in letters.dropFirst() {
            guard let value = values[letter] else { return nil }
            bits = bits << 5 | value
        }
        return bits
    }
}
