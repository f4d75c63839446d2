package import Federation
package import Markup
package import Web

package struct UnitSettingsModel: Sendable {
    package var unit: String
    /// Nil where this post may only look.
    package var revisePath: String?
    package var act: ActID
    package var form: UnitSettingsForm
    package var errors: [String: Sentence] = [:]
}

/// The settings of a unit: which steps it keeps, by when it wants signatures, how it numbers its papers.
package enum UnitSettingsPages {
    package static func page(_ model: UnitSettingsModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: UnitSettingsWords.title(model.unit)[language], tab: .units, isNarrow: true) {
            p(.class("crumbs")) {
                a(.href(FrameRoutes.units.path())) { model.unit }
                " / "
                UnitSettingsWords.name[language]
            }
            div(.class("page-head")) {
                h1 { UnitSettingsWords.name[language] }
                span(.class("page-note")) { UnitSettingsWords.lead[language] }
            }
            parts.summary(UnitSettings.grades.map(UnitSettingsForm.name) + ["word"])
            if let path = model.revisePath {
                frame.postForm(path, act: model.act, [.class("form form-desk")]) {
                    fields(model.form, parts)
                    div(.class("acts")) {
                        button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                            UnitSettingsWords.save[language]
                        }
                    }
                }
            } else {
                p(.class("second")) { UnitSettingsWords.readOnly[language] }
                fieldset(.class("form form-desk"), Attribute("disabled", if: true)) { fields(model.form, parts) }
            }
        }
    }

    @HTMLBuilder
    private static func fields(_ form: UnitSettingsForm, _ parts: FormParts) -> HTML {
        let language = parts.language
        parts.boxes("steps", UnitSettingsWords.steps, note: UnitSettingsWords.stepsNote) {
            UnitSettings.Step.allCases.map { step in
                parts.check(
                    "steps", HandlingWords.name(step), isChecked: form.steps.contains(step), value: step.rawValue,
                    note: UnitSettingsWords.note(step))
            }
        }
        parts.boxes("relay", UnitSettingsWords.relay) {
            parts.check("relay_needs_leader", UnitSettingsWords.relayNeedsLeader, isChecked: form.relayNeedsLeader)
        }
        h2(.class("section-head section")) { UnitSettingsWords.hours[language] }
        p(.class("note")) { UnitSettingsWords.hoursNote[language] }
        UnitSettings.grades.map { grade in
            parts.text(
                UnitSettingsForm.name(grade), UnitSettingsWords.hours(grade), value: form.hours[grade] ?? "",
                [Attribute("inputmode", "numeric")])
        }
        h2(.class("section-head section")) { UnitSettingsWords.numbers[language] }
        parts.text("word", UnitSettingsWords.word, value: form.numberWord, note: UnitSettingsWords.wordNote)
    }
}
