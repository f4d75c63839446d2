import Federation
import Markup
import Web

/// The addressee line: on paper with a count under each phrase, and in fields to change it.
enum AddresseesLine {
    static func html(_ model: AddresseesModel, _ language: Language) -> HTML {
        div(.class("paper strip-paper"), .data("answer", "paper")) {
            let action = model.phrases.filter { $0.purpose == .action }
            let copies = model.phrases.filter { $0.purpose == .information }
            if action.isEmpty { p(.class("note")) { AddresseesWords.nobody[language] } }
            if !action.isEmpty { line(nil, action, language) }
            if !copies.isEmpty { line(AddresseesWords.copyLine.zh, copies, language) }
        }
    }

    private static func line(_ label: String?, _ phrases: [AddresseesModel.Phrase], _ language: Language) -> HTML {
        p(.class("line"), .lang(Language.chinese.tag)) {
            if let label { "\(label)：" }
            phrases.map { phrase in
                group {
                    a(
                        .class(phrase.isOpen ? "line-phrase unsure plain" : "line-phrase plain"),
                        .href("#phrase-\(phrase.place)")
                    ) {
                        span { phrase.text }
                        b(.lang(language.tag)) {
                            PhraseNumber.text(phrase.place)
                            " "
                            phrase.isOpen && phrase.units.isEmpty
                                ? AddresseesWords.unresolved[language] : phrase.count.grouped
                        }
                    }
                    phrase.after
                }
            }
        }
    }

    /// Folded away until somebody wants to change the words.
    static func fields(_ model: AddresseesModel, _ language: Language) -> HTML {
        let isOpen = model.phrases.isEmpty || model.isWrong("line") || model.isWrong("copy_line")
        return details(.class("line-edit"), Attribute("open", if: isOpen)) {
            summary {
                u { AddresseesWords.edit[language] }
                " "
                small { AddresseesWords.editNote[language] }
            }
            div(.class("form")) {
                field("line", AddresseesWords.line, model.line, model, language)
                field("copy_line", AddresseesWords.copyLine, model.copyLine, model, language) {
                    p(.class("note")) { AddresseesWords.copyNote[language] }
                }
                div(.class("acts")) {
                    button(.class("btn"), Attribute("formaction", model.checkPath)) {
                        AddresseesWords.check[language]
                    }
                }
            }
        }
    }

    private static func field(
        _ name: String, _ words: Sentence, _ value: String, _ model: AddresseesModel, _ language: Language,
        @HTMLBuilder note: () -> HTML = { .empty }
    ) -> HTML {
        let isWrong = model.isWrong(name)
        return div(.class(isWrong ? "field wrong" : "field")) {
            label(.for(name)) { words[language] }
            textarea(
                .class("input"), .id(name), .name(name), .lang(Language.chinese.tag), .data("checks", ""),
                isWrong ? .aria("describedby", "\(name)-error") : .none
            ) { value }
            note()
            AddresseesPages.error(name, model, language)
        }
    }
}
