/// Bytes as lower-case hexadecimal, as digests are shown and typed in.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    /// The digit for a value below 16.
    static func digit(_ value: UInt8) -> UInt8 {
        // Without a branch that would be guessed wrong every other time.
        UInt8(ascii: "0") &+ value &+ ((9 &- value) >> 7) &* (UInt8(ascii: "a") - UInt8(ascii: "0") - 10)
    }

    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes behind the text, capitals allowed; nil where it is not hexadecimal.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let values = text.utf8.map { letter in digits.firstIndex(of: letter | 0x20) }
        guard values.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[place], let low = values[place + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}
