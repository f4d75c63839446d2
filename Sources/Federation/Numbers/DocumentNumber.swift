/// A document's number (发文字号): whose papers, of which year, the how-manieth. 焦工发〔2020〕3号.
///
/// Written as GB/T 9704 has it: the year in six-angle brackets (U+3014, U+3015), no zeros before the number, no 第.
package struct DocumentNumber: Sendable, Hashable, Codable {
    /// The issuer's word (代字): 焦工发.
    package let word: String
    package let year: Int
    package let number: Int

    package static let years = 1949...2999
    package static let numbers = 1...99_999
    package static let wordLengthMax = 16

    /// - Throws: `NumberRefusal` where a part is not what it should be.
    package init(word: String, year: Int, number: Int) throws {
        try Self.check(word: word, year: year)
        guard Self.numbers.contains(number) else { throw NumberRefusal.numberUnusable }
        self.word = word
        self.year = year
        self.number = number
    }

    static func check(word: String, year: Int) throws {
        try check(word: word)
        guard years.contains(year) else { throw NumberRefusal.yearUnusable }
    }

    /// - Throws: `NumberRefusal.wordUnusable`.
    package static func check(word: String) throws {
        guard !word.isEmpty, word.count <= wordLengthMax, !word.contains(where: { $0.isNewline || $0.isWhitespace }),
            !word.contains(where: { openings.contains($0) || closings.contains($0) })
        else { throw NumberRefusal.wordUnusable }
    }

    package var text: String { "\(word)\u{3014}\(year)\u{3015}\(number)号" }

    private static let openings: Set<Character> = ["\u{3014}", "[", "［", "【", "(", "（", "﹝"]
    private static let closings: Set<Character> = ["\u{3015}", "]", "］", "】", ")", "）", "﹞"]

    /// The number behind a text as people type it: other brackets, a 第, zeros and spaces are put right.
    /// Nil where the text is not one.
    package init?(_ typed: String) {
        let text = typed.filter { !$0.isWhitespace }
        guard let opening = text.firstIndex(where: Self.openings.contains),
            let closing = text[opening...].firstIndex(where: Self.closings.contains), text.hasSuffix("号"),
            let year = Int(text[text.index(after: opening)..<closing])
        else { return nil }
        var digits = text[text.index(after: closing)...].dropLast()
        if digits.hasPrefix("第") { digits = digits.dropFirst() }
        guard digits.allSatisfy(\.isASCII), let number = Int(digits),
            let made = try? DocumentNumber(word: String(text[..<opening]), year: year, number: number)
        else { return nil }
        self = made
    }
}
