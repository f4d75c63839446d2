/// Comma-separated values (RFC 4180).
package enum CSVText {
    package static func line(_ fields: [String]) -> String {
        fields.map { quoted(harmless($0)) }.joined(separator: ",") + "\n"
    }

    /// What a spreadsheet would take for a formula, and carry out when the file is opened; also as full-width signs.
    private static let formulaBeginnings: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// Words that another unit typed stay words: an apostrophe before them keeps a spreadsheet from reckoning with them.
    /// Scalars, not characters: a sign with an accent put on it is still the sign to whoever reads the file.
    private static func harmless(_ field: String) -> String {
        guard let first = field.unicodeScalars.first, formulaBeginnings.contains(first) else { return field }
        return "'" + field
    }

    /// A field with a comma, a quotation mark or a line end stands in quotation marks, its own marks doubled.
    private static func quoted(_ field: String) -> String {
        let scalars = field.unicodeScalars
        guard scalars.contains(where: { $0 == "," || $0 == "\"" || Character($0).isNewline }) else { return field }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in scalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
