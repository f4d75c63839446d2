import Federation
package import Markup
package import Web

/// A draft of a cover: its form beside the paper as it will go out, and what may be done with it next.
package enum DraftPages {
    package static func page(_ model: DraftPageModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: DraftWords.head[language], tab: .notices) {
            crumbs(model.listPath, nil, language)
            head(model, language)
            parts.summary(["title", "opening", "carry", "leader", "reason"], wayOn: model.wayOn)
            if let conflict = model.conflict { self.conflict(conflict, language) }
            div(.class("split paper-wide")) {
                div {
                    standing(model, language)
                    if let edit = model.edit { form(edit, model, parts, frame) }
                    if model.conflict == nil { next(model, parts, frame) }
                }
                section(.class("stick")) {
                    p(.class("note")) {
                        (model.draft.state == .drafting ? DraftWords.paperNote : DraftWords.issuedNote)[language]
                    }
                    DraftPaperDrawing.html(model.paper, language)
                }
            }
        }
    }

    static func crumbs(_ listPath: String, _ draft: (path: String, title: String)?, _ language: Language) -> HTML {
        p(.class("crumbs")) {
            a(.href(FrameRoutes.notices.path())) { DraftWords.notices[language] }
            " / "
            a(.href(listPath)) { DraftWords.drafts[language] }
            if let draft {
                " / "
                a(.href(draft.path), .lang(Language.chinese.tag)) { draft.title }
            }
        }
    }

    private static func head(_ model: DraftPageModel, _ language: Language) -> HTML {
        div(.class("page-head")) {
            h1 { DraftWords.head[language] }
            span(.class("page-note")) {
                DraftWords.state(model.draft.state)[language]
                span(.class("dot")) {}
                DraftWords.version(model.saved.version)[language]
                span(.class("dot")) {}
                model.saved.person
                " "
                TimeWords.short(model.saved.at, language)
            }
            span(.class("page-note page-note-right")) {
                a(.href(model.versionsPath)) { DraftWords.versions[language] }
                span(.class("dot")) {}
                a(.href(model.handling.path)) { DraftWords.handling[language] }
            }
        }
    }

    /// What became of it, who is waited for, why it came back.
    private static func standing(_ model: DraftPageModel, _ language: Language) -> HTML {
        group {
            if let issued = model.issued {
                p {
                    a(.href(issued.noticePath)) {
                        DraftWords.issued[language]
                        if let number = issued.number {
                            " "
                            Quoted.html(number, in: language)
                        }
                    }
                }
            }
            if let returned = model.handling.returned {
                section(.class("banner")) {
                    p {
                        b {
                            DraftWords.returned(by: returned.person, at: TimeWords.short(returned.at, language))[
                                language]
                        }
                    }
                    p(.lang(Language.chinese.tag)) { returned.text }
                }
            } else if !model.handling.waiting.isEmpty {
                p(.class("second")) { DraftWords.waiting(model.handling.waiting)[language] }
            }
        }
    }

    // MARK: The form

    private static func form(
        _ edit: DraftPageModel.Edit, _ model: DraftPageModel, _ parts: FormParts, _ frame: Frame
    ) -> HTML {
        let (language, content) = (frame.language, model.form.content)
        return frame.postForm(edit.savePath, act: edit.act, [.class("form"), .id("addressees"), .data("tally", "")]) {
            input(.type("hidden"), .name("base"), .value("\(model.form.base)"))
            // Enter in a field presses the first button of a form: it must check, never save.
            button(
                .class("out"), Attribute("formaction", edit.checkPath), Attribute("tabindex", "-1"),
                .aria("hidden", "true")
            ) { DraftWords.check[language] }
            paperField("title", DraftWords.title, content.title, 3, parts)
            paperField("line", DraftWords.line, content.addressees.line, 2, parts)
            addressees(model, language)
            paperField("opening", DraftWords.opening, content.opening, 5, parts)
            paperField(
                "clauses", DraftWords.clauses, content.clauses.joined(separator: "\n"), 4, parts,
                note: DraftWords.clausesNote)
            paperField("closing", DraftWords.closing, content.closing, 1, parts, note: DraftWords.closingNote)
            paperField("copy_line", DraftWords.copyLine, content.addressees.copyLine, 1, parts)
            carried(model, parts, language)
            div(.class("acts")) {
                button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                    (model.conflict == nil ? DraftWords.save : DraftWords.saveAnyway)[language]
                    " "
                    kbd { "Ctrl ↵" }
                }
                button(.class("btn"), Attribute("formaction", edit.checkPath)) { DraftWords.check[language] }
                span(.class("acts-note")) { DraftWords.saveNote[language] }
            }
        }
    }

    private static func paperField(
        _ name: String, _ words: Sentence, _ value: String, _ rows: Int, _ parts: FormParts, note: Sentence? = nil
    ) -> HTML {
        parts.field(name, words, note: note) { marks in
            element(
                "textarea",
                [
                    .class("input"), .id(name), .name(name), .lang(Language.chinese.tag), Attribute("rows", "\(rows)"),
                    Attribute("spellcheck", "false"),
                ] + marks
            ) {
                // A browser drops the first line feed of a field, so one is added that it may drop.
                HTML("\n" + value)
            }
        }
    }

    /// The phrases of the line with their units, folded unless one is still open.
    private static func addressees(_ model: DraftPageModel, _ language: Language) -> HTML {
        let line = model.addressees
        let open = line.phrases.count { $0.isOpen && ($0.choice == nil || $0.choice == .create) }
        return details(.class("section-tight"), .id("phrases"), Attribute("open", if: open > 0 || line.isWrong("add")))
        {
            summary { u { DraftWords.reaches(line.sentCount, line.phrases.count, open: open)[language] } }
            if open > 0 { p(.class("note")) { DraftWords.unresolvedNote[language] } }
            ol(.class("phrases")) { line.phrases.map { AddresseesPhrases.item($0, line, language) } }
            AddresseesList.html(line, language)
        }
    }

    private static func carried(_ model: DraftPageModel, _ parts: FormParts, _ language: Language) -> HTML {
        fieldset(.class(model.errors["carry"] == nil ? "field" : "field wrong"), .id("carry")) {
            legend { DraftWords.carried[language] }
            div { model.carried.map { DraftListPages.tick($0, isTicked: true, language) } }
            parts.errorLine("carry")
            details {
                summary { u { DraftWords.addAnother[language] } }
                if model.candidates.isEmpty { p(.class("note")) { DraftWords.noOther[language] } }
                model.candidates.map { DraftListPages.tick($0, isTicked: false, language) }
            }
        }
    }

    // MARK: Two at once

    private static func conflict(_ conflict: DraftPageModel.Conflict, _ language: Language) -> HTML {
        let saved = conflict.saved
        let theirs = DraftWords.theirs(saved.person, at: TimeWords.short(saved.at, language), saved.version)
        return section(.class("section-tight")) {
            h2(.class("section-head")) { DraftWords.conflictHead[language] }
            if conflict.rows.isEmpty { p(.class("second")) { DraftWords.conflictNone[language] } }
            table(.class("table stack fixed")) {
                thead {
                    tr {
                        [DraftWords.field, DraftWords.yours, theirs].map { words in
                            th(Attribute("scope", "col")) { words[language] }
                        }
                    }
                }
                tbody {
                    conflict.rows.map { row in
                        tr {
                            th(Attribute("scope", "row")) { row.name[language] }
                            td(.class("wide"), .data("label", DraftWords.yours[language])) { text(row.typed, language) }
                            td(.class("wide"), .data("label", theirs[language])) { text(row.theirs, language) }
                        }
                    }
                }
            }
        }
    }

    private static func text(_ text: String, _ language: Language) -> HTML {
        text.isEmpty
            ? span(.class("quiet")) { DraftWords.nothing[language] }
            : span(.class("lines"), .lang(Language.chinese.tag)) { text }
    }

    // MARK: What may be done next

    private static func next(_ model: DraftPageModel, _ parts: FormParts, _ frame: Frame) -> HTML {
        let language = frame.language
        return group {
            if let submit = model.submit, model.handling.waiting.isEmpty || model.handling.returned != nil {
                section(.class("section")) {
                    h2(.class("section-head")) { DraftWords.submitHead[language] }
                    frame.postForm(submit.target.path, act: submit.target.act, [.class("form")]) {
                        input(.type("hidden"), .name("version"), .value("\(model.draft.version)"))
                        parts.choice(
                            "leader", DraftWords.leader,
                            options: submit.leaders.map { ("\($0.post)", Sentence(zh: $0.name, en: $0.name)) },
                            chosen: nil, note: DraftWords.submitNote(model.draft.version))
                        div(.class("acts")) { button(.class("btn")) { DraftWords.submit[language] } }
                    }
                }
            }
            if let path = model.signOffPath {
                div(.class("acts")) {
                    a(.class(model.edit == nil ? "btn btn-primary" : "btn"), .href(path)) {
                        DraftWords.toSignOff[language]
                    }
                }
            }
            if let drop = model.drop { self.drop(drop, model, parts, frame) }
        }
    }

    private static func drop(
        _ drop: DraftPageModel.Target, _ model: DraftPageModel, _ parts: FormParts, _ frame: Frame
    ) -> HTML {
        let language = frame.language
        return details(.class("more-act"), Attribute("open", if: model.errors["reason"] != nil)) {
            summary { DraftWords.drop[language] }
            frame.postForm(drop.path, act: drop.act, [.class("form")]) {
                parts.text("reason", DraftWords.reason, value: "", note: DraftWords.dropNote)
                div(.class("acts")) { button(.class("btn btn-small")) { DraftWords.drop[language] } }
            }
        }
    }
}
