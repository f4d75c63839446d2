import Federation
import Markup
import Web

/// The two short forms with which a notice ends at a unit: the workers were told, or it is filed.
enum ConveyancePages {
    static func convey(_ model: ReceiptModel.Conveying, in frame: Frame, isMain: Bool) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.postForm(model.path, act: model.act, [.class("form section")]) {
            h2(.class("section-head")) { ConveyanceWords.head[language] }
            parts.field("words", ConveyanceWords.words) { marks in
                emptyElement(
                    "input",
                    [
                        .class("input"), .id("words"), .name("words"), .value(model.form.words),
                        .lang(Language.chinese.tag), Attribute("list", "ways"),
                        Attribute("maxlength", "\(Receipt.noteMax)"),
                    ] + marks)
            }
            element("datalist", [.id("ways")]) {
                ConveyanceWords.customary.map { way in option(.lang(Language.chinese.tag)) { way } }
            }
            p(.class("note")) {
                ConveyanceWords.wordsNote[language]
                span(.lang(Language.chinese.tag)) { ConveyanceWords.customary.joined(separator: "、") }
            }
            parts.text(
                "people", ConveyanceWords.people, value: model.form.people, note: ConveyanceWords.peopleNote,
                [Attribute("inputmode", "numeric"), Attribute("autocomplete", "off")])
            div(.class("acts")) {
                button(.class(isMain ? "btn btn-primary" : "btn")) { ConveyanceWords.convey[language] }
            }
        }
    }

    static func file(_ model: ReceiptModel.Filing, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return details(.class("more-act section"), Attribute("open", if: !model.errors.isEmpty)) {
            summary { u { ConveyanceWords.fileHead[language] } }
            frame.postForm(model.path, act: model.act, [.class("form")]) {
                parts.text(
                    "reason", ConveyanceWords.fileReason, value: model.reason, note: ConveyanceWords.fileNote,
                    [Attribute("maxlength", "\(Receipt.noteMax)")])
                div(.class("acts")) { button(.class("btn")) { ConveyanceWords.file[language] } }
            }
        }
    }
}
