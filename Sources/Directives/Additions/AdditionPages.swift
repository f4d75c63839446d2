import Federation
import Markup
import Web

/// What was added, and the form that adds.
enum AdditionPages {
    struct Form: Sendable {
        var path: String
        var act: ActID
        var form = AdditionForm()
        var errors: [String: Sentence] = [:]
    }

    static func lines(_ lines: [AdditionLine], _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { AdditionWords.head[language] }
            if !lines.contains(where: { $0.kind == .due }) { p(.class("second")) { AdditionWords.noDate[language] } }
            ul(.class("sheet-steps")) {
                lines.map { line in li { self.line(line, language) } }
            }
        }
    }

    private static func line(_ line: AdditionLine, _ language: Language) -> HTML {
        div(.class("ours")) {
            b {
                AdditionWords.kind(line.kind)[language]
                " "
                if let due = line.dueAt {
                    TimeWords.short(due, language)
                } else {
                    Quoted.html(line.value, in: language)
                }
            }
            if let slack = line.slackSeconds {
                span(.class("dot")) {}
                AdditionWords.slack(slack)[language]
            }
            p { Quoted.html(line.reason, in: language) }
            small { AdditionWords.by(line.unit, line.person, TimeWords.short(line.at, language))[language] }
        }
    }

    static func form(_ model: Form, head: Sentence, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors, prefix: "add-")
        return details(.class("more-act section"), Attribute("open", if: !model.errors.isEmpty)) {
            summary { u { head[language] } }
            frame.postForm(model.path, act: model.act, [.class("form")]) {
                parts.choice(
                    "kind", AdditionWords.what,
                    options: Addition.Kind.allCases.map { ($0.rawValue, AdditionWords.kind($0)) },
                    chosen: model.form.kind.rawValue)
                parts.text(
                    "due", AdditionWords.due, value: model.form.due, type: "datetime-local",
                    note: AdditionWords.dueNote)
                parts.text(
                    "value", AdditionWords.value, value: model.form.value,
                    [Attribute("maxlength", "\(AdditionRefusal.textMax)")])
                parts.text(
                    "reason", AdditionWords.reason, value: model.form.reason, note: AdditionWords.reasonNote,
                    [Attribute("maxlength", "\(AdditionRefusal.textMax)")])
                div(.class("acts")) { button(.class("btn")) { AdditionWords.add[language] } }
            }
        }
    }
}

extension AdditionForm {
    init(_ form: FormFields) {
        self.init(
            kind: form.first("kind").flatMap(Addition.Kind.init(rawValue:)) ?? .due, due: form.first("due") ?? "",
            value: form.first("value") ?? "", reason: form.first("reason") ?? "")
    }
}
