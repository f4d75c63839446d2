import Federation
package import Markup
package import Web

/// The page of an original that is not read yet.
package enum OriginalPages {
    package static func page(_ model: OriginalWaitModel, in frame: Frame) -> HTML {
        let language = frame.language
        let title = model.waitingPage == nil ? OriginalWords.typeTitle : OriginalWords.waitTitle
        return frame.page(
            title: title[language], tab: .notices,
            keys: model.waitingPage == nil ? [Frame.Key("Ctrl", "↵", does: PasteWords.read)] : []
        ) {
            p(.class("crumbs")) {
                a(.href(model.listPath)) { PasteWords.notices[language] }
                " / "
                a(.href(model.pastePath)) { PasteWords.new[language] }
            }
            div(.class("page-head")) {
                h1 { title[language] }
                span(.class("page-note")) { lead(model)[language] }
            }
            FieldErrors.summary(model.errors, head: PasteWords.errorHead, note: PasteWords.errorNote, in: language)
            if let place = model.waitingPage {
                progress(place, of: model.original.pageCount, language)
                OriginalDrawing.pictures(model.original, language)
            } else {
                div(.class("typing")) {
                    OriginalDrawing.pictures(model.original, language)
                    form(model, frame)
                }
            }
        }
    }

    private static func lead(_ model: OriginalWaitModel) -> Sentence {
        if model.waitingPage != nil { return OriginalWords.waitNote }
        return model.text.isEmpty ? OriginalWords.typeLead : OriginalWords.recognisedLead
    }

    private static func progress(_ place: Int, of count: Int, _ language: Language) -> HTML {
        div(.class("recognising"), Attribute("role", "status")) {
            p { b { OriginalWords.waiting(place, of: count)[language] } }
            element(
                "progress", [Attribute("max", "\(count)"), .value("\(place - 1)"), .aria("hidden", "true")]
            ) {}
            p { a(.href("")) { OriginalWords.look2[language] } }
        }
    }

    private static func form(_ model: OriginalWaitModel, _ frame: Frame) -> HTML {
        let language = frame.language
        let error = model.errors.first { $0.field == "text" }
        return frame.postForm(model.readPath, act: nil, [.class("form")]) {
            input(.type("hidden"), .name("original"), .value("\(model.original.id)"))
            div(.class(error == nil ? "field" : "field wrong")) {
                label(.for("text")) { PasteWords.text[language] }
                textarea(
                    .class("input text-paste"), .id("text"), .name("text"), .lang(Language.chinese.tag),
                    Attribute("spellcheck", "false"), error == nil ? .none : .aria("invalid", "true"),
                    error == nil ? .none : .aria("describedby", "text-error")
                ) { "\n" + model.text }
                FieldErrors.below(error, id: "text-error", in: language)
            }
            div(.class("acts")) {
                button(
                    .class("btn btn-primary"), .data("key", "Ctrl+Enter"), .data("key-label", PasteWords.read[language])
                ) {
                    PasteWords.read[language]
                    " "
                    kbd { "Ctrl ↵" }
                }
                a(.class("btn"), .href(model.pastePath)) { PasteWords.cancel[language] }
                span(.class("acts-note")) { PasteWords.classified[language] }
            }
        }
    }
}

/// An original on a page: its files, how its text was got, its pages.
enum OriginalDrawing {
    static func section(_ model: OriginalModel, _ language: Language, more: HTML = .empty) -> HTML {
        Markup.section(.class("section original no-print"), .aria("label", OriginalWords.head[language])) {
            h2(.class("section-head")) { OriginalWords.head[language] }
            files(model, language)
            p(.class("note")) {
                OriginalWords.manner(model)[language]
                if model.doubtful > 0 {
                    " "
                    span(.class("doubt-note")) { OriginalWords.doubtful(model.doubtful)[language] }
                }
            }
            if !model.pictures.isEmpty {
                details {
                    summary { u { OriginalWords.look[language] } }
                    pictures(model, language, withFiles: false)
                }
            }
            more
        }
    }

    private static func files(_ model: OriginalModel, _ language: Language) -> HTML {
        ul(.class("rows")) {
            model.files.map { file in
                li {
                    span {
                        a(.href(file.path), Attribute("download", file.name)) { file.name }
                        " "
                        small { "\(file.kind.rawValue.uppercased()) · \(size(file.size))" }
                    }
                }
            }
        }
    }

    /// The pages one under the other, loaded as they come into sight.
    static func pictures(_ model: OriginalModel, _ language: Language, withFiles: Bool = true) -> HTML {
        div(.class("original-pages"), .aria("label", OriginalWords.pages[language]), Attribute("role", "group")) {
            if withFiles { files(model, language) }
            if model.pictures.isEmpty, withFiles { p(.class("empty")) { OriginalWords.noPicture[language] } }
            model.pictures.enumerated().map { place, path in
                figure {
                    a(.class("plain"), .href(path)) {
                        img(
                            Attribute("src", path), Attribute("alt", OriginalWords.picture(place + 1)[language]),
                            Attribute("loading", "lazy"))
                    }
                    if model.pictures.count > 1 {
                        figcaption(.class("note")) {
                            OriginalWords.page(place + 1, of: model.pictures.count)[language]
                        }
                    }
                }
            }
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(bytes / 100_000 / 10).\(bytes / 100_000 % 10) MB" : "\(max(1, bytes / 1_000)) KB"
    }
}
