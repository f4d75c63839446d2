extension Array {
    /// How many values one list is bound with at most: engines limit how many a statement may have, and each length of a
    /// list is another statement to prepare.
    private static var listMax: Int { 500 }

    /// In pieces that one statement can take as a list (`\(in:)`), in order.
    package var boundLists: [[Element]] {
        stride(from: 0, to: count, by: Self.listMax).map { start in
            [Element](self[start..<Swift.min(start + Self.listMax, count)])
        }
    }
}
