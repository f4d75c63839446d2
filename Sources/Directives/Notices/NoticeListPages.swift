import Federation
package import Markup
package import Web

/// The notices that wait for a unit, and what it has sent: an office's desk, or one column at a workplace.
package enum NoticeListPages {
    package static func page(_ model: NoticeListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: NoticeListWords.title[language], tab: .notices, isNarrow: model.isWorkplace, keys: keys(model)
        ) {
            head(model, language)
            SearchPages.form(FrameRoutes.notices.path(), SearchQuery(), language)
            if model.isWorkplace {
                lists(model, language)
            } else {
                div(.class("split")) {
                    div { lists(model, language) }
                    aside { if let path = model.readPath { reading(path, language) } }
                }
            }
        }
    }

    private static func keys(_ model: NoticeListModel) -> [Frame.Key] {
        guard !model.isWorkplace else { return [] }
        let walking = [
            Frame.Key("J", "K", does: NoticeListWords.keyNext), Frame.Key("↵", does: NoticeListWords.keyOpen),
        ]
        let find = [Frame.Key("/", does: SearchWords.title)]
        return walking + find + (model.readPath == nil ? [] : [Frame.Key("A", does: NoticeListWords.read)])
    }

    private static func head(_ model: NoticeListModel, _ language: Language) -> HTML {
        let unsigned = model.received.count { $0.purpose == .action }
        return div(.class("page-head")) {
            h1 { NoticeListWords.title[language] }
            if model.receivedCount > 0 {
                span(.class("page-note")) {
                    NoticeListWords.sum(received: model.receivedCount, unsigned: unsigned)[language]
                }
            }
            if !model.links.isEmpty {
                span(.class("page-note page-note-right view-links")) {
                    model.links.map { link in
                        link.isCurrent
                            ? b(.aria("current", "page")) { link.name[language] }
                            : a(.href(link.path)) { link.name[language] }
                    }
                }
            }
        }
    }

    private static func lists(_ model: NoticeListModel, _ language: Language) -> HTML {
        group {
            received(model, language)
            // At a workplace, sections that never hold anything are not shown.
            if !model.isWorkplace || !model.underWay.isEmpty { underWay(model, language) }
            if !model.isWorkplace || !model.sent.isEmpty { sent(model, language) }
        }
    }

    private static func reading(_ path: String, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) { h2 { NoticeListWords.new[language] } }
            div(.class("acts")) {
                a(.class("btn btn-primary"), .href(path), .data("key", "A")) {
                    NoticeListWords.read[language]
                    " "
                    kbd { "A" }
                }
            }
            p(.class("note")) { NoticeListWords.readNote[language] }
        }
    }

    // MARK: The three lists

    private static func received(_ model: NoticeListModel, _ language: Language) -> HTML {
        section {
            NoticeListRows.sectionHead(NoticeListWords.received, NoticeListWords.order, language)
            if model.received.isEmpty {
                NoticeListRows.empty(NoticeListWords.nothingReceived, NoticeListWords.nothingReceivedNote, language)
            } else {
                NoticeListRows.table(
                    [
                        (NoticeListWords.notice, false), (NoticeListWords.from, false), (NoticeListWords.at, true),
                        (NoticeListWords.signBy, true),
                    ], isNarrow: model.isWorkplace, language
                ) { model.received.map { NoticeListRows.received($0, language) } }
            }
        }
    }

    private static func underWay(_ model: NoticeListModel, _ language: Language) -> HTML {
        section(.class("section")) {
            NoticeListRows.sectionHead(NoticeListWords.underWay, NoticeListWords.underWayNote, language)
            if model.underWay.isEmpty {
                NoticeListRows.empty(NoticeListWords.nothingUnderWay, NoticeListWords.nothingUnderWayNote, language)
            } else {
                NoticeListRows.table(
                    [
                        (NoticeListWords.notice, false), (NoticeListWords.from, false), (NoticeListWords.step, false),
                        (NoticeListWords.next, true),
                    ], isNarrow: model.isWorkplace, language
                ) { model.underWay.map { NoticeListRows.underWay($0, language) } }
            }
        }
    }

    private static func sent(_ model: NoticeListModel, _ language: Language) -> HTML {
        section(.class("section")) {
            NoticeListRows.sectionHead(NoticeListWords.sent, nil, language)
            if model.sent.isEmpty {
                NoticeListRows.empty(NoticeListWords.nothingSent, NoticeListWords.nothingSentNote, language)
            } else {
                NoticeListRows.table(
                    [
                        (NoticeListWords.notice, false), (NoticeListWords.to, false), (NoticeListWords.signed, false),
                        (NoticeListWords.next, true),
                    ], isNarrow: model.isWorkplace, language
                ) { model.sent.map { NoticeListRows.sent($0, language) } }
            }
        }
    }
}
