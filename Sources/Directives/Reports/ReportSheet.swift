import Federation
import Web

/// Who reported for which period, as a table for a spreadsheet; what is missing is said, never left empty.
enum ReportSheet {
    static func sheet(_ model: ReportListModel, _ language: Language) -> Sheet {
        guard let table = model.table else { return Sheet(heads: [ReportWords.unitName[language]], rows: []) }
        let rows = table.rows.map { row in [row.unit] + row.cells.map { ReportWords.cell($0.cell)[language] } }
        let sums = [
            [ReportWords.completeness[language]] + table.sums.map { "\($0.isIn)/\($0.expected)" },
            [ReportWords.timeliness[language]] + table.sums.map { "\($0.inTime)/\($0.expected)" },
        ]
        return Sheet(
            heads: [ReportWords.unitName[language]] + table.periods.map { ReportWords.period($0)[language] },
            rows: (rows + sums).map { $0.map { .text($0) } })
    }
}
