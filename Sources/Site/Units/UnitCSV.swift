import Federation

/// Writes unit rows as the CSV of the unit import.
enum UnitCSV {
    static func text(of rows: [UnitRow]) -> String {
        ([UnitRow.header] + rows.map(fields)).map(line).joined()
    }

    private static func fields(of row: UnitRow) -> [String] {
        [
            row.code, row.name, row.shortNames.joined(separator: ";"), row.nameEnglish ?? "",
            row.kind.rawValue, row.level.rawValue, row.division?.rawValue ?? "",
            row.parentCode ?? "", row.secondParentCode ?? "", row.regionCode ?? "",
        ]
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\n"
    }

    /// A field with a comma, a quotation mark or a line end stands in quotation marks, its own marks doubled.
    static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        var quoted = "\""
        for character in field {
            quoted.append(character)
            if character == "\"" { quoted.append(character) }
        }
        return quoted + "\""
    }
}
