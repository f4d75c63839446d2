import Federation
package import Markup
package import Web

/// One sentence of a notice: whom it binds, how far each branch is, what units did about it, and the way to urge.
package enum ObligationPages {
    package static func page(_ model: ObligationModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: String(model.line.quote.prefix(40)), tab: .duties) {
            crumbs(model.line, matrixPath: model.matrixPath, model.above, language)
            if let branch = model.branch { h2(.class("section-head")) { Quoted.html(branch, in: language) } }
            div(.class("split side-wide")) {
                div {
                    AssignmentPages.sentence(model.line, in: language)
                    facts(model, language)
                    AdditionPages.lines(model.additions, language)
                    if let adding = model.adding {
                        AdditionPages.form(adding, head: AdditionWords.formHead, in: frame)
                    }
                    branches(model, language)
                }
                aside {
                    latest(model, language)
                    urge(model, frame)
                }
            }
        }
    }

    private static func crumbs(
        _ line: ObligationLine, matrixPath: String?, _ above: [(name: String, path: String)], _ language: Language
    ) -> HTML {
        p(.class("crumbs")) {
            a(.href(SupervisionRoutes.list.path())) { SupervisionWords.title[language] }
            " / "
            a(.href(line.notice.path), .lang(Language.chinese.tag)) { line.notice.title }
            if let matrixPath {
                group {
                    " / "
                    a(.href(matrixPath)) { SupervisionWords.matrix[language] }
                }
            }
            above.map { one in
                group {
                    " / "
                    a(.href(one.path)) { one.name }
                }
            }
        }
    }

    private static func facts(_ model: ObligationModel, _ language: Language) -> HTML {
        let bound =
            (model.bound.kinds.map(\.words) + (model.bound.levels == [.all] ? [] : model.bound.levels.map(\.words)))
            .map(\.[language]).joined(separator: " · ")
        return dl(.class("facts section")) {
            fact(SupervisionWords.roleName, HTML(model.role.words[language]), language)
            fact(
                SupervisionWords.boundName,
                HTML(model.total.bound > 0 ? "\(bound) \(SupervisionWords.binds(model.total.bound)[language])" : bound),
                language)
            if let condition = model.condition {
                fact(SupervisionWords.conditionName, Quoted.html(condition, in: language), language)
            }
            if !model.owners.isEmpty {
                fact(OwnerWords.head, HTML(model.owners.joined(separator: " · ")), language)
            }
            fact(SupervisionWords.proofName, HTML(SortingWords.proof(model.proof)[language]), language)
            fact(
                SupervisionWords.sortName,
                HTML(
                    "\(SortingWords.name(model.sort)[language]) · \(SupervisionWords.sortedBy(model.sorter)[language])"),
                language)
        }
    }

    private static func fact(_ name: Sentence, _ value: HTML, _ language: Language) -> HTML {
        group {
            dt { name[language] }
            dd { value }
        }
    }

    private static func branches(_ model: ObligationModel, _ language: Language) -> HTML {
        guard !model.branches.isEmpty else { return .empty }
        return section(.class("section")) {
            div(.class("section-head")) {
                h2 { SupervisionWords.branchesHead[language] }
                span(.class("more")) { StandingDrawing.html(model.total, in: language) }
            }
            tally(model, language)
            ol(.class("rows"), .data("list", "")) {
                model.branches.map { branch in
                    li(.data("item", "")) {
                        a(.href(branch.path), .data("open", "")) { Quoted.html(branch.name, in: language) }
                        if !model.days.isEmpty { PicturePages.spark(branch.tally.days, model.days) }
                        StandingDrawing.html(branch.standing, in: language)
                        if branch.tally.givers > 0 {
                            small {
                                SupervisionWords.figure(
                                    branch.tally.figure, branch.tally.givers, of: branch.standing.bound)[language]
                            }
                        }
                        if let path = branch.downPath {
                            small { a(.href(path)) { SupervisionWords.open[language] } }
                        }
                    }
                }
            }
            SheetLinks.html(model.sheetPath, language)
        }
    }

    private static func tally(_ model: ObligationModel, _ language: Language) -> HTML {
        group {
            if model.tally.givers > 0 {
                p(.class("second")) {
                    SupervisionWords.figure(model.tally.figure, model.tally.givers, of: model.total.bound)[language]
                }
            }
        }
    }

    private static func latest(_ model: ObligationModel, _ language: Language) -> HTML {
        section {
            h2(.class("section-head")) { SupervisionWords.latestHead[language] }
            if model.latest.isEmpty { p(.class("second")) { SupervisionWords.noneYet[language] } }
            ol(.class("sheet-steps")) {
                model.latest.map { one in
                    li {
                        a(.href(one.path)) { Quoted.html(one.unit, in: language) }
                        " "
                        small {
                            AssignmentWords.state(one.state, isReturned: false)[language]
                            " · "
                            TimeWords.short(one.at, language)
                        }
                        said(one.text, one.figure, one.outOf, language)
                    }
                }
            }
        }
    }

    private static func said(_ text: String?, _ figure: Int?, _ outOf: Int?, _ language: Language) -> HTML {
        group {
            if let figure { b { AssignmentWords.figures(figure, of: outOf) } }
            if let text { p(.class("second")) { Quoted.html(text, in: language) } }
        }
    }

    private static func urge(_ model: ObligationModel, _ frame: Frame) -> HTML {
        let language = frame.language
        return group {
            if model.urged.times > 0, let last = model.urged.last {
                p(.class("section-tight second")) {
                    SupervisionWords.urged(
                        model.urged.times, last: TimeWords.recent(last, now: model.now, language))[language]
                }
            }
            if let urge = model.urge {
                let parts = FormParts(language: language, errors: urge.errors)
                frame.postForm(urge.path, act: urge.act, [.class("form section")]) {
                    h2(.class("section-head")) { SupervisionWords.urgeHead[language] }
                    parts.text(
                        "text", SupervisionWords.urgeText, value: urge.text, note: SupervisionWords.urgeNote,
                        [.lang(Language.chinese.tag), Attribute("maxlength", "\(Urge.textMax)")])
                    div(.class("acts")) {
                        button(.class("btn btn-primary"), .data("key", "U")) {
                            SupervisionWords.urge(urge.units)[language]
                            " "
                            kbd { "U" }
                        }
                    }
                }
            }
        }
    }

    // MARK: The units of a branch

    package static func branch(_ model: BranchModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = SupervisionWords.branchHead(model.name)
        return frame.page(title: head[language], tab: .duties, isNarrow: true) {
            p(.class("crumbs")) {
                a(.href(SupervisionRoutes.list.path())) { SupervisionWords.title[language] }
                " / "
                a(.href(model.line.path), .lang(Language.chinese.tag)) { String(model.line.quote.prefix(30)) }
            }
            div(.class("page-head")) { h1 { head[language] } }
            if model.rows.isEmpty { p(.class("empty")) { SupervisionWords.nobody[language] } }
            ol(.class("sheet-steps"), .data("list", "")) { model.rows.map { row($0, language) } }
            if let next = model.nextPath { p { a(.href(next)) { SupervisionWords.more[language] } } }
        }
    }

    private static func row(_ row: BranchModel.Row, _ language: Language) -> HTML {
        li(.data("item", "")) {
            a(.href(row.path), .data("open", "")) { Quoted.html(row.unit, in: language) }
            " "
            small {
                if let assignment = row.assignment {
                    AssignmentWords.state(assignment.state, isReturned: assignment.isReturned)[language]
                    " · "
                    TimeWords.short(assignment.changedAt, language)
                } else {
                    (row.isReached ? SupervisionWords.untouched : SupervisionWords.unreached)[language]
                }
            }
            said(row.text, row.figure, row.outOf, language)
        }
    }
}
