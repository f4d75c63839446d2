import Federation
package import Markup
package import Web

/// Taking a notice along, and the few lines of it for a workers' group.
package enum ExportPages {
    package static func page(_ model: ExportModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: ExportWords.title[language], tab: .notices, isNarrow: true) {
            crumbs(model.notice, language)
            div(.class("page-head")) { h1 { ExportWords.title[language] } }
            NoticeSlots.banners(model.banners, language)
            p(.class("second")) { ExportWords.lead[language] }
            if let chosen = model.chosen {
                p {
                    b { ExportWords.forUnit(chosen.name)[language] }
                    " "
                    a(.href(model.path)) { ExportWords.forNobody[language] }
                }
            }
            ul(.class("rows section-tight")) {
                model.formats.map { entry in row(entry.format, entry.act, model, frame) }
                li {
                    described(ExportWords.groupTitle, ExportWords.groupExplained, language)
                    a(.class("btn"), .href(model.groupPath)) { ExportWords.open[language] }
                }
            }
            if !model.formats.contains(where: { $0.format == .pdf }) {
                p(.class("note")) {
                    ExportWords.noPrinter[language]
                    " "
                    a(.href(model.notice.path)) { ExportWords.openToPrint[language] }
                }
            }
            if !model.recipients.isEmpty { recipients(model, language) }
        }
    }

    private static func row(_ format: ExportFormat, _ act: ActID, _ model: ExportModel, _ frame: Frame) -> HTML {
        let language = frame.language
        return li {
            described(ExportWords.name(format), ExportWords.explained(format), language)
            frame.postForm(model.path, act: act) {
                if let chosen = model.chosen { input(.type("hidden"), .name("for"), .value("\(chosen.id)")) }
                button(.class("btn"), .name("format"), .value(format.rawValue)) { ExportWords.take(format)[language] }
            }
        }
    }

    private static func described(_ name: Sentence, _ sentence: Sentence, _ language: Language) -> HTML {
        span {
            b { name[language] }
            br()
            span(.class("second")) { sentence[language] }
        }
    }

    private static func recipients(_ model: ExportModel, _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { ExportWords.forHead[language] }
            p(.class("note")) { ExportWords.forNote[language] }
            ul(.class("rows")) {
                model.recipients.map { recipient in
                    li {
                        span { recipient.name }
                        a(.href(recipient.path)) { ExportWords.forChosen[language] }
                    }
                }
            }
            if model.hasMoreRecipients { p(.class("note")) { ExportWords.more[language] } }
        }
    }

    // MARK: For a workers' group

    package static func groupPage(_ model: ExportGroupModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: ExportWords.groupTitle[language], tab: .notices, isNarrow: true) {
            crumbs(model.notice, language)
            div(.class("page-head")) { h1 { ExportWords.groupTitle[language] } }
            p(.class("second")) { ExportWords.groupLead[language] }
            div(.class("field section-tight")) {
                label(.class("out"), .for("group-text")) { ExportWords.groupText[language] }
                textarea(
                    .class("input text-paste"), .id("group-text"), .lang(Language.chinese.tag),
                    Attribute("readonly", if: true), Attribute("rows", "\(lines(model.text))")
                ) { "\n" + model.text }
            }
            div(.class("acts")) {
                button(
                    .type("button"), .class("btn btn-primary js-only"), .data("copy", "group-text"),
                    .data("copied", ExportWords.copied[language])
                ) { ExportWords.copy[language] }
                if let act = model.picture {
                    frame.postForm(model.exportsPath, act: act) {
                        button(.class("btn"), .name("format"), .value(ExportFormat.picture.rawValue)) {
                            ExportWords.take(.picture)[language]
                        }
                    }
                }
            }
        }
    }

    /// Enough for the text on a phone, where a line holds about twenty characters.
    private static func lines(_ text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(1) { $0 + 1 + $1.count / 34 }
    }

    private static func crumbs(_ notice: NoticeLine, _ language: Language) -> HTML {
        p(.class("crumbs")) {
            a(.href(notice.listPath)) { ExportWords.notices[language] }
            " / "
            a(.href(notice.path), .lang(Language.chinese.tag)) { notice.title }
        }
    }
}
