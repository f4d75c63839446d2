import Federation
import Web

/// What is on the screen, as a table for a spreadsheet.
enum PictureCSV {
    static func text(of model: PictureModel, _ language: Language) -> String {
        let heads =
            [
                PictureWords.branch, PictureWords.units, PictureWords.reachedHead, PictureWords.signedHead,
                PictureWords.passedOn, PictureWords.late, PictureWords.medianHead, SupervisionWords.settled,
                SupervisionWords.underWay, PictureWords.dutiesHead,
            ].map { $0[language] } + model.days
        let rows =
            model.rows.map { fields($0.name, $0.figures, model.days) }
            + [fields(PictureWords.total[language], model.total, model.days)]
        // The mark by which spreadsheets know that it is UTF-8.
        return "\u{FEFF}" + ([heads] + rows).map(CSVText.line).joined()
    }

    private static func fields(_ name: String, _ figures: PictureFigures, _ days: [String]) -> [String] {
        let numbers = [
            figures.units, figures.reached, figures.signed, figures.passedOn, figures.late, figures.medianHours,
            figures.duties.settled, figures.duties.underWay, figures.duties.bound,
        ]
        return [name] + numbers.map { $0.map { "\($0)" } ?? "" } + days.map { "\(figures.days[$0] ?? 0)" }
    }
}
