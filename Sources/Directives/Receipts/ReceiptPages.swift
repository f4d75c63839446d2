import Federation
package import Markup
package import Web

/// The page on which a unit reads a notice and signs for it; made for a phone, one column everywhere.
package enum ReceiptPages {
    package static func page(_ model: ReceiptModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: title(model)[language], tab: .notices, isNarrow: true,
            keys: model.canSign ? [Frame.Key("S", does: ReceiptWords.sign)] : []
        ) {
            crumbs(model, language)
            div(.class("section-tight")) { PaperExcerptDrawing.html(model.paper, in: language) }
            if !model.passed.isEmpty { passed(model.passed, language) }
            if let signed = model.signed {
                state(signed, model, language)
                next(model.next, language, isMain: true)
            } else if model.purpose == .information {
                p(.class("section")) {
                    ReceiptSquare.svg(state: .sent, purpose: .information)
                    " "
                    ReceiptWords.noSigning[language]
                }
                next(model.next, language, isMain: true)
            } else if let sign = model.sign {
                signForm(sign, now: model.now, frame)
            } else {
                p(.class("section second")) { ReceiptWords.notThisPost[language] }
            }
        }
    }

    private static func title(_ model: ReceiptModel) -> Sentence {
        model.purpose == .action
            ? ReceiptWords.title(model.notice.title) : ReceiptWords.copyTitle(model.notice.title)
    }

    private static func crumbs(_ model: ReceiptModel, _ language: Language) -> HTML {
        group {
            p(.class("crumbs")) {
                if let turn = model.turn {
                    a(.href(turn.path)) { ReceiptWords.today[language] }
                    " / "
                    ReceiptWords.turn(turn.place, of: turn.count)[language]
                } else {
                    a(.href(model.notice.listPath)) { ReceiptWords.notices[language] }
                }
            }
            p(.class("crumbs section-tight")) {
                if let grade = model.notice.grade {
                    GradeBadge.html(grade, in: language)
                    " "
                }
                ReceiptWords.from(model.from, at: TimeWords.short(model.sentAt, language))[language]
            }
        }
    }

    private static func passed(_ dates: [ReceiptModel.PassedDate], _ language: Language) -> HTML {
        section(.class("asked")) {
            dates.map { date in
                p(.class("note")) {
                    span(.class("flag passed")) {
                        svg(.aria("hidden", "true")) { use(.href("#i-passed")) }
                        ReceiptWords.passed[language]
                    }
                    " “"
                    span(.lang(Language.chinese.tag)) { date.quote }
                    "” "
                    ReceiptWords.passedOn(TimeWords.day(date.day, language))[language]
                }
            }
        }
    }

    /// The one button of the page, at the thumb.
    private static func signForm(_ sign: ReceiptModel.Sign, now: Moment, _ frame: Frame) -> HTML {
        frame.postForm(sign.path, act: sign.act, [.class("act-bar")]) {
            button(.class("btn btn-primary"), .data("key", "S")) {
                ReceiptWords.sign[frame.language]
                " "
                kbd { "S" }
            }
            p(.class("note")) {
                ReceiptWords.recordedAs(sign.person, at: TimeWords.short(now, frame.language))[frame.language]
            }
        }
    }

    private static func state(_ signed: ReceiptModel.Signed, _ model: ReceiptModel, _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { ReceiptWords.signedHead[language] }
            p(.class("section-tight")) {
                ReceiptSquare.svg(state: model.reached)
                " "
                ReceiptWords.signedBy(signed.person, signed.post, at: TimeWords.short(signed.at, language))[language]
                if let journal = signed.journal {
                    span(.class("dot")) {}
                    small { ReceiptWords.journal(journal)[language] }
                }
            }
        }
    }

    /// Where the notice goes from here, or that it goes nowhere.
    static func next(_ next: ReceiptModel.NextAct, _ language: Language, isMain: Bool) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { ReceiptWords.nextHead[language] }
            switch next {
            case .relay(let path, let units):
                div(.class("acts")) {
                    a(.class(isMain ? "btn btn-primary" : "btn"), .href(path), .data("key", "R")) {
                        ReceiptWords.relay(units)[language]
                    }
                }
                p(.class("note")) { ReceiptWords.relayNote[language] }
            case .relayed(let path, let units, let at):
                p(.class("section-tight")) {
                    ReceiptWords.relayed(units, at: TimeWords.short(at, language))[language]
                    " "
                    a(.href(path)) { ReceiptWords.wall[language] }
                }
            case .relayByAnother(let units):
                p(.class("section-tight second")) { ReceiptWords.relayByAnother(units)[language] }
            case .end:
                p(.class("section-tight second")) { ReceiptWords.end[language] }
            }
        }
    }
}

extension ReceiptModel {
    var canSign: Bool { signed == nil && purpose == .action && sign != nil }

    /// How far this receipt has come, as its square shows it.
    var reached: ReceiptState {
        if case .relayed = next { return .relayed }
        return signed == nil ? .opened : .signed
    }
}
