import Federation
package import Markup
package import Web

/// The line on paper with a count under each phrase, its reason on the left, the units on the right; one form for all.
package enum AddresseesPages {
    package static func page(_ model: AddresseesModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: AddresseesWords.title(model.manner)[language], tab: .notices, keys: keys) {
            head(model, language)
            if !model.errors.isEmpty { summary(model.errors, language) }
            AddresseesLine.html(model, language)
            frame.postForm(
                model.sendPath, act: model.act,
                [
                    .class("split side-wide section"), .id("addressees"), .data("tally", ""),
                    .data("check", model.checkPath),
                ]
            ) {
                // Enter in a field presses the first button of a form: it must check, never send.
                button(
                    .class("out"), Attribute("formaction", model.checkPath), Attribute("tabindex", "-1"),
                    .aria("hidden", "true")
                ) { AddresseesWords.check[language] }
                section {
                    div(.data("answer", "head")) { AddresseesPhrases.head(model, language) }
                    AddresseesLine.fields(model, language)
                    div(.data("answer", "customary")) { AddresseesCustomary.html(model, language) }
                    SavedLinePages.part(model.saved, language)
                    div(.data("answer", "phrases")) {
                        ol(.class("phrases"), .data("list", "")) {
                            model.phrases.map { AddresseesPhrases.item($0, model, language) }
                        }
                    }
                }
                section(.class("stick"), .data("answer", "list"), .id("gone")) {
                    error("gone", model, language)
                    input(
                        .type("hidden"), .name("shown_lines"),
                        .value(AddresseesForm.shown(model.line, model.copyLine)))
                    AddresseesList.html(model, language)
                    acts(model, language)
                }
            }
        }
    }

    private static let keys: [Frame.Key] = [
        Frame.Key("J", "K", does: AddresseesWords.keyPhrase), Frame.Key("N", does: AddresseesWords.keyDecide),
        Frame.Key("/", does: AddresseesWords.keyAdd), Frame.Key("Ctrl", "↵", does: AddresseesWords.keySend),
    ]

    private static func head(_ model: AddresseesModel, _ language: Language) -> HTML {
        group {
            p(.class("crumbs")) {
                a(.href(model.notice.listPath)) { AddresseesWords.notices[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
                " / "
                AddresseesWords.crumb(model.manner)[language]
            }
            div(.class("page-head")) {
                h1 {
                    if let grade = model.notice.grade {
                        GradeBadge.html(grade, in: language)
                        " "
                    }
                    AddresseesWords.title(model.manner)[language]
                }
                if model.manner == .relay {
                    span(.class("page-note")) { AddresseesWords.relayNote[language] }
                }
            }
        }
    }

    private static func summary(_ errors: [AddresseesModel.FieldError], _ language: Language) -> HTML {
        div(
            .class("error-summary"), Attribute("role", "alert"), Attribute("tabindex", "-1"), .data("focus", "")
        ) {
            h2 { AddresseesWords.errors(errors.count)[language] }
            ul {
                errors.map { error in li { a(.href("#\(error.field)")) { error.sentence[language] } } }
            }
        }
    }

    /// The sentence under a field that is wrong.
    static func error(_ field: String, _ model: AddresseesModel, _ language: Language) -> HTML {
        model.errors.filter { $0.field == field }.reduce(into: .empty) { html, error in
            html += p(.class("error"), .id("\(field)-error")) {
                svg(.aria("hidden", "true")) { use(.href("#i-warn")) }
                error.sentence[language]
            }
        }
    }

    private static func acts(_ model: AddresseesModel, _ language: Language) -> HTML {
        let send = AddresseesWords.send(model.manner)
        let kept = model.phrases.filter { $0.isOpen && $0.choice == .keep }.map(\.place)
        return div(.class("acts")) {
            button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                span {
                    send.before[language]
                    span(.data("total", "")) { model.sentCount.grouped }
                    send.after[language]
                }
                " "
                kbd { "Ctrl ↵" }
            }
            span(.class("acts-note")) { AddresseesWords.ends[language] }
            if !kept.isEmpty { span(.class("acts-note")) { AddresseesWords.keptNote(kept)[language] } }
        }
    }
}

extension AddresseesModel {
    func isWrong(_ field: String) -> Bool { errors.contains { $0.field == field } }
}
