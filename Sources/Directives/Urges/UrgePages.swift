import Federation
package import Markup
package import Web

/// The page for an urge: the words, whom they reach, and what was sent before.
package enum UrgePages {
    package static func page(_ model: UrgeModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: UrgeWords.head[language], tab: .notices) {
            crumbs(model, language)
            div(.class("page-head")) {
                h1 {
                    GradeBadge.html(model.notice.grade, in: language)
                    " "
                    title(model)[language]
                }
                span(.class("page-note page-note-right")) {
                    UrgeWords.sentAt(TimeWords.short(model.sentAt, language))[language]
                }
            }
            FormParts(language: language, errors: model.errors).summary(["text", "unit"])
            div(.class("split")) {
                if model.count == 0 {
                    div {
                        p(.class("empty")) { UrgeWords.everybodySigned[language] }
                        div(.class("acts")) { a(.class("btn"), .href(model.wallPath)) { UrgeWords.back[language] } }
                    }
                } else {
                    form(model, in: frame)
                }
                aside { past(model.past, now: model.now, language) }
            }
        }
    }

    private static func title(_ model: UrgeModel) -> Sentence {
        model.branch.map { UrgeWords.inBranch($0, model.count) } ?? UrgeWords.title(model.count)
    }

    private static func crumbs(_ model: UrgeModel, _ language: Language) -> HTML {
        p(.class("crumbs")) {
            a(.href(model.notice.listPath)) { WallWords.notices[language] }
            " / "
            a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
            " / "
            a(.href(model.wallPath)) { WallWords.crumb[language] }
            " / "
            UrgeWords.head[language]
        }
    }

    private static func form(_ model: UrgeModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.postForm(model.path, act: model.act) {
            if let branch = model.form.branch { input(.type("hidden"), .name("branch"), .value("\(branch)")) }
            words(model.form.text, errors: model.errors, language)
            div(.class("acts")) {
                button(.class("btn btn-primary"), .name("scope"), .value("unsigned")) {
                    UrgeWords.urge(model.count)[language]
                }
                button(.class("btn"), .name("scope"), .value("chosen")) { UrgeWords.urgeTicked[language] }
            }
            // The summary of what is wrong leads here, whichever list has units.
            div(.id("unit"), Attribute("tabindex", "-1")) {
                if !model.units.isEmpty { ticks(UrgeWords.whom, model.units, model, language) }
            }
            if !model.byTelephone.isEmpty {
                ticks(UrgeWords.byTelephone, note: UrgeWords.byTelephoneNote, model.byTelephone, model, language)
                if let path = model.recordPath { p { a(.href(path)) { UrgeWords.record[language] } } }
            }
            let listed = model.units.count + model.byTelephone.count
            if model.count > listed { p(.class("note")) { UrgeWords.rest(model.count - listed)[language] } }
        }
    }

    /// The field for the words; on the wall as well.
    static func words(_ text: String, errors: [String: Sentence] = [:], _ language: Language) -> HTML {
        let parts = FormParts(language: language, errors: errors)
        return parts.field("text", UrgeWords.text, note: UrgeWords.textNote) { marks in
            element(
                "textarea",
                [
                    .class("input"), .id("text"), .name("text"), Attribute("rows", "3"), .lang(Language.chinese.tag),
                    Attribute("maxlength", "\(Urge.textMax)"),
                ] + marks
            ) {
                // HTML drops one line break right after the tag.
                HTML("\n" + text)
            }
        }
    }

    private static func ticks(
        _ head: Sentence, note: Sentence? = nil, _ units: [UrgeModel.Waiting], _ model: UrgeModel, _ language: Language
    ) -> HTML {
        UnitTicks.html(
            head, note: note,
            units.map { unit in
                UnitTicks.Row(
                    id: unit.id, name: unit.name, state: unit.state, isLate: unit.isLate,
                    isTicked: model.form.ticked.contains(unit.id), note: soFar(unit, now: model.now, language))
            }, language)
    }

    static func soFar(_ unit: UrgeModel.Waiting, now: Moment, _ language: Language) -> String {
        (unit.urged.map { UrgeWords.urged($0, now: now, language) } ?? UrgeWords.neverUrged)[language]
    }

    /// What was sent so far, on the wall too.
    static func past(_ past: [UrgeModel.Past], now: Moment, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) { h2 { UrgeWords.past[language] } }
            if past.isEmpty { p(.class("second")) { UrgeWords.none[language] } }
            past.map { urge in
                div(.class("asked")) {
                    p {
                        b { UrgeWords.when(urge.at, now: now, language) }
                        " "
                        UrgeWords.by(urge.person, urge.units)[language]
                    }
                    p(.class("second"), .lang(Language.chinese.tag)) { urge.text }
                }
            }
        }
    }
}
