package import Federation
package import Markup
package import Web

/// The receipt wall: a table of branches with one square per unit, what has not been signed, and the relay line.
/// Server-sent events send the same rows and counts again.
package enum WallPages {
    package static func page(_ model: WallModel, in frame: Frame) -> HTML {
        let language = frame.language
        let style = model.rowStyle
        return frame.page(title: WallWords.title[language], tab: .notices, keys: keys(model, style)) {
            head(model, language)
            if model.view != .table, !style.layout.isOneLinkPerUnit { WallRuns.patterns(style.layout) }
            div(style.isWide ? .none : .class("split"), model.livePath.map { .data("live", $0) } ?? .none) {
                div {
                    div(.class("section-head")) {
                        count(model.counts, hasDeadline: style.hasDeadline, language)
                        links(model, language)
                    }
                    if model.view == .table {
                        WallUnitTable.html(model, language)
                    } else {
                        table(model, style, language)
                    }
                    if let relay = model.relay { RelayLineDrawing.section(relay, in: language) }
                }
                aside(style.isWide ? .class("split section") : .none) {
                    section {
                        div(.class("section-head")) { h2 { WallWords.legend[language] } }
                        legend(model.counts, hasDeadline: style.hasDeadline, language)
                    }
                    waiting(model, language)
                    if !model.leftOut.isEmpty { leftOut(model, language) }
                }
            }
        }
    }

    private static func head(_ model: WallModel, _ language: Language) -> HTML {
        group {
            p(.class("crumbs")) {
                a(.href(model.notice.listPath)) { WallWords.notices[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
                " / "
                WallWords.crumb[language]
            }
            div(.class("page-head")) {
                h1 {
                    GradeBadge.html(model.notice.grade, in: language)
                    " "
                    WallWords.title[language]
                }
                span(.class("page-note page-note-right")) {
                    WallWords.issued(TimeWords.short(model.issuedAt, language))[language]
                    if let deadline = model.deadline {
                        span(.class("dot")) {}
                        WallWords.signBy(TimeWords.short(deadline.at, language))[language]
                        " "
                        span(.class("flag")) { deadline.setBy[language] }
                    }
                }
            }
        }
    }

    private static func keys(_ model: WallModel, _ style: WallRowStyle) -> [Frame.Key] {
        if model.view == .table {
            return [Frame.Key("J", "K", does: WallWords.nextUnit), Frame.Key("↵", does: WallWords.openUnit)]
        }
        guard style.layout.isOneLinkPerUnit else { return [] }
        return [
            Frame.Key("←", "→", "↑", "↓", does: WallWords.walk), Frame.Key("↵", does: WallWords.openUnit),
        ]
    }

    private static func links(_ model: WallModel, _ language: Language) -> HTML {
        guard !model.links.isEmpty else { return .empty }
        return span(.class("more view-links")) {
            WallWords.look[language]
            model.links.map { link in
                group {
                    " "
                    if link.isCurrent {
                        b(.aria("current", "page")) { link.name[language] }
                    } else {
                        a(.href(link.path)) { link.name[language] }
                    }
                }
            }
        }
    }

    /// How many have signed, in large figures.
    package static func count(_ counts: WallModel.Counts, hasDeadline: Bool, _ language: Language) -> HTML {
        let waiting = counts.total - counts.hasSigned - counts.late - counts.undelivered
        return p(.class("count-line"), .data("row", "count"), Attribute("role", "status")) {
            span(.class("count")) {
                counts.hasSigned.grouped
                span(.class("of")) { WallWords.ofSigned(counts.total)[language] }
            }
            if counts.relayed > 0 { span { WallWords.relayedOf(counts.relayed)[language] } }
            if hasDeadline, counts.late > 0 { span(.class("dot red")) { WallWords.late(counts.late)[language] } }
            if counts.undelivered > 0 {
                span(.class("dot")) { b { WallWords.notReached(counts.undelivered)[language] } }
            }
            if waiting > 0 { span(.class("dot")) { WallWords.waiting(waiting)[language] } }
        }
    }

    /// What each drawing means, with how many there are.
    package static func legend(_ counts: WallModel.Counts, hasDeadline: Bool, _ language: Language) -> HTML {
        ul(.class("legend"), .data("row", "legend")) {
            legendLine(.relayed, counts.relayed, language)
            if counts.conveyed > 0 { legendLine(.conveyed, counts.conveyed, language) }
            if counts.filed > 0 { legendLine(.filed, counts.filed, language) }
            legendLine(.signed, counts.signed, language)
            legendLine(.opened, counts.opened - counts.lateOpened, language)
            legendLine(.sent, max(0, counts.sent - counts.lateSent), language)
            if hasDeadline {
                li {
                    ReceiptSquare.svg(state: .sent, late: true)
                    span { WallWords.lateLegend[language] }
                    span { counts.late.grouped }
                }
            }
            li {
                ReceiptSquare.svg(state: .sent, purpose: .information)
                span { ReceiptWords.copy[language] }
                span { counts.information.grouped }
            }
            legendLine(nil, counts.undelivered, language)
        }
    }

    private static func legendLine(_ state: ReceiptState?, _ count: Int, _ language: Language) -> HTML {
        li {
            ReceiptSquare.svg(state: state)
            span { ReceiptWords.state(state)[language] }
            span { count.grouped }
        }
    }

    /// Those that have not signed.
    package static func waiting(_ model: WallModel, _ language: Language) -> HTML {
        section(.class("section"), .data("row", "waiting")) {
            div(.class("section-head")) { h2 { WallWords.notSigned(model.waitingCount)[language] } }
            if model.waitingCount == 0 {
                p(.class("second")) { WallWords.everybodySigned[language] }
            } else {
                ul(.class("rows")) {
                    model.waiting.map { unit in
                        li {
                            ReceiptSquare.svg(state: unit.state, late: unit.isLate)
                            a(.class("plain"), .href(unit.path)) { unit.name }
                            span(.class("second nowrap")) { since(unit, now: model.now, language)[language] }
                        }
                    }
                    if model.waitingCount > model.waiting.count {
                        li {
                            let rest = WallWords.rest(model.waitingCount - model.waiting.count)[language]
                            if let path = model.waitingPath { a(.href(path)) { rest } } else { span { rest } }
                        }
                    }
                }
            }
        }
    }

    private static func since(_ unit: WallModel.WallUnit, now: Moment, _ language: Language) -> Sentence {
        guard unit.state != nil else { return WallWords.notDelivered }
        guard let opened = unit.openedAt else { return WallWords.notOpened }
        return WallWords.openedAt(TimeWords.recent(opened, now: now, language))
    }

    private static func leftOut(_ model: WallModel, _ language: Language) -> HTML {
        section(.class("section")) {
            div(.class("section-head")) { h2 { WallWords.leftOut[language] } }
            ul(.class("rows")) {
                model.leftOut.map { left in
                    li {
                        span(left.isPhrase ? .lang(Language.chinese.tag) : .none) {
                            left.isPhrase ? "“\(left.words)”" : left.words
                        }
                        small { left.reason ?? WallWords.noReason[language] }
                    }
                }
            }
        }
    }
}
