import Federation
import Markup
import Web

/// Two tables of twelve months: what was signed for, and what was settled.
enum MonthPages {
    static func page(_ model: MonthsModel, _ csvPath: String, in frame: Frame) -> HTML {
        let language = frame.language
        let head = MonthWords.head(model.unit)
        return frame.page(title: head[language], tab: .duties) {
            if !model.above.isEmpty {
                p(.class("crumbs")) {
                    model.above.enumerated().map { place, one in
                        group {
                            if place > 0 { " / " }
                            a(.href(one.path)) { one.name }
                        }
                    }
                }
            }
            div(.class("page-head")) {
                h1 { head[language] }
                span(.class("page-note")) { MonthWords.note[language] }
                span(.class("view-links view-links-wrap page-note-right no-print")) {
                    SheetLinks.links(csvPath, language)
                }
            }
            if model.isEmpty {
                p(.class("empty")) { MonthWords.none[language] }
            } else {
                table(MonthWords.signed, model, model.total.signed, language) { $0.signed }
                table(MonthWords.settled, model, model.total.settled, language) { $0.settled }
            }
        }
    }

    private static func table(
        _ head: Sentence, _ model: MonthsModel, _ total: [Int], _ language: Language,
        _ counts: (MonthsModel.Row) -> [Int]
    ) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { head[language] }
            div(.class("by-month-frame")) {
                Markup.table(.class("table by-month")) {
                    thead {
                        tr {
                            th { MonthWords.branch[language] }
                            model.months.map { month in th(.class("num")) { MonthWords.month(month)[language] } }
                        }
                    }
                    tbody {
                        model.rows.map { row in
                            tr {
                                th(Attribute("scope", "row")) {
                                    if let path = row.path { a(.href(path)) { row.name } } else { row.name }
                                }
                                counts(row).map(number)
                            }
                        }
                        tr(.class("total")) {
                            th(Attribute("scope", "row")) { MonthWords.total[language] }
                            total.map(number)
                        }
                    }
                }
            }
        }
    }

    /// A month in which nothing was done is not filled with noughts.
    private static func number(_ count: Int) -> HTML {
        td(.class("num")) { count == 0 ? "–" : count.grouped }
    }

    static func sheet(_ model: MonthsModel, _ language: Language) -> Sheet {
        let heads =
            [MonthWords.branch[language]]
            + model.months.map { "\($0) \(MonthWords.signed[language])" }
            + model.months.map { "\($0) \(MonthWords.settled[language])" }
        return Sheet(
            heads: heads,
            rows: model.rows.map { row in
                [.text(row.name)] + row.signed.map { .number($0) } + row.settled.map { .number($0) }
            })
    }
}
