import Federation
import Markup
import Web

enum JournalPages {
    static func page(_ model: JournalModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: JournalWords.journal[language], tab: .journal,
            keys: [
                Frame.Key("J", "K", does: JournalWords.keyNext), Frame.Key("↵", does: JournalWords.keyOpen),
            ]
        ) {
            div(.class("page-head")) {
                h1 { JournalWords.head[language] }
                if let unitName = model.unitName { span(.class("page-note")) { unitName } }
                if let newestPath = model.newestPath {
                    span(.class("page-note page-note-right view-links")) {
                        a(.href(newestPath)) { JournalWords.newest[language] }
                    }
                }
            }
            div(.class("split")) {
                section {
                    if model.rows.isEmpty {
                        UnitPages.empty(JournalWords.empty, JournalWords.emptyNote, language)
                    } else {
                        acts(model.rows, language)
                    }
                    if let olderPath = model.olderPath {
                        p(.class("section-tight")) { a(.href(olderPath)) { JournalWords.older[language] } }
                    }
                }
                aside { sealed(model, language) }
            }
        }
    }

    private static func acts(_ rows: [JournalRowShown], _ language: Language) -> HTML {
        table(.class("table stack"), .data("list", "")) {
            thead {
                tr {
                    th(Attribute("scope", "col")) { JournalWords.when[language] }
                    // A long title would take the room of whoever acted.
                    th(Attribute("scope", "col"), .class("w240")) { JournalWords.who[language] }
                    th(Attribute("scope", "col"), .class("w120")) { JournalWords.did[language] }
                    th(Attribute("scope", "col")) { JournalWords.toWhat[language] }
                    th(Attribute("scope", "col"), .class("num")) { JournalWords.seal[language] }
                }
            }
            tbody { rows.map { row($0, language) } }
        }
    }

    private static func row(_ row: JournalRowShown, _ language: Language) -> HTML {
        tr(.data("item", ""), .id("j\(row.id)")) {
            td(.class("nowrap"), .data("label", JournalWords.when[language])) {
                element("time", [Attribute("title", row.id)]) { TimeWords.short(row.moment, language) }
            }
            td(.data("label", JournalWords.whoShort[language])) { actor(row, language) }
            td(.data("label", JournalWords.did[language])) { b { VerbWords.name(of: row.verb)[language] } }
            td(.class("wide")) { subject(row, language) }
            td(.class("num quiet"), .data("label", JournalWords.seal[language])) {
                row.seal.map { Figures.grouped($0) } ?? JournalWords.unsealed[language]
            }
        }
    }

    private static func actor(_ row: JournalRowShown, _ language: Language) -> HTML {
        switch row.actor {
        case .muster: return HTML(JournalWords.muster[language])
        case .newcomer: return HTML(JournalWords.newcomer[language])
        case .person(let name, let post, let substitutes):
            return group {
                name
                " "
                span(.class("second")) {
                    [row.unitName, post ?? JournalWords.noPost[language]].compactMap { $0 }
                        .joined(separator: language == .chinese ? " " : ", ")
                }
                if let substitutes {
                    group {
                        " "; small { JournalWords.standsIn(for: substitutes)[language] }
                    }
                }
            }
        }
    }

    private static func subject(_ row: JournalRowShown, _ language: Language) -> HTML {
        let details = row.detail.compactMap { JournalWords.detail($0.name, $0.value)?[language] }
        return group {
            span(.class("quiet")) { JournalWords.subject(row.subjectKind)[language] }
            " "
            if let path = row.subjectPath {
                a(.href(path), .data("open", "")) { row.subjectName ?? row.subjectID }
            } else if let name = row.subjectName {
                name
            } else {
                span(.class("code quiet")) { row.subjectID }
            }
            if !details.isEmpty {
                group {
                    " "
                    small { details.joined(separator: language == .chinese ? "，" : ", ") }
                }
            }
        }
    }

    private static func sealed(_ model: JournalModel, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) {
                h2 { JournalWords.lastSeal[language] }
                if let sealsPath = model.sealsPath {
                    span(.class("more")) { a(.href(sealsPath)) { JournalWords.allSeals[language] } }
                }
            }
            if let seal = model.lastSeal {
                dl(.class("facts")) {
                    dt { JournalWords.number[language] }
                    dd { Figures.grouped(seal.number) }
                    dt { JournalWords.when[language] }
                    dd { TimeWords.full(seal.moment, language) }
                    dt { JournalWords.count[language] }
                    dd { Figures.grouped(seal.entries) }
                    dt { JournalWords.digest[language] }
                    dd(.class("code"), Attribute("title", seal.digest)) { SealShort.text(seal.digest) }
                }
            } else {
                p(.class("section-tight quiet")) { JournalWords.noSeal[language] }
            }
            if let unsealed = model.unsealed {
                p(.class("section-tight")) {
                    JournalWords.unsealedCount[language]
                    " "
                    b { JournalWords.entries(unsealed)[language] }
                }
            }
            p(.class("note section-tight")) { JournalWords.keepHead[language] }
            p(.class("note")) {
                JournalWords.verify[language]
                span(.class("code")) { "muster verify" }
            }
        }
    }
}

/// A digest short enough to compare by eye.
enum SealShort {
    /// `9f3c 77a1 … 02be`; a short one as it is.
    static func text(_ hex: String) -> String {
        guard hex.count > 12 else { return hex }
        let head = hex.prefix(8)
        return "\(head.prefix(4)) \(head.suffix(4)) … \(hex.suffix(4))"
    }
}
