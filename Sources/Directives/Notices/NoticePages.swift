import Federation
package import Markup
package import Web

/// A registered notice: its paper, where it stands, what this unit may do next, what was read and who corrected it.
package enum NoticePages {
    package static func page(_ model: NoticeModel, in frame: Frame) -> HTML {
        let language = frame.language
        let fields = ReadingFields(model.reading, in: language)
        return frame.page(title: title(fields)[language], tab: .notices, keys: keys(model)) {
            head(model, fields, language)
            NoticeSlots.banners(model.banners, language)
            FieldErrors.summary(
                model.reading.errors, head: ReadingWords.errorHead, note: ReadingWords.errorNote, in: language)
            div(.class("read"), .data("read", "")) {
                fields.drawing.html()
                fields.drawing.ruler()
                if model.correct != nil { fields.marking() }
                div {
                    way(model, language)
                    if !model.dispatches.isEmpty || model.send?.manner == .issue { who(model, language) }
                    model.reading.originals.map { OriginalDrawing.section($0, language) }
                    if !model.covers.isEmpty { covers(model.covers, language) }
                    reading(model, fields, frame)
                }
            }
        }
    }

    private static func title(_ fields: ReadingFields) -> Sentence {
        NoticeWords.title(fields.shortTitle, day: fields.shown.date.map { TimeWords.day($0, .english) })
    }

    private static func keys(_ model: NoticeModel) -> [Frame.Key] {
        let isSigning = model.receipt?.maySign ?? false
        let main = isSigning || !model.dispatches.isEmpty ? nil : model.send.map { _ in NoticeWords.sendKey }
        let keys = ReadingPages.keys(main, canCorrect: model.correct != nil)
        return isSigning ? [Frame.Key("S", does: NoticeWords.signKey)] + keys : keys
    }

    private static func head(_ model: NoticeModel, _ fields: ReadingFields, _ language: Language) -> HTML {
        let shown = fields.shown
        return group {
            p(.class("crumbs")) { a(.href(model.listPath)) { NoticeWords.notices[language] } }
            div(.class("page-head")) {
                h1 {
                    if let grade = model.grade {
                        GradeBadge.html(grade, in: language)
                        " "
                    }
                    Quoted.html(fields.shortTitle, in: language)
                }
                span(.class("page-note")) {
                    Quoted.html(shown.issuers.joined(separator: "、"), in: language)
                    span(.class("dot")) {}
                    if let number = shown.number {
                        Quoted.html(number, in: language)
                    } else {
                        NoticeWords.noNumber[language]
                    }
                    span(.class("dot")) {}
                    shown.date.map { TimeWords.day($0, language) } ?? NoticeWords.noDate[language]
                    if !shown.forwarded.isEmpty {
                        span(.class("dot")) {}
                        NoticeWords.contains(shown.forwarded.count)[language]
                    }
                }
            }
        }
    }

    // MARK: Its way here, and on

    private static func way(_ model: NoticeModel, _ language: Language) -> HTML {
        section(.class("no-print")) {
            h2(.class("section-head")) { NoticeWords.wayHead[language] }
            dl(.class("facts")) {
                if let receipt = model.receipt { facts(receipt, language) }
                if let arrival = model.arrival {
                    dt { NoticeArrivalWords.arrived[language] }
                    dd { NoticeArrivalWords.arrival(arrival)[language] }
                }
                dt { NoticeWords.registered[language] }
                dd {
                    NoticeWords.registered(
                        by: model.registered.unit, model.registered.person,
                        at: TimeWords.short(model.registered.at, language))[language]
                }
            }
            acts(model, language)
            NoticeSlots.links(model.links, language)
        }
    }

    private static func facts(_ receipt: NoticeModel.ReceiptLine, _ language: Language) -> HTML {
        group {
            dt { NoticeWords.received[language] }
            dd { NoticeWords.sent(by: receipt.from, at: TimeWords.short(receipt.sentAt, language))[language] }
            dt { NoticeWords.state[language] }
            dd {
                ReceiptSquare.svg(state: receipt.state, purpose: receipt.purpose, late: receipt.isLate)
                " "
                ReceiptWords.state(receipt.state, receipt.purpose, late: receipt.isLate)[language]
                if let at = receipt.signedAt {
                    span(.class("dot")) {}
                    small { [TimeWords.short(at, language), receipt.signer].compactMap { $0 }.joined(separator: " ") }
                } else if let at = receipt.openedAt {
                    span(.class("dot")) {}
                    small { TimeWords.short(at, language) }
                }
            }
            if let due = receipt.due {
                dt { NoticeWords.signBy[language] }
                dd {
                    span(.class("ours")) {
                        TimeWords.short(due.at, language)
                        small { NoticeWords.setBy(due.by)[language] }
                    }
                }
            }
        }
    }

    /// One main act: signing comes before sending on.
    private static func acts(_ model: NoticeModel, _ language: Language) -> HTML {
        let isSigning = model.receipt?.maySign ?? false
        guard model.receipt != nil || model.send != nil else { return .empty }
        return div(.class("acts")) {
            if let receipt = model.receipt {
                if isSigning {
                    a(.class("btn btn-primary"), .href(receipt.path), .data("key", "S")) {
                        NoticeWords.sign[language]
                        " "
                        kbd { "S" }
                    }
                }
            }
            if let send = model.send {
                let isMain = !isSigning && model.dispatches.isEmpty
                a(
                    .class(isMain ? "btn btn-primary" : "btn"), .href(send.path),
                    isMain ? .data("key", "Ctrl+Enter") : .none
                ) {
                    model.dispatches.isEmpty || isSigning
                        ? NoticeWords.send(send.manner, send.units ?? model.reading.addressees?.units)[language]
                        : NoticeWords.sendAgain(send.manner)[language]
                    if isMain {
                        " "
                        kbd { "Ctrl ↵" }
                    }
                }
            }
            if let receipt = model.receipt, !isSigning {
                a(.class("btn"), .href(receipt.path)) { NoticeWords.seeReceipt[language] }
            }
            if model.send != nil { span(.class("note")) { NoticeWords.sendNote[language] } }
        }
    }

    private static func who(_ model: NoticeModel, _ language: Language) -> HTML {
        section(.class("section no-print")) {
            h2(.class("section-head")) { NoticeWords.whoHead[language] }
            if model.dispatches.isEmpty {
                p(.class("second")) { NoticeWords.nobodyYet[language] }
            } else {
                ul(.class("rows")) {
                    model.dispatches.map { dispatch in
                        li {
                            FractionBar.html(
                                done: dispatch.signed, doing: dispatch.opened, late: dispatch.late, of: dispatch.total)
                            span(.class("second")) {
                                NoticeWords.dispatched(
                                    dispatch.manner, from: dispatch.from, at: TimeWords.short(dispatch.at, language)
                                )[language]
                                if dispatch.late > 0 {
                                    span(.class("dot")) {}
                                    span(.class("red")) { NoticeWords.late(dispatch.late)[language] }
                                }
                            }
                            a(.href(dispatch.wallPath)) { NoticeWords.who[language] }
                        }
                    }
                }
            }
        }
    }

    private static func covers(_ covers: [NoticeLine], _ language: Language) -> HTML {
        section(.class("section no-print")) {
            h2(.class("section-head")) { NoticeWords.inHead[language] }
            ul(.class("rows")) {
                covers.map { cover in
                    li {
                        span {
                            if let grade = cover.grade {
                                GradeBadge.html(grade, in: language)
                                " "
                            }
                            a(.href(cover.path), .lang(Language.chinese.tag)) { cover.title }
                        }
                    }
                }
            }
        }
    }

    // MARK: What was read

    private static func reading(_ model: NoticeModel, _ fields: ReadingFields, _ frame: Frame) -> HTML {
        let language = frame.language
        return section(.class("section"), .aria("label", ReadingWords.fields[language]), .data("list", "")) {
            div(.class("section-head")) {
                h2 { NoticeWords.fieldsHead[language] }
                if model.correct == nil { small { NoticeWords.readOnly[language] } }
            }
            fields.sum(toggle: toggle(model, fields, language))
            if let correct = model.correct {
                frame.postForm(correct.path, act: correct.act) {
                    fields.html(
                        canCorrect: true,
                        save: button(.class("btn btn-small")) { ReadingWords.save[language] })
                }
            } else {
                fields.html(canCorrect: false, save: .empty)
            }
        }
    }

    private static func toggle(_ model: NoticeModel, _ fields: ReadingFields, _ language: Language) -> HTML {
        if model.reading.onlyDecisions { return a(.href(model.path)) { ReadingWords.everything[language] } }
        let count = fields.decisionCount
        guard count > 0 else { return HTML(ReadingWords.nothingToDecide[language]) }
        return a(.href("\(model.path)?only=decisions")) { ReadingWords.onlyDecisions(count)[language] }
    }
}
