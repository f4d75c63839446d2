/// The input as the rules see it: the ink alone, without white space, each scalar folded to one form.
///
/// Chinese needs no white space, and line breaks come kept, lost or in the middle of a sentence. So
/// the rules match against the ink, where `焦 作 市 总 工 会` and `焦作市总工会` are the same, and white
/// space is only evidence of where one piece of the paper ends and the next begins.
/// Positions in this type are positions in the ink; `range` turns them into those of the input.
struct ReaderText: Sendable {
    /// How far apart two neighbouring scalars stand.
    enum Gap: UInt8, Comparable {
        case none, space, line, blank

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Folded: full width to half width, every bracket of a number to 〔 〕.
    let ink: [UInt32]
    /// The same scalars unfolded.
    let raw: [Unicode.Scalar]
    /// Where each stood in the input.
    let place: [Int]
    /// What stood before each.
    let gap: [Gap]

    var count: Int { ink.count }

    init(_ text: String) {
        var ink: [UInt32] = []
        var raw: [Unicode.Scalar] = []
        var place: [Int] = []
        var gap: [Gap] = []
        var open = Gap.blank
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            defer { index += 1 }
            // A page number between two lines is not on the paper that the rules see.
            if open > .none, let end = ReaderText.pageNumber(scalars, at: index) {
                open = max(open, .line)
                index = end - 1
                continue
            }
            let scalar = scalars[index]
            switch ReaderText.space(scalar) {
            case .none:
                ink.append(ReaderText.fold(scalar.value))
                raw.append(scalar)
                place.append(index)
                gap.append(open)
                open = .none
            case .space:
                open = max(open, .space)
            case .line, .blank:
                // CR LF is one break, so a blank line needs two line feeds or two returns.
                if scalar == "\n" || scalar == "\r" && open < .line {
                    open = open >= .line && scalar == "\n" ? .blank : .line
                } else {
                    open = max(open, .line)
                }
            }
        }
        self.ink = ink
        self.raw = raw
        self.place = place
        self.gap = gap
    }

    /// — 1 —, -12-, ·3·: digits between two dashes, with white space around them. Where it ends.
    private static func pageNumber(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
        func skip(from index: Int, atMost limit: Int, _ belongs: (Unicode.Scalar) -> Bool) -> Int {
            var end = index
            while end < scalars.count, end - index < limit, belongs(scalars[end]) { end += 1 }
            return end
        }
        func isDash(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "-" || (0x2010...0x2015).contains(scalar.value) || scalar == "－" || scalar == "·"
        }
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { space(scalar) == .space }
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { ReaderSign.isDigit(fold(scalar.value)) }

        guard isDash(scalars[start]) else { return nil }
        let digits = skip(from: skip(from: start, atMost: 2, isDash), atMost: 4, isBlank)
        let after = skip(from: digits, atMost: 3, isDigit)
        let dash = skip(from: after, atMost: 4, isBlank)
        let end = skip(from: dash, atMost: 2, isDash)
        guard after > digits, end > dash, end == scalars.count || space(scalars[end]) != .none else { return nil }
        return end
    }

    /// What a scalar does to the gap. Marks that print nothing count as nothing at all, but they are not ink.
    private static func space(_ scalar: Unicode.Scalar) -> Gap {
        switch scalar.value {
        case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: .line
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: .space
        default: .none
        }
    }

    /// One scalar for one scalar, so that positions never shift.
    static func fold(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xFE5D, 0x3010, 0x3016, 0xFF3B, 0x5B: 0x3014
        case 0xFE5E, 0x3011, 0x3017, 0xFF3D, 0x5D: 0x3015
        case 0xFF01...0xFF5E: value - 0xFEE0
        // ○ and 〇 both stand for zero in dates.
        case 0x25CB, 0x25EF: 0x3007
        case 0xFE51: 0x3001
        case 0xFF61: 0x3002
        default: value
        }
    }

    // MARK: Values

    /// The text of a stretch without white space, but for one space between two Latin words.
    func string(_ range: Range<Int>) -> String {
        var out = String.UnicodeScalarView()
        for index in range {
            if index > range.lowerBound, gap[index] > .none, isLatin(ink[index]), isLatin(ink[index - 1]) {
                out.append(" ")
            }
            out.append(raw[index])
        }
        return String(out)
    }

    /// The same from the folded scalars: what a number or a date looks like whoever typed it.
    func folded(_ range: Range<Int>) -> String {
        var out = String.UnicodeScalarView()
        for index in range {
            if let scalar = Unicode.Scalar(ink[index]) { out.append(scalar) }
        }
        return String(out)
    }

    /// Scalars of the input.
    func range(_ range: Range<Int>) -> ReadRange {
        guard !range.isEmpty else { return ReadRange(0, 0) }
        return ReadRange(place[range.lowerBound], place[range.upperBound - 1] + 1)
    }

    private func isLatin(_ value: UInt32) -> Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    // MARK: Matching

    func has(_ word: ReaderWord, at index: Int) -> Bool {
        let scalars = word.scalars
        guard index >= 0, index + scalars.count <= ink.count else { return false }
        for offset in scalars.indices where ink[index + offset] != scalars[offset] { return false }
        return true
    }

    func starts(_ range: Range<Int>, with word: ReaderWord) -> Bool {
        word.scalars.count <= range.count && has(word, at: range.lowerBound)
    }

    func ends(_ range: Range<Int>, with word: ReaderWord) -> Bool {
        word.scalars.count <= range.count && has(word, at: range.upperBound - word.scalars.count)
    }

    func equals(_ range: Range<Int>, _ word: ReaderWord) -> Bool {
        word.scalars.count == range.count && has(word, at: range.lowerBound)
    }

    func first(_ word: ReaderWord, in range: Range<Int>) -> Int? {
        let last = range.upperBound - word.scalars.count
        guard range.lowerBound <= last else { return nil }
        for index in range.lowerBound...last where has(word, at: index) { return index }
        return nil
    }

    func contains(_ word: ReaderWord, in range: Range<Int>) -> Bool { first(word, in: range) != nil }

    func containsAny(_ words: [ReaderWord], in range: Range<Int>) -> Bool {
        words.contains { contains($0, in: range) }
    }

    func equalInk(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count && ink[left].elementsEqual(ink[right])
    }
}

/// A word the rules look for, folded once.
struct ReaderWord: ExpressibleByStringLiteral, Sendable, Hashable {
    let scalars: [UInt32]

    init(stringLiteral value: StaticString) {
        scalars = "\(value)".unicodeScalars.map { ReaderText.fold($0.value) }
    }

    var text: String {
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
}

/// Words found by their first scalar, so that a look at one position costs the same however many words there are.
struct ReaderWords: ExpressibleByArrayLiteral, Sendable {
    private let byFirst: [UInt32: [ReaderWord]]
    private let byLast: [UInt32: [ReaderWord]]
    /// One bit for the last twelve of each first scalar: most positions are settled by it alone.
    private let sieve: [UInt64]

    init(arrayLiteral words: ReaderWord...) {
        let longestFirst = words.sorted { $0.scalars.count > $1.scalars.count }
        byFirst = Dictionary(grouping: longestFirst) { $0.scalars.first ?? 0 }
        byLast = Dictionary(grouping: longestFirst) { $0.scalars.last ?? 0 }
        var sieve = [UInt64](repeating: 0, count: 64)
        for first in byFirst.keys { sieve[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63) }
        self.sieve = sieve
    }

    /// The longest word that begins at `index`.
    func match(_ text: ReaderText, at index: Int) -> ReaderWord? {
        guard index >= 0, index < text.count else { return nil }
        let sign = text.ink[index]
        guard sieve[Int(sign >> 6 & 63)] >> UInt64(sign & 63) & 1 == 1 else { return nil }
        return byFirst[sign]?.first { text.has($0, at: index) }
    }

    /// The longest word that the range begins with. It lies within the range, however the text goes on.
    func opening(_ text: ReaderText, _ range: Range<Int>) -> ReaderWord? {
        guard let first = range.first else { return nil }
        return byFirst[text.ink[first]]?.first { text.starts(range, with: $0) }
    }

    /// The longest word that ends the range.
    func ending(_ text: ReaderText, _ range: Range<Int>) -> ReaderWord? {
        guard let last = range.last else { return nil }
        return byLast[text.ink[last]]?.first { text.ends(range, with: $0) }
    }

    /// The first word anywhere in the range, and where.
    func first(_ text: ReaderText, in range: Range<Int>) -> (word: ReaderWord, at: Int)? {
        for index in range {
            if let word = match(text, at: index), index + word.scalars.count <= range.upperBound {
                return (word, index)
            }
        }
        return nil
    }
}

/// Single scalars the rules ask for by name.
enum ReaderSign {
    static let comma: UInt32 = 0x2C
    static let colon: UInt32 = 0x3A
    static let semicolon: UInt32 = 0x3B
    static let stop: UInt32 = 0x3002
    static let pause: UInt32 = 0x3001
    static let open: UInt32 = 0x28
    static let close: UInt32 = 0x29
    static let bookOpen: UInt32 = 0x300A
    static let bookClose: UInt32 = 0x300B
    static let yearOpen: UInt32 = 0x3014
    static let yearClose: UInt32 = 0x3015

    static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }
    static func isHan(_ value: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value == 0x3007
            || (0x20000...0x3FFFF).contains(value)
    }
    static func isLetter(_ value: UInt32) -> Bool {
        (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }
    /// Ends a sentence: 。！？；… and their half-width forms. A full stop in ASCII does not: 2.5, www.
    static func endsSentence(_ value: UInt32) -> Bool {
        value == stop || value == semicolon || value == 0x21 || value == 0x3F
    }
    static func isClosing(_ value: UInt32) -> Bool {
        value == close || value == bookClose || value == 0x201D || value == 0x2019 || value == 0x300D || value == 0x22
    }
}
