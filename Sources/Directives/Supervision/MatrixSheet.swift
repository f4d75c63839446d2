import Federation
import Web

/// The matrix as a table for a spreadsheet: settled of bound, by branch; empty where nobody is bound.
enum MatrixSheet {
    static func sheet(_ model: MatrixModel, _ language: Language) -> Sheet {
        Sheet(
            heads: [SupervisionWords.row[language]] + model.columns.map(\.name)
                + [SupervisionWords.settled, SupervisionWords.bound, SupervisionWords.unreached].map { $0[language] },
            rows: model.groups.flatMap(\.rows).map { row in
                [.text(row.quote)] + row.cells.map { $0.map { .text("\($0.settled)/\($0.bound)") } ?? .none }
                    + [.number(row.total.settled), .number(row.total.bound), .number(row.total.unreached)]
            })
    }

    /// One obligation by branch, with its figures and how many gave one.
    static func sheet(_ model: ObligationModel, _ language: Language) -> Sheet {
        let heads = [
            PictureWords.branch, SupervisionWords.bound, SupervisionWords.unreached, SupervisionWords.settled,
            SupervisionWords.underWay, SupervisionWords.overdue, SupervisionWords.figureHead,
            SupervisionWords.figureCoverage,
        ]
        return Sheet(
            heads: heads.map { $0[language] } + model.days.map(\.description),
            rows: model.branches.map { one in
                let standing = one.standing
                let numbers = [
                    standing.bound, standing.unreached, standing.settled, standing.underWay, standing.late,
                ]
                return [.text(one.name)] + numbers.map { .number($0) }
                    + [one.tally.givers > 0 ? .number(one.tally.figure) : .none, .number(one.tally.givers)]
                    + model.days.map { .number(one.tally.days[$0] ?? 0) }
            })
    }
}
