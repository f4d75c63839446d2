import Federation
package import Markup
package import Web

/// The page after signing, as large as the phone: saved, seen by whom, and what comes next.
package enum SignedSlipPages {
    package static func page(_ model: SignedSlipModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: ReceiptWords.signedHead[language], tab: .today, isNarrow: true) {
            div(.class("slip-page"), Attribute("role", "status")) {
                svg(.aria("hidden", "true")) { use(.href("#sq-signed")) }
                h1 { ReceiptWords.saved[language] }
                p(.class("second")) {
                    ConveyanceWords.when(model.at, isDayOnly: model.recorded?.isDayOnly ?? false)[language]
                    span(.class("dot")) {}
                    if let unit = model.recorded?.unit {
                        ReceiptWords.recorder(model.person, of: unit)[language]
                    } else {
                        model.person
                    }
                    if let journal = model.journal {
                        span(.class("dot")) {}
                        ReceiptWords.journal(journal)[language]
                    }
                }
                p(.class("section second"), .lang(Language.chinese.tag)) { model.noticeTitle }
                if !model.seenBy.isEmpty { seen(model.seenBy, language) }
                p(.class("section second")) { ReceiptWords.onlyReceived[language] }
                if let conveying = model.conveying {
                    ConveyancePages.convey(conveying, in: frame, isMain: model.mainAct == .convey)
                } else {
                    ReceiptPages.next(model.next, in: frame, isMain: model.mainAct == .relay)
                }
                div(.class("acts")) {
                    a(.class("btn"), .href(model.receiptPath)) { ReceiptWords.again[language] }
                    if let due = model.nextDue {
                        a(.class(model.mainAct == .nextDue ? "btn btn-primary" : "btn"), .href(due.path)) {
                            (model.asked > 0
                                ? ReceiptWords.dutiesDue(model.asked, minutes: due.minutes)
                                : ReceiptWords.nextDue(due.minutes))[language]
                        }
                    } else {
                        a(.class(model.mainAct == .today ? "btn btn-primary" : "btn"), .href(model.todayPath)) {
                            ReceiptWords.backToToday[language]
                        }
                    }
                }
            }
        }
    }

    private static func seen(_ units: [SignedSlipModel.Seen], _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { ReceiptWords.whoSees[language] }
            ol(.class("rows")) {
                units.map { seen in
                    li {
                        ReceiptSquare.svg(state: .signed)
                        span { seen.unit }
                        small { ReceiptWords.signedOf(seen.signed, seen.total)[language] }
                    }
                }
            }
        }
    }
}

extension SignedSlipModel {
    enum MainAct { case relay, convey, nextDue, today }

    /// One button of the page stands out.
    var mainAct: MainAct {
        if case .relay = next { return .relay }
        if nextDue != nil { return .nextDue }
        return conveying == nil ? .today : .convey
    }
}
