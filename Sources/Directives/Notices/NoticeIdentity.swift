import Crypto

/// What a paper is known by. The same paper is one notice, whichever way it arrives: on its own without the number
/// that only its cover prints, or inside a cover (docs/decisions/0006).
enum NoticeIdentity {
    /// The surest first: issuer and number; issuer, title and date; the SHA-256 of the text without white space.
    static func all(_ reading: ReadNotice, text: String) -> [String] {
        [numbered(reading), dated(reading), hash(text)].compactMap { $0 }
    }

    /// Two papers of one issuer, title and day are still two where both bear a number and the numbers differ.
    static func mayBeOne(_ number: String?, _ other: String?) -> Bool {
        guard let number, let other else { return true }
        return normal(number) == normal(other)
    }

    /// Whether two texts are one paper, perhaps scanned badly or copied without its head: most pairs of neighbouring
    /// signs are the same. Without this, naming a paper's number would be enough to be shown it, and a false paper
    /// under a true number would stand in for the true one.
    static func isOnePaper(_ text: String, _ other: String) -> Bool {
        let (some, others) = (pairs(text), pairs(other))
        let shared = some.reduce(0) { $0 + min($1.value, others[$1.key] ?? 0) }
        let total = some.values.reduce(0, +) + others.values.reduce(0, +)
        return total == 0 || 2 * shared * 100 >= total * sharedPercentMin
    }

    private static let sharedPercentMin = 60

    /// How often each pair of neighbouring signs stands in a text, white space left out.
    private static func pairs(_ text: String) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        var before: UInt64 = 0
        for sign in text.unicodeScalars where !sign.properties.isWhitespace {
            if before > 0 { counts[before << 32 | UInt64(sign.value), default: 0] += 1 }
            before = UInt64(sign.value)
        }
        return counts
    }

    private static func numbered(_ reading: ReadNotice) -> String? {
        guard let number = reading.number, let issuer = reading.issuers.first else { return nil }
        return "\(issuer) \(normal(number))"
    }

    private static func dated(_ reading: ReadNotice) -> String? {
        guard let issuer = reading.issuers.first, let title = reading.title, let date = reading.date else { return nil }
        return "\(issuer) \(String(title.filter { !$0.isWhitespace })) \(date)"
    }

    private static func hash(_ text: String) -> String {
        let letters = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        let digest = SHA256.hash(data: Array(String(String.UnicodeScalarView(letters)).utf8))
        return "sha256 " + digest.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }

    /// One shape of brackets, and no white space.
    private static func normal(_ number: String) -> String {
        String(
            number.filter { !$0.isWhitespace }.map { sign in
                switch sign {
                case "﹝", "[", "［", "【", "(", "（", "{": "〔"
                case "﹞", "]", "］", "】", ")", "）", "}": "〕"
                default: sign
                }
            })
    }
}
