import Federation
package import Markup
package import Web

/// Every version of a draft, and what changed between any two.
package enum DraftVersionPages {
    package static func page(_ model: DraftVersionsModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: DraftWords.versions[language], tab: .notices) {
            DraftPages.crumbs(DraftRoutes.list.path(), (model.path, model.title), language)
            div(.class("page-head")) { h1 { DraftWords.versions[language] } }
            div(.class("split")) {
                section {
                    h2(.class("section-head")) { DraftWords.difference(model.from, model.to)[language] }
                    if model.difference.isEmpty { p(.class("second")) { DraftWords.same[language] } }
                    difference(model.difference, language)
                }
                versions(model, language)
            }
        }
    }

    private static func difference(_ difference: DraftDifference, _ language: Language) -> HTML {
        div(.class("diff"), .lang(Language.chinese.tag)) {
            difference.lines.map { line in
                switch line {
                case .same(let text): p { text }
                case .removed(let text):
                    p {
                        span(.class("out"), .lang(language.tag)) { DraftWords.removed[language] + " " }
                        element("del", []) { text }
                    }
                case .added(let text):
                    p {
                        span(.class("out"), .lang(language.tag)) { DraftWords.added[language] + " " }
                        element("ins", []) { text }
                    }
                }
            }
        }
    }

    private static func versions(_ model: DraftVersionsModel, _ language: Language) -> HTML {
        form(Attribute("action", model.versionsPath)) {
            table(.class("table")) {
                thead {
                    tr {
                        [DraftWords.older, DraftWords.newer, DraftWords.versions, DraftWords.savedBy].map { words in
                            th(Attribute("scope", "col")) { words[language] }
                        }
                    }
                }
                tbody {
                    model.rows.map { row in
                        tr {
                            td { radio("from", DraftWords.older, row.version, model.from, language) }
                            td { radio("to", DraftWords.newer, row.version, model.to, language) }
                            th(Attribute("scope", "row")) { DraftWords.version(row.version)[language] }
                            td { "\(row.person) \(TimeWords.short(row.at, language))" }
                        }
                    }
                }
            }
            div(.class("acts")) { button(.class("btn")) { DraftWords.compare[language] } }
        }
    }

    private static func radio(
        _ name: String, _ words: Sentence, _ version: Int, _ chosen: Int, _ language: Language
    ) -> HTML {
        input(
            .type("radio"), .name(name), .value("\(version)"), .checked(version == chosen),
            .aria("label", "\(words[language]) \(DraftWords.version(version)[language])"))
    }
}
