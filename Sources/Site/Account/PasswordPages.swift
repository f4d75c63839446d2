import Federation
import Markup
import Web

/// One's own new password: posts `present` and `password`.
struct PasswordModel: Sendable {
    var login: String
    var target: FormTarget
    var accountPath: String
    var errors: [String: Sentence] = [:]
    var wayOn: Sentence?
}

enum PasswordPages {
    static func page(_ model: PasswordModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: PasswordWords.head[language], tab: nil, isNarrow: true) {
            div(.class("page-head")) { h1 { PasswordWords.head[language] } }
            parts.summary(["present", "password"], kept: PasswordWords.again, wayOn: model.wayOn)
            frame.postForm(model.target.path, act: model.target.act, [.class("form section")]) {
                // Lets the browser's own store of passwords know whose it is.
                input(
                    .type("text"), .name("login"), .value(model.login), Attribute("autocomplete", "username"),
                    Attribute("hidden", if: true), Attribute("readonly", if: true))
                parts.text(
                    "present", PasswordWords.present, value: "", type: "password",
                    [Attribute("autocomplete", "current-password")])
                parts.text(
                    "password", PasswordWords.new, value: "", type: "password", note: InvitationWords.passwordNote,
                    [Attribute("autocomplete", "new-password"), Attribute("minlength", "\(Password.charactersMin)")])
                div(.class("acts")) {
                    button(.class("btn btn-primary")) { PasswordWords.change[language] }
                    a(.class("btn"), .href(model.accountPath)) { PeopleWords.back[language] }
                }
                p(.class("note")) { PasswordWords.note[language] }
            }
        }
    }
}

enum PasswordWords {
    static let head = Sentence(zh: "改口令", en: "Change the password")
    static let present = Sentence(zh: "现在的口令", en: "Present password")
    static let new = Sentence(zh: "新的口令", en: "New password")
    static let change = Sentence(zh: "改口令", en: "Change it")
    static let again = Sentence(zh: "两个口令都要再填一遍。", en: "Type both passwords once more.")
    static let note = Sentence(
        zh: "改好以后，别处登录着的都退出，这里不退出。", en: "You are signed out everywhere else, and stay signed in here.")
}
