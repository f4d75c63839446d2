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
