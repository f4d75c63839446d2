import Federation
import Markup
import Web

/// The phrases this sender customarily writes, each with its count; one press puts it into a line, or takes it out.
enum AddresseesCustomary {
    static func html(_ model: AddresseesModel, _ language: Language) -> HTML {
        guard !model.customary.isEmpty else { return .empty }
        return details(.class("section-tight"), Attribute("open", if: true)) {
            summary { AddresseesWords.customary[language] }
            p(.class("note")) { AddresseesWords.customaryNote[language] }
            table {
                tbody { model.customary.map { row($0, model, language) } }
            }
        }
    }

    private static func row(
        _ phrase: AddresseesModel.Customary, _ model: AddresseesModel, _ language: Language
    ) -> HTML {
        tr {
            td(.lang(Language.chinese.tag)) { phrase.text }
            td(.class("num")) { b { phrase.units.grouped } }
            td {
                if let place = phrase.place {
                    small { AddresseesWords.standsAt(place)[language] }
                    " "
                    AddresseesPhrases.drop(place, phrase.text, model, language)
                } else if phrase.isCovered {
                    small { AddresseesWords.covered[language] }
                } else {
                    press("take", AddresseesWords.take, phrase, model, language)
                    " "
                    press("take_copy", AddresseesWords.takeCopy, phrase, model, language)
                }
            }
        }
    }

    private static func press(
        _ name: String, _ words: Sentence, _ phrase: AddresseesModel.Customary, _ model: AddresseesModel,
        _ language: Language
    ) -> HTML {
        button(
            .class("btn btn-small"), Attribute("formaction", model.checkPath), .name(name), .value(phrase.text),
            .aria("label", AddresseesWords.about(words, phrase.text)[language])
        ) { words[language] }
    }
}
