/// Takes comments and the contents of string literals out of Swift, so that a rule about code is not broken by words.
/// Code inside an interpolation is code.
enum SwiftCode {
    /// As many bytes and lines as before: what is taken out becomes spaces.
    static func withoutCommentsAndStrings(_ text: String) -> String {
        var reader = Reader(bytes: Array(text.utf8))
        reader.code()
        return String(decoding: reader.kept, as: UTF8.self)
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0
        var kept: [UInt8] = []

        init(bytes: [UInt8]) {
            self.bytes = bytes
            kept.reserveCapacity(bytes.count)
        }

        func sees(_ word: String, at place: Int) -> Bool { bytes[place...].starts(with: word.utf8) }

        mutating func keep(_ count: Int = 1) {
            for _ in 0..<count where place < bytes.count {
                kept.append(bytes[place])
                place += 1
            }
        }

        mutating func blank(_ count: Int = 1) {
            for _ in 0..<count where place < bytes.count {
                kept.append(bytes[place] == UInt8(ascii: "\n") ? bytes[place] : UInt8(ascii: " "))
                place += 1
            }
        }

        /// To the end, or to the parenthesis that closes an interpolation.
        mutating func code(isInterpolation: Bool = false) {
            var depth = 0
            while place < bytes.count {
                if sees("//", at: place) {
                    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { blank() }
                } else if sees("/*", at: place) {
                    comment()
                } else if sees("#/", at: place) {
                    while place < bytes.count, !sees("/#", at: place) { blank() }
                    blank(2)
                } else if let opening = openingQuote() {
                    string(hashes: opening.hashes, quotes: opening.quotes)
                } else {
                    if bytes[place] == UInt8(ascii: "(") { depth += 1 }
                    if bytes[place] == UInt8(ascii: ")") {
                        if depth == 0, isInterpolation { return }
                        depth -= 1
                    }
                    keep()
                }
            }
        }

        mutating func comment() {
            var depth = 0
            repeat {
                if sees("/*", at: place) {
                    depth += 1
                    blank(2)
                } else if sees("*/", at: place) {
                    depth -= 1
                    blank(2)
                } else {
                    blank()
                }
            } while depth > 0 && place < bytes.count
        }

        func openingQuote() -> (hashes: String, quotes: String)? {
            var end = place
            while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
            return (String(repeating: "#", count: end - place), sees("\"\"\"", at: end) ? "\"\"\"" : "\"")
        }

        mutating func string(hashes: String, quotes: String) {
            keep(hashes.utf8.count + quotes.utf8.count)
            while place < bytes.count {
                if sees(quotes + hashes, at: place) { return keep(quotes.utf8.count + hashes.utf8.count) }
                if sees("\\" + hashes + "(", at: place) {
                    blank(2 + hashes.utf8.count)
                    code(isInterpolation: true)
                    blank()
                } else if sees("\\" + hashes, at: place) {
                    blank(2 + hashes.utf8.count)
                } else {
                    blank()
                }
            }
        }
    }
}
