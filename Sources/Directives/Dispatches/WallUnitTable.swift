import Federation
import Markup
import Web

/// The wall as a plain table: every unit with its state, its times, and what it sent on.
enum WallUnitTable {
    static func html(_ branches: [WallModel.Branch], morePath: String? = nil, _ language: Language) -> HTML {
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
                        head(WallWords.sentOn, language, isNumber: true)
                    }
                }
                tbody {
                    branches.map { branch in
                        group {
                            if branches.count > 1 { branchHead(branch) }
                            branch.units.map { row($0, language) }
                        }
                    }
                }
            }
            if let morePath {
                div(.class("acts")) { a(.class("btn"), .href(morePath)) { WallWords.more[language] } }
            }
        }
    }

    private static func branchHead(_ branch: WallModel.Branch) -> HTML {
        tr(.class("group")) {
            th(Attribute("colspan", "7"), Attribute("scope", "colgroup")) {
                branch.name
                span(.class("dot")) {}
                "\(branch.counts.hasSigned.grouped) / \(branch.counts.total.grouped)"
            }
        }
    }

    private static func head(_ words: Sentence, _ language: Language, isNumber: Bool = false) -> HTML {
        th(Attribute("scope", "col"), isNumber ? .class("num") : .none) { words[language] }
    }

    private static func row(_ unit: WallModel.WallUnit, _ language: Language) -> HTML {
        tr(.data("item", "")) {
            th(.class("wide"), Attribute("scope", "row")) {
                ReceiptSquare.svg(
                    state: unit.state, purpose: unit.purpose, late: unit.isLate, isRecorded: unit.isRecorded)
                " "
                a(.href(unit.path), .data("open", "")) { unit.name }
            }
            td(unit.isLate ? .class("red") : .none, .data("label", WallWords.state[language])) {
                ReceiptWords.state(
                    unit.state, unit.purpose, late: unit.isLate, isRecorded: unit.isRecorded)[language]
            }
            time(unit.sentAt, WallWords.delivered, language)
            time(unit.openedAt, WallWords.opened, language)
            time(unit.signedAt, WallWords.signed, isDay: unit.isSignedOnADay, language)
            td(.data("label", WallWords.signer[language])) { unit.signer ?? "—" }
            td(.class("num nowrap"), .data("label", WallWords.sentOn[language])) { passedOn(unit.passedOn) }
        }
    }

    private static func passedOn(_ passedOn: WallModel.PassedOn?) -> HTML {
        guard let passedOn else { return HTML("—") }
        let words = "\(passedOn.signed.grouped) / \(passedOn.total.grouped)"
        guard let path = passedOn.path else { return HTML(words) }
        return a(.href(path)) { words }
    }

    private static func time(
        _ moment: Moment?, _ words: Sentence, isDay: Bool = false, _ language: Language
    ) -> HTML {
        td(.class("num"), .data("label", words[language])) {
            moment.map { isDay ? TimeWords.day(Zone.day($0), language) : TimeWords.short($0, language) } ?? "—"
        }
    }
}
