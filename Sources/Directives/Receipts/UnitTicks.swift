import Federation
import Markup
import Web

/// Units of a sending that can be ticked, each with its square and how it stands. The field's name is `unit`.
enum UnitTicks {
    struct Row {
        var id: UnitID
        var name: String
        var state: ReceiptState
        var isLate: Bool
        var isTicked: Bool
        var note: String
    }

    static func html(_ head: Sentence, note: Sentence? = nil, _ rows: [Row], _ language: Language) -> HTML {
        guard !rows.isEmpty else { return .empty }
        return fieldset(.class("section")) {
            div(.class("section-head")) { h2 { head[language] } }
            if let note { p(.class("note")) { note[language] } }
            ul(.class("rows ticks")) {
                rows.map { row in
                    li {
                        label(.class("check")) {
                            input(.type("checkbox"), .name("unit"), .value("\(row.id)"), .checked(row.isTicked))
                            span {
                                ReceiptSquare.svg(state: row.state, late: row.isLate)
                                " "
                                row.name
                            }
                        }
                        span(.class("second")) { row.note }
                    }
                }
            }
        }
    }
}
