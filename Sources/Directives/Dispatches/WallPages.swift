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
            NoticeSlots.banners(model.banners, language)
            if model.view != .table, !style.layout.isOneLinkPerUnit { WallRuns.patterns(style.layout) }
            div(style.isWide ? .none : .class("split"), model.livePath.map { .data("live", $0) } ?? .none) {
                div {
                    div(.class("section-head")) {
                        count(model.counts, hasDeadline: style.hasDeadline, stuckAt: model.stuckAt, language)
                        links(model, language)
                    }
                    if model.view == .table {
                        WallUnitTable.html(model.branches, morePath: model.morePath, language)
                    } else {
                        table(model, style, language)
                    }
                    if let relay = model.relay { RelayLineDrawing.section(relay, in: language) }
                }
                aside(style.isWide ? .class("split section") : .none) {
                    div {
                        section {
                            div(.class("section-head")) { h2 { WallWords.legend[language] } }
                            legend(model.counts, hasDeadline: style.hasDeadline, language)
                        }
                        if style.isWide { urging(model, in: frame) }
                    }
                    div {
                        waiting(model, language)
                        if !style.isWide { urging(model, in: frame) }
                        if !model.leftOut.isEmpty { leftOut(model, language) }
                    }
                }
            }
        }
    }

    private static func urging(_ model: WallModel, in frame: Frame) -> HTML {
        group {
            if let urge = model.urge { self.urge(urge, model, in: frame) }
            if !model.urged.isEmpty {
                div(.class("section")) { UrgePages.past(model.urged, now: model.now, frame.language) }
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
        let urge = model.urge == nil ? [] : [Frame.Key("U", does: UrgeWords.head)]
        guard style.layout.isOneLinkPerUnit else { return urge }
        return [
            Frame.Key("←", "→", "↑", "↓", does: WallWords.walk), Frame.Key("↵", does: WallWords.openUnit),
        ] + urge
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
    package static func count(
        _ counts: WallModel.Counts, hasDeadline: Bool, stuckAt: Int = 0, _ language: Language
    ) -> HTML {
        let waiting = counts.total - counts.hasSigned - counts.late - counts.undelivered
        return p(.class("count-line"), .data("row", "count"), Attribute("role", "status")) {
            span(.class("count")) {
                counts.hasSigned.grouped
                span(.class("of")) { WallWords.ofSigned(counts.total)[language] }
            }
            if counts.relayed > 0 { span { WallWords.relayedOf(counts.relayed)[language] } }
            if hasDeadline, counts.late > 0 { span(.class("dot red")) { WallWords.late(counts.late)[language] } }
            if counts.undelivered > 0 {
                let words =
                    stuckAt > 0
                    ? WallWords.notReached(counts.undelivered, stuckAt: stuckAt)
                    : WallWords.notReached(counts.undelivered)
                span(.class("dot")) { b { words[language] } }
            }
            if counts.lateSigned > 0 { span(.class("dot")) { WallWords.lateSigned(counts.lateSigned)[language] } }
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
            if counts.lateSigned > 0 {
                li {
                    ReceiptSquare.svg(state: .signed, late: true)
                    span { WallWords.lateSignedLegend[language] }
                    span { counts.lateSigned.grouped }
                }
            }
            if counts.recorded > 0 {
                li {
                    ReceiptSquare.svg(state: .signed, isRecorded: true)
                    span { WallWords.recordedLegend[language] }
                    span { counts.recorded.grouped }
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
                            span(.class("second")) {
                                since(unit, now: model.now, language)[language]
                                if let urged = unit.urged {
                                    br()
                                    small { UrgeWords.urged(urged, now: model.now, language)[language] }
                                }
                            }
                        }
                    }
                    if model.waitingCount > model.waiting.count {
                        li {
                            let rest = WallWords.rest(model.waitingCount - model.waiting.count)[language]
                            if let path = model.waitingPath { a(.href(path)) { rest } } else { span { rest } }
                        }
                    }
                }
                if let path = model.recordPath {
                    p(.class("note")) { a(.href(path)) { ReceiptRecordWords.title[language] } }
                }
            }
        }
    }

    private static func since(_ unit: WallModel.WallUnit, now: Moment, _ language: Language) -> Sentence {
        guard unit.state != nil else { return WallWords.notDelivered }
        guard let opened = unit.openedAt else { return WallWords.notOpened }
        return WallWords.openedAt(TimeWords.recent(opened, now: now, language))
    }

    /// The words, and one press that reaches all that have not signed.
    private static func urge(_ urge: WallModel.Urge, _ model: WallModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.postForm(urge.path, act: urge.act, [.class("section")]) {
            div(.class("section-head")) { h2 { UrgeWords.head[language] } }
            UrgePages.words(urge.text, language)
            div(.class("acts")) {
                button(.class("btn btn-primary"), .name("scope"), .value("unsigned"), .data("key", "U")) {
                    urgeCount(model.waitingCount, language)
                }
                a(.class("btn"), .href(urge.choosePath)) { UrgeWords.choose[language] }
            }
        }
    }

    /// What the button says; it follows the wall while the words may be typed in.
    static func urgeCount(_ count: Int, _ language: Language) -> HTML {
        span(.data("row", "urge")) { UrgeWords.urge(count)[language] }
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
