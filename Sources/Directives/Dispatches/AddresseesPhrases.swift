import Federation
import Markup
import Web

/// Each phrase of the line with its count, its reason and its first units; one that is not resolved asks for a choice.
enum AddresseesPhrases {
    private static let namesShown = 6

    static func head(_ model: AddresseesModel, _ language: Language) -> HTML {
        div(.class("section-head")) {
            h2 {
                AddresseesWords.phrases(model.phrases.count, resolved: model.phrases.count { !$0.isOpen })[language]
            }
        }
    }

    static func item(_ phrase: AddresseesModel.Phrase, _ model: AddresseesModel, _ language: Language) -> HTML {
        li(
            .class(phrase.isOpen ? "phrase unresolved" : "phrase"), .id("phrase-\(phrase.place)"), .data("item", ""),
            phrase.isOpen && phrase.choice == nil ? .data("decide", "") : .none
        ) {
            span(.class("phrase-no")) { PhraseNumber.text(phrase.place) }
            span(.class("phrase-words"), .lang(Language.chinese.tag)) {
                phrase.text
                flags(phrase, language)
            }
            b(.class("phrase-count")) { phrase.count.grouped }
            input(.type("hidden"), .name("phrase-\(phrase.place)"), .value(phrase.text))
            if phrase.note == nil && phrase.choice == nil {
                div(.class("phrase-why")) {
                    why(phrase, language)
                    names(phrase, language)
                    drop(phrase.place, phrase.text, model, language)
                }
            } else {
                choices(phrase, model, language)
            }
        }
    }

    /// Takes the words out of the line.
    static func drop(_ place: Int, _ text: String, _ model: AddresseesModel, _ language: Language) -> HTML {
        button(
            .class("btn-link no-print"), Attribute("formaction", model.checkPath), .name("drop"), .value("\(place)"),
            .aria("label", AddresseesWords.about(AddresseesWords.drop, text)[language])
        ) { AddresseesWords.drop[language] }
    }

    private static func flags(_ phrase: AddresseesModel.Phrase, _ language: Language) -> HTML {
        group {
            if phrase.isOpen {
                flag("unsure", AddresseesWords.unresolved, language)
            } else if phrase.choice == .name {
                flag("known", AddresseesWords.named, language)
            }
            if phrase.purpose == .information { flag("absent", AddresseesWords.copy, language) }
        }
    }

    static func flag(_ mark: String, _ words: Sentence, _ language: Language) -> HTML {
        span(.class("flag \(mark)"), .lang(language.tag)) {
            svg(.aria("hidden", "true")) { use(.href("#i-\(mark)")) }
            words[language]
        }
    }

    private static func why(_ phrase: AddresseesModel.Phrase, _ language: Language) -> HTML {
        small {
            phrase.reason[language]
            if phrase.isInferred {
                " "
                flag("inferred", AddresseesWords.inferred, language)
            }
        }
    }

    private static func names(_ phrase: AddresseesModel.Phrase, _ language: Language) -> HTML {
        guard !phrase.units.isEmpty else { return .empty }
        return p(.class("phrase-names")) {
            phrase.units.prefix(namesShown).map { unit in span { unit.name } }
            if phrase.units.count > namesShown {
                a(.href("#list-\(phrase.place)")) { AddresseesWords.all(phrase.units.count)[language] }
            }
        }
    }

    // MARK: The four choices

    private static func choices(
        _ phrase: AddresseesModel.Phrase, _ model: AddresseesModel, _ language: Language
    ) -> HTML {
        fieldset(.class("phrase-why"), .id("choice-\(phrase.place)")) {
            legend(.class("out")) { AddresseesWords.whatToDo(phrase.text)[language] }
            small { AddresseesWords.chooseOne(because: phrase.note ?? phrase.reason)[language] }
            if !phrase.candidates.isEmpty { candidates(phrase, language) }
            AddresseesModel.Choice.allCases.map { choice in
                radio(choice, phrase, model, language)
            }
            names(phrase, language)
            AddresseesPages.error("choice-\(phrase.place)", model, language)
        }
    }

    private static func candidates(_ phrase: AddresseesModel.Phrase, _ language: Language) -> HTML {
        p(.class("phrase-names")) {
            AddresseesWords.candidates[language]
            phrase.candidates.map { unit in
                span {
                    unit.name
                    " "
                    span(.class("code")) { unit.code }
                }
            }
        }
    }

    private static func radio(
        _ choice: AddresseesModel.Choice, _ phrase: AddresseesModel.Phrase, _ model: AddresseesModel,
        _ language: Language
    ) -> HTML {
        let (nameField, reasonField) = ("name-\(phrase.place)", "reason-\(phrase.place)")
        return group {
            label(.class("check mid")) {
                input(
                    .type("radio"), .name("choice-\(phrase.place)"), .value(choice.rawValue),
                    .checked(phrase.choice == choice))
                " "
                AddresseesWords.choice(choice)[language]
                " "
                switch choice {
                case .name:
                    span(.class(model.isWrong(nameField) ? "picker field wrong" : "picker")) {
                        input(
                            .class("input"), .id(nameField), .name(nameField), .value(phrase.name),
                            Attribute("placeholder", AddresseesWords.nameHint[language]),
                            .aria("label", AddresseesWords.name[language]), .data("suggest", model.suggestPath))
                    }
                case .keep:
                    span(.class(model.isWrong(reasonField) ? "picker field wrong" : "picker")) {
                        input(
                            .class("input"), .id(reasonField), .name(reasonField), .value(phrase.keepReason),
                            .aria("label", AddresseesWords.reason[language]))
                    }
                case .create:
                    if let path = model.newUnitPath { a(.href(path)) { AddresseesWords.createHere[language] } }
                case .remove:
                    group {}
                }
            }
            if choice == .name { AddresseesPages.error(nameField, model, language) }
            if choice == .keep { AddresseesPages.error(reasonField, model, language) }
        }
    }
}
