import Federation
import Web

/// Who reported for which period, as a table for a spreadsheet; what is missing is said, never left empty.
enum ReportCSV {
    static func text(of model: ReportListModel, _ language: Language) -> String {
        guard let table = model.table else {
            return "\u{FEFF}" + CSVText.line([ReportWords.unitName[language]])
        }
        let heads = [ReportWords.unitName[language]] + table.periods.map { ReportWords.period($0)[language] }
        let rows = table.rows.map { row in [row.unit] + row.cells.map { ReportWords.cell($0.cell)[language] } }
        let sums = [
            [ReportWords.completeness[language]] + table.sums.map { "\($0.isIn)/\($0.expected)" },
            [ReportWords.timeliness[language]] + table.sums.map { "\($0.inTime)/\($0.expected)" },
        ]
        // The mark by which spreadsheets know that it is UTF-8.
        return "\u{FEFF}" + ([heads] + rows + sums).map(CSVText.line).joined()
    }
}
