import Federation
import Markup
import Web

/// Tables of notices; on a phone each row becomes a block.
enum NoticeListRows {
    static func sectionHead(_ words: Sentence, _ note: Sentence?, _ language: Language) -> HTML {
        div(.class("section-head")) {
            h2 { words[language] }
            if let note { small { note[language] } }
        }
    }

    static func empty(_ words: Sentence, _ note: Sentence, _ language: Language) -> HTML {
        div(.class("empty")) {
            h3 { words[language] }
            p { note[language] }
        }
    }

    static func table(
        _ heads: [(Sentence, isNumber: Bool)], isNarrow: Bool, _ language: Language, rows: () -> [HTML]
    ) -> HTML {
        Markup.table(.class(isNarrow ? "table stack" : "table stack fixed"), .data("list", "")) {
            if !isNarrow {
                element("colgroup", []) {
                    col(.class("w40"))
                    col()
                    col(.class("w240"))
                    col(.class("w120"))
                    col(.class("w180"))
                }
            }
            thead {
                tr {
                    th(Attribute("scope", "col")) { span(.class("out")) { NoticeListWords.sign[language] } }
                    heads.map { head in
                        th(Attribute("scope", "col"), head.isNumber ? .class("num") : .none) { head.0[language] }
                    }
                }
            }
            tbody { rows() }
        }
    }

    static func received(_ notice: NoticeListModel.Received, _ language: Language) -> HTML {
        row(
            ReceiptSquare.svg(state: notice.state, purpose: notice.purpose, late: notice.isLate),
            ReceiptWords.state(notice.state, notice.purpose, late: notice.isLate), notice.grade, notice.title,
            notice.path, notice.ended, language
        ) {
            td(.class("wide second")) { from(notice.from, notice.number, language) }
            td(.class("num"), .data("label", NoticeListWords.at[language])) { TimeWords.short(notice.at, language) }
            if let due = notice.due {
                td(.class(notice.isLate ? "num red" : "num"), .data("label", NoticeListWords.signBy[language])) {
                    TimeWords.short(due.at, language)
                    " "
                    small { NoticeListWords.setBy(due.by)[language] }
                }
            } else {
                td(.class("num quiet"), .data("label", NoticeListWords.signBy[language])) {
                    notice.purpose == .information
                        ? ReceiptWords.copy[language] : NoticeListWords.noDate[language]
                }
            }
        }
    }

    static func underWay(_ notice: NoticeListModel.UnderWay, _ language: Language) -> HTML {
        row(
            ReceiptSquare.svg(state: notice.state), ReceiptWords.state(notice.state), notice.grade, notice.title,
            notice.path, notice.ended, language
        ) {
            td(.class("wide second")) {
                from(notice.from, notice.number, language)
                if notice.contains > 0 {
                    span(.class("dot")) {}
                    NoticeListWords.contains(notice.contains)[language]
                }
            }
            td(.data("label", NoticeListWords.step[language])) { notice.step[language] }
            td(.class("num")) {
                if let next = notice.next {
                    if let path = notice.nextPath { a(.href(path)) { next[language] } } else { next[language] }
                }
            }
        }
    }

    static func sent(_ notice: NoticeListModel.Sent, _ language: Language) -> HTML {
        let state: ReceiptState = notice.signed == notice.total ? .relayed : .opened
        return row(
            ReceiptSquare.svg(state: state),
            notice.signed == notice.total ? NoticeListWords.everybody : NoticeListWords.who, notice.grade,
            notice.title, notice.path, notice.ended, language
        ) {
            td(.class("wide second")) {
                NoticeListWords.sentTo(notice.total, notice.manner, at: TimeWords.short(notice.at, language))[language]
            }
            td(.data("label", NoticeListWords.signed[language])) {
                FractionBar.html(done: notice.signed, doing: notice.opened, late: notice.late, of: notice.total)
            }
            td(.class("num")) {
                a(.href(notice.wallPath)) {
                    (notice.signed == notice.total ? NoticeListWords.everybody : NoticeListWords.who)[language]
                }
            }
        }
    }

    private static func row(
        _ square: HTML, _ state: Sentence, _ grade: Grade?, _ title: String, _ path: String,
        _ ended: Sentence?, _ language: Language,
        @HTMLBuilder rest: () -> HTML
    ) -> HTML {
        tr(.data("item", "")) {
            td {
                square
                span(.class("out")) { state[language] }
            }
            th(.class("wide"), Attribute("scope", "row")) {
                if let grade {
                    GradeBadge.html(grade, in: language)
                    " "
                }
                a(.href(path), .lang(Language.chinese.tag), .data("open", "")) { title }
                if let ended { EndedFlag.html(ended, language) }
            }
            rest()
        }
    }

    private static func from(_ unit: String, _ number: String?, _ language: Language) -> HTML {
        group {
            unit
            span(.class("dot")) {}
            if let number {
                span(.lang(Language.chinese.tag)) { number }
            } else {
                NoticeListWords.noNumber[language]
            }
        }
    }
}
