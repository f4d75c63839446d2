/// A text as it is searched: without white space, full width as half width, small letters, one shape of brackets.
///
/// So a word is found where a line breaks in the middle of it, and a number however its year was bracketed.
package struct SearchText: Sendable {
    private let ink: [UInt32]
    /// Where each scalar of the ink stands in the text.
    private let place: [Int]

    package init(_ text: String) {
        let read = ReaderText(text)
        ink = read.ink.map(Self.fold)
        place = read.place
    }

    /// Over the folding of the reader, which leaves letters and round brackets alone.
    private static func fold(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A: value + 0x20
        case ReaderSign.open, 0x7B: ReaderSign.yearOpen
        case ReaderSign.close, 0x7D: ReaderSign.yearClose
        default: value
        }
    }

    /// The folded text itself, as it is stored and asked for.
    package var words: String {
        String(String.UnicodeScalarView(ink.compactMap(Unicode.Scalar.init)))
    }

    /// Where these folded words stand, in scalars of the text as it was given, in order and without overlaps.
    package func ranges(of words: [String]) -> [ReadRange] {
        var found: [Range<Int>] = []
        for word in words.map({ $0.unicodeScalars.map(\.value) }) where !word.isEmpty && word.count <= ink.count {
            var start = 0
            while start + word.count <= ink.count {
                if ink[start..<start + word.count].elementsEqual(word) {
                    found.append(start..<start + word.count)
                    start += word.count
                } else {
                    start += 1
                }
            }
        }
        var apart: [Range<Int>] = []
        for range in found.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
        where range.lowerBound >= apart.last?.upperBound ?? 0 {
            apart.append(range)
        }
        return apart.map { ReadRange(place[$0.lowerBound], place[$0.upperBound - 1] + 1) }
    }
}

/// A piece of a text in which what was looked for is marked.
package struct SearchExcerpt: Sendable, Hashable {
    package struct Run: Sendable, Hashable {
        package var text: String
        package var isFound: Bool
    }

    package var runs: [Run]
    package var isCutBefore = false
    package var isCutAfter = false

    /// The whole of a short text.
    package init(whole text: String, finding words: [String]) {
        runs = Self.runs(text, ReadRange(0, text.unicodeScalars.count), SearchText(text).ranges(of: words))
    }

    /// What stands around the first place of a long text, or its beginning where nothing stands in it.
    /// - Parameters:
    ///   - before: scalars shown before the place.
    ///   - length: scalars shown in all.
    package init(of text: String, finding words: [String], before: Int, length: Int) {
        let count = text.unicodeScalars.count
        let found = SearchText(text).ranges(of: words)
        let start = max(0, (found.first?.start ?? 0) - before)
        let shown = ReadRange(start, min(count, start + length))
        runs = Self.runs(text, shown, found)
        isCutBefore = shown.start > 0
        isCutAfter = shown.end < count
    }

    private static func runs(_ text: String, _ shown: ReadRange, _ found: [ReadRange]) -> [Run] {
        var runs: [Run] = []
        var at = shown.start
        func add(to end: Int, isFound: Bool) {
            guard end > at else { return }
            runs.append(Run(text: line(text.scalars(ReadRange(at, end))), isFound: isFound))
            at = end
        }
        for range in found where range.end > shown.start && range.start < shown.end {
            add(to: max(at, range.start), isFound: false)
            add(to: min(range.end, shown.end), isFound: true)
        }
        add(to: shown.end, isFound: false)
        return runs
    }

    /// One line: breaks and runs of white space as one space.
    private static func line(_ text: String) -> String {
        text.reduce(into: "") { line, sign in
            if !sign.isWhitespace { line.append(sign) } else if line.last != " " { line.append(" ") }
        }
    }
}
