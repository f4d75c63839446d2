// Lines are read as Unicode scalars because ranges in a notice are counted in them, and because comparing scalars
// costs the same on every text, while comparing characters may look arbitrarily far ahead.

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        self.init(String.UnicodeScalarView(scalars))
    }
}

extension ArraySlice<Unicode.Scalar> {
    func starts(with word: String) -> Bool { starts(with: word.unicodeScalars) }

    func ends(with word: String) -> Bool {
        let length = word.unicodeScalars.count
        return count >= length && suffix(length).elementsEqual(word.unicodeScalars)
    }

    /// The text without a word at its end, or nil where it does not end so.
    func before(suffix word: String) -> ArraySlice<Unicode.Scalar>? {
        ends(with: word) ? dropLast(word.unicodeScalars.count) : nil
    }

    /// The text without a word at its beginning, or nil where it does not begin so.
    func after(prefix word: String) -> ArraySlice<Unicode.Scalar>? {
        starts(with: word) ? dropFirst(word.unicodeScalars.count) : nil
    }
}

/// Which bracket closes which, half and full width alike.
///
/// A bracket that has no partner is an ordinary character: a slip of the pen must not swallow the rest of a line.
struct BracketPairs {
    /// For each position that holds a paired bracket, the position of the other one.
    private(set) var partner: [Int: Int] = [:]

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var open: [Int] = []
        for position in scalars.indices {
            if Self.opens(scalars[position]) {
                open.append(position)
            } else if Self.closes(scalars[position]), let start = open.popLast() {
                partner[start] = position
                partner[position] = start
            }
        }
    }

    static func opens(_ scalar: Unicode.Scalar) -> Bool { scalar == "（" || scalar == "(" }
    static func closes(_ scalar: Unicode.Scalar) -> Bool { scalar == "）" || scalar == ")" }
}
