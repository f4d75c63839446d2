import Federation
import Markup
import Web

/// The forms by which posts are given, ended and stood in for.
enum PeopleFormPages {
    static func appoint(_ model: AppointModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return page(
            PeopleWords.appointHead(model.unit.name), model.ancestors + [model.unit], does: PeopleWords.appointDoes,
            parts.summary(
                ["who", "name", "name_latin", "login", "role", "title", "from", "to"], wayOn: model.wayOn), in: frame
        ) {
            frame.postForm(model.target.path, act: model.target.act, [.class("form form-desk")]) {
                who(model.people, besides: [.newcomer, .account], model.form.who, note: PeopleWords.whoNote, parts)
                parts.text(
                    "name", PeopleWords.name, value: model.form.name, note: PeopleWords.nameNote,
                    [Attribute("autocomplete", "off")])
                parts.text(
                    "name_latin", PeopleWords.nameLatin, value: model.form.nameLatin, note: PeopleWords.nameLatinNote,
                    [Attribute("autocomplete", "off")])
                login(model.form.login, parts)
                parts.choice(
                    "role", PeopleWords.role, options: model.roles.map { ($0.rawValue, $0.name) },
                    chosen: (model.form.role ?? model.roles.first)?.rawValue)
                parts.text("title", PeopleWords.title, value: model.form.title, note: PeopleWords.titleNote)
                parts.text("title_english", PeopleWords.titleEnglish, value: model.form.titleEnglish)
                parts.text("from", PeopleWords.from, value: model.form.from, type: "date")
                parts.text("to", PeopleWords.to, value: model.form.to, type: "date")
                acts(PeopleWords.doAppoint, back: model.backPath, language)
            }
        }
    }

    static func end(_ model: EndPostModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        let isSubstitution = model.post.substitutes != nil
        return page(
            isSubstitution
                ? PeopleWords.endSubstitutionHead(model.post.personName)
                : PeopleWords.endHead(model.post.personName, model.post.title[language]),
            model.ancestors + [model.unit], does: PeopleWords.endDoes,
            parts.summary(["day"], wayOn: model.wayOn), in: frame
        ) {
            frame.postForm(model.target.path, act: model.target.act, [.class("form form-desk")]) {
                post(model.post, language)
                parts.text(
                    "day", PeopleWords.lastDay, value: model.day, type: "date", note: PeopleWords.lastDayNote)
                acts(isSubstitution ? PeopleWords.endSubstitution : PeopleWords.end, back: model.backPath, language)
            }
        }
    }

    static func substitute(_ model: SubstitutionModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return page(
            PeopleWords.substituteHead(model.post.personName, model.post.title[language]),
            model.ancestors + [model.unit], does: PeopleWords.substituteDoes,
            parts.summary(["who", "name", "login", "from", "to"], wayOn: model.wayOn), in: frame
        ) {
            frame.postForm(model.target.path, act: model.target.act, [.class("form form-desk")]) {
                who(model.people, besides: [.account], model.form.who, note: PeopleWords.substituteWhoNote, parts)
                parts.text(
                    "name", PeopleWords.name, value: model.form.name, note: PeopleWords.nameNote,
                    [Attribute("autocomplete", "off")])
                login(model.form.login, parts)
                parts.text("from", PeopleWords.from, value: model.form.from, type: "date")
                parts.text("to", PeopleWords.until, value: model.form.to, type: "date")
                acts(PeopleWords.doSubstitute, back: model.backPath, language)
            }
        }
    }

    // MARK: parts

    private static func page(
        _ head: Sentence, _ trail: [NamedPath], does: [Sentence], _ summary: HTML, in frame: Frame,
        @HTMLBuilder _ form: () -> HTML
    ) -> HTML {
        let language = frame.language
        return frame.page(title: head[language], tab: .units) {
            UnitCrumbs.html(trail, last: PeopleWords.crumb[language], in: frame)
            div(.class("page-head")) { h1 { head[language] } }
            summary
            div(.class("split")) {
                form()
                aside {
                    section {
                        div(.class("section-head")) { h2 { PeopleWords.whatHappens[language] } }
                        ul(.class("rows")) { does.map { sentence in li { sentence[language] } } }
                    }
                }
            }
        }
    }

    private static func post(_ post: PeoplePostShown, _ language: Language) -> HTML {
        dl(.class("facts")) {
            dt { UnitWords.person[language] }
            dd { post.personName }
            dt { UnitWords.post[language] }
            dd { PeoplePages.title(post, language) }
            dt { UnitWords.held[language] }
            dd { PostDays.text(from: post.fromOn, to: post.toOn, language) }
        }
    }

    private static func who(
        _ people: [(id: PersonID, name: String)], besides: [Appointee], _ chosen: Appointee, note: Sentence,
        _ parts: FormParts
    ) -> HTML {
        let others = besides.map { ($0.word, $0 == .newcomer ? PeopleWords.newcomer : PeopleWords.account) }
        return parts.choice(
            "who", PeopleWords.who,
            options: others + people.map { ("\($0.id)", Sentence(zh: $0.name, en: $0.name)) }, chosen: chosen.word,
            note: note)
    }

    private static func login(_ value: String, _ parts: FormParts) -> HTML {
        parts.text(
            "login", PeopleWords.login, value: value, note: PeopleWords.loginNote,
            [
                Attribute("autocomplete", "off"), Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"),
            ])
    }

    private static func acts(_ press: Sentence, back: String, _ language: Language) -> HTML {
        div(.class("acts")) {
            button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) { press[language] }
            a(.class("btn"), .href(back)) { PeopleWords.back[language] }
        }
    }
}
