/// Reads the picture of a page with tesseract, and says which words it is not sure of.
package enum PageRecognition {
    /// Words under this are shown as doubtful. On a printed page nearly all right words have over 80,
    /// and wrong ones mostly under 20.
    package static let doubtfulBelow = 60
    private static let outputBytesMax = 8 << 20

    struct Result: Sendable {
        var text: OriginalText
        var confidence: Int?
    }

    /// Whether tesseract and its Chinese are installed.
    static func isInstalled() async -> Bool {
        guard let folder = try? PrivateFolder(),
            await ConversionTool.tesseract.run(["--list-langs"], in: folder) == .ended(0)
        else { return false }
        return String(decoding: folder.read("said", bytesMax: 1 << 16) ?? [], as: UTF8.self)
            .split(separator: "\n").contains("chi_sim")
    }

    /// - Returns: nil where it did not succeed, so that a person must read the page.
    static func read(_ picture: [UInt8], _ kind: OriginalKind) async throws -> Result? {
        let folder = try PrivateFolder()
        try folder.write(picture, as: "in.\(kind.suffix)")
        // 1: finds out by itself how the page lies, since a phone's picture may lie on its side.
        let outcome = await ConversionTool.tesseract.run(
            ["in.\(kind.suffix)", "out", "-l", "chi_sim", "--psm", "1", "tsv"], in: folder)
        guard outcome == .ended(0), let table = folder.read("out.tsv", bytesMax: outputBytesMax) else { return nil }
        return result(of: String(decoding: table, as: UTF8.self))
    }

    /// Puts tesseract's table (a row per word, from block to line) together again.
    static func result(of table: String) -> Result {
        let words = table.split(separator: "\n").compactMap(Word.init)
        let edge = words.map(\.left).min() ?? 0
        var text = OriginalText()
        var (signs, sure) = (0, 0)
        var last: Word?
        for word in words {
            if let last, last.line == word.line {
                let isLatin = last.text.unicodeScalars.last?.isLatin ?? false
                if isLatin, word.text.unicodeScalars.first?.isLatin ?? false { text.text += " " }
            } else {
                if last != nil { text.text += "\n" }
                // An indented line begins a paragraph, and one far to the right is a signature.
                if word.left - edge > word.height { text.text += "　　" }
            }
            let start = text.text.unicodeScalars.count
            text.text += word.text
            let count = word.text.unicodeScalars.count
            if word.confidence < doubtfulBelow {
                text.doubts.append(DoubtfulWord(start: start, end: start + count, confidence: word.confidence))
            }
            signs += count
            sure += count * word.confidence
            last = word
        }
        return Result(text: text, confidence: signs == 0 ? nil : sure / signs)
    }

    private struct Word {
        let line: [Substring]
        let left: Int
        let height: Int
        let confidence: Int
        let text: String

        /// Level 5 are words; the others say where they stand.
        init?(_ row: Substring) {
            let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 12, columns[0] == "5", let left = Int(columns[6]), let height = Int(columns[9]),
                let confidence = Double(columns[10])
            else { return nil }
            let ink = columns[11].filter { !$0.isWhitespace }
            guard !ink.isEmpty else { return nil }
            line = Array(columns[1...4])
            self.left = left
            self.height = height
            self.confidence = min(max(Int(confidence), 0), 100)
            text = ink
        }
    }
}
