import Federation
import Markup
import Web

/// Draws what was read: the sum, then each notice's rows, those of carried notices indented under their cover.
struct ReadingFields {
    let model: ReadingModel
    let shown: ReadNotice
    let paper: NoticePaper
    private let top: ReadingGroup
    private let language: Language

    init(_ model: ReadingModel, in language: Language) {
        self.model = model
        self.language = language
        let corrections = model.corrections.map {
            NoticeCorrection($0.place.path, field: $0.place.field, value: $0.value)
        }
        shown = model.reading.corrected(by: corrections, over: model.text)
        paper = NoticePaper(model.text, shown, doubts: model.doubts)
        top = ReadingRows(model, shown, paper.marks, in: language).group(shown)
    }

    var drawing: NoticePaperDrawing { NoticePaperDrawing(paper, shown, in: language) }
    var decisionCount: Int { top.all.count { $0.needsDecision } }
    var shortTitle: String { top.title }

    // MARK: The sum

    /// - Parameter toggle: shows only what needs a decision, or everything again.
    func sum(milliseconds: Int? = nil, toggle: HTML) -> HTML {
        let rows = top.all
        func flag(_ flag: ReadingRow.Flag) -> HTML {
            let count = rows.count { $0.flag?.mark == flag.mark }
            return count == 0 ? .empty : flag.html(ReadingWords.counted(flag.name, count), in: language)
        }
        return p(.class("fields-sum")) {
            span(.class("flag")) { ReadingWords.found(paper.marks.marks.count, milliseconds: milliseconds)[language] }
            flag(.inferred)
            flag(.unsure)
            flag(.passed)
            span { toggle }
        }
    }

    // MARK: Groups

    /// - Parameters:
    ///   - canCorrect: whether the form around it takes corrections.
    ///   - save: the button beside an open field.
    func html(canCorrect: Bool, save: HTML) -> HTML {
        let shownTop = model.onlyDecisions ? top.onlyDecisions : top
        let listed = shownTop.map { Set($0.all.flatMap(\.fields)) } ?? []
        return group {
            if let shownTop {
                draw(shownTop, isTop: true, canCorrect, save)
            } else {
                p(.class("empty")) { ReadingWords.nothingToDecide[language] }
            }
            // A correction that is not on the page goes along.
            if canCorrect {
                unlisted(listed).map { correction in
                    input(.type("hidden"), .name(correction.place.formName), .value(correction.value ?? ""))
                }
            }
        }
    }

    /// The last word on each field that is not on the page.
    private func unlisted(_ listed: Set<NoticePlace>) -> [ReadingModel.Correction] {
        var seen = listed
        return model.corrections.reversed().filter { seen.insert($0.place).inserted }
    }

    private func draw(
        _ shown: ReadingGroup, isTop: Bool, _ canCorrect: Bool, _ save: HTML
    ) -> HTML {
        let rows = shown.rows.map { row($0, canCorrect, save) }
        var inner: [HTML] = []
        for child in shown.inner {
            inner.append(section { draw(child, isTop: false, canCorrect, save) })
        }
        return group {
            div(.class("fields-head")) {
                span(.class("tag")) { shown.tag[language] }
                element(isTop ? "h2" : "h3", []) {
                    if let link = shown.link {
                        a(.href(link), .lang(Language.chinese.tag)) { shown.title }
                    } else {
                        Quoted.html(shown.title, in: language)
                    }
                }
                GradeBadge.html(shown.grade, in: language)
            }
            if !rows.isEmpty { ol(.class("fields")) { rows } }
            if !inner.isEmpty { div(.class("nested")) { inner } }
        }
    }

    private func row(
        _ row: ReadingRow, _ canCorrect: Bool, _ save: HTML
    ) -> HTML {
        // Of two rows that share a mark one has the anchor.
        let anchor = row.isShared ? nil : row.number
        return li(
            .class("field-row"), anchor.map { .id("f\($0)") } ?? .none, .data("item", ""),
            row.needsDecision ? .data("decide", "") : .none,
            row.number.map { .data("mark", "m\($0)") } ?? .none
        ) {
            number(row)
            span(.class("field-name")) { row.name[language] }
            span(.class("field-value")) {
                row.value
                row.notes.map { note in small { note } }
            }
            if row.flag != nil || row.more != .empty {
                span(.class("field-flag")) {
                    row.more
                    if let flag = row.flag { flag.html(flag.name, in: language) }
                }
            }
            if canCorrect, !row.fields.isEmpty { fix(row.fields, save) }
        }
    }

    /// What marked words can become: shown beside them by the browser, which puts them into the field.
    func marking() -> HTML {
        div(
            .class("marking"), .data("marking", ""), Attribute("role", "toolbar"),
            .aria("label", ReadingWords.useAs[language]),
            Attribute("hidden", if: true)
        ) {
            span { ReadingWords.useAs[language] }
            NoticeField.allCases.map { field in
                button(.type("button"), .class("btn btn-small"), .data("into", field.rawValue)) { field.name[language] }
            }
        }
    }

    private func number(_ row: ReadingRow) -> HTML {
        guard let number = row.number else {
            return span(.class("field-no none"), .aria("hidden", "true")) { row.flag == .absent ? "—" : "" }
        }
        let colour: String? =
            switch row.flag {
            case .unsure, .blank: "amber"
            case .passed: "late"
            default: nil
            }
        return span(.class(["field-no", colour])) { a(.href("#m\(number)")) { "\(number)" } }
    }

    // MARK: Correcting

    private func fix(_ fields: [NoticePlace], _ save: HTML) -> HTML {
        let isWrong = fields.contains { field in error(field) != nil }
        return details(.class("fix"), Attribute("open", if: isWrong)) {
            summary { ReadingWords.correct[language] }
            div(.class("form section-tight")) {
                fields.map { correcting($0, isAlone: fields.count == 1) }
                div { save }
            }
        }
    }

    private func correcting(_ place: NoticePlace, isAlone: Bool) -> HTML {
        let (field, name) = (place.field, place.formName)
        let value = model.typed[place] ?? shown.carried(at: place.path).flatMap(field.value(in:)) ?? ""
        let error = error(place)
        let described = error == nil ? Attribute.none : .aria("describedby", "\(name)-error")
        let invalid = error == nil ? Attribute.none : .aria("invalid", "true")
        let chinese = Attribute.lang(Language.chinese.tag)
        return div(.class(error == nil ? "field" : "field wrong")) {
            label(.for(name), .class(isAlone ? "out" : "")) { field.name[language] }
            div(.class("input-row")) {
                switch field {
                case .title, .addressees, .cc:
                    textarea(
                        .class("input"), .id(name), .name(name), chinese, Attribute("rows", "2"), described, invalid
                    ) { value }
                case .grade:
                    select(.class("input"), .id(name), .name(name), described, invalid) {
                        option(.value(""), Attribute("selected", if: value.isEmpty)) { ReadingWords.none[language] }
                        grades(value).map { grade in
                            option(.value(grade), chinese, Attribute("selected", if: grade == value)) { grade }
                        }
                    }
                case .number, .issuer, .date, .signature:
                    input(.class("input"), .id(name), .name(name), chinese, .value(value), described, invalid)
                }
            }
            if field == .date { p(.class("note")) { ReadingWords.dateForm[language] } }
            if field == .issuer {
                p(.class("note")) {
                    ReadingWords.several[language]
                    " "
                    Quoted.html("、", in: language)
                }
            }
            FieldErrors.below(error, id: "\(name)-error", in: language)
        }
    }

    /// The four, and what was typed where it is none of them.
    private func grades(_ typed: String) -> [String] {
        let known = Grade.allCases.map(\.rawValue)
        return typed.isEmpty || known.contains(typed) ? known : known + [typed]
    }

    private func error(_ place: NoticePlace) -> AddresseesModel.FieldError? {
        model.errors.first { $0.field == place.formName }
    }
}
