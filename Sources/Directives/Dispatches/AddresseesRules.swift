import Federation

/// What a press of the picker does to the words of a line.
enum AddresseesRules {
    /// A phrase at the end of a line, as a family of its own: nothing before it changes what it means.
    static func adding(_ phrase: String, to line: String) -> String {
        let phrase = phrase.trimmed
        var before = Substring(line.trimmed)
        while let last = before.last, "：:，,、；;。".contains(last) { before.removeLast() }
        guard !before.isEmpty, !phrase.isEmpty else { return phrase.isEmpty ? line : phrase }
        return "\(before)，\(phrase)"
    }

    /// The line without one of its phrases and the sign that parted it from the next; the last takes the sign before it.
    static func removing(_ place: Int, from line: String) -> String {
        let phrases = AddresseeLine(line).phrases
        guard phrases.indices.contains(place), phrases.count > 1 else {
            return phrases.indices.contains(place) ? "" : line
        }
        var scalars = Array(line.unicodeScalars)
        let own = phrases[place].ranges
        let isLast = place + 1 == phrases.count
        let start = isLast ? phrases[place - 1].ranges.last?.upperBound : own.first?.lowerBound
        let end = isLast ? own.last?.upperBound : phrases[place + 1].ranges.first?.lowerBound
        guard let start, let end, start <= end, end <= scalars.count else { return line }
        scalars.removeSubrange(start..<end)
        return String(String.UnicodeScalarView(scalars))
    }
}
