import Federation
import Markup
import Web

extension JournalPages {
    /// The seals, the newest first.
    static func seals(_ model: SealsModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: JournalWords.seals[language], tab: .journal,
            keys: [Frame.Key("J", "K", does: JournalWords.keyNext)]
        ) {
            p(.class("crumbs no-print")) {
                a(.href(model.journalPath)) { JournalWords.journal[language] }
                " / \(JournalWords.seals[language])"
            }
            div(.class("page-head")) {
                h1 { JournalWords.sealsHead[language] }
                span(.class("page-note")) { JournalWords.sealsNote[language] }
                if let newestPath = model.newestPath {
                    span(.class("page-note page-note-right view-links")) {
                        a(.href(newestPath)) { JournalWords.newest[language] }
                    }
                }
            }
            div(.class("split")) {
                section {
                    if model.rows.isEmpty {
                        UnitPages.empty(JournalWords.noSeal, JournalWords.emptyNote, language)
                    } else {
                        table(.class("table stack"), .data("list", "")) {
                            thead {
                                tr {
                                    th(Attribute("scope", "col"), .class("num")) { JournalWords.number[language] }
                                    th(Attribute("scope", "col")) { JournalWords.when[language] }
                                    th(Attribute("scope", "col"), .class("num")) { JournalWords.count[language] }
                                    th(Attribute("scope", "col")) { JournalWords.root[language] }
                                    th(Attribute("scope", "col")) { JournalWords.digest[language] }
                                    th(Attribute("scope", "col")) { JournalWords.key[language] }
                                }
                            }
                            tbody { model.rows.map { row($0, language) } }
                        }
                    }
                    if let olderPath = model.olderPath {
                        p(.class("section-tight")) { a(.href(olderPath)) { JournalWords.older[language] } }
                    }
                }
                aside { keeping(model, language) }
            }
        }
    }

    private static func row(_ seal: SealShown, _ language: Language) -> HTML {
        tr(.data("item", ""), .id("s\(seal.number)")) {
            th(.class("num"), Attribute("scope", "row")) { Figures.grouped(seal.number) }
            td(.class("nowrap"), .data("label", JournalWords.when[language])) { TimeWords.short(seal.moment, language) }
            td(.class("num"), .data("label", JournalWords.count[language])) { Figures.grouped(seal.entries) }
            td(.class("code"), .data("label", JournalWords.root[language]), Attribute("title", seal.root)) {
                SealShort.text(seal.root)
            }
            td(.class("code"), .data("label", JournalWords.digest[language]), Attribute("title", seal.digest)) {
                SealShort.text(seal.digest)
            }
            td(.class("code quiet"), .data("label", JournalWords.key[language])) { String(seal.keyID.prefix(8)) }
        }
    }

    private static func keeping(_ model: SealsModel, _ language: Language) -> HTML {
        group {
            section {
                div(.class("section-head")) { h2 { JournalWords.unsealedCount[language] } }
                p(.class("count section-tight")) { Figures.grouped(model.unsealed) }
            }
            if let newest = model.rows.first, model.newestPath == nil {
                section(.class("section")) {
                    div(.class("section-head")) { h2 { JournalWords.digest[language] } }
                    p(.class("code section-tight")) { "\(newest.number):\(newest.digest)" }
                    p(.class("note")) { JournalWords.keepHead[language] }
                }
            }
            if let publicKey = model.publicKey {
                section(.class("section")) {
                    div(.class("section-head")) { h2 { JournalWords.publicKey[language] } }
                    p(.class("code section-tight")) { publicKey }
                    p(.class("note")) { JournalWords.publicKeyNote[language] }
                }
            }
        }
    }
}
