import Federation
package import Markup
package import Web

/// Where a notice is pasted or uploaded.
package enum PastePages {
    package static func page(_ model: PasteModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: PasteWords.title[language], tab: .notices,
            keys: [Frame.Key("Ctrl", "↵", does: PasteWords.read)]
        ) {
            p(.class("crumbs")) {
                a(.href(model.listPath)) { PasteWords.notices[language] }
                " / "
                PasteWords.new[language]
            }
            div(.class("page-head")) {
                h1 { PasteWords.title[language] }
                span(.class("page-note")) { PasteWords.lead[language] }
            }
            FieldErrors.summary(
                model.errors, head: PasteWords.errorHead, note: PasteWords.errorNote, in: language)
            div(.class("split")) {
                frame.postForm(model.readPath, act: model.act, [.class("form form-desk")], takesFiles: true) {
                    textField(model, language)
                    fileField(model, language)
                    acts(model, language)
                }
                aside { promises(language) }
            }
        }
    }

    private static func textField(_ model: PasteModel, _ language: Language) -> HTML {
        let error = model.errors.first { $0.field == "text" }
        return div(.class(error == nil ? "field" : "field wrong")) {
            label(.for("text")) { PasteWords.text[language] }
            div {
                textarea(
                    .class("input text-paste"), .id("text"), .name("text"), .lang(Language.chinese.tag),
                    Attribute("spellcheck", "false"),
                    .aria("describedby", error == nil ? "text-note" : "text-error text-note"),
                    error == nil ? .none : .aria("invalid", "true")
                ) {
                    // A browser drops the first line feed of a field, so one is added that it may drop.
                    "\n" + model.text
                }
                FieldErrors.below(error, id: "text-error", in: language)
                p(.class("note"), .id("text-note")) {
                    (model.isSample ? PasteWords.sampleFilled : PasteWords.textNote)[language]
                }
            }
        }
    }

    private static func fileField(_ model: PasteModel, _ language: Language) -> HTML {
        let error = model.errors.first { $0.field == "file" }
        return div(.class(error == nil ? "field" : "field wrong")) {
            label(.for("file")) { PasteWords.file[language] }
            div {
                div(.class("upload")) {
                    input(
                        .id("file"), .name("file"), .type("file"), Attribute("multiple", if: true),
                        Attribute("accept", ".docx,.pdf,.jpg,.jpeg,.png,.txt,application/pdf,image/jpeg,image/png"),
                        .aria("describedby", error == nil ? "file-note" : "file-error file-note"),
                        error == nil ? .none : .aria("invalid", "true"))
                    p(.class("note"), .id("file-note")) { PasteWords.fileNote[language] }
                    if error != nil { p(.class("note")) { PasteWords.fileAgain[language] } }
                }
                FieldErrors.below(error, id: "file-error", in: language)
            }
        }
    }

    private static func acts(_ model: PasteModel, _ language: Language) -> HTML {
        div(.class("acts")) {
            button(.class("btn btn-primary"), .data("key", "Ctrl+Enter"), .data("key-label", PasteWords.read[language]))
            {
                PasteWords.read[language]
                " "
                kbd { "Ctrl ↵" }
            }
            if let path = model.samplePath { a(.class("btn"), .href(path)) { PasteWords.sample[language] } }
            a(.class("btn"), .href(model.listPath)) { PasteWords.cancel[language] }
            span(.class("acts-note")) { PasteWords.classified[language] }
        }
    }

    private static func promises(_ language: Language) -> HTML {
        section {
            h2(.class("section-head")) { PasteWords.whatHead[language] }
            ul(.class("rows second")) { PasteWords.what.map { line in li { line[language] } } }
            p(.class("note section")) { PasteWords.promise[language] }
        }
    }
}

/// What is wrong with a form: a summary on top whose lines lead to the fields, and a sentence under each field.
enum FieldErrors {
    static func summary(
        _ errors: [AddresseesModel.FieldError], head: (Int) -> Sentence, note: Sentence, in language: Language
    ) -> HTML {
        guard !errors.isEmpty else { return .empty }
        return div(
            .class("error-summary"), Attribute("role", "alert"), Attribute("tabindex", "-1"), .data("focus", "")
        ) {
            h2 { head(errors.count)[language] }
            p { note[language] }
            ul { errors.map { error in li { a(.href("#\(error.field)")) { error.sentence[language] } } } }
        }
    }

    static func below(_ error: AddresseesModel.FieldError?, id: String, in language: Language) -> HTML {
        guard let error else { return .empty }
        return p(.class("error"), .id(id)) {
            svg(.aria("hidden", "true")) { use(.href("#i-warn")) }
            error.sentence[language]
        }
    }
}
