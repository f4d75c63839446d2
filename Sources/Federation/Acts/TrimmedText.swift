extension StringProtocol {
    /// Without white space at both ends, the ideographic space included.
    package var trimmed: String {
        let isInk: (Character) -> Bool = { !$0.isWhitespace }
        guard let first = firstIndex(where: isInk), let last = lastIndex(where: isInk) else { return "" }
        return String(self[first...last])
    }
}
