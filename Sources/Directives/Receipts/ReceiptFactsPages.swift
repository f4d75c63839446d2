import Federation
package import Markup
package import Web

/// Everything one unit did with its copy of a notice, in the order it was written.
package enum ReceiptFactsPages {
    package static func page(_ model: ReceiptFactsModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: ConveyanceWords.factsTitle[language], tab: .notices, isNarrow: true) {
            p(.class("crumbs")) {
                a(.href(model.notice.listPath)) { ReceiptWords.notices[language] }
                " / "
                a(.href(model.receiptPath), .lang(Language.chinese.tag)) { model.notice.title }
            }
            div(.class("page-head")) { h1 { ConveyanceWords.factsTitle[language] } }
            dl(.class("facts")) {
                dt {
                    ReceiptSquare.svg(state: .sent, purpose: model.purpose)
                    " "
                    ConveyanceWords.sent[language]
                }
                dd { ReceiptWords.from(model.from, at: TimeWords.short(model.sentAt, language))[language] }
                model.rows.map { row in fact(row, language) }
            }
            if model.rows.isEmpty { p(.class("second")) { ConveyanceWords.none[language] } }
        }
    }

    private static func fact(_ row: ReceiptFactsModel.Row, _ language: Language) -> HTML {
        group {
            dt {
                ReceiptSquare.svg(state: row.kind.state, isRecorded: row.recordedBy != nil)
                " "
                ConveyanceWords.fact(row.kind, isRecorded: row.recordedBy != nil)[language]
            }
            dd {
                if let unit = row.recordedBy {
                    ReceiptWords.recordedBy(
                        row.person, row.post, of: unit, by: row.channel.map(ReceiptRecordWords.channel),
                        at: ConveyanceWords.when(row.at, isDayOnly: row.isDayOnly))[language]
                    br()
                    small { ReceiptRecordWords.writtenAt(TimeWords.short(row.recordedAt, language))[language] }
                } else {
                    ReceiptWords.signedBy(row.person, row.post, at: TimeWords.short(row.at, language))[language]
                }
                if let note = row.note {
                    br()
                    span(.lang(Language.chinese.tag)) { note }
                }
                if let people = row.people {
                    span(.class("dot")) {}
                    ConveyanceWords.people(people)[language]
                }
            }
        }
    }
}

extension ReceiptFact.Kind {
    /// The state whose square stands for it.
    fileprivate var state: ReceiptState {
        switch self {
        case .opened: .opened
        case .signed: .signed
        case .relayed: .relayed
        case .conveyed: .conveyed
        case .filed: .filed
        }
    }
}
