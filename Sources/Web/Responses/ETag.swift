import Crypto

/// Strong entity tags: the same bytes, the same tag (RFC 9110, 8.8.3).
package enum ETag {
    /// The SHA-256 of the bytes, with the quotation marks it has in the header.
    package static func strong(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: Array(bytes)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
        return "\"" + String(decoding: digest, as: UTF8.self) + "\""
    }

    /// Whether the asker has this already. Compares weakly, as If-None-Match asks (RFC 9110, 13.1.2):
    /// a tag that compression has weakened is still ours.
    package static func matches(ifNoneMatch header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { item in
            var given = item.drop { $0 == " " || $0 == "\t" }
            while given.last == " " || given.last == "\t" { given.removeLast() }
            return given == "*" || given == tag || given == "W/\(tag)"
        }
    }
}
