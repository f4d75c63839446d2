import Federation
package import Markup
package import Web

/// Reads a notice before it is registered: the paper at the left, a ruler, what was read at the right.
package enum ReadingPages {
    package static func page(_ model: DraftModel, in frame: Frame) -> HTML {
        let language = frame.language
        let fields = ReadingFields(model.reading, in: language)
        return frame.page(title: ReadingWords.title[language], tab: .notices, keys: keys(ReadingWords.registerKey)) {
            p(.class("crumbs")) {
                a(.href(model.listPath)) { ReadingWords.notices[language] }
                " / "
                ReadingWords.new[language]
            }
            div(.class("page-head")) {
                h1 { ReadingWords.title[language] }
                span(.class("page-note")) {
                    ReadingWords.lead(
                        at: model.readAt.map(TimeWords.clock), file: model.fileName,
                        characters: model.reading.text.unicodeScalars.count)[language]
                    if let name = model.fileName {
                        " · "
                        Quoted.html(name, in: language)
                    }
                    language == .chinese ? "。" : ". "
                    if model.reading.originals.allSatisfy({ $0.recognised == 0 }) { ReadingWords.promise[language] }
                }
            }
            FieldErrors.summary(
                model.reading.errors, head: ReadingWords.errorHead, note: ReadingWords.errorNote, in: language)
            div(.class("read"), .data("read", "")) {
                fields.drawing.html()
                fields.drawing.ruler()
                fields.marking()
                section(.aria("label", ReadingWords.fields[language]), .data("list", "")) {
                    frame.postForm(model.registerPath, act: model.act) {
                        // Enter in a field shows the page with what was corrected; it does not register.
                        button(
                            .class("out"), Attribute("formaction", model.readPath), Attribute("tabindex", "-1"),
                            .aria("hidden", "true")
                        ) { ReadingWords.show[language] }
                        fields.sum(milliseconds: model.milliseconds, toggle: toggle(model, fields, language))
                        text(model, language)
                        fields.html(canCorrect: true, save: show(model, language))
                        NoticeArrivalPages.part(model.reading.arrivalForm, model.reading.errors, language)
                        acts(model, language)
                    }
                    steps(model, language)
                }
            }
        }
    }

    /// The text goes along with the form; what was recognised can be corrected beside its original.
    private static func text(_ model: DraftModel, _ language: Language) -> HTML {
        // A browser drops the first line feed of a field, so one is added that it may drop.
        let words = HTML("\n" + model.reading.text)
        guard let original = model.reading.originals.first else {
            return textarea(.name("text"), .lang(Language.chinese.tag), Attribute("hidden", if: true)) { words }
        }
        return group {
            input(.type("hidden"), .name("original"), .value("\(original.id)"))
            OriginalDrawing.section(
                original, language,
                more: details {
                    summary { u { OriginalWords.edit[language] } }
                    label(.class("out"), .for("text")) { OriginalWords.editLabel[language] }
                    textarea(
                        .class("input text-paste"), .id("text"), .name("text"), .lang(Language.chinese.tag),
                        Attribute("spellcheck", "false")
                    ) { words }
                    p(.class("note")) { OriginalWords.editNote[language] }
                    button(.class("btn btn-small"), Attribute("formaction", model.readPath)) {
                        OriginalWords.readAgain[language]
                    }
                })
        }
    }

    /// J K ↵ E N, and what the main button does.
    static func keys(_ main: Sentence?, canCorrect: Bool = true) -> [Frame.Key] {
        var keys = [
            Frame.Key("J", "K", does: ReadingWords.upDown), Frame.Key("↵", does: ReadingWords.toText),
        ]
        if canCorrect { keys.append(Frame.Key("E", does: ReadingWords.correct)) }
        keys.append(Frame.Key("N", does: ReadingWords.nextDecision))
        if let main { keys.append(Frame.Key("Ctrl", "↵", does: main)) }
        return keys
    }

    private static func toggle(_ model: DraftModel, _ fields: ReadingFields, _ language: Language) -> HTML {
        func again(_ words: Sentence, only: Bool) -> HTML {
            button(
                .class("btn-link"), Attribute("formaction", model.readPath),
                only ? .name("only") : .none, only ? .value("decisions") : .none
            ) { words[language] }
        }
        if model.reading.onlyDecisions { return again(ReadingWords.everything, only: false) }
        let count = fields.decisionCount
        return count == 0
            ? HTML(ReadingWords.nothingToDecide[language]) : again(ReadingWords.onlyDecisions(count), only: true)
    }

    /// Shows the page again as corrected, registering nothing.
    private static func show(_ model: DraftModel, _ language: Language) -> HTML {
        button(.class("btn btn-small"), Attribute("formaction", model.readPath)) { ReadingWords.show[language] }
    }

    private static func acts(_ model: DraftModel, _ language: Language) -> HTML {
        div(.class("acts")) {
            button(
                .class("btn btn-primary"), .data("key", "Ctrl+Enter"),
                .data("key-label", ReadingWords.registerKey[language])
            ) {
                ReadingWords.register[language]
                " "
                kbd { "Ctrl ↵" }
            }
            a(.class("btn"), .href(model.pastePath)) { ReadingWords.pasteAgain[language] }
            span(.class("note")) { ReadingWords.registerNote[language] }
        }
    }

    private static func steps(_ model: DraftModel, _ language: Language) -> HTML {
        p(.class("steps section")) {
            b { ReadingWords.afterwards[language] }
            ReadingWords.steps(
                isIssuedHere: model.reading.isIssuedHere, units: model.reading.addressees?.units
            ).map { step in span { step[language] } }
        }
    }
}
