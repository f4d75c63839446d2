import Federation
import Markup
import Web

/// The wall as a plain table: every unit with its state and its times.
enum WallUnitTable {
    static func html(_ model: WallModel, _ language: Language) -> HTML {
        group {
            table(.class("table stack receipts"), .data("list", "")) {
                thead {
                    tr {
                        head(WallWords.unit, language)
                        head(WallWords.state, language)
                        head(WallWords.delivered, language, isNumber: true)
                        head(WallWords.opened, language, isNumber: true)
                        head(WallWords.signed, language, isNumber: true)
                        head(WallWords.signer, language)
                    }
                }
                tbody {
                    model.branches.map { branch in
                        group {
                            tr(.class("group")) {
                                th(Attribute("colspan", "6"), Attribute("scope", "colgroup")) {
                                    branch.name
                                    span(.class("dot")) {}
                                    "\(branch.counts.hasSigned.grouped) / \(branch.counts.total.grouped)"
                                }
                            }
                            branch.units.map { row($0, language) }
                        }
                    }
                }
            }
            if let more = model.morePath {
                div(.class("acts")) { a(.class("btn"), .href(more)) { WallWords.more[language] } }
            }
        }
    }

    private static func head(_ words: Sentence, _ language: Language, isNumber: Bool = false) -> HTML {
        th(Attribute("scope", "col"), isNumber ? .class("num") : .none) { words[language] }
    }

    private static func row(_ unit: WallModel.WallUnit, _ language: Language) -> HTML {
        tr(.data("item", "")) {
            th(.class("wide"), Attribute("scope", "row")) {
                ReceiptSquare.svg(state: unit.state, purpose: unit.purpose, late: unit.isLate)
                " "
                a(.href(unit.path), .data("open", "")) { unit.name }
            }
            td(unit.isLate ? .class("red") : .none, .data("label", WallWords.state[language])) {
                ReceiptWords.state(unit.state, unit.purpose, late: unit.isLate)[language]
            }
            time(unit.sentAt, WallWords.delivered, language)
            time(unit.openedAt, WallWords.opened, language)
            time(unit.signedAt, WallWords.signed, language)
            td(.data("label", WallWords.signer[language])) { unit.signer ?? "—" }
        }
    }

    private static func time(_ moment: Moment?, _ words: Sentence, _ language: Language) -> HTML {
        td(.class("num"), .data("label", words[language])) { moment.map { TimeWords.short($0, language) } ?? "—" }
    }
}
