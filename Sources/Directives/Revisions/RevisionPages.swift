import Federation
package import Markup
package import Web

/// Changing one obligation: its part and binding, in two, or into one with the next.
package enum RevisionPages {
    package static func page(_ model: RevisionModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: RevisionWords.head[language], tab: .notices, isNarrow: true) {
            crumbs(model.line.notice, model.listPath, language)
            div(.class("page-head")) {
                h1 { RevisionWords.head[language] }
                span(.class("page-note")) { RevisionWords.note[language] }
            }
            AssignmentPages.sentence(model.line, in: language)
            frame.postForm(model.reviseTo.path, act: model.reviseTo.act, [.class("form section")]) {
                bound(model.form, parts)
                parts.text("condition", RevisionWords.condition, value: model.form.condition)
                parts.choice(
                    "proof", RevisionWords.proof,
                    options: ObligationProof.allCases.map {
                        ($0.rawValue, SortingWords.proof($0))
                    },
                    chosen: model.form.proof.rawValue)
                div(.class("acts")) { button(.class("btn btn-primary")) { RevisionWords.save[language] } }
            }
            frame.postForm(model.splitTo.path, act: model.splitTo.act, [.class("form section")]) {
                h2(.class("section-head")) { RevisionWords.splitHead[language] }
                parts.text(
                    "words", RevisionWords.splitWords, value: model.form.words, [.lang(Language.chinese.tag)])
                div(.class("acts")) { button(.class("btn")) { RevisionWords.split[language] } }
            }
            if let merge = model.merge {
                frame.postForm(merge.to.path, act: merge.to.act, [.class("form section")]) {
                    h2(.class("section-head")) { RevisionWords.mergeHead[language] }
                    p { Quoted.html(merge.quote, in: language) }
                    div(.class("acts")) { button(.class("btn")) { RevisionWords.merge[language] } }
                }
            }
        }
    }

    package static func marking(_ model: MarkingModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.page(title: RevisionWords.markHead[language], tab: .notices, isNarrow: true) {
            crumbs(model.notice, model.listPath, language)
            div(.class("page-head")) { h1 { RevisionWords.markHead[language] } }
            frame.postForm(model.target.path, act: model.target.act, [.class("form section")]) {
                parts.summary(["words", "kinds"])
                parts.area(
                    "words", RevisionWords.words, value: model.form.words, rows: 3, note: RevisionWords.markNote,
                    isCode: false)
                bound(model.form, parts)
                div(.class("acts")) { button(.class("btn btn-primary")) { RevisionWords.mark[language] } }
            }
            details(.class("more-act section"), Attribute("open", if: true)) {
                summary { u { RevisionWords.text[language] } }
                div(.class("paper")) {
                    div(.class("paper-body"), .lang(Language.chinese.tag), .data("pick-into", "words")) {
                        model.text.split(whereSeparator: \.isNewline).map { line in p { String(line) } }
                    }
                }
            }
        }
    }

    private static func crumbs(_ notice: NoticeLine, _ listPath: String, _ language: Language) -> HTML {
        p(.class("crumbs")) {
            a(.href(notice.path), .lang(Language.chinese.tag)) { notice.title }
            " / "
            a(.href(listPath)) { SortingWords.head[language] }
        }
    }

    private static func bound(_ form: RevisionForm, _ parts: FormParts) -> HTML {
        group {
            parts.choice(
                "role", RevisionWords.role, options: ObligationRole.allCases.map { ($0.rawValue, $0.words) },
                chosen: form.role.rawValue)
            parts.checks(
                "kinds", RevisionWords.kinds, options: ObligationKind.allCases.map { ($0.rawValue, $0.words) },
                chosen: Set(form.kinds.map(\.rawValue)))
            parts.checks(
                "levels", RevisionWords.levels, options: ObligationLevel.allCases.map { ($0.rawValue, $0.words) },
                chosen: Set(form.levels.map(\.rawValue)))
        }
    }
}
