import Federation
import Web

/// The matrix as a table for a spreadsheet: settled of bound, by branch; empty where nobody is bound.
enum MatrixCSV {
    static func text(of model: MatrixModel, _ language: Language) -> String {
        let heads =
            [SupervisionWords.row[language]] + model.columns.map(\.name)
            + [SupervisionWords.settled, SupervisionWords.bound, SupervisionWords.unreached].map { $0[language] }
        let rows = model.groups.flatMap(\.rows).map { row in
            [row.quote] + row.cells.map { $0.map { "\($0.settled)/\($0.bound)" } ?? "" }
                + ["\(row.total.settled)", "\(row.total.bound)", "\(row.total.unreached)"]
        }
        // The mark by which spreadsheets know that it is UTF-8.
        return "\u{FEFF}" + ([heads] + rows).map(CSVText.line).joined()
    }
}
