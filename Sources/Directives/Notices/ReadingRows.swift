import Federation
import Markup
import Web

/// Makes the rows of a notice and of those inside it.
struct ReadingRows {
    let model: ReadingModel
    /// With the corrections laid over it.
    let shown: ReadNotice
    let marks: SourceMarks
    let text: PaperLines
    let language: Language

    init(_ model: ReadingModel, _ shown: ReadNotice, _ marks: SourceMarks, in language: Language) {
        self.model = model
        self.shown = shown
        self.marks = marks
        text = PaperLines(model.text)
        self.language = language
    }

    func group(_ notice: ReadNotice, at path: [Int] = []) -> ReadingGroup {
        let title = notice.title ?? notice.issuers.first ?? ReadingWords.notFound[language]
        let short = ShortTitle.of(title, issuer: notice.issuers.first, kind: notice.kind)
        let link =
            path.count == 1 && model.containedPaths.indices.contains(path[0]) ? model.containedPaths[path[0]] : nil
        return ReadingGroup(
            path: path, tag: shown.tag(at: path), title: short, link: link,
            grade: notice.grade.flatMap(Grade.init(rawValue:)), rows: rows(notice, path),
            inner: notice.forwarded.enumerated().map { group($1.notice, at: path + [$0]) })
    }

    private func rows(_ notice: ReadNotice, _ path: [Int]) -> [ReadingRow] {
        var rows: [ReadingRow?] = [
            issuer(notice, path), title(notice, path), number(notice, path), grade(notice, path),
        ]
        rows += telegram(notice, path)
        rows += [addressees(notice, path), signature(notice, path), date(notice, path)]
        rows += notice.reports.enumerated().map { report($1, $0, path) }
        rows.append(copies(notice, path))
        if !notice.attachments.isEmpty {
            rows.append(plain(ReadingWords.attachments, "attachments", notice.attachments.joined(separator: "、"), path))
        }
        if let note = notice.note { rows.append(plain(ReadingWords.note, "note", note, path)) }
        if let day = notice.printedDate {
            let number = marks.number(.init(path, "printedDate"))
            rows.append(
                ReadingRow(name: ReadingWords.printed, number: number, value: HTML(TimeWords.day(day, language))))
        }
        rows.append(clauses(notice))
        rows.append(ObligationRows.row(notice.obligations, path.isEmpty ? model.obligationPaths : [:], in: language))
        for (place, date) in notice.dates.enumerated() where date.passed { rows.append(passed(date, place, path)) }
        rows += others(notice)
        rows.append(absent(notice, path))
        return rows.compactMap { $0 }
    }

    // MARK: Fields that a person may correct

    /// A row for a field that is there, or that was corrected.
    private func row(
        _ field: NoticeField, _ notice: ReadNotice, _ path: [Int], _ value: HTML?, notes: [HTML] = []
    ) -> ReadingRow? {
        let place = NoticePlace(path, field)
        let correction = model.corrections.last { $0.place == place }
        guard let value = correction == nil ? value : value ?? HTML(ReadingWords.emptied[language]) else { return nil }
        var row = ReadingRow(
            name: field.name, number: marks.number(.init(path, field.readerName)), value: value, notes: notes)
        row.isShared = marks.isShared(.init(path, field.readerName))
        if isCorrectable(path) { row.fields = [place] }
        if let correction {
            row.value = ours(
                value, correction, readAs: model.reading.carried(at: path).flatMap(field.value(in:)))
        } else if let reason = notice.inference(about: field.readerName) {
            row.flag = .inferred
            row.notes.append(HTML(reason[language]))
        } else if notice.fields[field.readerName]?.how == .inferred {
            row.flag = .inferred
        } else if let reason = notice.doubt(about: field.readerName) {
            row.flag = .unsure
            row.needsDecision = true
            row.notes.append(HTML(reason[language]))
        }
        return row
    }

    /// After registering, a notice inside is corrected on its own page.
    private func isCorrectable(_ path: [Int]) -> Bool { path.isEmpty || model.containedPaths.isEmpty }

    /// What a person set: a bar at its edge, who, and what the reader had.
    private func ours(_ value: HTML, _ correction: ReadingModel.Correction, readAs old: String?) -> HTML {
        span(.class("ours")) {
            value
            small {
                ReadingWords.corrected(
                    by: correction.unit, correction.person,
                    at: correction.at.map { TimeWords.short($0, language) })[language]
            }
            small {
                if let old {
                    ReadingWords.readAs[language]
                    " “"
                    Quoted.html(old, in: language)
                    "”"
                } else {
                    ReadingWords.readNothing[language]
                }
            }
        }
    }

    private func issuer(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        let isOwn = path.isEmpty && model.isIssuedHere
        return row(
            .issuer, notice, path, NoticeField.issuer.value(in: notice).map(quoted),
            notes: isOwn ? [HTML(ReadingWords.ownUnit[language])] : [])
    }

    private func title(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        guard let title = notice.title else { return row(.title, notice, path, nil) }
        var kind = notice.kind.map { ReadingWords.kind($0)[language] } ?? ""
        for relation in [ReadRelation.forward, .issue, .endorse, .attachment] {
            let count = notice.forwarded.count { $0.relation == relation }
            guard count > 0 else { continue }
            kind += (kind.isEmpty ? "" : " · ") + ReadingWords.carries(relation, count)[language]
        }
        guard !kind.isEmpty else { return row(.title, notice, path, quoted(title)) }
        return row(.title, notice, path, HTML(kind), notes: [quoted(title)])
    }

    private func number(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        row(.number, notice, path, notice.number.map(quoted))
    }

    private func grade(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        let value = notice.grade.map { grade in
            Grade(rawValue: grade).map { GradeBadge.html($0, in: language) } ?? quoted(grade)
        }
        let notes = notice.medium == .telegram && value != nil ? [HTML(ReadingWords.grades[language])] : []
        return row(.grade, notice, path, value, notes: notes)
    }

    private func addressees(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        guard let found = notice.addressees else { return row(.addressees, notice, path, nil) }
        var value = HTML(ReadingWords.phrases(found.phrases.count)[language])
        var notes = [quoted(found.line)]
        let meant = path.isEmpty ? model.addressees : nil
        if let meant {
            value += HTML(" → ")
            value += b { ReadingWords.units(meant.units)[language] }
            if meant.open > 0 { notes.append(HTML(ReadingWords.openPhrases(meant.open)[language])) }
        }
        var made = row(.addressees, notice, path, value, notes: notes)
        if let path = meant?.checkPath {
            made?.more = a(.href(path)) { ReadingWords.check[language] }
        }
        if let open = meant?.open, open > 0 { made?.needsDecision = true }
        return made
    }

    private func date(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        let days = path.isEmpty ? nil : DayCount.from(notice.date, to: shown.date)
        return row(
            .date, notice, path, notice.date.map { HTML(TimeWords.day($0, language)) },
            notes: days.map { [HTML(ReadingWords.daysToCover($0)[language])] } ?? [])
    }

    private func signature(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        row(.signature, notice, path, notice.signature.map(quoted))
    }

    private func copies(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        row(.cc, notice, path, notice.cc.map(quoted), notes: [HTML(ReadingWords.copies[language])])
    }

    /// Everything the paper does not print, in one row.
    private func absent(_ notice: ReadNotice, _ path: [Int]) -> ReadingRow? {
        let fields = NoticeField.allCases.filter { field in
            guard field.value(in: notice) == nil else { return false }
            if model.corrections.contains(where: { $0.place == NoticePlace(path, field) }) { return false }
            // A copy to somebody is nothing that an inner notice lacks.
            return path.isEmpty || field != .cc
        }
        guard !fields.isEmpty else { return nil }
        let needed = fields.filter { $0 == .title || $0 == .issuer }
        var row = ReadingRow(
            name: ReadingWords.list(fields.map(\.name)),
            value: HTML((needed.isEmpty ? ReadingWords.notPrinted : ReadingWords.notFound)[language]),
            flag: needed.isEmpty ? .absent : .unsure, needsDecision: !needed.isEmpty)
        row.notes = fields.compactMap { notice.doubt(about: $0.readerName) }.map { HTML($0[language]) }
        if isCorrectable(path) { row.fields = fields.map { NoticePlace(path, $0) } }
        return row
    }

    // MARK: What is only shown

    private func plain(_ name: Sentence, _ field: String, _ value: String, _ path: [Int]) -> ReadingRow {
        ReadingRow(name: name, number: marks.number(.init(path, field)), value: quoted(value))
    }

    private func telegram(_ notice: ReadNotice, _ path: [Int]) -> [ReadingRow] {
        guard let head = notice.telegram else { return [] }
        var parts: [HTML] = []
        if let mark = head.mark { parts.append(quoted(mark)) }
        if let sender = head.sender { parts.append(HTML(ReadingWords.sender[language] + " ") + quoted(sender)) }
        if let signOff = head.signOff { parts.append(HTML(ReadingWords.signOff[language] + " ") + quoted(signOff)) }
        var value = HTML.empty
        for (place, part) in parts.enumerated() { value += place == 0 ? part : span(.class("dot")) {} + part }
        var rows: [ReadingRow] = []
        if !parts.isEmpty {
            rows.append(
                ReadingRow(name: ReadingWords.telegram, number: marks.number(.init(path, "telegram")), value: value))
        }
        if let machine = head.machineNumber {
            let number = marks.number(.init(path, "machine"))
            let printed = notice.fields["telegram.machineNumber"]?.ranges.first.map { words($0) } ?? machine
            rows.append(
                machine.isEmpty
                    ? ReadingRow(
                        name: ReadingWords.machine, number: number,
                        value: HTML("“") + quoted(printed) + HTML("”"),
                        notes: [HTML(ReadingWords.machineBlank[language])], flag: .blank, needsDecision: true)
                    : ReadingRow(name: ReadingWords.machine, number: number, value: quoted(machine)))
        }
        return rows
    }

    private func report(_ report: ReadReport, _ place: Int, _ path: [Int]) -> ReadingRow {
        var value = HTML.empty
        if let to = report.to {
            value += HTML("→ ") + b { quoted(to) }
        } else {
            value += HTML(ReadingWords.noRecipient[language])
        }
        for words in [report.by, report.cadence].compactMap({ $0 }) {
            value += span(.class("dot")) {} + HTML("“") + quoted(words) + HTML("”")
        }
        var notes = [HTML("“") + quoted(report.quote) + HTML("”")]
        if report.by == nil, report.cadence == nil { notes.append(HTML(ReadingWords.noTerm[language])) }
        return ReadingRow(
            name: ReadingWords.report, number: marks.number(.init(path, "report", place)), value: value, notes: notes)
    }

    private func clauses(_ notice: ReadNotice) -> ReadingRow? {
        guard !notice.clauses.isEmpty else { return nil }
        let headings = details(.class("headings")) {
            summary(.class("check")) { u { ReadingWords.headings[language] } }
            ol(.lang(Language.chinese.tag)) { notice.clauses.map { clause in li { clause.numeral + clause.heading } } }
        }
        var row = ReadingRow(
            name: ReadingWords.clauses, value: HTML(ReadingWords.clauseCount(notice.clauses.count)[language]) + headings
        )
        if let reason = notice.doubt(about: "clauses") {
            row.flag = .unsure
            row.needsDecision = true
            row.notes.append(HTML(reason[language]))
        }
        return row
    }

    private func passed(_ date: ReadDate, _ place: Int, _ path: [Int]) -> ReadingRow {
        let days = DayCount.from(date.date, to: shown.date) ?? 0
        let cover = shown.date.map { TimeWords.day($0, language) }
        return ReadingRow(
            name: ReadingWords.dateInText, number: marks.number(.init(path, "passed", place)),
            value: HTML("“") + quoted(date.ranges.first.map(phrase) ?? date.text) + HTML("”"),
            notes: [HTML(ReadingWords.passedBy(days, cover: cover)[language])], flag: .passed, needsDecision: true)
    }

    /// Doubts that are about no row of their own.
    private func others(_ notice: ReadNotice) -> [ReadingRow] {
        let known = Set(NoticeField.allCases.map(\.readerName) + ["clauses"])
        return notice.unsure.filter { !known.contains($0.field) }.map { doubt in
            ReadingRow(
                name: ReadingWords.reader, value: HTML(doubt.reason[language]), flag: .unsure, needsDecision: true)
        }
    }

    // MARK: Words of the paper

    private func quoted(_ text: String) -> HTML { Quoted.html(text, in: language) }

    private func words(_ range: ReadRange) -> String {
        guard range.start >= 0, range.start < range.end, range.end <= text.scalars.count else { return "" }
        return text.string(range.start..<range.end)
    }

    /// The words around a place up to the nearest sign: 春节假期延长到2月2日.
    private func phrase(around range: ReadRange) -> String {
        guard range.start >= 0, range.start < range.end, range.end <= text.scalars.count else { return "" }
        let signs = "，。；：、！？,;:!?“”（）()《》".unicodeScalars
        var (start, end) = (range.start, range.end)
        while start > 0, range.start - start < 40, !signs.contains(text.scalars[start - 1]),
            !text.scalars[start - 1].isLineEnd
        {
            start -= 1
        }
        while end < text.scalars.count, end - range.end < 40, !signs.contains(text.scalars[end]),
            !text.scalars[end].isLineEnd
        {
            end += 1
        }
        return words(ReadRange(start, end))
    }
}

extension ReadDoubt.Reason {
    subscript(language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}
