import Federation
import Markup
import Web

/// The forms of the handling sheet: the first in full with the main button, the others folded.
enum HandlingFormPages {
    static func forms(_ model: HandlingModel, in frame: Frame) -> HTML {
        guard let first = model.forms.first else { return .empty }
        let rest = Array(model.forms.enumerated().dropFirst())
        let language = frame.language
        return group {
            section {
                h2(.class("section-head")) {
                    model.isMyTurn
                        ? HandlingFormWords.yours(HandlingFormWords.head(first.act))[language]
                        : HandlingFormWords.head(first.act)[language]
                }
                form(first, at: 0, isMain: true, model, in: frame)
            }
            rest.map { place, one in
                details(.class("more-act"), Attribute("open", if: model.typed?.path == one.path)) {
                    summary { u { HandlingFormWords.head(one.act)[language] } }
                    form(one, at: place, isMain: false, model, in: frame)
                }
            }
        }
    }

    /// What was said no to, above everything; where its form is gone, what was typed stands with it.
    static func refused(_ typed: HandlingModel.Typed, _ model: HandlingModel, _ language: Language) -> HTML {
        let place = model.forms.firstIndex { $0.path == typed.path }
        let parts = FormParts(language: language, errors: typed.errors, prefix: prefix(place ?? 0))
        return group {
            parts.summary(["text", "kind", "posts", "leader", "said", "due"], wayOn: typed.wayOn)
            if place == nil, !typed.form.text.isEmpty {
                p(.class("note")) { HandlingFormWords.youWrote[language] }
                blockquote(.class("written")) { typed.form.text }
            }
        }
    }

    private static func prefix(_ place: Int) -> String { "f\(place)-" }

    private static func form(
        _ form: HandlingModel.Form, at place: Int, isMain: Bool, _ model: HandlingModel, in frame: Frame
    ) -> HTML {
        let language = frame.language
        let typed = model.typed?.path == form.path ? model.typed : nil
        let parts = FormParts(language: language, errors: typed?.errors ?? [:], prefix: prefix(place))
        let press = HandlingFormWords.press(form.act)[language]
        return group {
            if let asked = form.asked { p(.class("second section-tight")) { asked[language] } }
            if let act = form.id {
                frame.postForm(form.path, act: act, [.class("form form-desk section-tight")]) {
                    input(.type("hidden"), .name("seen"), .value("\(model.seen)"))
                    fields(form, typed?.form ?? HandlingForm(), parts)
                    div(.class("acts")) { button(.class(isMain ? "btn btn-primary" : "btn")) { press } }
                }
            } else {
                p(.class("acts")) { a(.class(isMain ? "btn btn-primary" : "btn"), .href(form.path)) { press } }
            }
        }
    }

    @HTMLBuilder
    private static func fields(_ form: HandlingModel.Form, _ typed: HandlingForm, _ parts: FormParts) -> HTML {
        switch form.act {
        case .propose:
            text(HandlingFormWords.proposal, typed, parts)
            if !form.posts.isEmpty {
                posts(HandlingFormWords.leaders, form, typed, parts, note: HandlingFormWords.leadersNote)
            }
        case .circulate:
            parts.choice(
                "kind", HandlingFormWords.kind,
                options: form.kinds.map { ($0.rawValue, HandlingFormWords.kind($0)) },
                chosen: typed.kind.isEmpty ? form.kinds.first?.rawValue : typed.kind)
            posts(HandlingFormWords.people, form, typed, parts)
            text(HandlingFormWords.message, typed, parts, rows: 2, note: HandlingFormWords.remarkNote)
        case .instruct:
            text(HandlingFormWords.instruction, typed, parts)
            owners(form, typed, parts)
        case .telephone:
            parts.choice(
                "leader", HandlingFormWords.leader,
                options: [("", HandlingFormWords.choose)] + form.leaders.map { ("\($0.id)", $0.words) },
                chosen: typed.leader)
            parts.text(
                "said", HandlingFormWords.said, value: typed.said, type: "datetime-local",
                note: HandlingFormWords.saidNote)
            text(HandlingFormWords.instruction, typed, parts)
            owners(form, typed, parts)
        case .answer(.read): HTML.empty
        case .answer(.carryOut):
            text(HandlingFormWords.done, typed, parts, rows: 2, note: HandlingFormWords.remarkNote)
        case .answer, .discharge:
            text(HandlingFormWords.remark, typed, parts, rows: 2, note: HandlingFormWords.remarkNote)
        case .giveBack: text(HandlingFormWords.remark, typed, parts)
        case .signOff, .redraft: HTML.empty
        }
    }

    private static func text(
        _ title: Sentence, _ typed: HandlingForm, _ parts: FormParts, rows: Int = 3, note: Sentence? = nil
    ) -> HTML {
        parts.area("text", title, value: typed.text, rows: rows, note: note, isCode: false)
    }

    private static func owners(_ form: HandlingModel.Form, _ typed: HandlingForm, _ parts: FormParts) -> HTML {
        group {
            posts(HandlingFormWords.owners, form, typed, parts, note: HandlingFormWords.ownersNote)
            parts.text("due", HandlingFormWords.day, value: typed.due, type: "date", note: HandlingFormWords.dayNote)
        }
    }

    private static func posts(
        _ title: Sentence, _ form: HandlingModel.Form, _ typed: HandlingForm, _ parts: FormParts, note: Sentence? = nil
    ) -> HTML {
        parts.checks(
            "posts", title, options: form.posts.map { ("\($0.id)", $0.words) }, chosen: Set(typed.posts), note: note)
    }
}
