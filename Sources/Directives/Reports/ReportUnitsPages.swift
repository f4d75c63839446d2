import Federation
package import Markup
package import Web

/// The units behind the figures of a signed report, as they were that day.
package enum ReportUnitsPages {
    package static func page(_ model: ReportUnitsModel, in frame: Frame) -> HTML {
        let language = frame.language
        let heads = [ReportWords.unitName, ReportWords.signed, ReportWords.settled]
        return frame.page(title: ReportWords.unitsHead[language], tab: .notices) {
            p(.class("crumbs")) { a(.href(model.reportPath)) { ReportWords.head(model.unit, 1)[language] } }
            div(.class("page-head")) {
                h1 { ReportWords.unitsHead[language] }
                span(.class("page-note")) { ReportWords.unitsNote(TimeWords.short(model.at, language))[language] }
                span(.class("view-links view-links-wrap page-note-right")) {
                    ReportUnitsModel.Filter.allCases.map { filter in
                        a(
                            .href("\(model.reportPath)/units?of=\(filter.rawValue)"),
                            filter == model.filter ? .aria("current", "page") : .none
                        ) { "\(ReportWords.filter(filter)[language]) \((model.counts[filter] ?? 0).grouped)" }
                    }
                }
            }
            table(.class("table stack")) {
                thead { tr { heads.map { head in th(Attribute("scope", "col")) { head[language] } } } }
                tbody { model.rows.map { row($0, language) } }
            }
        }
    }

    private static func row(_ unit: ReportUnit, _ language: Language) -> HTML {
        tr {
            th(Attribute("scope", "row")) { Quoted.html(unit.name, in: language) }
            td(.class(unit.isLate ? "red" : "")) {
                (unit.isLate ? ReportWords.late : ReportWords.unitState(unit.state))[language]
            }
            td { unit.settled > 0 ? ReportWords.unitSettled(unit.settled)[language] : "·" }
        }
    }
}
