import Federation
import Web

/// What is on the screen, as a table for a spreadsheet.
enum PictureSheet {
    static func sheet(_ model: PictureModel, _ language: Language) -> Sheet {
        let heads =
            [
                PictureWords.branch, PictureWords.units, PictureWords.reachedHead, PictureWords.signedHead,
                PictureWords.passedOn, PictureWords.late, PictureWords.medianHead, SupervisionWords.settled,
                SupervisionWords.underWay, PictureWords.dutiesHead, PictureWords.loadHead,
            ].map { $0[language] } + model.days.map(\.description)
        return Sheet(
            heads: heads,
            rows: model.rows.map { fields($0.name, $0.figures, model.days) }
                + [fields(PictureWords.total[language], model.total, model.days)])
    }

    private static func fields(_ name: String, _ figures: PictureFigures, _ days: [CivilDay]) -> [Sheet.Cell] {
        let numbers = [
            figures.units, figures.reached, figures.signed, figures.passedOn, figures.late, figures.medianHours,
            figures.duties.settled, figures.duties.underWay, figures.duties.bound, figures.minutesEach,
        ]
        return [.text(name)] + numbers.map { $0.map { .number($0) } ?? .none }
            + days.map { .number(figures.days[$0] ?? 0) }
    }
}
