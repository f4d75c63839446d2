import Federation
package import Markup
package import Web

/// The worktable: every sentence with its three keys, and the bill before anything is asked of anybody.
package enum SortingPages {
    package static func page(_ model: SortingModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: SortingWords.title[language], tab: .notices,
            keys: model.sort == nil
                ? []
                : [
                    Frame.Key("J", "K", does: SortingWords.keyNext), Frame.Key("1", does: SortingWords.name(.duty)),
                    Frame.Key("2", does: SortingWords.name(.guidance)),
                    Frame.Key("3", does: SortingWords.name(.dropped)), Frame.Key("Ctrl", "↵", does: SortingWords.save),
                ]
        ) {
            p(.class("crumbs")) {
                a(.href(model.notice.listPath)) { WallWords.notices[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
            }
            div(.class("page-head")) {
                h1 {
                    GradeBadge.html(model.notice.grade, in: language)
                    " "
                    SortingWords.head[language]
                }
                span(.class("page-note")) { SortingWords.note[language] }
            }
            if model.parts.isEmpty { p(.class("empty")) { SortingWords.nothing[language] } }
            div(.class("split side-wide")) {
                sentences(model, frame)
                aside { cost(model, frame) }
            }
        }
    }

    private static func sentences(_ model: SortingModel, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = group { model.parts.map { part($0, language) } }
        guard let sort = model.sort else { return div { parts } }
        return frame.postForm(sort.path, act: sort.act) {
            parts
            div(.class("acts")) {
                // Once it is sorted, allocating is what comes next.
                button(
                    .class(model.cost?.form == nil ? "btn btn-primary" : "btn"), .data("key", "Ctrl+Enter")
                ) {
                    SortingWords.save[language]
                    " "
                    kbd { "Ctrl ↵" }
                }
            }
        }
    }

    private static func part(_ part: SortingModel.Part, _ language: Language) -> HTML {
        section(.class("section")) {
            div(.class("section-head")) {
                h2 { Quoted.html(part.notice.title, in: language) }
                small { (part.sorter.map(SortingWords.sorted) ?? SortingWords.unsorted)[language] }
                if let path = part.markPath {
                    span(.class("more")) { a(.href(path)) { RevisionWords.mark[language] } }
                }
            }
            ol(.class("proposals"), .data("list", "")) { part.rows.map { row($0, part, language) } }
        }
    }

    private static func row(_ row: SortingModel.Row, _ part: SortingModel.Part, _ language: Language) -> HTML {
        li(.class("sort"), .data("item", "")) {
            div(.class(row.sort == .dropped ? "quiet" : "")) {
                if let clause = row.clause {
                    b { Quoted.html(clause, in: language) }
                    " "
                }
                Quoted.html(row.quote, in: language)
                small {
                    words(row, language)
                    if let condition = row.condition {
                        " · "
                        SortingWords.condition[language]
                        Quoted.html(condition, in: language)
                    }
                    " · "
                    a(.href(part.notice.path(at: row.quote))) { SortingWords.inPlace[language] }
                    if let path = row.editPath {
                        " · "
                        a(.href(path)) { RevisionWords.edit[language] }
                    }
                }
            }
            if part.isOpen, !row.isAllocated {
                choices(row, part, language)
            } else {
                span(.class("flag")) { SortingWords.name(row.sort)[language] }
            }
        }
    }

    private static func words(_ row: SortingModel.Row, _ language: Language) -> String {
        var words = [row.role.words] + row.bound.kinds.map(\.words)
        if row.bound.levels != [.all] { words += row.bound.levels.map(\.words) }
        if row.sort == .duty { words += [SortingWords.binds(row.units), SortingWords.proof(row.proof)] }
        if row.isAllocated { words.append(SortingWords.allocated) }
        return words.map(\.[language]).joined(separator: " · ")
    }

    private static func choices(_ row: SortingModel.Row, _ part: SortingModel.Part, _ language: Language) -> HTML {
        let name = "sort-\(part.id)-\(row.place)"
        return span(.class("sort-keys"), Attribute("role", "radiogroup"), .aria("label", row.quote)) {
            Obligation.Sort.allCases.map { sort in
                label {
                    input(
                        .type("radio"), .name(name), .value(sort.rawValue), .checked(sort == row.sort))
                    span { SortingWords.name(sort)[language] }
                }
            }
        }
    }

    // MARK: The bill

    private static func cost(_ model: SortingModel, _ frame: Frame) -> HTML {
        let language = frame.language
        return group {
            if let cost = model.cost {
                section(.class("section")) {
                    h2(.class("section-head")) { SortingWords.costHead[language] }
                    p { b { SortingWords.cost(cost.duties, units: cost.units, minutes: cost.minutes)[language] } }
                    table(.class("table bill")) {
                        thead {
                            tr {
                                th(Attribute("scope", "col")) { SortingWords.kind[language] }
                                [
                                    SortingWords.count, SortingWords.dutiesEach, SortingWords.minutesEach,
                                    SortingWords.owedEach,
                                ].map { word in th(Attribute("scope", "col"), .class("num")) { word[language] } }
                            }
                        }
                        tbody { cost.lines.map { line($0, language) } }
                    }
                    let conveyed = cost.lines.reduce(0) { $0 + $1.conveyed }
                    if conveyed > 0 { p(.class("note")) { SortingWords.conveyed(conveyed)[language] } }
                    p(.class("note")) { SortingWords.costNote[language] }
                    if let form = cost.form, cost.units > 0 {
                        frame.postForm(form.path, act: form.act, [.class("acts")]) {
                            button(.class("btn btn-primary"), .name("depth"), .value("all")) {
                                SortingWords.allocate(cost.units)[language]
                            }
                            button(.class("btn"), .name("depth"), .value("next")) {
                                SortingWords.allocateNext[language]
                            }
                        }
                    }
                }
            }
            if let allocated = model.allocated {
                section(.class("section")) {
                    p { SortingWords.mine(allocated.duties)[language] }
                    if let form = allocated.form {
                        frame.postForm(form.path, act: form.act, [.class("acts")]) {
                            button(.class("btn")) { SortingWords.recall[language] }
                        }
                    }
                }
            }
        }
    }

    private static func line(_ line: SortingModel.Cost.Line, _ language: Language) -> HTML {
        tr {
            th(Attribute("scope", "row")) { SortingWords.kindName(line.kind, line.level)[language] }
            [line.units, line.duties, line.minutes, line.owed].map { count in td(.class("num")) { count.grouped } }
        }
    }
}
