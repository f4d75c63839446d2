/// The two headers of cookies (RFC 6265). Values are percent-coded on the way out and decoded on the way in.
package enum Cookies {
    /// Name to value. Where a name comes twice the first counts: browsers send the more specific path first.
    package static func parse(_ header: String?) -> [String: String] {
        var cookies: [String: String] = [:]
        for pair in (header ?? "").utf8.split(separator: UInt8(ascii: ";")) {
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = trimmed(pair[..<equals])
            guard !name.isEmpty, cookies[name] == nil else { continue }
            let raw = trimmed(pair[pair.index(after: equals)...])
            let bytes = PercentCoding.decode(Array(raw.utf8), plusIsSpace: false)
            cookies[name] = String(validating: bytes, as: UTF8.self) ?? raw
        }
        return cookies
    }

    /// The value of `Set-Cookie` for a cookie that scripts cannot read and other sites' posts do not carry.
    /// - Parameters:
    ///   - name: letters, digits, hyphens, dots, underscores.
    ///   - maxAgeSeconds: nil until the browser is closed; 0 takes the cookie away.
    package static func set(
        _ name: String, _ value: String, maxAgeSeconds: Int? = nil, isSecure: Bool
    ) -> String {
        precondition(
            !name.isEmpty && name.utf8.allSatisfy { PercentCoding.isUnreserved($0) }, "a cookie's name is a plain word")
        var parts = ["\(name)=\(PercentCoding.encode(value, keeping: isCookieOctet))", "Path=/"]
        if let maxAgeSeconds { parts.append("Max-Age=\(maxAgeSeconds)") }
        if isSecure { parts.append("Secure") }
        return (parts + ["HttpOnly", "SameSite=Lax"]).joined(separator: "; ")
    }

    package static func clear(_ name: String, isSecure: Bool) -> String {
        set(name, "", maxAgeSeconds: 0, isSecure: isSecure)
    }

    /// RFC 6265, 4.1.1, without the percent sign, which we use ourselves.
    private static func isCookieOctet(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"): false
        case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
        default: false
        }
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
