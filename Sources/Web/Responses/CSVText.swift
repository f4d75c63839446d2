/// Comma-separated values (RFC 4180).
package enum CSVText {
    package static func line(_ fields: [String]) -> String {
        fields.map { quoted(harmless($0)) }.joined(separator: ",") + "\n"
    }

    /// What a spreadsheet would take for a formula, and carry out when the file is opened.
    private static let formulaBeginnings: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    /// Words that another unit typed stay words: an apostrophe before them keeps a spreadsheet from reckoning with them.
    private static func harmless(_ field: String) -> String {
        guard let first = field.first, formulaBeginnings.contains(first) else { return field }
        return "'" + field
    }

    /// A field with a comma, a quotation mark or a line end stands in quotation marks, its own marks doubled.
    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        var quoted = "\""
        for character in field {
            quoted.append(character)
            if character == "\"" { quoted.append(character) }
        }
        return quoted + "\""
    }
}
