import Federation
import Markup
import Web

enum UnitChangePages {
    static func page(_ model: UnitChangeModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = UnitChangeWords.head(model.change, model.unit.name)[language]
        return frame.page(
            title: head, tab: .units,
            keys: [Frame.Key("Ctrl", "↵", does: UnitWords.name(of: model.change))]
        ) {
            UnitCrumbs.html(
                model.ancestors + [model.unit], last: UnitWords.name(of: model.change)[language], in: frame)
            div(.class("page-head")) {
                h1 { head }
                span(.class("page-note code")) { model.code }
            }
            FormParts(language: language, errors: model.errors).summary(["parent", "line", "day"], wayOn: model.wayOn)
            div(.class("split")) {
                changeForm(model, in: frame)
                aside {
                    section {
                        div(.class("section-head")) { h2 { UnitChangeWords.does[language] } }
                        ul(.class("rows")) {
                            UnitChangeWords.what(
                                model.change, children: model.children, below: model.below, posts: model.posts
                            ).map { sentence in li { sentence[language] } }
                        }
                    }
                    if !model.lines.isEmpty {
                        section(.class("section")) {
                            div(.class("section-head")) { h2 { UnitChangeWords.now[language] } }
                            dl(.class("facts")) { model.lines.map { UnitPages.line($0, language) } }
                        }
                    }
                }
            }
        }
    }

    private static func changeForm(_ model: UnitChangeModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.postForm(model.target.path, act: model.target.act, [.class("form form-desk")]) {
            switch model.change {
            case .move, .secondLine:
                group {
                    parent(model, parts)
                    parts.choice(
                        "line", UnitChangeWords.line,
                        options: UnitLine.allCases.map { ($0.rawValue, UnitChangeWords.name(of: $0)) },
                        chosen: model.line.rawValue)
                }
            case .merge: parent(model, parts)
            case .close, .endSecondLine: HTML.empty
            }
            parts.text(
                "day", UnitChangeWords.day, value: model.day, type: "date", note: UnitChangeWords.dayNote)
            div(.class("acts")) {
                button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                    UnitChangeWords.press(model.change, below: model.below)[language]
                    " "
                    kbd { "Ctrl ↵" }
                }
                a(.class("btn"), .href(model.unit.path)) { UnitChangeWords.back[language] }
            }
        }
    }

    private static func parent(_ model: UnitChangeModel, _ parts: FormParts) -> HTML {
        parts.text(
            "parent", UnitChangeWords.parent(model.change), value: model.parent,
            note: model.parentName.map(UnitChangeWords.found) ?? UnitChangeWords.parentNote, isCode: true,
            [
                Attribute("autocomplete", "off"), Attribute("spellcheck", "false"),
                model.suggestPath.map { .data("suggest", $0) } ?? .none,
            ])
    }
}
