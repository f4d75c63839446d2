import Federation
import Markup
import Web

enum NumberPages {
    static func list(_ model: NumberSeriesListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(
            title: NumberWords.crumb[language], tab: .units,
            keys: [Frame.Key("J", "K", does: UnitWords.keyNext), Frame.Key("↵", does: UnitWords.keyOpen)]
        ) {
            UnitCrumbs.html(model.ancestors + [model.unit], last: NumberWords.crumb[language], in: frame)
            div(.class("page-head")) { h1 { NumberWords.head(model.unit.name)[language] } }
            FormParts(language: language, errors: model.errors).summary(["word", "year", "next"], wayOn: model.wayOn)
            div(.class("split")) {
                if model.rows.isEmpty {
                    UnitPages.empty(NumberWords.none, NumberWords.noneNote, language)
                } else {
                    series(model.rows, language)
                }
                aside { if let start = model.start { startForm(start, model, in: frame) } }
            }
        }
    }

    private static func series(_ rows: [NumberSeriesShown], _ language: Language) -> HTML {
        table(.class("table stack"), .data("list", "")) {
            thead {
                tr {
                    [NumberWords.word, NumberWords.year, NumberWords.next, NumberWords.fates].map { name in
                        th(Attribute("scope", "col")) { name[language] }
                    }
                }
            }
            tbody {
                rows.map { row in
                    tr(.data("item", "")) {
                        th(.class("wide"), Attribute("scope", "row")) {
                            a(.href(row.path), .data("open", ""), .lang("zh-CN")) { row.word }
                        }
                        td(.data("label", NumberWords.year[language])) { "\(row.year)" }
                        td(.class("nowrap"), .data("label", NumberWords.next[language])) {
                            span(.lang("zh-CN")) { row.next }
                        }
                        td(.class("second"), .data("label", NumberWords.fates[language])) {
                            counts(row.counts, language)
                        }
                    }
                }
            }
        }
    }

    private static func counts(_ counts: [NumberFate: Int], _ language: Language) -> String {
        let words = NumberFate.allCases.compactMap { fate in
            counts[fate].map { NumberWords.fate(fate, $0)[language] }
        }
        return words.isEmpty ? "—" : words.joined(separator: language == .chinese ? "，" : ", ")
    }

    private static func startForm(_ target: FormTarget, _ model: NumberSeriesListModel, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.postForm(target.path, act: target.act) {
            section {
                div(.class("section-head")) { h2 { NumberWords.startHead[language] } }
                div(.class("form section-tight")) {
                    parts.text("word", NumberWords.word, value: model.form.word, note: NumberWords.wordNote)
                    parts.text(
                        "year", NumberWords.year, value: model.form.year, [Attribute("inputmode", "numeric")])
                    parts.text(
                        "next", NumberWords.startNext, value: model.form.next, note: NumberWords.startNextNote,
                        [Attribute("inputmode", "numeric")])
                }
                div(.class("acts")) { button(.class("btn btn-primary")) { NumberWords.start[language] } }
            }
        }
    }

    // MARK: the register

    static func register(_ model: NumberRegisterModel, in frame: Frame) -> HTML {
        let language = frame.language
        let prefix = model.typed.map { $0.rawValue + "-" } ?? ""
        return frame.page(
            title: NumberWords.registerHead(model.series)[language], tab: .units,
            keys: [Frame.Key("J", "K", does: UnitWords.keyNext)]
        ) {
            UnitCrumbs.html(
                model.ancestors + [model.unit, NamedPath(name: NumberWords.crumb[language], path: model.listPath)],
                last: model.series, in: frame)
            div(.class("page-head")) {
                h1 { NumberWords.registerHead(model.series)[language] }
                span(.class("page-note")) { NumberWords.nextIs(model.next)[language] }
            }
            FormParts(language: language, errors: model.errors, prefix: prefix)
                .summary(["number", "reason"], wayOn: model.wayOn)
            div(.class("split")) {
                div {
                    if model.rows.isEmpty {
                        UnitPages.empty(NumberWords.empty, NumberWords.emptyNote, language)
                    } else {
                        entries(model.rows, language)
                    }
                    if let morePath = model.morePath {
                        p(.class("section-tight")) { a(.href(morePath)) { NumberWords.more[language] } }
                    }
                }
                aside {
                    NumberDecision.allCases.compactMap { decision in
                        model.decisions[decision].map { form(decision, $0, model, in: frame) }
                    }
                }
            }
        }
    }

    private static func entries(_ rows: [NumberRowShown], _ language: Language) -> HTML {
        table(.class("table stack"), .data("list", "")) {
            thead {
                tr {
                    [NumberWords.number, NumberWords.fate, NumberWords.why, NumberWords.who].map { name in
                        th(Attribute("scope", "col")) { name[language] }
                    }
                    th(Attribute("scope", "col")) { span(.class("out")) { NumberWords.void[language] } }
                }
            }
            tbody { rows.map { row($0, language) } }
        }
    }

    private static func row(_ row: NumberRowShown, _ language: Language) -> HTML {
        switch row {
        case .unused(let from, let to):
            tr {
                td(.class("wide quiet"), Attribute("colspan", "5")) { NumberWords.unused(from, to)[language] }
            }
        case .entry(let entry): self.entry(entry, language)
        }
    }

    private static func entry(_ entry: NumberEntryShown, _ language: Language) -> HTML {
        tr(.data("item", ""), .id("n\(entry.number)")) {
            th(.class("wide nowrap"), Attribute("scope", "row")) {
                if entry.fate == .voided {
                    s(.lang("zh-CN")) { entry.text }
                } else {
                    span(.lang("zh-CN")) { entry.text }
                }
            }
            td(.data("label", NumberWords.fate[language])) {
                Flags.flag(flag(entry.fate), entry.fate.name[language])
            }
            td(.data("label", NumberWords.why[language])) {
                if let paper = entry.paper { a(.href(paper.path)) { paper.name } }
                if let reason = entry.reason { span(.class("second")) { reason } }
            }
            td(.class("second"), .data("label", NumberWords.who[language])) {
                [entry.personName, TimeWords.short(entry.moment, language)].compactMap(\.self)
                    .joined(separator: language == .chinese ? "，" : ", ")
            }
            td(.class("num")) {
                if let voidPath = entry.voidPath {
                    a(.href(voidPath)) {
                        NumberWords.void[language]
                        span(.class("out")) { " \(entry.text)" }
                    }
                }
            }
        }
    }

    private static func flag(_ fate: NumberFate) -> String {
        switch fate {
        case .drawn, .entered: "known"
        case .reserved: "unsure"
        case .voided: "absent"
        }
    }

    private static func form(
        _ decision: NumberDecision, _ target: FormTarget, _ model: NumberRegisterModel, in frame: Frame
    ) -> HTML {
        let language = frame.language
        let isTyped = model.typed == decision
        let parts = FormParts(
            language: language, errors: isTyped ? model.errors : [:], prefix: decision.rawValue + "-")
        return frame.postForm(target.path, act: target.act) {
            section(.class("section")) {
                div(.class("section-head")) { h2 { NumberWords.head(decision)[language] } }
                div(.class("form section-tight")) {
                    parts.text(
                        "number", NumberWords.number, value: isTyped ? model.form.number : "",
                        note: NumberWords.note(decision), [Attribute("inputmode", "numeric")])
                    parts.text("reason", NumberWords.reason(decision), value: isTyped ? model.form.reason : "")
                }
                div(.class("acts")) { button(.class("btn")) { NumberWords.press(decision)[language] } }
            }
        }
    }
}
