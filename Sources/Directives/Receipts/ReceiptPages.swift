import Federation
package import Markup
package import Web

/// The page on which a unit reads a notice and signs for it; made for a phone, one column everywhere.
package enum ReceiptPages {
    package static func page(_ model: ReceiptModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: title(model)[language], tab: .notices, isNarrow: true,
            keys: (model.canSign ? [Frame.Key("S", does: ReceiptWords.sign)] : [])
                + (model.canRelay ? [Frame.Key("R", does: ReceiptWords.nextHead)] : [])
        ) {
            crumbs(model, language)
            NoticeSlots.banners(model.banners, language)
            if let deadline = model.deadline { self.deadline(deadline, model, language) }
            if let urged = model.urged, model.signed == nil { self.urged(urged, now: model.now, language) }
            div(.class("section-tight")) { PaperExcerptDrawing.html(model.paper, in: language) }
            if !model.passed.isEmpty { passed(model.passed, language) }
            if let asked = model.asked { self.asked(asked, isSigned: model.signed != nil, language) }
            if let signed = model.signed {
                state(signed, model, language)
                passingOn(model, in: frame)
            } else if model.purpose == .information {
                p(.class("section")) {
                    ReceiptSquare.svg(state: .sent, purpose: .information)
                    " "
                    ReceiptWords.noSigning[language]
                }
                passingOn(model, in: frame)
            } else if model.isEnded {
                p(.class("section second")) { ReceiptWords.ended[language] }
            } else if let sign = model.sign {
                signForm(sign, now: model.now, frame)
            } else {
                p(.class("section second")) { ReceiptWords.notThisPost[language] }
            }
            div(.class("section")) { NoticeSlots.links(model.links, language) }
        }
    }

    /// What can be done with what was signed for: on to the units below, to the workers, or into the files.
    private static func passingOn(_ model: ReceiptModel, in frame: Frame) -> HTML {
        let ends = if case .end = model.next { true } else { false }
        return group {
            if !ends || model.conveying == nil { next(model.next, in: frame, isMain: true) }
            if let conveying = model.conveying { ConveyancePages.convey(conveying, in: frame, isMain: ends) }
            if let filing = model.filing { ConveyancePages.file(filing, in: frame) }
        }
    }

    private static func deadline(
        _ deadline: ReceiptModel.Deadline, _ model: ReceiptModel, _ language: Language
    ) -> HTML {
        p(.class("section-tight")) {
            ReceiptWords.signBy(TimeWords.short(deadline.at, language), setBy: deadline.setBy)[language]
            if model.signed != nil {
                span(.class("dot")) {}
                (deadline.isLate ? ReceiptWords.late : ReceiptWords.inTime)[language]
            } else if deadline.isLate {
                span(.class("dot red")) { ReceiptWords.past[language] }
            }
        }
    }

    private static func urged(_ urged: ReceiptModel.Urged, now: Moment, _ language: Language) -> HTML {
        p(.class("section-tight ours")) {
            ReceiptWords.urged(
                urged.times, by: urged.by, last: TimeWords.recent(urged.last, now: now, language))[language]
            " "
            span(.class("second"), .lang(Language.chinese.tag)) { urged.text }
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

    private static func asked(_ asked: ReceiptModel.Asked, isSigned: Bool, _ language: Language) -> HTML {
        section(.class("asked")) {
            h2 { AssignmentWords.asked(asked.count)[language] }
            ol(.class("asked-list")) {
                asked.quotes.map { quote in li { Quoted.html(quote, in: language) } }
            }
            if asked.count > asked.quotes.count {
                p(.class("note")) { AssignmentWords.more(asked.count - asked.quotes.count)[language] }
            }
            if isSigned { p { a(.href(asked.path)) { AssignmentWords.open[language] } } }
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
            h2(.class("section-head")) {
                (signed.recorded == nil ? ReceiptWords.signedHead : ReceiptWords.recordedHead)[language]
            }
            p(.class("section-tight")) {
                ReceiptSquare.svg(state: model.reached, isRecorded: signed.recorded != nil)
                " "
                signature(signed, language)
                if let journal = signed.journal {
                    span(.class("dot")) {}
                    small { ReceiptWords.journal(journal)[language] }
                }
            }
        }
    }

    /// Who signed and when; where another unit wrote it down, which one, and how they were told.
    private static func signature(_ signed: ReceiptModel.Signed, _ language: Language) -> String {
        guard let recorded = signed.recorded else {
            return ReceiptWords.signedBy(signed.person, signed.post, at: TimeWords.short(signed.at, language))[language]
        }
        return ReceiptWords.recordedBy(
            signed.person, signed.post, of: recorded.unit, by: recorded.channel.map(ReceiptRecordWords.channel),
            at: ConveyanceWords.when(signed.at, isDayOnly: recorded.isDayOnly))[language]
    }

    /// Where the notice goes from here, or that it goes nowhere.
    static func next(_ next: ReceiptModel.NextAct, in frame: Frame, isMain: Bool) -> HTML {
        let language = frame.language
        return section(.class("section")) {
            h2(.class("section-head")) { ReceiptWords.nextHead[language] }
            switch next {
            case .relay(let path, _, let quick?): relay(quick, choosePath: path, in: frame, isMain: isMain)
            case .relay(let path, let units, nil):
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
            case .held(let why, let link):
                p(.class("section-tight")) {
                    why[language]
                    if let link {
                        group {
                            " "
                            a(.href(link.path)) { link.name[language] }
                        }
                    }
                }
            case .end:
                p(.class("section-tight second")) { ReceiptWords.end[language] }
            }
        }
    }

    /// The customary line with its counts, and the button that sends it.
    private static func relay(
        _ quick: ReceiptModel.QuickRelay, choosePath: String, in frame: Frame, isMain: Bool
    ) -> HTML {
        let language = frame.language
        return frame.postForm(quick.path, act: quick.act) {
            input(.type("hidden"), .name("line"), .value(quick.line))
            ul(.class("rows")) {
                quick.phrases.map { phrase in
                    li {
                        span(.lang(Language.chinese.tag)) { phrase.text }
                        span(.class("second")) { ReceiptWords.units(phrase.units)[language] }
                    }
                }
            }
            if quick.unreached > 0 { p(.class("note")) { ReceiptWords.unreached(quick.unreached)[language] } }
            div(.class("acts")) {
                button(.class(isMain ? "btn btn-primary" : "btn"), .data("key", "R")) {
                    ReceiptWords.relay(quick.count)[language]
                    " "
                    kbd { "R" }
                }
                a(.class("btn"), .href(choosePath)) { ReceiptWords.change[language] }
            }
            p(.class("note")) { ReceiptWords.quickNote[language] }
        }
    }
}

extension ReceiptModel {
    var canSign: Bool { signed == nil && purpose == .action && sign != nil }

    /// How far this receipt has come, as its square shows it.
    var reached: ReceiptState {
        if case .relayed = next { return max(state, .relayed) }
        return signed == nil ? .opened : max(state, .signed)
    }

    var canRelay: Bool {
        guard signed != nil || purpose == .information, case .relay = next else { return false }
        return true
    }
}
