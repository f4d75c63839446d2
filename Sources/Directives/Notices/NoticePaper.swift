/// One paragraph of a notice as it stands on paper, or the line where a notice inside it begins.
package struct PaperBlock: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case letterhead, title, telegramMark, telegram, addressees, clause, subclause, body, signature, date
        /// Numbers, notes, copies: a line without indent.
        case flush
        /// Where a notice inside another begins.
        case part
        /// Where the carrying notice goes on after what it carries.
        case rest
    }

    /// A stretch of words under one mark, or under none.
    package struct Run: Sendable, Hashable {
        package var text: String
        /// The mark's number.
        package var mark: Int?
        /// The first run of its mark: it bears the number and the anchor.
        package var isFirst: Bool = false
        /// The face of a clause heading that runs on into its paragraph.
        package var face: Kind?
        /// Begins a field of a telegram's head, which stand beside one another.
        package var startsCell: Bool = false
        /// Words in it that the recognition was not sure of, in scalars of `text`.
        package var doubts: [Range<Int>] = []
    }

    package var kind: Kind
    package var runs: [Run]
    /// The notice it belongs to: places among the forwarded ones, from the outermost in.
    package var path: [Int]
    /// Which clause of the outermost numbering begins here, counted from 1.
    package var clause: Int?
    /// How many signs it prints.
    package var inkCount: Int

    package var text: String { runs.map(\.text).joined() }
}

/// A notice laid out as paper. The words are those of the text, none added, none left out; only white space differs.
package struct NoticePaper: Sendable {
    package private(set) var blocks: [PaperBlock]
    package let marks: SourceMarks
    /// Runs of blocks that are folded away at first. They hold no mark that needs a decision.
    package let folds: [Range<Int>]

    /// - Parameters:
    ///   - reading: with corrections laid over it or without: the words are the text's in any case.
    ///   - doubts: what a text that was recognised may have got wrong, in order.
    package init(_ text: String, _ reading: ReadNotice, doubts: [ReadRange] = []) {
        let lines = PaperLines(text)
        let parts = PaperParts(reading, lines)
        let marks = SourceMarks(reading, letterheads: parts.letterheads)
        var setter = PaperSetter(lines, parts, marks, doubts)
        let blocks = setter.run()
        self.blocks = blocks
        self.marks = marks
        folds = PaperFolds.find(blocks, marks)
    }
}

/// Sets pieces of lines into paragraphs.
private struct PaperSetter {
    private let lines: PaperLines
    private let parts: PaperParts
    private let marks: SourceMarks
    private let doubts: [ReadRange]
    private var blocks: [PaperBlock] = []
    /// The next stretch that may begin in what is set now.
    private var stretch = 0
    private var seen: Set<Int> = []
    private var last: (piece: Range<Int>, place: PaperParts.Place, line: Int)?

    init(_ lines: PaperLines, _ parts: PaperParts, _ marks: SourceMarks, _ doubts: [ReadRange]) {
        self.lines = lines
        self.parts = parts
        self.marks = marks
        self.doubts = doubts
    }

    mutating func run() -> [PaperBlock] {
        var part = 0
        var cut = 0
        for (number, line) in lines.lines.enumerated() {
            var start = line.lowerBound
            while start < line.upperBound {
                while cut < parts.cuts.count, parts.cuts[cut] <= start { cut += 1 }
                let end = cut < parts.cuts.count ? min(parts.cuts[cut], line.upperBound) : line.upperBound
                let piece = trimmed(start..<end)
                start = end
                guard !piece.isEmpty else { continue }
                let place = parts.place(of: piece, lines)
                if place.part != part {
                    turn(to: place.part, from: part)
                    part = place.part
                }
                set(piece, place, number)
            }
        }
        return blocks
    }

    private mutating func turn(to part: Int, from old: Int) {
        let (path, before) = (parts.all[part].path, parts.all[old].path)
        // Back to a notice that carries the last one, or on to a new one.
        let isRest = path.count < before.count && before.starts(with: path)
        blocks.append(PaperBlock(kind: isRest ? .rest : .part, runs: [], path: path, inkCount: 0))
        last = nil
    }

    private mutating func set(_ piece: Range<Int>, _ place: PaperParts.Place, _ line: Int) {
        let isJoined = joins(piece, place, line)
        let startsCell = isJoined && place.kind == .telegram
        defer { last = (piece, place, line) }
        guard isJoined, let index = blocks.indices.last else {
            var block = PaperBlock(
                kind: place.kind, runs: [], path: parts.all[place.part].path, clause: place.clause,
                inkCount: lines.inkCount(piece))
            block.runs = runs(piece, place, startsCell: place.kind == .telegram)
            blocks.append(block)
            return
        }
        var more = runs(piece, place, startsCell: startsCell)
        if let old = last?.piece.upperBound, lines.scalars[old - 1].isLatin, lines.scalars[piece.lowerBound].isLatin {
            more[0].add(before: " ")
        }
        // A mark goes on over the line end as one.
        if let end = blocks[index].runs.last, end.mark == more[0].mark, end.face == more[0].face, !more[0].startsCell,
            !more[0].isFirst || end.mark == nil
        {
            blocks[index].runs[blocks[index].runs.count - 1].add(more.removeFirst())
        }
        blocks[index].runs += more
        blocks[index].inkCount += lines.inkCount(piece)
    }

    /// True where a piece goes on in the paragraph of the one before it.
    private func joins(_ piece: Range<Int>, _ place: PaperParts.Place, _ line: Int) -> Bool {
        guard let last, last.place.part == place.part, last.place.kind == place.kind else { return false }
        if let span = place.span { return last.place.span == span && place.kind != .signature && place.kind != .flush }
        guard last.place.span == nil || place.kind == .body else { return false }
        switch place.kind {
        case .telegram:
            // Short fields stand beside one another, but two numbers of marks do not fit beside one line.
            let numbers = blocks.last?.runs.count { $0.isFirst } ?? 0
            let next = marks.stretches.partitioningIndex { $0.end > piece.lowerBound }
            let isNumbered =
                next < marks.stretches.count && marks.stretches[next].start < piece.upperBound
                && !seen.contains(marks.stretches[next].mark)
            return (blocks.last?.inkCount ?? 0) + lines.inkCount(piece) <= 20 && (numbers == 0 || !isNumbered)
        case .body:
            guard !place.startsParagraph, line > last.line else { return line == last.line && !place.startsParagraph }
            if lines.isIndented(piece) { return false }
            if let width = lines.width { return last.piece.count + 2 >= width }
            return !lines.endsParagraph(last.piece) && last.piece.count >= 16
        default: return false
        }
    }

    // MARK: Runs

    private mutating func runs(_ piece: Range<Int>, _ place: PaperParts.Place, startsCell: Bool) -> [PaperBlock.Run] {
        var runs: [PaperBlock.Run] = []
        var cursor = piece.lowerBound
        func add(to end: Int, mark: Int?, isFirst: Bool) {
            guard end > cursor else { return }
            // A heading's face ends inside a run.
            if let face = place.face, cursor < face.end, face.end < end {
                put(cursor..<face.end, mark, isFirst, face.kind)
                put(face.end..<end, mark, false, nil)
            } else {
                put(cursor..<end, mark, isFirst, place.face.flatMap { cursor < $0.end ? $0.kind : nil })
            }
            cursor = end
        }
        func put(_ range: Range<Int>, _ mark: Int?, _ isFirst: Bool, _ face: PaperBlock.Kind?) {
            var run = PaperBlock.Run(text: "", mark: mark, isFirst: isFirst, face: face)
            for piece in pieces(of: range) { run.add(text(of: piece.range, place.kind), isDoubtful: piece.isDoubtful) }
            runs.append(run)
        }
        while stretch < marks.stretches.count, marks.stretches[stretch].end <= piece.lowerBound { stretch += 1 }
        var next = stretch
        while next < marks.stretches.count, marks.stretches[next].start < piece.upperBound {
            let found = marks.stretches[next]
            add(to: max(found.start, piece.lowerBound), mark: nil, isFirst: false)
            let end = min(found.end, piece.upperBound)
            if end > cursor { add(to: end, mark: found.mark, isFirst: seen.insert(found.mark).inserted) }
            next += 1
        }
        add(to: piece.upperBound, mark: nil, isFirst: false)
        if startsCell, !runs.isEmpty { runs[0].startsCell = true }
        return runs
    }

    private func text(of range: Range<Int>, _ kind: PaperBlock.Kind) -> String {
        switch kind {
        case .letterhead: letters(range)
        case .title, .addressees, .body: lines.plain(range)
        default: lines.string(range)
        }
    }

    /// A stretch cut where doubtful words begin and end.
    private func pieces(of range: Range<Int>) -> [(range: Range<Int>, isDoubtful: Bool)] {
        var pieces: [(range: Range<Int>, isDoubtful: Bool)] = []
        var cursor = range.lowerBound
        for doubt in doubts[doubts.partitioningIndex { $0.end > range.lowerBound }...] {
            guard doubt.start < range.upperBound else { break }
            let (start, end) = (max(doubt.start, cursor), min(doubt.end, range.upperBound))
            guard start < end else { continue }
            if cursor < start { pieces.append((cursor..<start, false)) }
            pieces.append((start..<end, true))
            cursor = end
        }
        if cursor < range.upperBound { pieces.append((cursor..<range.upperBound, false)) }
        return pieces
    }

    /// A letterhead is spaced out by the face, not by spaces.
    private func letters(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(lines.ink(range)))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, lines.scalars[start].isSpace { start += 1 }
        while end > start, lines.scalars[end - 1].isSpace { end -= 1 }
        return start..<end
    }
}

extension PaperBlock.Run {
    fileprivate mutating func add(_ more: String, isDoubtful: Bool) {
        let start = text.unicodeScalars.count
        text += more
        if isDoubtful { doubts.append(start..<text.unicodeScalars.count) }
    }

    fileprivate mutating func add(_ more: Self) {
        let offset = text.unicodeScalars.count
        text += more.text
        doubts += more.doubts.map { $0.lowerBound + offset..<$0.upperBound + offset }
    }

    fileprivate mutating func add(before: String) {
        let offset = before.unicodeScalars.count
        text = before + text
        doubts = doubts.map { $0.lowerBound + offset..<$0.upperBound + offset }
    }
}

/// Chooses what is folded: runs of head and body without anything to decide or to report.
private enum PaperFolds {
    /// Signs from which a run is worth folding: inside a carried notice, and in the outermost one.
    private static let inner = 300
    private static let outer = 2400

    static func find(_ blocks: [PaperBlock], _ marks: SourceMarks) -> [Range<Int>] {
        var folds: [Range<Int>] = []
        var start = 0
        var ink = 0
        func close(_ end: Int) {
            if end - start >= 2, ink >= (blocks[start].path.isEmpty ? outer : inner) { folds.append(start..<end) }
            start = end + 1
            ink = 0
        }
        for (place, block) in blocks.enumerated() {
            switch block.kind {
            case .addressees, .clause, .subclause, .body:
                let stays = block.runs.contains { run in
                    run.mark.map { marks.marks[$0 - 1].style.needsDecision || marks.marks[$0 - 1].isReport } ?? false
                }
                if stays { close(place) } else { ink += block.inkCount }
            default: close(place)
            }
        }
        close(blocks.count)
        return folds
    }
}
