/// Reads the demo's tables, which are kept as text: long array literals take the compiler minutes.
enum DemoTables {
    /// The words of a text, divided by spaces and line ends.
    static func words(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }

    /// The lines of a table, each divided at `|`; an empty field stays.
    static func lines(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// A number of at least three digits: 7 is 007.
    static func threeDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
