import Federation
package import Markup
package import Web

/// What is not there, since when, and whose turn it is.
package enum MissingPages {
    package static func page(_ model: MissingModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = PictureWords.missingHead(model.unit)
        let isNothing = model.unsigned.isEmpty && model.notRelayed.isEmpty && model.stuck.isEmpty
        return frame.page(title: head[language], tab: .notices) {
            p(.class("crumbs")) {
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
                " / "
                a(.href(model.picturePath)) { PictureWords.picture[language] }
            }
            div(.class("page-head")) { h1 { head[language] } }
            if isNothing { p(.class("empty")) { PictureWords.nothing[language] } }
            div(.class("split")) {
                div {
                    lines(PictureWords.unsignedHead, model.unsigned, model, language)
                    if let next = model.nextPath { p { a(.href(next)) { PictureWords.more[language] } } }
                }
                div {
                    lines(PictureWords.notRelayedHead, model.notRelayed, model, language)
                    if !model.stuck.isEmpty {
                        section(.class("section")) {
                            h2(.class("section-head")) { PictureWords.stuckHead[language] }
                            SupervisionPages.stuckLines(model.stuck, language)
                        }
                    }
                }
            }
        }
    }

    private static func lines(
        _ head: Sentence, _ lines: [MissingModel.Line], _ model: MissingModel, _ language: Language
    ) -> HTML {
        guard !lines.isEmpty else { return .empty }
        return section(.class("section")) {
            h2(.class("section-head")) { "\(head[language]) \(lines.count.grouped)" }
            ol(.class("rows"), .data("list", "")) {
                lines.map { line in
                    li(.data("item", "")) {
                        a(.href(line.path), .data("open", "")) { line.unit }
                        small {
                            PictureWords.since(TimeWords.recent(line.since, now: model.now, language))[language]
                            if let due = line.dueAt {
                                " · "
                                span(.class(due < model.now ? "red" : "")) {
                                    PictureWords.due(TimeWords.short(due, language))[language]
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
