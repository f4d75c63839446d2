/// A text as scalars, cut into its printed lines.
struct PaperLines: Sendable {
    let scalars: [Unicode.Scalar]
    /// Lines without their white space at both ends; empty ones left out.
    let lines: [Range<Int>]
    /// Scalars of a full line, where the text was broken at the width of its page; nil where lines are paragraphs.
    let width: Int?

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var lines: [Range<Int>] = []
        var first: Int?
        var last = 0
        for (place, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
                if let start = first { lines.append(start..<last + 1) }
                first = nil
            default:
                guard !scalar.isSpace else { continue }
                if first == nil { first = place }
                last = place
            }
        }
        if let start = first { lines.append(start..<last + 1) }
        self.scalars = scalars
        self.lines = lines
        width = Self.width(lines)
    }

    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// The scalars of a stretch without white space.
    func ink(_ range: Range<Int>) -> [Unicode.Scalar] { scalars[range].filter { !$0.isSpace } }

    /// How many signs a stretch prints.
    func inkCount(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + ($1.isSpace ? 0 : 1) } }

    /// The first line that begins at a place or after it.
    func line(from place: Int) -> Int { lines.partitioningIndex { $0.lowerBound >= place } }

    /// The line that holds a place.
    func line(at place: Int) -> Int? {
        let index = lines.partitioningIndex { $0.upperBound > place }
        return index < lines.count && lines[index].contains(place) ? index : nil
    }

    /// True where a line begins with a paragraph's indent.
    func isIndented(_ line: Range<Int>) -> Bool {
        var spaces = 0
        var place = line.lowerBound - 1
        while place >= 0, scalars[place].isSpace, !scalars[place].isLineEnd {
            spaces += scalars[place].value == 0x3000 ? 2 : 1
            place -= 1
        }
        return spaces >= 2
    }

    /// True where the line ends like a paragraph: 。！？： and closing signs after them.
    func endsParagraph(_ line: Range<Int>) -> Bool {
        var place = line.upperBound - 1
        while place > line.lowerBound, "”’」』）)》】".unicodeScalars.contains(scalars[place]) { place -= 1 }
        return "。！？；：!?;:…".unicodeScalars.contains(scalars[place])
    }

    /// The same for what stands before the white space in front of a place.
    func endsParagraph(beforeSpaceAt place: Int, from start: Int) -> Bool {
        var end = place
        while end > start, scalars[end - 1].isSpace { end -= 1 }
        return end > start && endsParagraph(start..<end)
    }

    /// A stretch with every run of white space in it as one space.
    func plain(_ range: Range<Int>) -> String {
        var out = String.UnicodeScalarView()
        var wasSpace = false
        for scalar in scalars[range] {
            if !scalar.isSpace || !wasSpace { out.append(scalar.isSpace ? " " : scalar) }
            wasSpace = scalar.isSpace
        }
        return String(out)
    }

    /// As the reader measures it: the commonest length, if at least a third of all lines have it or nearly so.
    private static func width(_ lines: [Range<Int>]) -> Int? {
        var counts = [Int](repeating: 0, count: 61)
        for line in lines where (16...60).contains(line.count) { counts[line.count] += 1 }
        var best = (width: 0, lines: 0)
        for width in 18...60 {
            let near = counts[width - 2] + counts[width - 1] + counts[width]
            if near > best.lines { best = (width, near) }
        }
        return best.lines >= 8 && best.lines * 3 >= lines.count ? best.width : nil
    }
}

extension Unicode.Scalar {
    var isLineEnd: Bool {
        switch value {
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// White space. Marks without width are signs: they stay where they are.
    var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// A letter or digit of the Latin kind, between which a lost line end was a space.
    var isLatin: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
