/// The rows of an import as they were read, with what could not be read.
package struct UnitImportSheet: Sendable {
    package internal(set) var rows: [UnitRow]
    /// The lines of rows whose kind, level or division could not be read, by their codes: what names them as a parent is
    /// not to blame.
    var spoiledLines: [String: Int] = [:]
    /// The cells of those rows as they stand in the file, by line: as many as problems can be shown.
    private var spoiledCells: [Int: [UnitField: String]] = [:]
    package internal(set) var problems = UnitImportProblems()

    package init(rows: [UnitRow]) { self.rows = rows }

    /// The cells of the rows on these lines, as far as they are known, by line.
    package func cells(on lines: Set<Int>) -> [Int: [UnitField: String]] {
        var cells = spoiledCells.filter { lines.contains($0.key) }
        for row in rows where lines.contains(row.line) { cells[row.line] = row.cells }
        return cells
    }

    mutating func add(_ record: CSVRecord, columns: [UnitField: Int]) {
        let line = record.line
        func text(_ field: UnitField) -> String {
            guard let place = columns[field], place < record.fields.count else { return "" }
            return Self.trimmed(record.fields[place])
        }
        func optional(_ field: UnitField) -> String? {
            let text = text(field)
            return text.isEmpty ? nil : text
        }
        // Spreadsheets leave empty cells at the end of a row away, but never add filled ones.
        let surplus = record.fields.dropFirst((columns.values.max() ?? 0) + 1).count { !Self.trimmed($0).isEmpty }
        if surplus > 0 { problems.add(line, nil, UnitImportWords.tooManyCells(surplus)) }

        let code = text(.code)
        let kind: UnitKind? = word(text(.kind), .kind, line)
        let level: UnitLevel? = word(text(.level), .level, line)
        let division: Division? = optional(.division).flatMap { word($0, .division, line) }
        guard let kind, let level, division != nil || optional(.division) == nil else {
            if !code.isEmpty, spoiledLines[code] == nil { spoiledLines[code] = line }
            if spoiledCells.count < UnitImportProblems.shownMax {
                spoiledCells[line] = Dictionary(uniqueKeysWithValues: UnitField.allCases.map { ($0, text($0)) })
            }
            return
        }
        rows.append(
            UnitRow(
                line: line, code: code, name: text(.name), shortNames: Self.names(text(.shortNames)),
                nameEnglish: optional(.nameEnglish), kind: kind, level: level, division: division,
                parentCode: optional(.parent), secondParentCode: optional(.secondParent),
                regionCode: optional(.regionCode)))
    }

    private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String, _ field: UnitField, _ line: Int
    ) -> Word? {
        if let word = Word(rawValue: text) { return word }
        if text.isEmpty {
            problems.add(line, field, UnitFieldFault.missing.sentence(of: field))
        } else {
            let words = Word.allCases.map(\.rawValue)
            problems.add(line, field, UnitImportWords.unknownWord(String(text.prefix(40)), in: field, words: words))
        }
        return nil
    }

    /// Names between semicolons, Western or Chinese; a name given twice counts once.
    private static func names(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(whereSeparator: { $0 == ";" || $0 == "；" }).map { trimmed(String($0)) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Without white space at either end, the ideographic space included.
    static func trimmed(_ text: String) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return text }
        if !isSpace(first), !isSpace(last) { return text }
        guard let start = scalars.firstIndex(where: { !isSpace($0) }),
            let end = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[start...end])
    }
}
