import Federation
package import Markup
package import Web

/// The reports about a notice: who has reported and who has not, by period; what is asked, and beginning one's own.
package enum ReportListPages {
    package static func page(_ model: ReportListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: ReportWords.listHead[language], tab: .notices) {
            p(.class("crumbs")) { a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title } }
            div(.class("page-head")) {
                h1 { ReportWords.listHead[language] }
                if model.table != nil {
                    span(.class("view-links page-note-right no-print")) {
                        SheetLinks.links(model.csvPath, language)
                    }
                }
            }
            if let table = model.table { self.table(table, language) }
            div(.class("split side-wide")) {
                div {
                    lines(ReportWords.receivedHead, model.received, language)
                    silent(model, language)
                    if let record = model.record { self.record(record, frame) }
                }
                aside {
                    lines(ReportWords.ownHead, model.own, language)
                    start(model, frame)
                    asked(model, language)
                    if let asking = model.asking { ask(asking, frame) }
                }
            }
        }
    }

    private static func silent(_ model: ReportListModel, _ language: Language) -> HTML {
        guard !model.silent.isEmpty else { return .empty }
        return section(.class("section")) {
            div(.class("section-head")) {
                h2 { ReportWords.silentHead(model.silent.count)[language] }
                small { ReportWords.silentNote[language] }
            }
            ul(.class("rows")) { model.silent.map { name in li { span { name } } } }
        }
    }

    private static func lines(_ head: Sentence, _ lines: [ReportListModel.Line], _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { head[language] }
            if lines.isEmpty { p(.class("second")) { ReportWords.none[language] } }
            ol(.class("rows"), .data("list", "")) {
                lines.map { line in
                    li(.data("item", "")) {
                        a(.href(line.path), .data("open", "")) { ReportWords.head(line.unit, line.ordinal)[language] }
                        small {
                            [
                                ReportWords.state(line.state)[language],
                                line.isZero ? ReportWords.isZero[language] : nil,
                                line.isRecorded ? ReportWords.isRecorded[language] : nil,
                                TimeWords.short(line.at, language),
                            ].compactMap(\.self).joined(separator: " · ")
                        }
                    }
                }
            }
        }
    }

    // MARK: By period

    private static func table(_ table: ReportListModel.Table, _ language: Language) -> HTML {
        section(.class("section")) {
            div(.class("section-head")) {
                h2 { ReportWords.tableHead[language] }
                small { ReportWords.tableNote[language] }
            }
            div(.class("matrix-frame")) {
                Markup.table(.class("table report-table")) {
                    thead {
                        tr {
                            th(Attribute("scope", "col")) { ReportWords.unitName[language] }
                            table.periods.map { period in
                                th(
                                    Attribute("scope", "col"), .class("num"),
                                    Attribute("title", ReportWords.period(period)[language])
                                ) {
                                    String(period.last.description.suffix(5))
                                }
                            }
                        }
                    }
                    tbody {
                        table.rows.map { row in
                            tr {
                                th(Attribute("scope", "row")) { Quoted.html(row.unit, in: language) }
                                row.cells.map { cell, path in
                                    td(.class(cell == .missing ? "num red" : "num")) {
                                        if let path {
                                            a(.href(path)) { ReportWords.cell(cell)[language] }
                                        } else {
                                            ReportWords.cell(cell)[language]
                                        }
                                    }
                                }
                            }
                        }
                    }
                    tfoot {
                        sums(ReportWords.completeness, table, language) { $0.isIn }
                        sums(ReportWords.timeliness, table, language) { $0.inTime }
                    }
                }
            }
        }
    }

    private static func sums(
        _ head: Sentence, _ table: ReportListModel.Table, _ language: Language, _ part: (ReportCompleteness) -> Int
    ) -> HTML {
        tr {
            th(Attribute("scope", "row")) { head[language] }
            table.sums.map { sum in td(.class("num")) { ReportWords.share(part(sum), sum.expected) } }
        }
    }

    // MARK: One's own

    private static func start(_ model: ReportListModel, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: [:])
        return group {
            if let start = model.start {
                frame.postForm(start.path, act: start.act, [.class("form")]) {
                    periods(model, parts)
                    if model.hasOutline {
                        parts.choice(
                            "outline", ReportWords.outlineChoice,
                            options: [("receiver", ReportWords.byReceiver), ("own", ReportWords.byOwn)],
                            chosen: "receiver")
                    }
                    div(.class("acts")) {
                        button(.class("btn btn-primary")) { ReportWords.start[language] }
                        if let zero = model.zero {
                            button(
                                .class("btn"), Attribute("formaction", zero.path),
                                Attribute("title", ReportWords.zeroNote[language])
                            ) { ReportWords.zero[language] }
                        }
                    }
                }
            }
        }
    }

    private static func periods(_ model: ReportListModel, _ parts: FormParts) -> HTML {
        guard !model.periods.isEmpty else { return .empty }
        return parts.choice(
            "covers", ReportWords.period,
            options: model.periods.map { ("\($0.last)", ReportWords.period($0)) },
            chosen: model.periods.first.map { "\($0.last)" })
    }

    // MARK: What is asked

    private static func asked(_ model: ReportListModel, _ language: Language) -> HTML {
        guard !model.asked.isEmpty || !model.printed.isEmpty else { return .empty }
        return section(.class("section")) {
            h2(.class("section-head")) { ReportWords.answerHow[language] }
            ul(.class("rows")) {
                model.printed.map { one in
                    li {
                        p(.lang(Language.chinese.tag)) { "“\(one.quote)”" }
                        small { [one.to, one.by, one.cadence].compactMap(\.self).joined(separator: " · ") }
                    }
                }
                model.asked.map { one in
                    li {
                        p { ReportWords.asked(one.unit, one.rhythm)[language] }
                        small { Quoted.html(one.reason, in: language) }
                    }
                }
            }
        }
    }

    private static func ask(_ asking: ReportListModel.Asking, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: asking.errors, prefix: "a-")
        return details(
            .class("more-act section no-print"), Attribute("open", if: !asking.errors.isEmpty || asking.stop != nil)
        ) {
            summary { u { ReportWords.askHead[language] } }
            frame.postForm(asking.path, act: asking.act, [.class("form")]) {
                parts.summary(["rhythm", "outline", "asking_reason"])
                parts.choice(
                    "rhythm", ReportWords.askRhythm,
                    options: [("", ReportWords.rhythm(nil))]
                        + ReportRhythm.allCases.map { ($0.rawValue, ReportWords.rhythm($0)) },
                    chosen: asking.form.rhythm)
                parts.area(
                    "outline", ReportWords.askOutline, value: asking.form.outline, rows: 5,
                    note: ReportWords.askOutlineNote, isCode: false)
                parts.text(
                    "asking_reason", ReportWords.askReason, value: asking.form.reason,
                    [Attribute("maxlength", "\(ReportAskingForm.reasonMax)")])
                div(.class("acts")) { button(.class("btn")) { ReportWords.ask[language] } }
            }
            if let stop = asking.stop {
                frame.postForm(stop.path, act: stop.act, [.class("acts")]) {
                    button(.class("btn btn-small")) { ReportWords.stop[language] }
                }
            }
        }
    }

    private static func record(_ record: ReportListModel.Record, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: record.errors, prefix: "r-")
        return details(.class("more-act section no-print"), Attribute("open", if: !record.errors.isEmpty)) {
            summary { u { ReportWords.recordHead[language] } }
            p(.class("second")) { ReportWords.recordNote[language] }
            frame.postForm(record.path, act: record.act, [.class("form")]) {
                parts.choice(
                    "unit", ReportWords.recordUnit,
                    options: [("", ReportWords.choose)]
                        + record.units.map { ($0.value, Sentence(zh: $0.name, en: $0.name)) },
                    chosen: record.form.unit.map { "\($0)" } ?? "")
                parts.choice(
                    "channel", ReportWords.recordChannel,
                    options: [("", ReportWords.choose)]
                        + ReceiptFact.Channel.allCases.map { ($0.rawValue, ReceiptRecordWords.channel($0)) },
                    chosen: record.form.channel?.rawValue ?? "")
                parts.text("day", ReportWords.recordDay, value: record.form.day, type: "date")
                parts.area("body", ReportWords.recordBody, value: record.form.body, rows: 6, isCode: false)
                div(.class("acts")) { button(.class("btn")) { ReportWords.record[language] } }
            }
        }
    }
}
