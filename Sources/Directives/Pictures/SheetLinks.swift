import Federation
import Markup

/// The same table to take along, as CSV and as a workbook.
enum SheetLinks {
    /// - Parameter path: the address that ends in `.csv`, perhaps with a query.
    static func html(_ path: String, _ language: Language) -> HTML {
        p(.class("view-links no-print")) { links(path, language) }
    }

    static func links(_ path: String, _ language: Language) -> HTML {
        group {
            a(.href(path)) { PictureWords.csv[language] }
            a(.href(path.replacing(".csv", with: ".xlsx", maxReplacements: 1))) { PictureWords.xlsx[language] }
        }
    }
}
