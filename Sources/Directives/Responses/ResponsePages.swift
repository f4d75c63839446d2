import Federation
package import Markup
package import Web

/// Responses: all that a unit sees, and one with the picture of its notices.
package enum ResponsePages {
    package static func list(_ model: ResponseListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: ResponseWords.title[language], tab: .notices) {
            div(.class("page-head")) { h1 { ResponseWords.title[language] } }
            div(.class("split side-wide")) {
                section {
                    if model.lines.isEmpty { p(.class("empty")) { ResponseWords.none[language] } }
                    ol(.class("rows"), .data("list", "")) {
                        model.lines.map { line in
                            li(.data("item", "")) {
                                a(.href(line.path), .data("open", "")) { Quoted.html(line.name, in: language) }
                                small { about(line, language) }
                            }
                        }
                    }
                }
                aside {
                    if let open = model.open {
                        let parts = FormParts(language: language, errors: open.errors)
                        frame.postForm(open.path, act: open.act, [.class("form")]) {
                            h2(.class("section-head")) { ResponseWords.openHead[language] }
                            parts.summary(["name", "level", "reason"])
                            parts.text(
                                "name", ResponseWords.name, value: open.values["name"] ?? "",
                                [Attribute("maxlength", "\(ResponseRefusal.nameMax)")])
                            level(open, nil, parts)
                            reason(open, parts)
                            div(.class("acts")) {
                                button(.class("btn btn-primary")) { ResponseWords.open[language] }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func about(_ line: ResponseListModel.Line, _ language: Language) -> String {
        [
            line.unit, line.level.name[language],
            ResponseWords.since(TimeWords.short(line.openedAt, language))[language],
            line.closedAt.map { ResponseWords.closed(TimeWords.short($0, language))[language] },
        ].compactMap(\.self).joined(separator: " · ")
    }

    private static func level(
        _ form: ResponseListModel.Form, _ current: ResponseLevel?, _ parts: FormParts
    ) -> HTML {
        parts.choice(
            "level", ResponseWords.level,
            options: [("", ResponseWords.choose)]
                + ResponseLevel.allCases.filter { $0 != current }.map { ("\($0.rawValue)", $0.name) },
            chosen: form.values["level"] ?? "")
    }

    private static func reason(_ form: ResponseListModel.Form, _ parts: FormParts) -> HTML {
        parts.text(
            "reason", ResponseWords.reason, value: form.values["reason"] ?? "",
            [Attribute("maxlength", "\(ResponseRefusal.reasonMax)")])
    }

    package static func page(_ model: ResponseModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: model.line.name, tab: .notices) {
            p(.class("crumbs")) { a(.href(model.listPath)) { ResponseWords.title[language] } }
            div(.class("page-head")) {
                h1 { Quoted.html(model.line.name, in: language) }
                span(.class("page-note")) { about(model.line, language) }
            }
            if !model.notices.isEmpty { PicturePages.sums(model.total, language) }
            div(.class("split side-wide section")) {
                div {
                    notices(model, language)
                    if model.notices.count > 1 { branches(model, language) }
                }
                aside {
                    facts(model, language)
                    forms(model, frame)
                }
            }
        }
    }

    private static func notices(_ model: ResponseModel, _ language: Language) -> HTML {
        section {
            h2(.class("section-head")) { ResponseWords.pictureHead[language] }
            if model.notices.isEmpty {
                p(.class("empty")) { ResponseWords.noNotice[language] }
            } else {
                table(ResponseWords.notice, language) {
                    model.notices.map { one in
                        row(one.figures, language) {
                            a(.href(one.path), .lang(Language.chinese.tag)) { one.notice.title }
                        }
                    }
                }
            }
        }
    }

    private static func branches(_ model: ResponseModel, _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { ResponseWords.branchesHead[language] }
            table(PictureWords.branch, language) {
                model.branches.map { one in row(one.figures, language) { Quoted.html(one.name, in: language) } }
            }
        }
    }

    private static func table(_ first: Sentence, _ language: Language, @HTMLBuilder _ rows: () -> HTML) -> HTML {
        let heads = [
            PictureWords.reachedHead, PictureWords.signedHead, PictureWords.late,
        ]
        return Markup.table(.class("table stack")) {
            thead {
                tr {
                    th(Attribute("scope", "col")) { first[language] }
                    heads.map { head in th(Attribute("scope", "col"), .class("num")) { head[language] } }
                    th(Attribute("scope", "col")) { PictureWords.dutiesHead[language] }
                }
            }
            tbody { rows() }
        }
    }

    private static func row(
        _ figures: PictureFigures, _ language: Language, @HTMLBuilder _ name: () -> HTML
    ) -> HTML {
        tr {
            th(Attribute("scope", "row")) { name() }
            td(.class("num"), .data("label", PictureWords.reachedHead[language])) { figures.reached.grouped }
            td(.class("num"), .data("label", PictureWords.signedHead[language])) {
                FractionBar.html(done: figures.signed, of: figures.reached)
            }
            td(
                .class(figures.late > 0 ? "num red" : "num"), .data("label", PictureWords.late[language])
            ) { figures.late.grouped }
            td(.data("label", PictureWords.dutiesHead[language])) {
                if figures.duties.bound > 0 {
                    FractionBar.html(
                        done: figures.duties.settled, doing: figures.duties.underWay, late: figures.duties.late,
                        of: figures.duties.bound)
                } else {
                    span(.class("quiet")) { "·" }
                }
            }
        }
    }

    private static func facts(_ model: ResponseModel, _ language: Language) -> HTML {
        section {
            h2(.class("section-head")) { ResponseWords.factsHead[language] }
            ol(.class("sheet-steps")) {
                model.facts.map { one in
                    li {
                        b { ResponseWords.fact(one.fact)[language] }
                        " "
                        small { "\(TimeWords.short(one.fact.moment, language)) · \(one.person)" }
                        p(.class("second")) { Quoted.html(one.fact.reason, in: language) }
                    }
                }
            }
        }
    }

    private static func forms(_ model: ResponseModel, _ frame: Frame) -> HTML {
        let language = frame.language
        return group {
            if let attach = model.attach {
                let parts = FormParts(language: language, errors: attach.errors)
                frame.postForm(attach.path, act: attach.act, [.class("form section no-print")]) {
                    parts.choice(
                        "notice", ResponseWords.attachHead,
                        options: [("", ResponseWords.choose)]
                            + model.choices.map { ($0.value, Sentence(zh: $0.title, en: $0.title)) },
                        chosen: attach.values["notice"] ?? "")
                    div(.class("acts")) { button(.class("btn btn-primary")) { ResponseWords.attach[language] } }
                }
            }
            if let level = model.level {
                let parts = FormParts(language: language, errors: level.errors, prefix: "l-")
                form(ResponseWords.levelHead, level, ResponseWords.change, frame) {
                    self.level(level, model.line.level, parts)
                    reason(level, parts)
                }
            }
            if let close = model.close {
                form(ResponseWords.closeHead, close, ResponseWords.close, frame) {
                    reason(close, FormParts(language: language, errors: close.errors, prefix: "c-"))
                }
            }
        }
    }

    private static func form(
        _ head: Sentence, _ form: ResponseListModel.Form, _ press: Sentence, _ frame: Frame,
        @HTMLBuilder _ fields: () -> HTML
    ) -> HTML {
        details(.class("more-act section no-print"), Attribute("open", if: !form.errors.isEmpty)) {
            summary { u { head[frame.language] } }
            frame.postForm(form.path, act: form.act, [.class("form")]) {
                fields()
                div(.class("acts")) { button(.class("btn")) { press[frame.language] } }
            }
        }
    }
}
