import Federation
import Markup
import Web

enum SignInPages {
    static func page(_ model: SignInModel, in frame: Frame) -> HTML {
        frame.bare(title: SignInWords.head[frame.language]) {
            main(.class("signin"), .id("main")) {
                lead(frame.language)
                section(.class("signin-form")) {
                    header {
                        h1 { SignInWords.head[frame.language] }
                        frame.languageForm()
                    }
                    signInForm(model, in: frame)
                    if let demo = model.demo { cast(demo, next: model.next, in: frame) }
                }
                if let demo = model.demo { federation(demo.counts, frame.language) }
            }
        }
    }

    private static func lead(_ language: Language) -> HTML {
        div(.class("signin-lead")) {
            p(.class("signin-mark")) {
                svg(Attribute("viewBox", "0 0 20 20"), .aria("hidden", "true")) { use(.href("#mark")) }
                FrameWords.product[language]
            }
            p(.class("signin-say")) {
                SignInWords.say[0][language]
                br()
                SignInWords.say[1][language]
            }
            if language == .chinese { p(.class("en"), .lang("en")) { SignInWords.sayInEnglish } }
        }
    }

    private static func signInForm(_ model: SignInModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return group {
            parts.summary(["login", "password"], wayOn: model.wayOn)
            frame.postForm(model.target.path, act: model.target.act, [.class("form")]) {
                if let next = model.next { input(.type("hidden"), .name("next"), .value(next)) }
                div(.class("sign-row form")) {
                    parts.text(
                        "login", SignInWords.login, value: model.login,
                        [
                            Attribute("autocomplete", "username"), Attribute("autocapitalize", "none"),
                            Attribute("spellcheck", "false"),
                            Attribute("autofocus", if: model.errors.isEmpty && model.demo == nil),
                        ])
                    parts.text(
                        "password", SignInWords.password, value: "", type: "password",
                        [Attribute("autocomplete", "current-password")])
                    button(.class("btn btn-primary")) { SignInWords.signIn[language] }
                }
                parts.check(
                    "known_phone", SignInWords.knownPhone, isChecked: model.isKnownPhone,
                    note: SignInWords.knownPhoneNote)
            }
            if let codePath = model.codePath {
                p(.class("note")) {
                    SignInWords.codeQuestion[language]
                    " "
                    a(.href(codePath)) { SignInWords.codeLink[language] }
                }
            }
            if model.demo != nil { p(.class("note")) { SignInWords.noDefault[language] } }
        }
    }

    private static func cast(_ demo: SignInDemo, next: String?, in frame: Frame) -> HTML {
        let language = frame.language
        return section(.class("section")) {
            div(.class("section-head")) {
                h2 { SignInWords.demoHead[language] }
                span(.class("more")) { SignInWords.invented[language] }
            }
            demo.groups.map { group in
                Markup.group {
                    h3(.class("cast-group")) { group.title[language] }
                    ul(.class("cast")) { group.people.map { member($0, demo, next: next, in: frame) } }
                }
            }
        }
    }

    private static func member(_ person: DemoPerson, _ demo: SignInDemo, next: String?, in frame: Frame) -> HTML {
        let language = frame.language
        let name = language == .english ? person.nameEnglish : person.name
        return li {
            b(.class("cast-name")) { name }
            div {
                p { person.caption[language] }
                p { person.intro[language] }
            }
            if let act = demo.acts[person.login] {
                frame.postForm(demo.path, act: act) {
                    input(.type("hidden"), .name("login"), .value(person.login))
                    if let next { input(.type("hidden"), .name("next"), .value(next)) }
                    button(.class("btn btn-small")) {
                        SignInWords.enter[language]
                        span(.class("out")) { " \(name)" }
                    }
                }
            }
        }
    }

    private static func federation(_ counts: FederationCounts, _ language: Language) -> HTML {
        figure(.class("fed")) {
            div(.class("fed-drawing")) {
                FederationDrawing(counts: counts, language: language).html
                ul(.class("fed-levels")) {
                    SignInWords.levels(counts).map { level in
                        li {
                            b { level.head[language] }
                            small { level.note[language] }
                        }
                    }
                }
            }
            figcaption { SignInWords.chain(counts)[language] }
        }
    }
}
