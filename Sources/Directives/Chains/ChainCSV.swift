import Federation
import Web

/// A chain as a table for a spreadsheet.
enum ChainCSV {
    static func text(of rows: [ChainModel.Row], _ language: Language) -> String {
        let heads = [
            ChainWords.when, ChainWords.unit, ChainWords.level, ChainWords.person, ChainWords.post, ChainWords.what,
            ChainWords.knownHow, ChainWords.said,
        ].map { $0[language] }
        // The mark by which spreadsheets know that it is UTF-8.
        return "\u{FEFF}" + ([heads] + rows.map { fields($0, language) }).map(CSVText.line).joined()
    }

    private static func fields(_ row: ChainModel.Row, _ language: Language) -> [String] {
        let clock = row.isDayOnly ? "" : " " + TimeWords.clock(row.at)
        return [
            Zone.day(row.at) + clock, row.unit, row.level.map { $0.name[language] } ?? "",
            row.person ?? "", row.post?[language] ?? "", row.act[language], row.known?[language] ?? "",
            row.text ?? "",
        ].map(plain)
    }

    /// A spreadsheet must not take what a person wrote for a formula.
    private static func plain(_ field: String) -> String {
        field.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + field : field
    }
}
