import Foundation

/// Base64 without padding and with `-` and `_`, for cookies and addresses.
enum Base64URL {
    private static let (plus, minus) = (UInt8(ascii: "+"), UInt8(ascii: "-"))
    private static let (slash, underscore) = (UInt8(ascii: "/"), UInt8(ascii: "_"))
    private static let padding = UInt8(ascii: "=")

    static func text(_ bytes: [UInt8]) -> String {
        let plain = Data(bytes).base64EncodedData().lazy.filter { $0 != padding }
        return String(decoding: plain.map { $0 == plus ? minus : $0 == slash ? underscore : $0 }, as: UTF8.self)
    }

    /// Nil where the text is not exactly what `text` writes for so many bytes.
    static func bytes(_ text: String, count: Int) -> [UInt8]? {
        guard text.utf8.count == (count * 4 + 2) / 3 else { return nil }
        let plain = text.utf8.map { $0 == minus ? plus : $0 == underscore ? slash : $0 }
        let padded = plain + Array(repeating: padding, count: (4 - plain.count % 4) % 4)
        guard let data = Data(base64Encoded: Data(padded)), data.count == count else { return nil }
        let bytes = Array(data)
        return Self.text(bytes) == text ? bytes : nil
    }
}
