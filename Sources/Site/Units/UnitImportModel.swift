import Federation

/// A file of units on its way in: first given, then read without writing anything, then imported.
///
/// The first form posts `file` and `csv`; the second what is carried.
struct UnitImportModel: Sendable {
    /// The unit below which all rows hang.
    var unitName: String?
    var ancestors: [NamedPath] = []
    /// Reads the file; writes nothing.
    var check: FormTarget
    /// What was pasted.
    var text = ""
    /// Under `csv` or the empty name: why the file as a whole was refused.
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
    /// A file with the header and one row.
    var samplePath: String?
    var dryRun: UnitImportDryRun?
}

/// What the file holds.
struct UnitImportDryRun: Sendable {
    var fileName: String?
    var counts: UnitImportCounts
    var problemCount = 0
    /// The first of them, by line.
    var problems: [UnitImportRowShown] = []
    /// Imports; nil where there are problems.
    var apply: FormTarget?
    var carried: [CarriedValue] = []
}

/// A row with what is wrong with it.
struct UnitImportRowShown: Sendable {
    var line: Int
    /// The row's cells, as far as they could be read.
    var cells: [UnitField: String]
    var problems: [UnitImportProblem]

    /// Problems by row, with the cells of those rows.
    static func rows(of problems: [UnitImportProblem], in sheet: UnitImportSheet) -> [UnitImportRowShown] {
        let byLine = Dictionary(grouping: problems, by: \.line)
        let cells = sheet.cells(on: Set(byLine.keys))
        return byLine.sorted { $0.key < $1.key }.map { line, problems in
            UnitImportRowShown(line: line, cells: cells[line] ?? [:], problems: problems)
        }
    }
}
