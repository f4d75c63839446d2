/// Where the parts of a paper lie: which notice each stretch belongs to, and what it is in it.
struct PaperParts: Sendable {
    /// One of the notices of the paper.
    struct Part: Sendable {
        var path: [Int]
        var isTelegram: Bool
        /// Where its head ends: its title, else its addressees.
        var headEnd: Int
        /// Where its signature's date ends; nil where it has none.
        var bodyEnd: Int?
    }

    /// What a piece of a line is.
    struct Place: Sendable {
        var part: Int
        var kind: PaperBlock.Kind
        /// Which span it lies in: pieces of one span are one paragraph.
        var span: Int?
        var clause: Int?
        /// The heading at its beginning, in its own face, and where that ends.
        var face: (kind: PaperBlock.Kind, end: Int)?
        var startsParagraph = false
    }

    private struct Span: Sendable {
        var start: Int
        var end: Int
        var kind: PaperBlock.Kind
    }

    private struct Heading: Sendable {
        var kind: PaperBlock.Kind
        var end: Int
        var clause: Int?
    }

    private(set) var all: [Part] = []
    /// Places where a line is cut, sorted.
    private(set) var cuts: [Int] = []
    private(set) var letterheads: [[Int]: ReadRange] = [:]
    private var spans: [Span] = []
    private var owners: [(start: Int, part: Int)] = []
    private var clauses: [Int: Heading?] = [:]
    /// Where a paragraph begins in the middle of a line, because its line end was lost.
    private var paragraphs: Set<Int> = []

    init(_ reading: ReadNotice, _ lines: PaperLines) {
        add(reading, [], lines)
        if owners.isEmpty || owners[0].start > 0 { owners.append((0, 0)) }
        owners.sort { ($0.start, $0.part) < ($1.start, $1.part) }
        // The paper begins with its cover, whatever the reader passed over.
        owners[0].start = 0
        findLostLineEnds(lines)
        cuts = Array(Set(cuts + owners.map(\.start))).sorted()
        spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    // MARK: Collecting

    private mutating func add(_ notice: ReadNotice, _ path: [Int], _ lines: PaperLines) {
        func range(_ field: String) -> ReadRange? {
            // What was concluded from elsewhere does not stand here.
            notice.fields[field].flatMap { $0.how == .inferred ? nil : $0.ranges.first }
        }
        let title = range("title")
        let addressees = range("addressees").map { ReadRange($0.start, Self.colon(after: $0.end, lines)) }
        let date = range("date")
        let index = all.count
        let start = notice.range.first?.start ?? 0
        all.append(
            Part(
                path: path, isTelegram: notice.telegram != nil,
                headEnd: title?.start ?? addressees?.start ?? start, bodyEnd: date?.end))
        for own in notice.range { owners.append((own.start, index)) }
        if let title { span(title, .title, lines) }
        if let addressees { span(addressees, .addressees, lines) }
        for signature in notice.fields["signature"]?.ranges ?? [] {
            span(signature, .signature, lines, isWholeLine: true)
        }
        if let date { span(date, .date, lines, isWholeLine: true) }
        if let copies = range("cc") { span(Self.labelled(copies, lines), .flush, lines) }
        findLetterhead(notice, index, lines)
        var count = 0
        for clause in notice.clauses {
            count += 1
            add(clause, .clause, count, lines)
            for inner in clause.clauses { add(inner, .subclause, nil, lines) }
        }
        for (place, forwarded) in notice.forwarded.enumerated() { add(forwarded.notice, path + [place], lines) }
    }

    /// A span, with its line cut before and after it.
    private mutating func span(
        _ range: ReadRange, _ kind: PaperBlock.Kind, _ lines: PaperLines, isWholeLine: Bool = false
    ) {
        guard range.start < range.end, range.end <= lines.scalars.count else { return }
        var range = range
        if isWholeLine, let line = lines.line(at: range.start) {
            let rest = lines.lines[line]
            // （代章） behind a name belongs to its signature.
            if range.end < rest.upperBound, rest.upperBound - range.end <= 6,
                "（(".unicodeScalars.contains(lines.scalars[range.end]),
                "）)".unicodeScalars.contains(lines.scalars[rest.upperBound - 1])
            {
                range.end = rest.upperBound
            }
            // （2020年2月4日） and 2020年2月4日印发 are not the end of a notice.
            if range.start > rest.lowerBound, "（(〔《“至到".unicodeScalars.contains(lines.scalars[range.start - 1]) {
                return
            }
            if range.end < rest.upperBound, !lines.scalars[range.end].isSpace,
                !"抄附主印内".unicodeScalars.contains(
                    lines.scalars[range.end])
            {
                return
            }
        }
        spans.append(Span(start: range.start, end: range.end, kind: kind))
        cuts += [range.start, range.end]
    }

    private mutating func add(_ clause: ReadClause, _ kind: PaperBlock.Kind, _ number: Int?, _ lines: PaperLines) {
        guard let start = clause.ranges.first?.start, start < lines.scalars.count, let line = lines.line(at: start)
        else { return }
        // In the middle of a line a clause begins a paragraph only where line ends were lost.
        guard lines.lines[line].lowerBound == start || lines.lines[line].count > 400 else { return }
        cuts.append(start)
        guard let end = Self.headingEnd(clause, start, lines) else {
            clauses[start] = .some(nil)
            return
        }
        let last = lines.line(at: end - 1).map { lines.lines[$0].upperBound } ?? end
        if last == end { spans.append(Span(start: start, end: end, kind: kind)) }
        // A first sentence that is long is a sentence, not a heading.
        clauses[start] = Heading(kind: kind, end: last == end || end - start <= 60 ? end : start, clause: number)
    }

    /// Where the heading's words end in the text, with the sign that closes them; nil where they are a whole paragraph.
    private static func headingEnd(_ clause: ReadClause, _ start: Int, _ lines: PaperLines) -> Int? {
        let words = (clause.numeral + clause.heading).unicodeScalars.filter { !$0.isSpace }
        guard words.count <= 90 else { return nil }
        var place = start
        for word in words {
            while place < lines.scalars.count, lines.scalars[place].isSpace { place += 1 }
            guard place < lines.scalars.count, lines.scalars[place] == word else { return nil }
            place += 1
        }
        if place < lines.scalars.count, "。：；:;".unicodeScalars.contains(lines.scalars[place]) { place += 1 }
        return place
    }

    private static func colon(after end: Int, _ lines: PaperLines) -> Int {
        var place = end
        while place < lines.scalars.count, place < end + 3, lines.scalars[place].isSpace { place += 1 }
        return place < lines.scalars.count && ":：".unicodeScalars.contains(lines.scalars[place]) ? place + 1 : end
    }

    /// 抄送： stands before what is copied to, and often 。 behind it.
    private static func labelled(_ range: ReadRange, _ lines: PaperLines) -> ReadRange {
        var (start, end) = (range.start, range.end)
        for place in max(0, range.start - 8)..<range.start where "抄分".unicodeScalars.contains(lines.scalars[place]) {
            start = place
            break
        }
        if end < lines.scalars.count, "。.；;".unicodeScalars.contains(lines.scalars[end]) { end += 1 }
        return ReadRange(start, end)
    }

    /// The issuer's name on a line above the title, printed as the paper's head.
    private mutating func findLetterhead(_ notice: ReadNotice, _ index: Int, _ lines: PaperLines) {
        guard let issuer = notice.issuers.first, all[index].headEnd > 0 else { return }
        let name = issuer.unicodeScalars.filter { !$0.isSpace }
        let below = lines.line(from: all[index].headEnd)
        for line in stride(from: below - 1, through: max(0, below - 8), by: -1) {
            let range = lines.lines[line]
            if let previous = spans.map(\.end).max(), range.lowerBound < previous, !all[index].path.isEmpty { return }
            let ink = range.count <= 120 ? lines.ink(range) : []
            guard ink.starts(with: name), ink.count <= name.count + 2 else { continue }
            let rest = String(String.UnicodeScalarView(ink.dropFirst(name.count)))
            guard rest.isEmpty || rest == "文件" else { continue }
            spans.append(Span(start: range.lowerBound, end: range.upperBound, kind: .letterhead))
            letterheads[all[index].path] = ReadRange(range.lowerBound, range.upperBound)
            owners.append((range.lowerBound, index))
            return
        }
    }

    /// 。　　联系人：… in the middle of a line: an indent after a sentence's end is a paragraph's beginning.
    private mutating func findLostLineEnds(_ lines: PaperLines) {
        for line in lines.lines where line.count > 60 {
            var spaces = 0
            for place in line {
                let scalar = lines.scalars[place]
                if scalar.isSpace {
                    spaces += scalar.value == 0x3000 ? 2 : 1
                    continue
                }
                if spaces >= 4, lines.endsParagraph(beforeSpaceAt: place, from: line.lowerBound) {
                    paragraphs.insert(place)
                    cuts.append(place)
                }
                spaces = 0
            }
        }
    }

    // MARK: Asking

    /// What a piece is. Pieces are cut at every place where that could change.
    func place(of piece: Range<Int>, _ lines: PaperLines) -> Place {
        let owner = owners.partitioningIndex { $0.start > piece.lowerBound } - 1
        let part = owners[max(0, owner)].part
        let heading = clauses[piece.lowerBound]
        if let index = span(at: piece.lowerBound) {
            let clause = heading.flatMap { $0 }?.clause
            return Place(part: part, kind: spans[index].kind, span: index, clause: clause)
        }
        let own = all[part]
        if piece.lowerBound < own.headEnd {
            guard own.isTelegram else { return Place(part: part, kind: .flush) }
            let isMark = lines.inkCount(piece) <= 6 && lines.string(piece).hasSuffix("电")
            return Place(part: part, kind: isMark ? .telegramMark : .telegram)
        }
        if let end = own.bodyEnd, piece.lowerBound >= end, piece.count <= 60 { return Place(part: part, kind: .flush) }
        guard let heading else {
            return Place(part: part, kind: .body, startsParagraph: paragraphs.contains(piece.lowerBound))
        }
        return Place(
            part: part, kind: .body, clause: heading?.clause,
            face: heading.map { ($0.kind, $0.end) }, startsParagraph: true)
    }

    private func span(at place: Int) -> Int? {
        // Spans do not lie inside one another; the last that begins here or before is the one.
        let index = spans.partitioningIndex { $0.start > place } - 1
        return index >= 0 && place < spans[index].end ? index : nil
    }
}
