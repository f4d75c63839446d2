package import Federation

/// What a notice came as (原件): a DOCX, a PDF, or pictures of its pages, kept as it was sent.
package struct Original: Sendable, Hashable {
    package var id: OriginalID
    /// The unit that uploaded it.
    package var unit: UnitID
    package var uploadedAt: Moment
    /// Set once its text was registered; until then it waits, and is destroyed with its files on `expiresAt`.
    package var notice: NoticeID?
    package var expiresAt: Moment?
    /// The code of why its text may not be kept, found only after it was recognised.
    package var refusal: String?
    package var files: [OriginalFile]
    package var pages: [OriginalPage]

    /// An original that nobody registers is kept so long.
    static let waitsSeconds: Int64 = 7 * 86_400
    /// Bytes of all files together.
    package static let bytesMax = 50_000_000
    package static let filesMax = 20
    package static let pagesMax = 60

    /// The page that is being recognised; nil where none is left.
    package var waitingPage: OriginalPage? { pages.first { $0.manner == .waiting } }

    /// The text of all pages, and what is doubtful in it.
    package var text: OriginalText { pages.reduce(into: OriginalText()) { $0.append($1.text) } }

    /// How its text was got, as the weakest of its pages.
    package var manner: TextManner { pages.map(\.manner).max() ?? .typed }

    /// How sure the recognition is, 0 to 100, over the pages that were recognised; nil where none was.
    package var confidence: Int? {
        let sure = pages.compactMap { page in page.confidence.map { ($0, page.text.text.unicodeScalars.count) } }
        let signs = sure.reduce(0) { $0 + $1.1 }
        return signs == 0 ? nil : sure.reduce(0) { $0 + $1.0 * $1.1 } / signs
    }
}

package typealias OriginalID = ID<Original>

/// One file as it was sent.
package struct OriginalFile: Sendable, Hashable {
    package var ordinal: Int
    package var blob: BlobID
    package var kind: OriginalKind
    package var name: String
    /// Bytes.
    package var size: Int
}

/// One page, or the whole of a DOCX, which has no pages before it is printed.
package struct OriginalPage: Sendable, Hashable {
    /// From 1, over all files.
    package var place: Int
    /// The file's ordinal, and the page in it, from 1.
    package var file: Int
    package var page: Int
    package var manner: TextManner
    package var text: OriginalText
    /// 0 to 100, where it was recognised.
    package var confidence: Int?
}

/// How a page's text was got, the surest first.
package enum TextManner: String, Sendable, CaseIterable, Comparable {
    case docx
    case pdfText = "pdf_text"
    /// Will be recognised.
    case waiting
    case recognised
    /// Nothing here could read it: a person types or pastes it.
    case typed

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Text with the words that the recognition was not sure of. Ranges are Unicode scalars.
package struct OriginalText: Sendable, Hashable {
    package var text = ""
    package var doubts: [DoubtfulWord] = []

    package init(_ text: String = "", doubts: [DoubtfulWord] = []) {
        self.text = text
        self.doubts = doubts
    }

    mutating func append(_ page: OriginalText) {
        guard !page.text.isEmpty else { return }
        if !text.isEmpty { text += "\n" }
        let offset = text.unicodeScalars.count
        text += page.text
        doubts += page.doubts.map {
            DoubtfulWord(start: $0.start + offset, end: $0.end + offset, confidence: $0.confidence)
        }
    }

    /// What is still doubtful in a text that a person has changed: the words of lines that stand as they stood.
    /// A line that was changed was looked at.
    package func doubts(in changed: String) -> [DoubtfulWord] {
        guard changed != text else { return doubts }
        let (old, new) = (TextLine.all(of: text), TextLine.all(of: changed))
        var places: [[Unicode.Scalar]: [Int]] = [:]
        for (place, line) in old.enumerated().reversed() { places[line.scalars, default: []].append(place) }
        var left: [DoubtfulWord] = []
        var next = 0
        for line in new {
            // The places of equal lines are taken in order, the first one last in its list.
            while let place = places[line.scalars]?.last, place < next { places[line.scalars]?.removeLast() }
            guard let place = places[line.scalars]?.popLast() else { continue }
            next = place + 1
            let start = old[place].start
            let end = start + line.scalars.count
            left += doubts.filter { $0.start >= start && $0.end <= end }.map {
                DoubtfulWord(
                    start: $0.start - start + line.start, end: $0.end - start + line.start, confidence: $0.confidence)
            }
        }
        return left
    }
}

/// A word that the recognition may have got wrong.
package struct DoubtfulWord: Sendable, Hashable, Codable {
    package var start: Int
    package var end: Int
    /// 0 to 100.
    package var confidence: Int

    package var range: ReadRange { ReadRange(start, end) }
}

/// A line and where it begins.
private struct TextLine {
    let scalars: [Unicode.Scalar]
    let start: Int

    static func all(of text: String) -> [TextLine] {
        var start = 0
        return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { scalars in
            defer { start += scalars.count + 1 }
            return TextLine(scalars: Array(scalars), start: start)
        }
    }
}
