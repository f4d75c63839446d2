import Federation
import Markup
import Web

/// The units it goes to, grouped by the phrase that reached them first, each with a tick.
enum AddresseesList {
    /// Units of a phrase that stand open; the others are folded.
    private static let shown = 3

    static func html(_ model: AddresseesModel, _ language: Language) -> HTML {
        group {
            div(.class("section-head")) {
                h2(.class("count-line second")) {
                    b { (model.manner == .issue ? AddresseesWords.willSend : AddresseesWords.willRelay)[language] }
                    span(.class("count"), .data("total", "")) { model.sentCount.grouped }
                    b { AddresseesWords.unitsWord(model.sentCount)[language] }
                }
                span(.class("more")) { AddresseesWords.eachCanGo[language] }
            }
            adding(model, language)
            div(.class("who")) {
                model.phrases.filter { $0.purpose == .action && !$0.units.isEmpty }.map { phrase in
                    units(phrase.units, place: phrase.place, head: phrase.text, isQuoted: true, language)
                }
                model.phrases.filter { !$0.whole.isEmpty }.map { whole($0, language) }
                if !model.added.isEmpty {
                    units(
                        model.added, place: model.addedPlace, head: AddresseesWords.addedByHand[language],
                        isQuoted: false, language)
                    model.added.map { unit in
                        input(.type("hidden"), .name("added"), .value("\(unit.unit)"))
                    }
                }
                if !model.passedOver.isEmpty { passedOver(model.passedOver, language) }
                model.phrases.filter { $0.purpose == .information && !$0.units.isEmpty }.map { phrase in
                    copies(phrase, language)
                }
            }
            exclusions(model, language)
        }
    }

    private static func adding(_ model: AddresseesModel, _ language: Language) -> HTML {
        div(.class(model.isWrong("add") ? "field wrong section-tight" : "section-tight")) {
            div(.class("input-row")) {
                span(.class("picker")) {
                    input(
                        .class("input"), .id("add"), .name("add"), .value(model.add),
                        Attribute("placeholder", AddresseesWords.addHint[language]),
                        .aria("label", AddresseesWords.addLabel[language]), .data("suggest", model.suggestPath),
                        .data("key", "/"))
                }
                button(.class("btn"), Attribute("formaction", model.checkPath)) { AddresseesWords.add[language] }
            }
            AddresseesPages.error("add", model, language)
        }
    }

    // MARK: A phrase that is sent to as a whole

    /// Its count and its branches; there is no tick for each unit.
    private static func whole(_ phrase: AddresseesModel.Phrase, _ language: Language) -> HTML {
        div(.data("whole", "\(phrase.wholeCount)"), .id("whole-\(phrase.place)")) {
            p(.class("check group")) {
                span(.lang(Language.chinese.tag)) { phrase.text }
                span { b { phrase.wholeCount.grouped } }
            }
            p(.class("check one")) { small { AddresseesWords.wholeNote[language] } }
            details {
                summary {
                    AddresseesWords.byBranch(phrase.whole.reduce(0) { $0 + $1.branches.count })[language]
                    " · "
                    u { AddresseesWords.unfold[language] }
                }
                phrase.whole.flatMap(\.branches).map { branch in
                    p(.class("check one")) {
                        span { branch.name }
                        span { branch.units.grouped }
                    }
                }
            }
        }
    }

    // MARK: One phrase's units

    private static func units(
        _ units: [AddresseesModel.Listed], place: Int, head: String, isQuoted: Bool, _ language: Language
    ) -> HTML {
        // What is special is seen without unfolding.
        let special = units.filter { $0.isSpecial }
        let plain = units.filter { !$0.isSpecial }
        let room = max(0, shown - special.count)
        let open = plain.count <= room + 1 ? plain : Array(plain.prefix(special.isEmpty ? shown : room))
        let folded = Array(plain.dropFirst(open.count))
        let out = units.count { !$0.isSent }
        return div(.data("group", ""), .id("list-\(place)")) {
            label(.class("check group")) {
                input(
                    .type("checkbox"), .data("all", ""), .class("js-only"), .checked(out < units.count),
                    .aria("label", AddresseesWords.wholeGroup(head)[language]))
                span(isQuoted ? .lang(Language.chinese.tag) : .none) { head }
                span {
                    if out > 0 {
                        small { AddresseesWords.out(out)[language] }
                        " "
                    }
                    b(.data("group-count", "")) { (units.count - out).grouped }
                }
            }
            special.map { tick($0, place, language) }
            open.map { tick($0, place, language) }
            if !folded.isEmpty {
                details {
                    summary {
                        AddresseesWords.others(folded.count, ofAll: folded.count == units.count)[language]
                        " · "
                        u { AddresseesWords.unfold[language] }
                    }
                    folded.map { tick($0, place, language) }
                }
            }
        }
    }

    private static func tick(_ unit: AddresseesModel.Listed, _ place: Int, _ language: Language) -> HTML {
        let value = "\(place):\(unit.unit)"
        return group {
            label(.class(unit.isSent ? "check one" : "check one off")) {
                input(.type("checkbox"), .name("unit"), .value(value), .checked(unit.isSent), .data("one", ""))
                span { unit.name }
                if let lines = unit.lines {
                    small { lines[language] }
                }
                if unit.isOnBothLines {
                    AddresseesPhrases.flag("absent", AddresseesWords.bothLines, language)
                } else if !unit.alsoIn.isEmpty {
                    AddresseesPhrases.flag("absent", AddresseesWords.alsoIn(unit.alsoIn), language)
                } else {
                    small { unit.code }
                }
            }
            if !unit.isSent { reason(unit, language) }
            input(.type("hidden"), .name("known"), .value(value))
        }
    }

    private static func reason(_ unit: AddresseesModel.Listed, _ language: Language) -> HTML {
        input(
            .class("input"), .name("why-\(unit.unit)"), .value(unit.reason),
            .aria("label", "\(unit.name)：\(AddresseesWords.unitReason[language])"),
            Attribute("placeholder", AddresseesWords.unitReason[language]))
    }

    // MARK: Beside the phrases

    private static func passedOver(_ units: [AddresseesModel.Listed], _ language: Language) -> HTML {
        group {
            p(.class("check group")) {
                span { AddresseesWords.passedOver[language] }
                span { b { units.count.grouped } }
            }
            details(Attribute("open", if: units.count <= shown)) {
                summary {
                    AddresseesWords.others(units.count, ofAll: true)[language]
                    " · "
                    u { AddresseesWords.unfold[language] }
                }
                units.map { unit in
                    label(.class("check one")) {
                        input(.type("checkbox"), .name("added"), .value("\(unit.unit)"), .data("one", ""))
                        span { unit.name }
                        small { unit.lines?[language] ?? unit.code }
                    }
                }
            }
            p(.class("check one")) { small { AddresseesWords.passedOverNote[language] } }
        }
    }

    private static func copies(_ phrase: AddresseesModel.Phrase, _ language: Language) -> HTML {
        div(.id("list-\(phrase.place)")) {
            p(.class("check")) {
                ReceiptSquare.svg(state: .sent, purpose: .information)
                span {
                    AddresseesWords.copies[language]
                    span(.lang(Language.chinese.tag)) { phrase.text }
                    " "
                    small { AddresseesWords.informationOnly[language] }
                }
                span { phrase.units.count.grouped }
            }
            details {
                summary {
                    AddresseesWords.others(phrase.units.count, ofAll: true)[language]
                    " · "
                    u { AddresseesWords.unfold[language] }
                }
                phrase.units.map { unit in
                    p(.class("check one")) {
                        span { unit.name }
                        small { unit.code }
                    }
                }
            }
        }
    }

    private static func exclusions(_ model: AddresseesModel, _ language: Language) -> HTML {
        let field = "exclusion_reason"
        return div(.class(model.isWrong(field) ? "field wrong section-tight" : "field section-tight")) {
            label(.for(field)) { AddresseesWords.exclusionReason[language] }
            input(
                .class("input"), .id(field), .name(field), .value(model.exclusionReason),
                model.isWrong(field) ? .aria("describedby", "\(field)-error") : .none)
            p(.class("note")) { AddresseesWords.exclusionNote[language] }
            AddresseesPages.error(field, model, language)
        }
    }
}

extension AddresseesModel.Listed {
    /// Something is to be said of it, so it stands first and open.
    var isSpecial: Bool { !isSent || isOnBothLines || !alsoIn.isEmpty }
}
