import Federation
package import Markup
package import Web

/// What a notice asks of the reader's unit: one form, one sentence; made for a phone.
package enum DutiesPages {
    package static func page(_ model: DutiesModel, in frame: Frame) -> HTML {
        let language = frame.language
        let isNothing = model.duties.isEmpty && model.settled.isEmpty
        let head = isNothing ? AssignmentWords.headNothing : AssignmentWords.head(model.duties.count)
        return frame.page(
            title: head[language], tab: .today, isNarrow: true,
            keys: model.form == nil ? [] : [Frame.Key("Ctrl", "↵", does: AssignmentWords.discharge(2))]
        ) {
            p(.class("crumbs")) {
                a(.href(FrameRoutes.today.path())) { AssignmentWords.today[language] }
                " / "
                a(.href(model.notice.path), .lang(Language.chinese.tag)) { model.notice.title }
            }
            div(.class("page-head")) {
                h1 {
                    GradeBadge.html(model.notice.grade, in: language)
                    " "
                    head[language]
                }
            }
            if isNothing { p(.class("empty")) { AssignmentWords.headNothingNote[language] } }
            if let undo = model.undo { self.undo(undo, frame) }
            if let form = model.form {
                self.form(form, model, frame)
            } else if !model.duties.isEmpty {
                p(.class("second")) { AssignmentWords.notThisPost[language] }
                ol(.class("rows")) { model.duties.map { one in li { words(one, model, language) } } }
            }
            if let refusal = model.refusal { cannot(refusal, model, frame) }
            if let owners = model.owners { OwnerPages.section(owners, in: frame) }
            if !model.settled.isEmpty { settled(model, language) }
            if !model.guidance.isEmpty { guidance(model.guidance, language) }
        }
    }

    private static func undo(_ undo: DutiesModel.Undo, _ frame: Frame) -> HTML {
        frame.postForm(undo.path, act: undo.act, [.class("banner")]) {
            AssignmentWords.undoOffer(undo.count)[frame.language]
            " "
            button(.class("btn btn-small")) { AssignmentWords.undo[frame.language] }
        }
    }

    // MARK: The form

    private static func form(_ form: DutiesModel.Form, _ model: DutiesModel, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: form.errors)
        let order = ["text", "duty"] + model.duties.map { "figure-\($0.id)" } + ["file"]
        let wantsFile = model.duties.contains(where: \.wantsFile)
        return frame.postForm(
            form.path, act: form.act, [.class("form"), .data("tally", "")], takesFiles: wantsFile
        ) {
            parts.summary(order)
            ol(.class("duties"), .id("duty"), .data("list", "")) {
                model.duties.map { duty($0, form, model, parts) }
            }
            parts.errorLine("duty")
            parts.field("text", AssignmentWords.text, note: AssignmentWords.textNote) { marks in
                emptyElement(
                    "input",
                    [
                        .class("input"), .id("text"), .name("text"), .value(form.text),
                        .lang(Language.chinese.tag), Attribute("list", "said"),
                        Attribute("maxlength", "\(AssignmentRefusal.textMax)"),
                    ] + marks)
            }
            if wantsFile { file(parts) }
            element("datalist", [.id("said")]) {
                AssignmentWords.customary.map { words in option(.lang(Language.chinese.tag)) { words } }
            }
            div(.class("acts")) {
                button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                    AssignmentWords.discharge(model.duties.count)[language]
                    " "
                    kbd { "Ctrl ↵" }
                }
                button(.class("btn"), .name("how"), .value("progress")) { AssignmentWords.progress[language] }
                p(.class("acts-note")) { AssignmentWords.note[language] }
            }
        }
    }

    private static func file(_ parts: FormParts) -> HTML {
        parts.field("file", AssignmentWords.file, note: AssignmentWords.fileNote) { marks in
            div(.class("upload")) {
                emptyElement(
                    "input",
                    [
                        .id("file"), .name("file"), .type("file"),
                        Attribute("accept", ".docx,.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"),
                    ] + marks)
            }
        }
    }

    private static func duty(
        _ one: DutiesModel.Duty, _ form: DutiesModel.Form, _ model: DutiesModel, _ parts: FormParts
    ) -> HTML {
        let language = parts.language
        return li(.data("item", "")) {
            switch one.proof {
            case .figure:
                words(one, model, language)
                parts.text(
                    "figure-\(one.id)", AssignmentWords.figure(ObligationRules.things(in: one.quote)),
                    value: form.figures[one.id] ?? "",
                    note: AssignmentWords.figureNote,
                    [Attribute("inputmode", "numeric"), Attribute("autocomplete", "off")])
            case .checklist where !one.items.isEmpty:
                words(one, model, language)
                checklist(one, form.ticks[one.id] ?? [], language)
            case .checklist, .sentence, .conveyance, .file:
                label(.class("check")) {
                    input(
                        .type("checkbox"), .name("duty"), .value("\(one.id)"), .checked(form.done.contains(one.id)))
                    words(one, model, language)
                }
            }
        }
    }

    private static func checklist(_ one: DutiesModel.Duty, _ ticks: Set<Int>, _ language: Language) -> HTML {
        div(.class("ticklist"), .data("group", "")) {
            label(.class("check js-only")) {
                input(.type("checkbox"), .data("all", ""))
                span { AssignmentWords.all[language] }
            }
            one.items.enumerated().map { place, item in
                label(.class("check")) {
                    input(
                        .type("checkbox"), .name("item-\(one.id)"), .value("\(place + 1)"), .data("one", ""),
                        .checked(ticks.contains(place + 1)))
                    span { Quoted.html(item, in: language) }
                }
            }
        }
    }

    private static func words(_ one: DutiesModel.Duty, _ model: DutiesModel, _ language: Language) -> HTML {
        span(.class("duty-words")) {
            Quoted.html(one.quote, in: language)
            small {
                one.role.words[language]
                if one.wantsFile { " · \(AssignmentWords.wantsFile[language])" }
                if let clause = one.clause {
                    " · "
                    Quoted.html(clause, in: language)
                }
                if let condition = one.condition {
                    " · "
                    AssignmentWords.condition[language]
                    Quoted.html(condition, in: language)
                }
                " · "
                a(.href(one.path)) { AssignmentWords.sentenceOf[language] }
            }
            if let due = one.dueAt {
                small(.class(due < model.now ? "red" : "")) {
                    AssignmentWords.dueBy(TimeWords.short(due, language), one.dateSetBy)[language]
                }
            }
            one.added.map { line in
                small(.class("ours")) {
                    "\(line.unit) · \(AdditionWords.kind(line.kind)[language]): "
                    Quoted.html(line.value, in: language)
                }
            }
            if let said = one.said {
                small {
                    AssignmentWords.state(.underWay, isReturned: false)[language]
                    " · "
                    Quoted.html(said, in: language)
                }
            }
            if let reason = one.returned {
                b(.class("red")) {
                    AssignmentWords.returned[language]
                    Quoted.html(reason, in: language)
                }
            }
            if let ticked = one.ticked, one.proof == .checklist {
                small { AssignmentWords.underWay(ticked, of: one.items.count)[language] }
            }
        }
    }

    // MARK: What cannot be done, what is done, what is only to be read

    private static func cannot(_ refusal: DutiesModel.RefusalForm, _ model: DutiesModel, _ frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: refusal.errors, prefix: "not-")
        let duties = model.duties.map { one in
            let words = one.quote.prefix(28)
            return (value: "\(one.id)", text: Sentence(zh: "\(words)", en: "\(words)"))
        }
        return details(.class("more-act section"), Attribute("open", if: !refusal.errors.isEmpty)) {
            summary { u { AssignmentWords.cannotHead[language] } }
            frame.postForm(refusal.path, act: refusal.act, [.class("form")]) {
                parts.choice("duty", AssignmentWords.which, options: duties, chosen: refusal.chosen)
                parts.choice(
                    "how", AssignmentWords.how,
                    options: [
                        ("declined", AssignmentWords.declined), ("not_applicable", AssignmentWords.notApplicable),
                    ], chosen: refusal.how)
                parts.text(
                    "reason", AssignmentWords.reason, value: refusal.reason, note: AssignmentWords.reasonNote,
                    [Attribute("maxlength", "\(AssignmentRefusal.textMax)")])
                div(.class("acts")) { button(.class("btn")) { AssignmentWords.say[language] } }
            }
        }
    }

    private static func settled(_ model: DutiesModel, _ language: Language) -> HTML {
        section(.class("section")) {
            h2(.class("section-head")) { AssignmentWords.settledHead[language] }
            ol(.class("rows faded")) {
                model.settled.map { one in
                    li {
                        span {
                            a(.href(one.path)) { Quoted.html(one.quote, in: language) }
                            small {
                                AssignmentWords.state(one.state, isReturned: false)[language]
                                " · "
                                TimeWords.short(one.at, language)
                                if let figure = one.figure { " · \(AssignmentWords.figures(figure, of: one.outOf))" }
                                if let text = one.text {
                                    " · "
                                    Quoted.html(text, in: language)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func guidance(_ quotes: [String], _ language: Language) -> HTML {
        details(.class("more-act section")) {
            summary { u { "\(AssignmentWords.guidanceHead[language]) (\(quotes.count))" } }
            ul(.class("rows")) { quotes.map { quote in li { Quoted.html(quote, in: language) } } }
        }
    }
}
