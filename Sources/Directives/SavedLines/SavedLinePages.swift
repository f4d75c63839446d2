import Federation
import Markup
import Web

enum SavedLinePages {
    static func part(_ model: SavedLinesModel, _ language: Language) -> HTML {
        guard let savePath = model.savePath else { return .empty }
        let isOpen = model.error != nil || model.note != nil
        return details(.class("section-tight"), .id("saved-lines"), Attribute("open", if: isOpen)) {
            summary { u { SavedLineWords.count(model.lines.count)[language] } }
            if let notice = model.notice { input(.type("hidden"), .name("notice"), .value("\(notice)")) }
            if let note = model.note { p(Attribute("role", "status")) { b { note[language] } } }
            if !model.lines.isEmpty { ul(.class("rows")) { model.lines.map { row($0, savePath, language) } } }
            saving(model, savePath, language)
        }
    }

    private static func row(_ saved: SavedLinesModel.One, _ savePath: String, _ language: Language) -> HTML {
        func label(_ act: Sentence) -> Attribute { .aria("label", SavedLineWords.about(act, saved.name)[language]) }
        return li {
            p {
                b { Quoted.html(saved.name, in: language) }
                " "
                small(.lang(Language.chinese.tag)) { saved.line }
            }
            div(.class("acts")) {
                a(.class("btn btn-small"), .href(saved.usePath), label(SavedLineWords.use)) {
                    SavedLineWords.use[language]
                }
                button(
                    .class("btn btn-small"), Attribute("formaction", savePath), .name("replace"),
                    .value("\(saved.id)"), label(SavedLineWords.replace)
                ) { SavedLineWords.replace[language] }
                button(
                    .class("btn btn-small"), Attribute("formaction", saved.removePath), label(SavedLineWords.remove)
                ) { SavedLineWords.remove[language] }
            }
        }
    }

    private static func saving(_ model: SavedLinesModel, _ savePath: String, _ language: Language) -> HTML {
        let field = "save_name"
        return div(.class(model.error == nil ? "field" : "field wrong")) {
            label(.for(field)) { SavedLineWords.name[language] }
            div(.class("input-row")) {
                input(
                    .class("input"), .id(field), .name(field), .value(model.name),
                    Attribute("maxlength", "\(SavedLine.nameMax)"),
                    model.error == nil ? .none : .aria("describedby", "\(field)-error"))
                button(.class("btn"), Attribute("formaction", savePath)) { SavedLineWords.save[language] }
            }
            FieldErrors.below(
                model.error.map { .init(field: field, sentence: $0) }, id: "\(field)-error", in: language)
            p(.class("note")) { SavedLineWords.saveNote[language] }
        }
    }
}
