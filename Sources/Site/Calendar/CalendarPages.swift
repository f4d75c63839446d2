import Federation
import Markup
import Web

enum CalendarPages {
    static func year(_ model: CalendarModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: CalendarWords.head(model.year)[language], tab: .units) {
            div(.class("page-head")) {
                h1 { CalendarWords.head(model.year)[language] }
                span(.class("page-note")) { CalendarWords.workingDays(model.workingDays)[language] }
                span(.class("page-note page-note-right view-links")) {
                    a(.href(model.earlierPath)) { CalendarWords.year(model.year - 1)[language] }
                    span(.class("dot"))
                    a(.href(model.laterPath)) { CalendarWords.year(model.year + 1)[language] }
                }
            }
            div(.class("split")) {
                div {
                    div(.class("months")) { model.months.map { month($0, year: nil, language) } }
                    legend(language)
                }
                aside {
                    section {
                        div(.class("section-head")) {
                            h2 { CalendarWords.runs[language] }
                            if let importPath = model.importPath {
                                span(.class("more")) { a(.href(importPath)) { CalendarWords.importLink[language] } }
                            }
                        }
                        if model.runs.isEmpty {
                            p(.class("section-tight quiet")) { CalendarWords.noRuns[language] }
                        } else {
                            runs(model.runs, language)
                        }
                        p(.class("note section-tight")) { CalendarWords.note[language] }
                    }
                }
            }
        }
    }

    /// - Parameter year: stands in the caption where months of several years may stand together.
    static func month(_ month: CalendarMonth, year: Int?, _ language: Language) -> HTML {
        table(.class("month")) {
            caption {
                if let year { CalendarWords.year(year)[language] + " " }
                CalendarWords.month(month.number)[language]
            }
            thead { tr { CalendarWords.weekdays.map { day in th(Attribute("scope", "col")) { day[language] } } } }
            tbody { month.weeks.map { week in tr { week.map { cell($0, language) } } } }
        }
    }

    private static func cell(_ day: CalendarDay?, _ language: Language) -> HTML {
        guard let day else { return td() }
        return td(
            .class([className(day.kind), day.isToday ? "cal-today" : nil]),
            Attribute("title", optional: day.name), day.isToday ? .aria("current", "date") : .none
        ) {
            "\(day.number)"
            switch day.kind {
            case .holiday: small { CalendarWords.off[language] }
            case .shifted: small { CalendarWords.worked[language] }
            case .working, .weekend: HTML.empty
            }
        }
    }

    private static func className(_ kind: CalendarDay.Kind) -> String? {
        switch kind {
        case .working: nil
        case .weekend: "cal-weekend"
        case .holiday: "cal-off"
        case .shifted: "cal-on"
        }
    }

    static func legend(_ language: Language) -> HTML {
        p(.class("note section-tight")) {
            b { CalendarWords.off[language] }
            " \(CalendarWords.legendOff[language])"
            span(.class("dot"))
            b { CalendarWords.worked[language] }
            " \(CalendarWords.legendWorked[language])"
        }
    }

    static func runs(_ runs: [CalendarRun], _ language: Language) -> HTML {
        table(.class("table stack")) {
            thead {
                tr {
                    [CalendarWords.days, CalendarWords.what, CalendarWords.kind].map { name in
                        th(Attribute("scope", "col")) { name[language] }
                    }
                }
            }
            tbody {
                runs.map { run in
                    tr {
                        th(.class("wide"), Attribute("scope", "row")) { days(run, language) }
                        td(.data("label", CalendarWords.what[language]), .lang("zh-CN")) { run.name }
                        td(.class("second"), .data("label", CalendarWords.kind[language])) {
                            (run.isWorking ? CalendarWords.legendWorked : CalendarWords.legendOff)[language]
                        }
                    }
                }
            }
        }
    }

    private static func days(_ run: CalendarRun, _ language: Language) -> String {
        let first = TimeWords.day(run.from, language)
        guard run.to != run.from else { return first }
        return "\(first) – \(TimeWords.day(run.to, language))"
    }
}
