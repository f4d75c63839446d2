import Federation
import Markup
import Web

enum CalendarImportPages {
    static func page(_ model: CalendarImportModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = model.dryRun == nil ? CalendarWords.importHead : CalendarWords.dryHead
        return frame.page(title: head[language], tab: .units) {
            p(.class("crumbs")) {
                a(.href(model.calendarPath)) { CalendarWords.name[language] }
                " / \(CalendarWords.importHead[language])"
            }
            div(.class("page-head")) { h1 { head[language] } }
            FormParts(language: language, errors: model.errors).summary(["file", "csv"])
            if let dryRun = model.dryRun {
                div(.class("split")) {
                    div { found(dryRun, language) }
                    aside {
                        if let apply = dryRun.apply { applyForm(apply, dryRun, model.text, in: frame) }
                        give(model, isPrimary: dryRun.apply == nil, in: frame)
                    }
                }
            } else {
                give(model, isPrimary: true, in: frame)
            }
        }
    }

    private static func give(_ model: CalendarImportModel, isPrimary: Bool, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.postForm(model.check.path, act: model.check.act, takesFiles: true) {
            section(.class("section")) {
                div(.class("section-head")) {
                    h2 { CalendarWords.give[language] }
                    span(.class("more")) { a(.href(model.samplePath)) { CalendarWords.sample[language] } }
                }
                div(.class("form section-tight")) {
                    parts.field("file", CalendarWords.file) { marks in
                        div(.class("upload")) {
                            emptyElement(
                                "input",
                                [
                                    .type("file"), .id("file"), .name("file"),
                                    Attribute("accept", ".csv,text/csv,text/plain"),
                                ] + marks)
                        }
                    }
                    parts.area("csv", CalendarWords.paste, value: model.text, rows: 14, note: CalendarWords.pasteNote)
                }
                div(.class("acts")) {
                    button(.class(isPrimary ? "btn btn-primary" : "btn")) {
                        (model.dryRun == nil ? CalendarWords.read : CalendarWords.readAgain)[language]
                    }
                }
            }
        }
    }

    private static func found(_ dryRun: CalendarDryRun, _ language: Language) -> HTML {
        group {
            if !dryRun.problems.isEmpty { problems(dryRun.problems, language) }
            section(.class("section")) {
                div(.class("section-head")) {
                    h2 { CalendarWords.readHead[language] }
                    small { CalendarWords.counts(off: dryRun.daysOff, worked: dryRun.daysWorked)[language] }
                }
                if !dryRun.runs.isEmpty { CalendarPages.runs(dryRun.runs, language) }
                p(.class("note section-tight")) {
                    CalendarWords.compared(replaced: dryRun.replaced, same: dryRun.same)[language]
                }
            }
            if !dryRun.months.isEmpty {
                section(.class("section")) {
                    div(.class("section-head")) { h2 { CalendarWords.would[language] } }
                    div(.class("months section-tight")) {
                        dryRun.months.map { CalendarPages.month($0.month, year: $0.year, language) }
                    }
                    CalendarPages.legend(language)
                }
            }
        }
    }

    private static func problems(_ problems: [WorkingCalendarSheet.Problem], _ language: Language) -> HTML {
        group {
            div(
                .class("error-summary"), Attribute("role", "alert"), Attribute("tabindex", "-1"), .data("focus", "")
            ) {
                h2 { CalendarWords.problems(problems.count)[language] }
                p { FormWords.kept[language] }
            }
            table(.class("table stack import")) {
                thead {
                    tr {
                        th(Attribute("scope", "col"), .class("num")) { CalendarWords.line[language] }
                        th(Attribute("scope", "col")) { CalendarWords.given[language] }
                        th(Attribute("scope", "col")) { CalendarWords.problem[language] }
                    }
                }
                tbody {
                    problems.map { problem in
                        tr(.id("r\(problem.line)")) {
                            td(.class("num"), .data("label", CalendarWords.line[language])) { "\(problem.line)" }
                            td(.class("code cell-wrong"), .data("label", CalendarWords.given[language])) {
                                problem.text
                            }
                            td(.class("wide")) { problem.sentence[language] }
                        }
                    }
                }
            }
        }
    }

    private static func applyForm(
        _ target: FormTarget, _ dryRun: CalendarDryRun, _ text: String, in frame: Frame
    ) -> HTML {
        frame.postForm(target.path, act: target.act) {
            input(.type("hidden"), .name("csv"), .value(text))
            div(.class("acts")) {
                button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                    CalendarWords.apply(dryRun.daysOff + dryRun.daysWorked)[frame.language]
                }
            }
        }
    }
}
