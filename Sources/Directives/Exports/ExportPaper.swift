import Federation

/// A notice set by GB/T 9704-2012: its paragraphs, each with its place in the layout. The words are those of the text,
/// none added and none left out.
struct ExportPaper: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        /// The issuer's name at the head, and the number under it.
        case mark, number
        /// 特急 at the upper left, and the other lines of a head.
        case grade, flush
        case telegramMark = "telegram-mark"
        case telegram
        case title, addressees, body, signature, date
        /// 附注, in parentheses under the date.
        case note
        /// The foot of the last page (版记): copies, and who printed it when.
        case copies, printing
    }

    enum Face: String, Sendable { case fang, hei, kai }

    struct Run: Sendable, Hashable {
        var text: String
        var face: Face
    }

    struct Paragraph: Sendable {
        var kind: Kind
        var runs: [Run]
        /// A notice inside another begins on a page of its own.
        var startsPage = false
        /// Red, with a red line under the last of the head: a document's mark that bears a number.
        var isRed = false
        var isRuled = false
        /// Blank to the right of a signature or date, in halves of a character.
        var rightHalves = 0

        /// The title of a joint paper: a line that holds only names would look like the paper's head.
        var breaksFreely = false

        var text: String { runs.map(\.text).joined() }
        /// A title's lines.
        var lines: [String] { breaksFreely ? [text] : ExportTitle.lines(text) }
    }

    private(set) var paragraphs: [Paragraph] = []

    init(_ text: String, _ reading: ReadNotice) {
        var setter = ExportSetter(reading)
        for block in NoticePaper(text, reading).blocks { setter.set(block) }
        paragraphs = setter.paragraphs
        rule()
        alignSignatures()
    }

    /// The red head belongs to documents that print both a mark and a number; a telegram has none.
    private mutating func rule() {
        for index in paragraphs.indices where paragraphs[index].kind == .mark {
            let title = paragraphs[index...].firstIndex { $0.kind == .title } ?? paragraphs.endIndex
            let head = paragraphs[index..<title]
            guard let number = head.lastIndex(where: { $0.kind == .number }),
                !head.contains(where: { $0.kind == .telegram || $0.kind == .telegramMark })
            else { continue }
            paragraphs[index].isRed = true
            paragraphs[number].isRuled = true
        }
    }

    /// 7.3.5.2 of the standard: the date begins two characters right of the signature's beginning, and no line ends
    /// nearer than two characters to the edge.
    private mutating func alignSignatures() {
        for index in paragraphs.indices where paragraphs[index].kind == .date {
            let first = paragraphs[..<index].lastIndex { $0.kind != .signature }.map { $0 + 1 } ?? 0
            let date = Self.halves(paragraphs[index].text)
            let widest = paragraphs[first..<index].map { Self.halves($0.text) }.max() ?? 0
            let right = max(4, min(widest - date, 24))
            paragraphs[index].rightHalves = right
            for signature in first..<index {
                let own = Self.halves(paragraphs[signature].text)
                paragraphs[signature].rightHalves = max(4, min(right + date + 4 - max(own, widest), 40))
            }
        }
        for index in paragraphs.indices where paragraphs[index].kind == .signature {
            paragraphs[index].rightHalves = max(4, paragraphs[index].rightHalves)
        }
    }

    /// Who printed it, which stands at the left, and when, at the right; nil where they cannot be told apart.
    static func printed(_ text: String) -> (who: String, when: String)? {
        text.lastIndex(where: \.isWhitespace).map { gap in
            (String(text[..<gap]).trimmed, String(text[gap...]).trimmed)
        }
    }

    /// How wide a text is, in halves of a character.
    private static func halves(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }
}

/// Gives each paragraph of a paper its place in the layout.
private struct ExportSetter {
    private let reading: ReadNotice
    private(set) var paragraphs: [ExportPaper.Paragraph] = []
    private var startsPage = false
    /// The notices whose title has been set.
    private var titled: Set<[Int]> = []

    init(_ reading: ReadNotice) { self.reading = reading }

    mutating func set(_ block: PaperBlock) {
        switch block.kind {
        case .part: startsPage = true
        case .rest: break
        default:
            if block.kind == .title { titled.insert(block.path) }
            var paragraph = ExportPaper.Paragraph(kind: kind(of: block), runs: runs(of: block))
            paragraph.breaksFreely = (reading.carried(at: block.path)?.issuers.count ?? 0) > 1
            paragraph.startsPage = startsPage && !paragraphs.isEmpty
            startsPage = false
            paragraphs.append(paragraph)
        }
    }

    private func kind(of block: PaperBlock) -> ExportPaper.Kind {
        switch block.kind {
        case .letterhead: .mark
        case .title: .title
        case .telegramMark: .telegramMark
        case .telegram: .telegram
        case .addressees: .addressees
        case .signature: .signature
        case .date: .date
        case .flush: titled.contains(block.path) ? footKind(block) : headKind(block)
        case .clause, .subclause, .body, .part, .rest: .body
        }
    }

    private func headKind(_ block: PaperBlock) -> ExportPaper.Kind {
        let words = block.text.filter { !$0.isWhitespace }
        if Grade(rawValue: words) != nil { return .grade }
        let notice = reading.carried(at: block.path)
        // A paper that goes up prints who signed it beside the number.
        if let number = notice?.number, words.hasPrefix(number.filter { !$0.isWhitespace }) { return .number }
        // The second and further issuers of a joint paper's head.
        let isIssuer = notice?.issuers.contains { words == $0 || words == $0 + "文件" } ?? false
        return isIssuer ? .mark : .flush
    }

    private func footKind(_ block: PaperBlock) -> ExportPaper.Kind {
        let words = block.text.filter { !$0.isWhitespace }
        if words.hasPrefix("抄送") || words.hasPrefix("主送") || words.hasPrefix("分送") { return .copies }
        if words.hasSuffix("印发"), words.contains("月") { return .printing }
        if let first = words.first, let last = words.last, "（(".contains(first), "）)".contains(last) { return .note }
        return .flush
    }

    private func runs(of block: PaperBlock) -> [ExportPaper.Run] {
        var runs: [ExportPaper.Run] = []
        for run in block.runs {
            let face = face(of: run.face ?? block.kind)
            // The fields of a telegram's head stand beside one another.
            let text = run.startsCell && !runs.isEmpty ? "　　" + run.text : run.text
            if runs.last?.face == face {
                runs[runs.count - 1].text += text
            } else {
                runs.append(ExportPaper.Run(text: text, face: face))
            }
        }
        return runs
    }

    private func face(of kind: PaperBlock.Kind) -> ExportPaper.Face {
        switch kind {
        case .clause, .telegramMark: .hei
        case .subclause: .kai
        default: .fang
        }
    }
}
