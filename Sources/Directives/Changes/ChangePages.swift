import Federation
package import Markup
package import Web

/// A change of a notice, the form that makes one, and the press that says a unit knows.
package enum ChangePages {
    package static func page(_ model: ChangeModel, in frame: Frame) -> HTML {
        let language = frame.language
        var keys: [Frame.Key] = []
        if case .open = model.own { keys = [Frame.Key("S", does: ChangeWords.acknowledge)] }
        return frame.page(
            title: ChangeWords.title(model.kind)[language], tab: .notices, isNarrow: model.told == nil, keys: keys
        ) {
            crumbs(model.notice, language)
            div(.class("page-head")) { h1 { ChangeWords.title(model.kind)[language] } }
            facts(model, language)
            own(model.own, frame)
            if let told = model.told { whoKnows(told, language) }
        }
    }

    private static func crumbs(_ notice: NoticeLine, _ language: Language) -> HTML {
        p(.class("crumbs")) {
            a(.href(notice.listPath)) { ChangeWords.notices[language] }
            " / "
            a(.href(notice.path), .lang(Language.chinese.tag)) { notice.title }
        }
    }

    private static func facts(_ model: ChangeModel, _ language: Language) -> HTML {
        dl(.class("facts")) {
            dt { ChangeWords.which[language] }
            dd { a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title } }
            dt { ChangeWords.by[language] }
            dd {
                model.unit
                span(.class("dot")) {}
                model.person
                if let post = model.post { " \(post[language])" }
            }
            dt { ChangeWords.when[language] }
            dd { TimeWords.short(model.at, language) }
            if let replacement = model.replacement {
                dt { ChangeWords.instead[language] }
                dd {
                    if let path = replacement.path {
                        a(.href(path), .lang(Language.chinese.tag)) { replacement.title }
                    } else {
                        span(.lang(Language.chinese.tag)) { replacement.title }
                        " "
                        small { ChangeWords.notHere[language] }
                    }
                }
            }
            if let text = model.text {
                dt { ChangeWords.text[language] }
                dd(.lang(Language.chinese.tag)) { lines(text) }
            }
            dt { ChangeWords.reason[language] }
            dd(.lang(Language.chinese.tag)) { lines(model.reason) }
        }
    }

    private static func lines(_ text: String) -> [HTML] {
        text.split(separator: "\n").map { line in p { String(line) } }
    }

    private static func own(_ own: ChangeModel.Own, _ frame: Frame) -> HTML {
        let language = frame.language
        switch own {
        case .open(let path, let act, let person):
            return frame.postForm(path, act: act, [.class("act-bar")]) {
                button(.class("btn btn-primary"), .data("key", "S")) {
                    ChangeWords.acknowledge[language]
                    " "
                    kbd { "S" }
                }
                p(.class("note")) { ChangeWords.recordedAs(person)[language] }
            }
        case .openForAnother: return p(.class("section second")) { ChangeWords.notThisPost[language] }
        case .noted(let person, let at):
            return p(.class("section")) {
                ReceiptSquare.svg(state: .signed)
                " "
                ChangeWords.noted(person, at: TimeWords.short(at, language))[language]
            }
        case .notTold: return .empty
        }
    }

    private static func whoKnows(_ told: ChangeModel.Told, _ language: Language) -> HTML {
        section(.class("section")) {
            div(.class("section-head")) {
                h2 { ChangeWords.whoHead[language] }
                small {
                    (told.count == 0 ? ChangeWords.nobodyTold : ChangeWords.count(told.noted, of: told.count))[language]
                }
            }
            if told.count > 0 {
                table(.class("table stack")) {
                    thead {
                        tr {
                            th(Attribute("scope", "col")) { ChangeWords.unit[language] }
                            th(Attribute("scope", "col")) { ChangeWords.notedBy[language] }
                        }
                    }
                    tbody { told.rows.map { row($0, language) } }
                }
                if told.count > told.rows.count {
                    p(.class("note")) { ChangeWords.more(told.count - told.rows.count)[language] }
                }
            }
        }
    }

    private static func row(_ row: ChangeModel.Told.Row, _ language: Language) -> HTML {
        tr {
            th(Attribute("scope", "row")) { row.unit }
            td(.class(row.noted == nil ? "quiet" : "")) {
                if let noted = row.noted {
                    noted.person
                    span(.class("dot")) {}
                    TimeWords.short(noted.at, language)
                } else {
                    ChangeWords.notYet[language]
                }
            }
        }
    }

    // MARK: The form

    package static func form(_ model: ChangeFormModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: ChangeWords.head[language], tab: .notices, isNarrow: true,
            keys: [Frame.Key("Ctrl", "↵", does: ChangeWords.publish(model.holders))]
        ) {
            crumbs(model.notice, language)
            div(.class("page-head")) {
                h1 { ChangeWords.head[language] }
                span(.class("page-note")) { ChangeWords.reaches(model.holders)[language] }
            }
            FieldErrors.summary(
                model.errors, head: ChangeWords.errorHead, note: ChangeWords.errorNote, in: language)
            frame.postForm(model.path, act: model.act, [.class("form")]) {
                kinds(model, language)
                replacement(model, language)
                area("text", ChangeWords.text, ChangeWords.textNote, model.form.text, model, language)
                area("reason", ChangeWords.reason, ChangeWords.reasonNote, model.form.reason, model, language)
                div(.class("acts")) {
                    button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                        ChangeWords.publish(model.holders)[language]
                    }
                    a(.class("btn"), .href(model.notice.path)) { ChangeWords.cancel[language] }
                }
            }
        }
    }

    private static func kinds(_ model: ChangeFormModel, _ language: Language) -> HTML {
        let error = model.errors.first { $0.field == "kind" }
        return fieldset(.class(error == nil ? "field" : "field wrong"), .id("kind"), Attribute("tabindex", "-1")) {
            legend { ChangeWords.kind[language] }
            div {
                Change.Kind.allCases.map { kind in
                    label(.class("check")) {
                        input(
                            .type("radio"), .name("kind"), .value(kind.rawValue), .checked(model.form.kind == kind),
                            error == nil ? .none : .aria("describedby", "kind-error"))
                        span {
                            b { ChangeWords.name(kind)[language] }
                            " "
                            small { ChangeWords.explained(kind)[language] }
                        }
                    }
                }
            }
            FieldErrors.below(error, id: "kind-error", in: language)
        }
    }

    private static func replacement(_ model: ChangeFormModel, _ language: Language) -> HTML {
        field("replacement", ChangeWords.replacement, ChangeWords.replacementNote, model, language) { marks in
            element("select", [.class("input"), .id("replacement"), .name("replacement")] + marks) {
                option(.value("")) { ChangeWords.noReplacement[language] }
                model.replacements.map { notice in
                    option(
                        .value("\(notice.id)"), .lang(Language.chinese.tag),
                        Attribute("selected", if: notice.id == model.form.replacement)
                    ) { [notice.number, notice.title].compactMap(\.self).joined(separator: " ") }
                }
            }
        }
    }

    private static func area(
        _ name: String, _ title: Sentence, _ note: Sentence, _ value: String, _ model: ChangeFormModel,
        _ language: Language
    ) -> HTML {
        field(name, title, note, model, language) { marks in
            element(
                "textarea", [.class("input"), .id(name), .name(name), .lang(Language.chinese.tag)] + marks
            ) {
                // A browser drops the first line feed of a field, so one is added that it may drop.
                "\n" + value
            }
        }
    }

    private static func field(
        _ name: String, _ title: Sentence, _ note: Sentence, _ model: ChangeFormModel, _ language: Language,
        _ control: ([Attribute]) -> HTML
    ) -> HTML {
        let error = model.errors.first { $0.field == name }
        return div(.class(error == nil ? "field" : "field wrong")) {
            label(.for(name)) { title[language] }
            control([
                .aria("describedby", error == nil ? "\(name)-note" : "\(name)-error \(name)-note"),
                error == nil ? .none : .aria("invalid", "true"),
            ])
            p(.class("note"), .id("\(name)-note")) { note[language] }
            FieldErrors.below(error, id: "\(name)-error", in: language)
        }
    }
}
