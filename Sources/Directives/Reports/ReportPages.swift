import Federation
package import Markup
package import Web

/// One report: as it is written, and as it went up.
package enum ReportPages {
    package static func page(_ model: ReportModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = ReportWords.head(model.unit, model.ordinal)
        return frame.page(title: head[language], tab: .notices) {
            p(.class("crumbs")) {
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
                " / "
                a(.href(model.listPath)) { ReportWords.link[language] }
            }
            div(.class("page-head")) {
                h1 { head[language] }
                span(.class("page-note")) {
                    [
                        ReportWords.to(model.receiver + (model.office ?? ""))[language],
                        ReportWords.state(model.state)[language],
                        model.coversOn.map { ReportWords.covers($0.description)[language] },
                        model.recordedBy.map { ReportWords.recordedBy($0)[language] },
                    ].compactMap(\.self).joined(separator: " · ")
                }
                if let path = model.paperPath {
                    span(.class("view-links page-note-right")) { a(.href(path)) { ReportWords.paper[language] } }
                }
            }
            NoticeSlots.banners(model.banners, language)
            div(.class("split side-wide")) {
                div {
                    if let compose = model.compose {
                        self.compose(compose, model, frame)
                    } else {
                        paperBody(model, marks: model.before == nil ? [] : model.fresh)
                        if model.before != nil, !model.fresh.isEmpty {
                            p(.class("note no-print")) { ReportWords.freshNote[language] }
                        }
                    }
                    if let answer = model.answer { self.answer(answer, frame) }
                    if let exports = model.exportTo { self.exports(exports, model.exports, frame) }
                }
                aside {
                    figures(model, language)
                    answers(model, language)
                    quotes(model, language)
                    remarks(model, frame)
                    facts(model, language)
                }
            }
        }
    }

    // MARK: Writing

    private static func compose(_ compose: ReportModel.Compose, _ model: ReportModel, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: compose.errors)
        return group {
            frame.postForm(compose.save.path, act: compose.save.act, [.class("form")]) {
                parts.summary(["body"])
                parts.area(
                    "body", ReportWords.body, value: model.body, rows: 18, note: ReportWords.bodyNote, isCode: false)
                if !compose.challenged.isEmpty {
                    section {
                        h2(.class("section-head")) { ReportWords.challengeHead[language] }
                        ul(.class("rows")) {
                            compose.challenged.map { words in
                                li { mark(.class("mark unsure")) { Quoted.html(words, in: language) } }
                            }
                        }
                        parts.check("despite", ReportWords.despite, isChecked: false)
                    }
                }
                div(.class("acts")) {
                    if let sign = compose.sign {
                        button(.class("btn btn-primary"), Attribute("formaction", sign.path)) {
                            ReportWords.sign[language]
                        }
                    }
                    button(.class(compose.sign == nil ? "btn btn-primary" : "btn"), .data("key", "Ctrl+Enter")) {
                        ReportWords.save[language]
                    }
                }
            }
            if !compose.offered.isEmpty {
                section(.class("section")) {
                    h2(.class("section-head")) { ReportWords.offeredHead[language] }
                    ul(.class("rows")) { compose.offered.map { words in li { Quoted.html(words, in: language) } } }
                }
            }
            if let quote = compose.quote {
                frame.postForm(quote.path, act: quote.act, [.class("form section")]) {
                    h2(.class("section-head")) { ReportWords.quoteHead[language] }
                    FormParts(language: language, errors: compose.errors, prefix: "q-").choice(
                        "passage", ReportWords.quotePassage,
                        options: compose.passages.map { one in
                            let words = "\(one.unit)：\(one.text.prefix(40))"
                            return (one.value, Sentence(zh: words, en: words))
                        }, chosen: nil)
                    div(.class("acts")) { button(.class("btn")) { ReportWords.quote[language] } }
                }
            }
        }
    }

    private static func answer(_ answer: ReportModel.Answer, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: answer.errors)
        return group {
            frame.postForm(answer.accept.path, act: answer.accept.act, [.class("acts")]) {
                button(.class("btn btn-primary")) { ReportWords.accept[language] }
            }
            details(.class("more-act section"), Attribute("open", if: !answer.errors.isEmpty)) {
                summary { u { ReportWords.giveBackHead[language] } }
                frame.postForm(answer.giveBack.path, act: answer.giveBack.act, [.class("form")]) {
                    parts.text(
                        "reason", ReportWords.reason, value: answer.reason,
                        [Attribute("maxlength", "\(ReportRefusal.reasonMax)")])
                    div(.class("acts")) { button(.class("btn")) { ReportWords.giveBack[language] } }
                }
            }
        }
    }

    private static func exports(
        _ target: ReportListModel.Target, _ formats: [ExportFormat], _ frame: Frame
    ) -> HTML {
        frame.postForm(target.path, act: target.act, [.class("acts no-print")]) {
            formats.map { format in
                button(.class("btn btn-small"), .name("format"), .value(format.rawValue)) {
                    ExportWords.take(format)[frame.language]
                }
            }
        }
    }

    // MARK: Beside it

    private static func figures(_ model: ReportModel, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) {
                h2 { ReportWords.figuresHead[language] }
                small { (model.compose == nil ? ReportWords.frozen : ReportWords.live)[language] }
            }
            table(.class("table")) {
                tbody {
                    counts(model.figures).map { name, count, filter in
                        let then = model.before.flatMap { before in
                            counts(before).first { $0.2 == filter }?.1.part
                        }
                        return tr {
                            th(Attribute("scope", "row")) { name[language] }
                            td(.class("num")) {
                                opened(model, filter) { FractionBar.html(done: count.part, of: count.whole) }
                                changed(from: then, to: count.part, language)
                                today(
                                    model.today.flatMap { all in counts(all).first { $0.2 == filter }?.1.part },
                                    count.part, language)
                            }
                        }
                    }
                    tr {
                        th(Attribute("scope", "row")) { ReportWords.late[language] }
                        td(.class(model.figures.late > 0 ? "num red" : "num")) {
                            opened(model, .late) { HTML(model.figures.late.grouped) }
                            changed(from: model.before?.late, to: model.figures.late, language)
                            today(model.today?.late, model.figures.late, language)
                        }
                    }
                }
            }
            if let seal = model.seal {
                p(.class("note")) { ReportWords.seal(seal)[language] }
            }
        }
    }

    /// A figure leads to the units behind it.
    private static func opened(
        _ model: ReportModel, _ filter: ReportUnitsModel.Filter, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        guard let path = model.unitsPath else { return content() }
        let address = model.compose == nil ? "\(path)?of=\(filter.rawValue)" : path
        return a(.class("plain"), .href(address)) { content() }
    }

    /// What it has become since it was signed.
    private static func today(_ now: Int?, _ frozen: Int, _ language: Language) -> HTML {
        guard let now, now != frozen else { return .empty }
        return group {
            " "
            small(.class("no-print")) { ReportWords.today(now)[language] }
        }
    }

    private static func changed(from then: Int?, to now: Int, _ language: Language) -> HTML {
        guard let then, then != now else { return .empty }
        return group {
            " "
            small { ReportWords.then(then)[language] }
        }
    }

    private static func answers(_ model: ReportModel, _ language: Language) -> HTML {
        guard !model.answers.isEmpty else { return .empty }
        return section(.class("section")) {
            h2(.class("section-head")) { ReportWords.answersHead[language] }
            ul(.class("rows")) {
                model.answers.map { words in li { span(.lang(Language.chinese.tag)) { "“\(words)”" } } }
            }
        }
    }

    private static func remarks(_ model: ReportModel, _ frame: Frame) -> HTML {
        let language = frame.language
        return group {
            if !model.remarks.isEmpty {
                section(.class("section")) {
                    h2(.class("section-head")) { ReportWords.remarksHead[language] }
                    ol(.class("sheet-steps")) {
                        model.remarks.map { one in
                            li {
                                p(.class("written")) { Quoted.html(one.remark.text, in: language) }
                                small {
                                    [
                                        one.person, ReportWords.version(one.remark.version)[language],
                                        TimeWords.short(one.remark.moment, language),
                                    ].joined(separator: " · ")
                                }
                            }
                        }
                    }
                }
            }
            if let compose = model.compose {
                let parts = FormParts(language: language, errors: compose.errors)
                frame.postForm(compose.remark.path, act: compose.remark.act, [.class("form section no-print")]) {
                    parts.text(
                        "remark", ReportWords.remark, value: compose.remarkText,
                        [Attribute("maxlength", "\(ReportRemark.textMax)")])
                    div(.class("acts")) { button(.class("btn btn-small")) { ReportWords.remarkSend[language] } }
                }
            }
        }
    }

    private static func counts(
        _ figures: ReportFigures
    ) -> [(Sentence, ReportFigures.Count, ReportUnitsModel.Filter)] {
        [
            (ReportWords.reached, figures.reached, .reached), (ReportWords.signed, figures.signed, .signed),
            (ReportWords.passedOn, figures.passedOn, .passed), (ReportWords.settled, figures.settled, .all),
        ]
    }

    private static func quotes(_ model: ReportModel, _ language: Language) -> HTML {
        guard !model.quotes.isEmpty else { return .empty }
        return section(.class("section")) {
            h2(.class("section-head")) { ReportWords.quotedHead[language] }
            ol(.class("sheet-steps")) {
                model.quotes.map { one in
                    li {
                        a(.href(one.path)) { one.unit }
                        p(.class("second")) { Quoted.html(one.quote.text, in: language) }
                    }
                }
            }
        }
    }

    private static func facts(_ model: ReportModel, _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { ReportWords.factsHead[language] }
            ol(.class("sheet-steps")) {
                model.facts.map { one in
                    li {
                        b { ReportWords.fact(one.fact.kind, one.fact.version)[language] }
                        " "
                        small { "\(TimeWords.short(one.fact.moment, language)) · \(one.person) · \(one.unit)" }
                        if let text = one.fact.text { p(.class("written")) { Quoted.html(text, in: language) } }
                    }
                }
            }
        }
    }

    // MARK: As it went up

    /// - Parameter marks: paragraphs that the report before did not have.
    private static func paperBody(_ model: ReportModel, marks: Set<String> = []) -> HTML {
        article(.class("paper full"), .lang(Language.chinese.tag)) {
            h1(.class("paper-title")) { ReportWords.title(model.printed.unit, model.notice.title) }
            div(.class("paper-body")) {
                p(.class("flush")) { "\(model.printed.receiver)\(model.office ?? "")：" }
                ReportRules.passages(model.body).map { words in
                    p(.class(words.first.map { "一二三四五六七八九十".contains($0) } == true ? "level1" : "")) {
                        if marks.contains(words) {
                            mark(.class("mark")) { words }
                        } else {
                            words
                        }
                    }
                }
                p(.class("sign")) { model.printed.unit }
                p(.class("sign date")) { TimeWords.day(Zone.day(model.at), .chinese) }
                if let seal = model.seal { p { "（\(ReportWords.seal(seal)[.chinese])）" } }
            }
        }
    }

    /// Nothing but the report: its words, and the figures as they were signed, by branch.
    package static func paper(_ model: ReportModel, in frame: Frame) -> HTML {
        frame.bare(title: ReportWords.title(model.printed.unit, model.notice.title)) {
            main(.class("desk")) {
                paperBody(model)
                section(.class("section")) {
                    h2(.class("section-head")) { ReportWords.figuresHead[.chinese] }
                    branches(model.figures)
                }
            }
        }
    }

    private static func branches(_ figures: ReportFigures) -> HTML {
        let heads = [ReportWords.branch, ReportWords.reached, ReportWords.signed, ReportWords.settled]
        return table(.class("table"), .lang(Language.chinese.tag)) {
            thead { tr { heads.map { head in th(Attribute("scope", "col")) { head[.chinese] } } } }
            tbody {
                figures.branches.map { branch in
                    tr {
                        th(Attribute("scope", "row")) { branch.name }
                        [branch.reached, branch.signed, branch.settled].map { count in
                            td { "\(count.part.grouped) / \(count.whole.grouped)" }
                        }
                    }
                }
            }
        }
    }
}
