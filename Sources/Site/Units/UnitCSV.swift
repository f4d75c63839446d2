import Federation
import Web

/// Writes unit rows as the CSV of the unit import.
enum UnitCSV {
    static func text(of rows: [UnitRow]) -> String {
        ([UnitRow.header] + rows.map(fields)).map(CSVText.line).joined()
    }

    private static func fields(of row: UnitRow) -> [String] {
        [
            row.code, row.name, row.shortNames.joined(separator: ";"), row.nameEnglish ?? "",
            row.kind.rawValue, row.level.rawValue, row.division?.rawValue ?? "",
            row.parentCode ?? "", row.secondParentCode ?? "", row.regionCode ?? "",
        ]
    }
}
