import Federation
import Markup
import Web

extension InvitationPages {
    /// Somebody holds a code: they choose what lets them in from now on, or take one more post.
    static func accept(_ model: InvitationAcceptModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head =
            switch model.manner {
            case .newcomer: InvitationWords.newcomerHead
            case .another: InvitationWords.anotherHead
            case .reset: InvitationWords.resetHead
            }
        return frame.page(title: head[language], tab: nil, isNarrow: true) {
            div(.class("page-head")) { h1 { head[language] } }
            FormParts(language: language, errors: model.errors)
                .summary(
                    ["name", "name_latin", "login", "password"], kept: InvitationWords.passwordAgain, wayOn: model.wayOn
                )
            who(model, language)
            frame.postForm(model.target.path, act: model.target.act, [.class("form section")]) {
                fields(model, language)
                div(.class("acts")) {
                    button(.class("btn btn-primary")) {
                        (isAnother(model.manner) ? InvitationWords.takePost : InvitationWords.comeIn)[language]
                    }
                }
                p(.class("note")) { InvitationWords.until(TimeWords.short(model.expiresAt, language))[language] }
                if let unit = model.inviterUnitName, !isAnother(model.manner) {
                    p(.class("note")) { InvitationWords.forgot(unit)[language] }
                }
            }
            if let signInPath = model.signInPath {
                p(.class("note section")) { a(.href(signInPath)) { InvitationWords.toSignIn[language] } }
            }
        }
    }

    private static func isAnother(_ manner: InvitationAcceptModel.Manner) -> Bool {
        if case .another = manner { true } else { false }
    }

    /// Who invites, to what.
    private static func who(_ model: InvitationAcceptModel, _ language: Language) -> HTML {
        p(.class("second")) {
            if let role = model.role {
                if let name = model.inviterName, let unit = model.inviterUnitName {
                    InvitationWords.invites(name, of: unit)[language]
                } else {
                    InvitationWords.musterInvites[language]
                }
                b { InvitationWords.place(model.unitName, role.name)[language] }
                InvitationWords.asInvited[language]
            } else if let name = model.inviterName, let unit = model.inviterUnitName {
                InvitationWords.vouches(name, of: unit)[language]
            }
            " "
            InvitationWords.notYou[language]
        }
    }

    private static func fields(_ model: InvitationAcceptModel, _ language: Language) -> HTML {
        let parts = FormParts(language: language, errors: model.errors)
        switch model.manner {
        case .newcomer:
            return group {
                parts.text(
                    "name", InvitationWords.name, value: model.name, note: InvitationWords.nameNote,
                    [Attribute("autocomplete", "name")])
                parts.text(
                    "name_latin", InvitationWords.nameLatin, value: model.nameLatin,
                    note: InvitationWords.nameLatinNote, [Attribute("autocomplete", "off")])
                parts.text(
                    "login", InvitationWords.login, value: model.login, note: InvitationWords.loginNote,
                    [
                        Attribute("autocomplete", "username"), Attribute("autocapitalize", "none"),
                        Attribute("spellcheck", "false"),
                    ])
                password(InvitationWords.password, parts)
                parts.check("known_phone", InvitationWords.knownPhone, isChecked: model.isKnownPhone)
            }
        case .reset(_, let login):
            return group {
                p { InvitationWords.loginStays(login)[language] }
                // Lets the browser's own store of passwords know whose it is.
                input(
                    .type("text"), .name("login"), .value(login), Attribute("autocomplete", "username"),
                    Attribute("hidden", if: true), Attribute("readonly", if: true))
                password(InvitationWords.newPassword, parts)
                parts.check("known_phone", InvitationWords.knownPhone, isChecked: model.isKnownPhone)
            }
        case .another(let personName): return p { InvitationWords.stays(personName)[language] }
        }
    }

    private static func password(_ title: Sentence, _ parts: FormParts) -> HTML {
        parts.text(
            "password", title, value: "", type: "password", note: InvitationWords.passwordNote,
            [Attribute("autocomplete", "new-password"), Attribute("minlength", "\(Password.charactersMin)")])
    }
}
