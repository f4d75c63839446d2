import Federation
package import Markup
package import Web

/// A unit's drafts; and for one notice, the covers around it and the way to a new one.
package enum DraftListPages {
    package static func page(_ model: DraftListModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = model.about == nil ? DraftWords.drafts : DraftWords.forwardHead
        return frame.page(
            title: head[language], tab: .notices,
            keys: [Frame.Key("J", "K", does: NoticeListWords.keyNext), Frame.Key("↵", does: NoticeListWords.keyOpen)]
        ) {
            if let about = model.about {
                p(.class("crumbs")) {
                    a(.href(FrameRoutes.notices.path())) { DraftWords.notices[language] }
                    " / "
                    a(.href(about.notice.path), .lang(Language.chinese.tag)) { about.notice.title }
                }
            } else {
                p(.class("crumbs")) { a(.href(FrameRoutes.notices.path())) { DraftWords.notices[language] } }
            }
            div(.class("page-head")) {
                h1 { head[language] }
                if model.about != nil { span(.class("page-note")) { DraftWords.forwardNote[language] } }
            }
            if let about = model.about { start(about, frame) }
            if model.about == nil || !model.rows.isEmpty { rows(model, language) }
        }
    }

    private static func rows(_ model: DraftListModel, _ language: Language) -> HTML {
        section(.class(model.about == nil ? "" : "section")) {
            if model.about != nil { h2(.class("section-head")) { DraftWords.drafts[language] } }
            if model.rows.isEmpty {
                p(.class("second")) { DraftWords.noDrafts[language] }
                p(.class("note")) { DraftWords.noDraftsNote[language] }
            }
            ul(.class("rows"), .data("list", "")) {
                model.rows.map { row in
                    li(.data("item", "")) {
                        a(.href(row.path), .data("open", ""), .lang(Language.chinese.tag)) { row.title }
                        span(.class("second")) {
                            DraftWords.state(row.state)[language]
                            span(.class("dot")) {}
                            DraftWords.version(row.saved.version)[language]
                            span(.class("dot")) {}
                            "\(row.saved.person) \(TimeWords.short(row.saved.at, language))"
                        }
                    }
                }
            }
        }
    }

    private static func start(_ about: DraftListModel.About, _ frame: Frame) -> HTML {
        let language = frame.language
        return group {
            p(.lang(Language.chinese.tag)) { about.notice.title }
            p(.class("second"), .lang(Language.chinese.tag)) {
                [about.notice.issuer, about.notice.number].compactMap(\.self).joined(separator: " ")
            }
            if let start = about.start {
                frame.postForm(start.path, act: start.act, [.class("form section-tight")]) {
                    if !about.others.isEmpty {
                        details(.class("field")) {
                            summary { u { DraftWords.together[language] } }
                            p(.class("note")) { DraftWords.togetherNote[language] }
                            about.others.map { tick($0, isTicked: false, language) }
                        }
                    }
                    div(.class("acts")) {
                        button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                            DraftWords.startButton[language]
                            " "
                            kbd { "Ctrl ↵" }
                        }
                    }
                }
            } else if let obstacle = about.obstacle {
                p(.class("second section-tight")) { obstacle[language] }
            }
        }
    }

    /// A notice to carry, with its tick.
    static func tick(_ notice: DraftPageModel.Carried, isTicked: Bool, _ language: Language) -> HTML {
        label(.class("check")) {
            input(.type("checkbox"), .name("carry"), .value("\(notice.id)"), .checked(isTicked))
            span {
                a(.href(notice.path), .lang(Language.chinese.tag)) { notice.title }
                " "
                small(.lang(Language.chinese.tag)) {
                    [notice.issuer, notice.number].compactMap(\.self).joined(separator: " ")
                }
                if let ended = notice.ended {
                    " "
                    b(.class("red")) { ChangeWords.name(ended)[language] }
                }
            }
        }
    }
}
