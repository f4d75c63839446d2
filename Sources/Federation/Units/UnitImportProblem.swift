/// What is wrong with one row of an import.
package struct UnitImportProblem: Sendable, Hashable {
    /// The line of the file on which the row begins, counted from 1, the header being 1.
    package var line: Int
    /// The column; nil where the whole row is meant.
    package var column: UnitField?
    package var sentence: Sentence
}

/// The problems of an import, all counted, the first of them kept.
package struct UnitImportProblems: Sendable, Hashable {
    package static let shownMax = 200
    private var kept: [UnitImportProblem] = []
    /// Enough is known of the lines up to this one for the list to be full.
    private var latestLineShown = Int.max
    package private(set) var count = 0

    package var isEmpty: Bool { count == 0 }

    /// In the order of lines and columns.
    package var first: [UnitImportProblem] { Array(Self.sorted(kept).prefix(Self.shownMax)) }

    private static func sorted(_ problems: [UnitImportProblem]) -> [UnitImportProblem] {
        problems.sorted { ($0.line, $0.column?.place ?? -1) < ($1.line, $1.column?.place ?? -1) }
    }

    /// Checks run over the rows one after the other, so a later one may still find something on an early line.
    mutating func add(_ line: Int, _ column: UnitField?, _ sentence: @autoclosure () -> Sentence) {
        count += 1
        guard line <= latestLineShown else { return }
        kept.append(UnitImportProblem(line: line, column: column, sentence: sentence()))
        if kept.count >= Self.shownMax * 10 {
            kept = first
            latestLineShown = kept.last?.line ?? .max
        }
    }
}

/// Why an import was refused as a whole.
package enum UnitImportRefusal: Refusal, Hashable {
    case tooLarge(bytesMax: Int)
    case tooManyRows(max: Int)
    /// Neither UTF-8 nor GB18030.
    case unreadable
    case empty
    case header(missing: [String], unknown: [String], twice: [String])
    /// Nothing was imported, since these rows cannot be.
    case problems(UnitImportProblems)

    package var code: String {
        switch self {
        case .tooLarge: "import.too_large"
        case .tooManyRows: "import.too_many_rows"
        case .unreadable: "import.unreadable"
        case .empty: "import.empty"
        case .header: "import.header"
        case .problems: "import.problems"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .tooLarge, .tooManyRows: .tooLarge
        case .unreadable, .empty, .header, .problems: .invalid
        }
    }

    package var sentence: Sentence { UnitImportWords.sentence(of: self) }
    package var wayOn: Sentence? { UnitImportWords.wayOn(from: self) }
}
