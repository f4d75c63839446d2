package import Federation
package import Markup
import Web

/// A notice on paper with its source marks, and the ruler beside it. The words stay Chinese in either language.
package struct NoticePaperDrawing: Sendable {
    package let paper: NoticePaper
    private let reading: ReadNotice
    private let language: Language

    package init(_ paper: NoticePaper, _ reading: ReadNotice, in language: Language) {
        self.paper = paper
        self.reading = reading
        self.language = language
    }

    package func html() -> HTML {
        article(
            .class("paper full"), .id("paper"), .lang(Language.chinese.tag), .aria("label", PaperWords.paper[language])
        ) {
            div(.class("paper-body")) { pieces() }
        }
    }

    private func pieces() -> [HTML] {
        var html: [HTML] = []
        var place = 0
        for fold in paper.folds {
            html += paper.blocks[place..<fold.lowerBound].map(block)
            html.append(folded(fold))
            place = fold.upperBound
        }
        return html + paper.blocks[place...].map(block)
    }

    private func folded(_ fold: Range<Int>) -> HTML {
        let blocks = paper.blocks[fold]
        let clauses = blocks.compactMap(\.clause)
        let ofAll = reading.carried(at: blocks.first?.path ?? [])?.clauses.count ?? 0
        let words = PaperWords.folded(
            addressees: blocks.contains { $0.kind == .addressees },
            clauses: clauses.min().flatMap { low in clauses.max().map { low...$0 } }, ofAll: ofAll,
            ink: blocks.reduce(0) { $0 + $1.inkCount })
        return details(.class("fold")) {
            summary(.lang(language.tag)) {
                span(.class("fold-what")) {
                    words[language]
                    " · "
                    u {
                        span(.class("when-shut")) { PaperWords.open[language] }
                        span(.class("when-open")) { PaperWords.shut[language] }
                    }
                }
            }
            blocks.map(block)
        }
    }

    // MARK: Blocks

    private func block(_ block: PaperBlock) -> HTML {
        switch block.kind {
        case .part, .rest: part(block)
        case .letterhead: p(.class("paper-head")) { runs(block) }
        case .title: h2(.class("paper-title")) { runs(block) }
        case .addressees, .flush: p(.class("flush")) { runs(block) }
        case .telegramMark: p(.class("telegram-kind flush")) { runs(block) }
        case .telegram: p(.class("telegram")) { cells(block) }
        case .clause: p(.class("level1")) { runs(block) }
        case .subclause: p(.class("level2")) { runs(block) }
        case .body: p { runs(block) }
        case .signature: p(.class("sign")) { runs(block) }
        case .date: p(.class("sign date")) { runs(block) }
        }
    }

    private func part(_ block: PaperBlock) -> HTML {
        let notice = reading.carried(at: block.path)
        let name = notice?.issuers.first.map { $0 + (notice?.telegram != nil ? "电报" : notice?.kind ?? "") }
        let words = block.kind == .part ? PaperWords.beginsHere : PaperWords.goesOn
        return p(
            .class("part"), .lang(language.tag), .data("part", NoticePlace.prefix(block.path)),
            block.kind == .part ? .id("part-\(block.path.map { "\($0 + 1)" }.joined(separator: "-"))") : .none
        ) {
            span {
                reading.tag(at: block.path)[language]
                if let name {
                    " · "
                    Quoted.html(name, in: language)
                }
                " · "
                words[language]
            }
        }
    }

    /// The fields of a telegram's head stand beside one another.
    private func cells(_ block: PaperBlock) -> [HTML] {
        var cells: [[PaperBlock.Run]] = []
        for run in block.runs {
            if run.startsCell || cells.isEmpty { cells.append([]) }
            cells[cells.count - 1].append(run)
        }
        return cells.map { cell in span { cell.map { self.run($0, in: block) } } }
    }

    private func runs(_ block: PaperBlock) -> [HTML] {
        // A long title or line of addressees is one mark with a bracket beside it, its colon included.
        if block.kind == .title || block.kind == .addressees, block.inkCount >= Self.long,
            let first = block.runs.first(where: { $0.mark != nil }), let number = first.mark,
            block.runs.allSatisfy({ $0.mark == number || $0.mark == nil && $0.text.count <= 2 })
        {
            return [numbered(number, first.isFirst), mark(number, first.isFirst, "block") { block.runs.map(words) }]
        }
        return block.runs.map { run($0, in: block) }
    }

    /// From so many signs on, a bracket in the margin instead of a line under the words.
    private static let long = 30

    private func run(_ run: PaperBlock.Run, in block: PaperBlock) -> HTML {
        let text =
            run.face.map { face in
                span(.class(face == .clause ? "level1" : "level2")) { words(run) }
            } ?? words(run)
        guard let number = run.mark else { return text }
        let isWhole = run.isFirst && !block.runs.contains { $0.mark == number && $0 != run }
        let isLong = isWhole && run.text.unicodeScalars.count >= Self.long
        return numbered(number, run.isFirst) + mark(number, run.isFirst, isLong ? "long" : nil) { text }
    }

    /// The words of a run; those that were recognised without certainty are underlined.
    private func words(_ run: PaperBlock.Run) -> HTML {
        guard !run.doubts.isEmpty else { return HTML(run.text) }
        let scalars = Array(run.text.unicodeScalars)
        func part(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        var (html, cursor) = (HTML.empty, 0)
        for doubt in run.doubts {
            html += HTML(part(cursor..<doubt.lowerBound))
            html += span(.class("doubt"), Attribute("title", PaperWords.doubtful[language])) { part(doubt) }
            cursor = doubt.upperBound
        }
        return html + HTML(part(cursor..<scalars.count))
    }

    private func numbered(_ number: Int, _ isFirst: Bool) -> HTML {
        guard isFirst else { return .empty }
        return a(
            .class(["mark-no", classOfDecision(number)]), .href("#f\(number)"), .aria("hidden", "true"),
            Attribute("tabindex", "-1")
        ) { "\(number)" }
    }

    private func mark(
        _ number: Int, _ isFirst: Bool, _ more: String?, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        let style = paper.marks.marks[number - 1].style
        return a(
            .class(["mark", style == .printed ? nil : style.rawValue, more]), isFirst ? .id("m\(number)") : .none,
            .href("#f\(number)"), content: content)
    }

    private func classOfDecision(_ number: Int) -> String? {
        let style = paper.marks.marks[number - 1].style
        return style.needsDecision ? style.rawValue : nil
    }

    // MARK: Ruler

    /// The whole text as a strip: its parts, every mark, and a frame around what is on the screen.
    package func ruler() -> HTML {
        var heights: [Double] = []
        var place = 0
        for (index, block) in paper.blocks.enumerated() {
            let isFolded = place < paper.folds.count && paper.folds[place].contains(index)
            heights.append(isFolded ? 0 : height(block))
            if place < paper.folds.count, index + 1 == paper.folds[place].upperBound {
                heights[index] = 2
                place += 1
            }
        }
        let all = max(1, heights.reduce(0, +))
        var above = 0.0
        var ticks = HTML.empty
        var names = HTML.empty
        let hasParts = paper.blocks.contains { $0.kind == .part }
        if hasParts { names += name(PaperWords.cover, 0) }
        for (block, height) in zip(paper.blocks, heights) {
            if block.kind == .part {
                ticks += tick("rl-part", 6, 7, above / all)
                names += name(reading.tag(at: block.path), above / all)
            }
            let numbers = block.runs.compactMap { $0.isFirst ? $0.mark : nil }
            for (index, number) in numbers.enumerated() {
                let at = (above + height * (Double(index) + 0.5) / Double(numbers.count)) / all
                let style = paper.marks.marks[number - 1].style
                ticks +=
                    style.needsDecision ? tick("rl-\(style.rawValue)", 4, 11, at) : tick("rl-mark", 6, 7, at)
            }
            above += height
        }
        return div(.class("ruler"), .aria("hidden", "true")) {
            svg(.data("ruler", "paper")) {
                rect(.class("rl-strip"), at("x", "6"), at("y", "0"), at("width", "7"), at("height", "100%"))
                ticks
                names
                rect(
                    .class("rl-view"), at("x", "2"), at("y", "1"), at("width", "15"), at("height", "14%"), at("rx", "1")
                )
            }
        }
    }

    /// Lines of the paper.
    private func height(_ block: PaperBlock) -> Double {
        switch block.kind {
        case .part, .rest: 2
        case .title: Double((block.inkCount + 21) / 22) + 1
        case .letterhead: 1.5
        default: Double((block.inkCount + 27) / 28)
        }
    }

    private func at(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }

    private func tick(_ name: String, _ left: Int, _ width: Int, _ share: Double) -> HTML {
        rect(
            .class(name), at("x", "\(left)"), at("y", percent(share)), at("width", "\(width)"),
            at("height", width > 7 ? "2" : "1.5"))
    }

    private func name(_ words: Sentence, _ share: Double) -> HTML {
        svgText(at("x", "25"), at("y", percent(share + 0.004))) { words[language] }
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((min(max(share, 0), 1) * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}

/// Words of a paper inside the page's own sentences.
enum Quoted {
    static func html(_ text: String, in language: Language) -> HTML {
        language == .chinese ? HTML(text) : span(.lang(Language.chinese.tag)) { text }
    }
}

extension ReadNotice {
    /// A notice inside this one, by its places.
    func carried(at path: [Int]) -> ReadNotice? {
        guard let first = path.first else { return self }
        guard forwarded.indices.contains(first) else { return nil }
        return forwarded[first].notice.carried(at: Array(path.dropFirst()))
    }

    /// What a notice is called on the page that shows all of them: 封面, 转发一, 附件.
    func tag(at path: [Int]) -> Sentence {
        guard let place = path.last else { return forwarded.isEmpty ? PaperWords.notice : PaperWords.cover }
        guard let around = carried(at: Array(path.dropLast())), around.forwarded.indices.contains(place) else {
            return PaperWords.notice
        }
        let relation = around.forwarded[place].relation
        let alike = around.forwarded.indices.filter { around.forwarded[$0].relation == relation }
        return PaperWords.carried(relation, alike.firstIndex(of: place) ?? 0, isOnly: alike.count == 1)
    }
}
