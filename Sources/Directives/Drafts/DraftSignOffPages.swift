import Federation
package import Markup
package import Web

/// The sign-off: the paper, whom it goes to, its number, and the one button.
package enum DraftSignOffPages {
    package static func page(_ model: DraftSignOffModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: SignOffWords.head[language], tab: .notices) {
            DraftPages.crumbs(DraftRoutes.list.path(), (model.path, model.title), language)
            div(.class("page-head")) {
                h1 { SignOffWords.head[language] }
                span(.class("page-note")) { DraftWords.version(model.draft.version)[language] }
            }
            parts.summary(
                ["number", "number_reserved", "number_text", "leader", "said"], wayOn: model.wayOn)
            div(.class("split paper-wide")) {
                div {
                    facts(model, language)
                    if let target = model.target {
                        form(target, model, parts, frame)
                    } else if model.issued == nil {
                        p(.class("second section")) { SignOffWords.notYours[language] }
                    }
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

    private static func facts(_ model: DraftSignOffModel, _ language: Language) -> HTML {
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
            dl(.class("facts")) {
                dt { SignOffWords.sends[language] }
                dd { b { SignOffWords.units(model.units, copies: model.copies)[language] } }
                model.phrases.map { phrase in
                    group {
                        dt { "\(phrase.units)" }
                        dd {
                            Quoted.html(phrase.text, in: language)
                            if phrase.purpose == .information {
                                " "
                                small { DraftWords.copyLine[language] }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func form(
        _ target: DraftPageModel.Target, _ model: DraftSignOffModel, _ parts: FormParts, _ frame: Frame
    ) -> HTML {
        let language = frame.language
        return frame.postForm(target.path, act: target.act, [.class("form section")]) {
            input(.type("hidden"), .name("version"), .value("\(model.form.version)"))
            numbers(model, parts, language)
            if model.mayRecord { telephone(model, parts, language) }
            div(.class("acts")) {
                button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                    (model.maySignOff ? SignOffWords.sign(model.units) : SignOffWords.record(model.units))[language]
                    " "
                    kbd { "Ctrl ↵" }
                }
                span(.class("acts-note")) { SignOffWords.ends[language] }
            }
        }
    }

    private static func numbers(_ model: DraftSignOffModel, _ parts: FormParts, _ language: Language) -> HTML {
        let isWrong = ["number", "number_reserved", "number_text"].contains { model.errors[$0] != nil }
        return fieldset(.class(isWrong ? "field wrong" : "field"), .id("number")) {
            legend { SignOffWords.number[language] }
            div {
                if let next = model.next {
                    choice(.next, SignOffWords.next(next), model, language, note: SignOffWords.nextNote)
                }
                if !model.reserved.isEmpty {
                    choice(.reserved, SignOffWords.reserved, model, language) {
                        element(
                            "select",
                            [
                                .class("input"), .id("number_reserved"), .name("number_reserved"),
                                .aria("label", SignOffWords.reserved[language]),
                            ]
                        ) {
                            model.reserved.map { number in
                                option(.value(number), Attribute("selected", if: number == model.form.reserved)) {
                                    number
                                }
                            }
                        }
                    }
                }
                choice(.hand, SignOffWords.hand, model, language) {
                    input(
                        .class("input"), .id("number_text"), .name("number_text"), .value(model.form.text),
                        .lang(Language.chinese.tag), Attribute("placeholder", SignOffWords.handHint[language]),
                        .aria("label", SignOffWords.hand[language]))
                }
                choice(.none, SignOffWords.none, model, language)
            }
            ["number", "number_reserved", "number_text"].map { parts.errorLine($0) }
        }
    }

    private static func choice(
        _ choice: SignOffForm.Choice, _ words: Sentence, _ model: DraftSignOffModel, _ language: Language,
        note: Sentence? = nil, @HTMLBuilder _ field: () -> HTML = { .empty }
    ) -> HTML {
        label(.class("check mid")) {
            input(
                .type("radio"), .name("number"), .value(choice.rawValue), .checked(model.form.number == choice))
            span(.class(note == nil ? "nowrap" : "")) {
                words[language]
                if let note {
                    " "
                    small { note[language] }
                }
            }
            field()
        }
    }

    /// Word of a leader by telephone, for whoever may write it down.
    private static func telephone(_ model: DraftSignOffModel, _ parts: FormParts, _ language: Language) -> HTML {
        let isWrong = model.errors["leader"] != nil || model.errors["said"] != nil
        let none = (value: "", text: SignOffWords.nobody)
        return details(
            .class("more-act"),
            Attribute("open", if: isWrong || !model.maySignOff || !model.form.leader.isEmpty)
        ) {
            summary { SignOffWords.telephone[language] }
            p(.class("note")) { SignOffWords.telephoneNote[language] }
            parts.choice(
                "leader", SignOffWords.leader,
                options: [none] + model.leaders.map { ("\($0.post)", Sentence(zh: $0.name, en: $0.name)) },
                chosen: model.form.leader)
            parts.text("said", SignOffWords.said, value: model.form.said, type: "datetime-local")
        }
    }
}
