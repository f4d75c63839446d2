import Federation
import Markup
import Web

/// The forms by which an administrator lets others in.
enum InviteForms {
    /// Somebody for one unit.
    static func one(_ form: InviteForm, isPrimary: Bool, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: form.errors, prefix: "invite-")
        return frame.postForm(form.target.path, act: form.target.act) {
            section(.class("section"), .id("invite")) {
                div(.class("section-head")) { h2 { InvitationWords.inviteHere[language] } }
                div(.class("form section-tight")) {
                    parts.choice(
                        "role", InvitationWords.role, options: form.roles.map { ($0.rawValue, $0.name) },
                        chosen: (form.role ?? form.roles.first)?.rawValue)
                    days(form.days, parts)
                }
                div(.class("acts")) {
                    button(.class(isPrimary ? "btn btn-primary" : "btn")) { InvitationWords.inviteOne[language] }
                }
            }
        }
    }

    /// Everybody below.
    static func below(_ form: InviteBelowForm, isPrimary: Bool, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: form.errors, prefix: "below-")
        return frame.postForm(form.target.path, act: form.target.act) {
            section(.class("section"), .id("invite-below")) {
                div(.class("section-head")) { h2 { InvitationWords.inviteBelow[language] } }
                if form.units == 0 {
                    p(.class("section-tight second")) { InvitationWords.everyoneInvited[language] }
                } else {
                    div(.class("form section-tight")) {
                        fieldset(.class("field"), .id("below-role")) {
                            legend { InvitationWords.roles[language] }
                            // A label right in a field would be the field's own.
                            div {
                                form.roles.map { role in
                                    parts.check(
                                        "role", role.name, isChecked: form.chosen.contains(role), value: role.rawValue)
                                }
                            }
                            parts.errorLine("role")
                        }
                        days(form.days, parts)
                    }
                    div(.class("acts")) {
                        button(.class(isPrimary ? "btn btn-primary" : "btn"), .data("key", "Ctrl+Enter")) {
                            InvitationWords.inviteUnits(form.units)[language]
                        }
                    }
                    p(.class("note section-tight")) { InvitationWords.note[language] }
                }
            }
        }
    }

    private static func days(_ days: String, _ parts: FormParts) -> HTML {
        parts.text(
            "days", InvitationWords.days, value: days, type: "number",
            [
                Attribute("min", "1"), Attribute("max", "\(InvitationRules.daysMax)"),
                Attribute("inputmode", "numeric"),
            ])
    }
}
