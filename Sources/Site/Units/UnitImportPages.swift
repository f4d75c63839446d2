import Federation
import Markup
import Web

enum UnitImportPages {
    static func page(_ model: UnitImportModel, in frame: Frame) -> HTML {
        let language = frame.language
        let isReady = model.dryRun?.apply != nil
        return frame.page(
            title: (model.dryRun == nil ? UnitImportPageWords.head : UnitImportPageWords.dryHead)[language],
            tab: .units, keys: isReady ? [Frame.Key("Ctrl", "↵", does: UnitImportPageWords.keyImport)] : []
        ) {
            UnitCrumbs.html(model.ancestors, last: UnitImportPageWords.crumb[language], in: frame)
            head(model, language)
            if let dryRun = model.dryRun {
                group {
                    problemSummary(dryRun, language)
                    div(.class("split")) {
                        div {
                            problems(dryRun, language)
                            counts(dryRun, language)
                        }
                        aside {
                            if let apply = dryRun.apply { self.apply(apply, dryRun, in: frame) }
                            upload(model, isPrimary: false, in: frame)
                        }
                    }
                }
            } else {
                group {
                    FormParts(language: language, errors: model.errors).summary(["file", "csv"], wayOn: model.wayOn)
                    div(.class("split side-wide")) {
                        upload(model, isPrimary: true, in: frame)
                        columns(model, language)
                    }
                }
            }
        }
    }

    private static func head(_ model: UnitImportModel, _ language: Language) -> HTML {
        div(.class("page-head")) {
            if let dryRun = model.dryRun {
                group {
                    h1 { UnitImportPageWords.dryHead[language] }
                    span(.class("page-note")) {
                        if let fileName = dryRun.fileName {
                            group {
                                fileName
                                span(.class("dot"))
                            }
                        }
                        UnitImportPageWords.dryNote(dryRun.counts.units)[language]
                    }
                }
            } else {
                group {
                    h1 { UnitImportPageWords.head[language] }
                    if let unitName = model.unitName {
                        span(.class("page-note")) { UnitImportPageWords.under(unitName)[language] }
                    }
                }
            }
        }
    }

    // MARK: giving the table

    private static func upload(_ model: UnitImportModel, isPrimary: Bool, in frame: Frame) -> HTML {
        let language = frame.language
        let parts = FormParts(language: language, errors: model.errors)
        return frame.postForm(model.check.path, act: model.check.act, takesFiles: true) {
            section(.class(model.dryRun?.apply == nil ? "" : "section")) {
                div(.class("section-head")) {
                    h2 { (isPrimary ? UnitImportPageWords.give : UnitImportPageWords.giveAgain)[language] }
                    if let samplePath = model.samplePath, isPrimary {
                        span(.class("more")) { a(.href(samplePath)) { UnitImportPageWords.sample[language] } }
                    }
                }
                div(.class("form section-tight")) {
                    parts.field("file", UnitImportPageWords.file) { marks in
                        div(.class("upload")) {
                            emptyElement(
                                "input",
                                [
                                    .type("file"), .id("file"), .name("file"),
                                    Attribute("accept", ".csv,text/csv,text/plain"),
                                ] + marks)
                            p(.class("note")) { UnitImportPageWords.fileNote[language] }
                        }
                    }
                    parts.area("csv", UnitImportPageWords.paste, value: model.text, rows: isPrimary ? 12 : 6)
                }
                div(.class("acts")) {
                    button(.class(isPrimary ? "btn btn-primary" : "btn")) {
                        (isPrimary ? UnitImportPageWords.read : UnitImportPageWords.readAgain)[language]
                    }
                }
            }
        }
    }

    private static func columns(_ model: UnitImportModel, _ language: Language) -> HTML {
        section {
            div(.class("section-head")) {
                h2 { UnitImportPageWords.columns[language] }
                small { UnitImportPageWords.columnsNote[language] }
            }
            p(.class("code section-tight")) { UnitRow.header.joined(separator: ",") }
            table(.class("table stack section-tight")) {
                thead {
                    tr {
                        th(Attribute("scope", "col")) { UnitImportPageWords.column[language] }
                        th(Attribute("scope", "col")) { UnitImportPageWords.meaning[language] }
                    }
                }
                tbody {
                    UnitField.allCases.map { field in
                        tr {
                            th(.class("code nowrap"), Attribute("scope", "row")) { field.rawValue }
                            td {
                                UnitImportPageWords.meaning(of: field)[language]
                                if UnitImportPageWords.isOptional(field) {
                                    group {
                                        " "; small { UnitImportPageWords.mayBeEmpty[language] }
                                    }
                                }
                                words(field, language)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The words a column knows, each with what it means.
    private static func words(_ field: UnitField, _ language: Language) -> HTML {
        let words: [(String, Sentence)] =
            switch field {
            case .kind: UnitKind.allCases.map { ($0.rawValue, UnitWords.name(of: $0)) }
            case .level: UnitLevel.allCases.map { ($0.rawValue, $0.name) }
            case .division: Division.allCases.map { ($0.rawValue, UnitWords.name(of: $0)) }
            default: []
            }
        guard !words.isEmpty else { return .empty }
        return ul(.class("steps")) {
            words.map { word, name in
                li {
                    span(.class("code")) { word }
                    if language == .chinese { " \(name[language])" }
                }
            }
        }
    }

    // MARK: what it holds

    private static func problemSummary(_ dryRun: UnitImportDryRun, _ language: Language) -> HTML {
        guard dryRun.problemCount > 0 else { return .empty }
        return div(
            .class("error-summary"), Attribute("role", "alert"), Attribute("tabindex", "-1"), .data("focus", "")
        ) {
            h2 { UnitImportPageWords.problems(dryRun.problemCount)[language] }
            p { UnitImportPageWords.problemsWayOn[language] }
            ul {
                dryRun.problems.prefix(8).map { row in
                    li {
                        a(.href("#r\(row.line)")) {
                            UnitImportPageWords.line(row.line)[language]
                            language == .chinese ? "：" : ": "
                            row.problems.first?.sentence[language] ?? ""
                        }
                    }
                }
            }
        }
    }

    /// Code and name, then every column in which something is wrong.
    private static func shownFields(_ rows: [UnitImportRowShown]) -> [UnitField] {
        let wrong = Set(rows.flatMap { $0.problems.compactMap(\.column) }).union([.code, .name])
        return UnitField.allCases.filter(wrong.contains)
    }

    private static func problems(_ dryRun: UnitImportDryRun, _ language: Language) -> HTML {
        guard !dryRun.problems.isEmpty else { return .empty }
        let fields = shownFields(dryRun.problems)
        let shown = dryRun.problems.reduce(0) { $0 + $1.problems.count }
        return section {
            div(.class("section-head")) {
                h2 { UnitImportPageWords.problemRows(dryRun.problems.count)[language] }
                small { UnitImportPageWords.problemRowsNote[language] }
            }
            table(.class("table stack import")) {
                thead {
                    tr {
                        th(Attribute("scope", "col"), .class("num")) { UnitImportPageWords.line[language] }
                        fields.map { field in th(Attribute("scope", "col")) { field.title[language] } }
                        th(Attribute("scope", "col")) { UnitImportPageWords.problem[language] }
                    }
                }
                tbody { dryRun.problems.map { row($0, fields, language) } }
            }
            if shown < dryRun.problemCount {
                p(.class("note section-tight")) {
                    UnitImportPageWords.firstOnes(shown, of: dryRun.problemCount)[language]
                }
            }
        }
    }

    private static func row(_ row: UnitImportRowShown, _ fields: [UnitField], _ language: Language) -> HTML {
        tr(.id("r\(row.line)")) {
            td(.class("num"), .data("label", UnitImportPageWords.line[language])) { "\(row.line)" }
            fields.map { field in
                let isWrong = row.problems.contains { $0.column == field }
                let cell = row.cells[field]
                let isWord = field != .name && field != .shortNames && field != .nameEnglish
                return td(
                    .class([isWord ? "code nowrap" : nil, isWrong ? "cell-wrong" : nil]),
                    .data("label", field.title[language])
                ) {
                    if isWrong, cell?.isEmpty == true {
                        UnitImportPageWords.emptyCell[language]
                    } else {
                        cell ?? "·"
                    }
                }
            }
            td(.class("wide")) {
                row.problems.map { problem in
                    p {
                        if let column = problem.column {
                            group {
                                b { column.title[language] }
                                language == .chinese ? "：" : ": "
                            }
                        }
                        problem.sentence[language]
                    }
                }
            }
        }
    }

    private static func counts(_ dryRun: UnitImportDryRun, _ language: Language) -> HTML {
        let counts = dryRun.counts
        return section(.class(dryRun.problems.isEmpty ? "" : "section")) {
            div(.class("section-head")) {
                h2 { UnitImportPageWords.countsHead(counts.units)[language] }
                small {
                    (dryRun.apply == nil ? UnitImportPageWords.countsNoteWrong : UnitImportPageWords.countsNote)[
                        language]
                }
            }
            table(.class("table stack")) {
                thead {
                    tr {
                        th(Attribute("scope", "col")) { UnitImportPageWords.kind[language] }
                        th(Attribute("scope", "col")) { UnitImportPageWords.level[language] }
                        th(Attribute("scope", "col"), .class("num")) { UnitImportPageWords.units[language] }
                    }
                }
                tbody {
                    counts.groups.map { one in
                        tr {
                            th(.class("wide"), Attribute("scope", "row")) {
                                UnitWords.groupTitle(one.kind, one.level)[language]
                            }
                            td(.class("second"), .data("label", UnitImportPageWords.level[language])) {
                                one.level.name[language]
                            }
                            td(.class("num"), .data("label", UnitImportPageWords.units[language])) {
                                Figures.grouped(one.units)
                            }
                        }
                    }
                }
                tfoot {
                    tr {
                        th(.class("wide"), Attribute("scope", "row")) { UnitImportPageWords.total[language] }
                        td {
                            if counts.secondLines > 0 {
                                small { UnitImportPageWords.secondLines(counts.secondLines)[language] }
                            }
                        }
                        td(.class("num"), .data("label", UnitImportPageWords.units[language])) {
                            Figures.grouped(counts.units)
                        }
                    }
                }
            }
        }
    }

    private static func apply(_ target: FormTarget, _ dryRun: UnitImportDryRun, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.postForm(target.path, act: target.act) {
            dryRun.carried.map { input(.type("hidden"), .name($0.name), .value($0.value)) }
            section {
                div(.class("section-head")) { h2 { UnitImportPageWords.applyHead[language] } }
                div(.class("acts")) {
                    button(.class("btn btn-primary"), .data("key", "Ctrl+Enter")) {
                        UnitImportPageWords.apply(dryRun.counts.units)[language]
                        " "
                        kbd { "Ctrl ↵" }
                    }
                }
                p(.class("note section-tight")) { UnitImportPageWords.applyNote[language] }
            }
        }
    }
}
