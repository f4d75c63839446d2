import Federation
package import Markup
package import Web

/// Every duty of a notice by every branch; on a phone the branches of one duty stand on its own page.
package enum MatrixPages {
    package static func page(_ model: MatrixModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: SupervisionWords.matrix[language], tab: .duties) {
            p(.class("crumbs")) {
                a(.href(SupervisionRoutes.list.path())) { SupervisionWords.title[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
            }
            div(.class("page-head")) {
                h1 { SupervisionWords.matrix[language] }
                legend(language)
                span(.class("view-links page-note-right")) { views(model, language) }
            }
            NoticeSlots.banners(model.banners, language)
            if model.groups.isEmpty {
                div(.class("empty")) {
                    p { (model.isStuckOnly ? SupervisionWords.allDone : SupervisionWords.notAllocated)[language] }
                    p { a(.href(model.sortingPath)) { SupervisionWords.toSorting[language] } }
                }
            } else {
                div(.class("matrix-frame")) { table(model, language) }
                if let adding = model.adding {
                    AdditionPages.form(adding, head: AdditionWords.formHeadAll, in: frame)
                }
            }
        }
    }

    private static func views(_ model: MatrixModel, _ language: Language) -> HTML {
        group {
            a(.href(model.address), model.isStuckOnly ? .none : .aria("current", "page")) {
                SupervisionWords.showAll[language]
            }
            a(.href(model.address + "?only=stuck"), model.isStuckOnly ? .aria("current", "page") : .none) {
                SupervisionWords.showStuck[language]
            }
            a(.href(model.sortingPath)) { SupervisionWords.toSorting[language] }
            if !model.groups.isEmpty { SheetLinks.links(model.csvPath, language) }
        }
    }

    private static func legend(_ language: Language) -> HTML {
        ul(.class("matrix-legend")) {
            [
                (SupervisionWords.settled, 4, 0, 0), (SupervisionWords.underWay, 0, 4, 0),
                (SupervisionWords.overdue, 0, 0, 1), (SupervisionWords.untouched, 0, 0, 0),
            ].map { word, done, doing, late in
                li {
                    FractionBar.bar(done: done, doing: doing, late: late, of: 4)
                    word[language]
                }
            }
            li { "· \(SupervisionWords.unbound[language])" }
        }
    }

    private static func table(_ model: MatrixModel, _ language: Language) -> HTML {
        Markup.table(.class("table matrix")) {
            thead {
                tr {
                    th(Attribute("scope", "col")) { SupervisionWords.row[language] }
                    model.columns.map { column in
                        th(Attribute("scope", "col"), .class("cell")) { Quoted.html(column.name, in: language) }
                    }
                    th(Attribute("scope", "col"), .class("total")) { SupervisionWords.total[language] }
                }
            }
            model.groups.map { one in
                tbody {
                    tr(.class("group")) {
                        th(Attribute("scope", "rowgroup"), Attribute("colspan", "\(model.columns.count + 2)")) {
                            a(.href(one.path)) { Quoted.html(one.title, in: language) }
                        }
                    }
                    one.rows.map { row($0, model.columns, language) }
                }
            }
        }
    }

    private static func row(
        _ row: MatrixModel.Row, _ columns: [MatrixModel.Column], _ language: Language
    ) -> HTML {
        let path = SupervisionRoutes.obligation.path(row.obligation)
        return tr(.data("item", "")) {
            th(Attribute("scope", "row")) {
                span(.class("tag")) { row.role.words[language] }
                " "
                if let clause = row.clause {
                    Quoted.html(clause, in: language)
                    " "
                }
                a(.href(path), .data("open", "")) { Quoted.html(row.quote, in: language) }
                if let due = row.dueAt {
                    small { AssignmentWords.dueBy(TimeWords.short(due, language), nil)[language] }
                }
            }
            zip(columns, row.cells).map { column, standing in cell(standing, column, row, language) }
            td(.class("total")) {
                b { "\(row.total.settled.grouped)/\(row.total.bound.grouped)" }
                bar(row.total)
                if row.total.unreached > 0 {
                    small { SupervisionWords.notReached(row.total.unreached)[language] }
                }
            }
        }
    }

    private static func cell(
        _ standing: Standing?, _ column: MatrixModel.Column, _ row: MatrixModel.Row, _ language: Language
    ) -> HTML {
        guard let standing else {
            return td(.class("cell none")) {
                span(.aria("hidden", "true")) { "·" }
                span(.class("out")) { SupervisionWords.unbound[language] }
            }
        }
        let words = "\(column.name) \(SupervisionWords.left(standing)[language])"
        return td(.class(standing.unreached == standing.bound ? "cell unreached" : "cell")) {
            a(
                .class("plain"), .href(SupervisionReading.path(to: column.place, row.obligation)),
                .aria("label", words)
            ) {
                span(.class(standing.late > 0 ? "red" : "")) { "\(standing.settled.grouped)/\(standing.bound.grouped)" }
                bar(standing)
            }
        }
    }

    private static func bar(_ standing: Standing) -> HTML {
        FractionBar.bar(
            done: standing.settled, doing: standing.underWay, late: standing.late, of: standing.bound)
    }
}
