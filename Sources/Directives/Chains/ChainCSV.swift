import Federation
import Web

/// A chain as a table for a spreadsheet.
enum ChainCSV {
    /// - Parameter isCut: there are more lines than were asked for; the last line of the table says so.
    static func text(of rows: [ChainModel.Row], isCut: Bool = false, _ language: Language) -> String {
        let heads = [
            ChainWords.when, ChainWords.unit, ChainWords.level, ChainWords.person, ChainWords.post, ChainWords.what,
            ChainWords.knownHow, ChainWords.said,
        ].map { $0[language] }
        // The mark by which spreadsheets know that it is UTF-8.
        return "\u{FEFF}"
            + ([heads] + rows.map { fields($0, language) } + (isCut ? [[ChainWords.cut[language]]] : []))
            .map(CSVText.line).joined()
    }

    private static func fields(_ row: ChainModel.Row, _ language: Language) -> [String] {
        let clock = row.isDayOnly ? "" : " " + TimeWords.clock(row.at)
        return [
            Zone.day(row.at) + clock, row.unit, row.level.map { $0.name[language] } ?? "",
            row.person ?? "", row.post?[language] ?? "", row.act[language], row.known?[language] ?? "",
            row.text ?? "",
        ]
    }
}
