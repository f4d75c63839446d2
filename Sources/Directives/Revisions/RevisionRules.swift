/// Where words stand in a text, and how stretches are cut and joined.
package enum RevisionRules {
    /// The one place of some words within stretches of a text; white space and line breaks do not count.
    /// - Returns: places in the text of the first sign and after the last.
    /// - Throws: `RevisionRefusal.wordsMissing`, `.wordsNotFound`, `.wordsNotUnique`.
    package static func place(
        of words: String, in text: String, within ranges: [ReadRange]? = nil
    ) throws -> [ReadRange] {
        let wanted = words.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard !wanted.isEmpty else { throw RevisionRefusal.wordsMissing }
        let scalars = Array(text.unicodeScalars)
        let places = (ranges ?? [ReadRange(0, scalars.count)]).flatMap { range in
            (max(0, range.start)..<max(range.start, min(range.end, scalars.count)))
                .filter { !scalars[$0].properties.isWhitespace }
        }
        let signs = Array(wanted)
        guard places.count >= signs.count else { throw RevisionRefusal.wordsNotFound }
        let starts = (0...(places.count - signs.count)).filter { start in
            signs.indices.allSatisfy { scalars[places[start + $0]] == signs[$0] }
        }
        guard let start = starts.first else { throw RevisionRefusal.wordsNotFound }
        guard starts.count == 1 else { throw RevisionRefusal.wordsNotUnique(starts.count) }
        return stretches(places[start..<(start + signs.count)], in: scalars)
    }

    /// Neighbouring places are one stretch, with the white space between them.
    private static func stretches(_ places: ArraySlice<Int>, in scalars: [Unicode.Scalar]) -> [ReadRange] {
        var found: [ReadRange] = []
        for place in places {
            if let last = found.last, (last.end..<place).allSatisfy({ scalars[$0].properties.isWhitespace }) {
                found[found.count - 1].end = place + 1
            } else {
                found.append(ReadRange(place, place + 1))
            }
        }
        return found
    }

    /// Cuts stretches in two at a place of the text.
    package static func cut(_ ranges: [ReadRange], at place: Int) -> (before: [ReadRange], after: [ReadRange]) {
        (
            ranges.filter { $0.start < place }.map { ReadRange($0.start, min($0.end, place)) },
            ranges.filter { $0.end > place }.map { ReadRange(max($0.start, place), $0.end) }
        )
    }

    /// Joins the stretches of two, in the order of the text.
    package static func joined(_ one: [ReadRange], _ other: [ReadRange]) -> [ReadRange] {
        (one + other).sorted { $0.start < $1.start }.reduce(into: []) { found, range in
            if let last = found.last, range.start <= last.end {
                found[found.count - 1].end = max(last.end, range.end)
            } else {
                found.append(range)
            }
        }
    }

    package static func overlap(_ one: [ReadRange], _ other: [ReadRange]) -> Bool {
        one.contains { a in other.contains { b in a.start < b.end && b.start < a.end } }
    }
}
